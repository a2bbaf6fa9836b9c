// The drawer with the clock, the faults and the transcript. It reads anew as long as it is open.

import {bindClock, drawClock} from "./panel_clock.js";
import {bindFaults, drawFaults, fillFaultForm} from "./panel_faults.js";
import {bindTranscript, drawTranscript, fillFilters} from "./panel_transcript.js";

const EVERY = 1500;
const KEYS = {ArrowRight: 1, ArrowLeft: -1};
const DRAW = {clock: drawClock, faults: drawFaults, transcript: drawTranscript};
const $ = (id) => document.getElementById(id);
let part = "clock";
let timer = 0;

function tabs() {
  return [...$("panel").querySelectorAll("[role=tab]")];
}

function choose(name, {focus = false} = {}) {
  part = name;
  for (const tab of tabs()) {
    const isChosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    $(tab.getAttribute("aria-controls")).hidden = !isChosen;
    if (isChosen && focus) tab.focus();
  }
  drawPanel();
}

function walk(event) {
  const all = tabs();
  const at = all.indexOf(event.target);
  if (!(event.key in KEYS)) return;
  event.preventDefault();
  choose(all[(at + KEYS[event.key] + all.length) % all.length].id.slice("tab-".length), {focus: true});
}

export function drawPanel() {
  if (!$("panel").hidden) DRAW[part]();
}

// The choices that depend on who is there and on the language of the page.
export function fillPanel() {
  fillFaultForm();
  fillFilters();
  drawPanel();
}

export function openPanel(name = part) {
  $("panel").hidden = false;
  document.body.classList.add("with-panel");
  $("open-panel").setAttribute("aria-expanded", "true");
  fillPanel();
  choose(name, {focus: true});
  clearInterval(timer);
  timer = setInterval(() => { if (part !== "clock") drawPanel(); }, EVERY);
}

export function closePanel() {
  clearInterval(timer);
  $("panel").hidden = true;
  document.body.classList.remove("with-panel");
  $("open-panel").setAttribute("aria-expanded", "false");
  $("open-panel").focus();
}

export function bindPanel() {
  for (const tab of tabs()) {
    tab.addEventListener("click", () => choose(tab.id.slice("tab-".length)));
    tab.addEventListener("keydown", walk);
  }
  $("open-panel").addEventListener("click", () => ($("panel").hidden ? openPanel() : closePanel()));
  $("open-clock").addEventListener("click", () => openPanel("clock"));
  $("close-panel").addEventListener("click", closePanel);
  $("panel").addEventListener("keydown", (event) => { if (event.key === "Escape") closePanel(); });
  bindClock();
  bindFaults();
  bindTranscript();
}
