// The page: it reads what changed, keeps the open chats in step and carries out what is pressed around them.

import {bindNewcomer, bindSettings, drawSettings, openNewcomer, openSettings} from "./dialogs.js";
import {icon} from "./elements.js";
import {attempt} from "./notices.js";
import {bindPanel, drawPanel, fillPanel} from "./panel.js";
import {readClock} from "./panel_clock.js";
import {redrawTranscript} from "./panel_transcript.js";
import {drawPeople, drawTabs} from "./people.js";
import {Phone} from "./phone.js";
import {listen, read} from "./server.js";
import {Staff} from "./staff.js";
import {countSeen, personOf, readAddress, staffGroup, state, writeAddress} from "./state.js";
import {current, fillWords, onLanguage, speak} from "./words.js";

const MOST_PHONES = 6;
const EVERYBODY = 0;  // the id under which the stand-in tells of what belongs to no chat
const $ = (id) => document.getElementById(id);
const phones = new Map();
const staff = new Staff({close: closeStaff, beside, focus: (id) => { state.active = id; }});

const deeds = {open, beside, openStaff, showPeople, close, settings: openSettings, focus: (id) => { state.active = id; }};

function phone(id) {
  if (!phones.has(id)) phones.set(id, new Phone(id, deeds));
  return phones.get(id);
}

function devices() {
  const open = state.phones.map(phone);
  return state.staffOpen && staffGroup() ? [...open, staff] : open;
}

// Devices that stay keep their place in the document, and with it focus and scrolling.
function drawStage() {
  const open = devices();
  const elements = open.map((device) => device.element);
  for (const child of [...$("stage").children]) if (!elements.includes(child) && child.id !== "nobody") child.remove();
  elements.forEach((element, place) => {
    if ($("stage").children[place] !== element) $("stage").insertBefore(element, $("stage").children[place] ?? null);
  });
  for (const device of open) {
    device.draw();
    device.element.classList.toggle("in-front", device.chatId() === state.active);
    device.element.querySelector(".closer").hidden = open.length < 2;
  }
  $("nobody").hidden = open.length > 0;
  document.body.classList.toggle("people-in-front", state.peopleInFront);
}

function drawAround() {
  countSeen({all: false});
  drawPeople(deeds);
  drawTabs(deeds);
  if ($("settings").open) drawSettings();
  for (const choice of document.querySelectorAll("[data-speak]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.speak === current()));
  }
}

function draw() {
  drawStage();
  drawAround();
}

function firstReading() {
  state.phones = state.people.slice(0, 1).map((person) => person.id);
  readAddress();
  state.active = state.phones[0] ?? staffGroup()?.id ?? null;
  countSeen({all: true});
}

let isKnown = false;

async function refresh(changed) {
  const everybody = await attempt(() => read("people"));
  if (!everybody) return;
  Object.assign(state, {bot: everybody.bot, people: everybody.people, groups: everybody.groups});
  if (!isKnown) { firstReading(); isKnown = true; }
  state.phones = state.phones.filter((id) => personOf(id));
  if (!changed || changed.includes(EVERYBODY)) { await readClock(); fillPanel(); }
  draw();
  const concerned = devices().filter((device) => !changed || changed.includes(device.chatId()));
  await Promise.all(concerned.map((device) => device.chat.refresh()));
  drawStage();
  drawPanel();
}

// A device that was not open reads what it missed.
async function show(device) {
  state.active = device.chatId();
  state.peopleInFront = false;
  writeAddress();
  draw();
  await device.chat.refresh();
  device.chat.log.scrollToEnd();
  draw();
  device.element.scrollIntoView({inline: "nearest", block: "nearest"});
  (device.element.querySelector(".instead:not([hidden]) button") ?? device.chat.composer.field).focus({preventScroll: true});
}

// A person takes the place of the phone in front, or comes to the front.
async function open(id) {
  if (!personOf(id)) await refresh(null);
  if (!state.phones.includes(id)) {
    const place = Math.max(0, state.phones.indexOf(state.active));
    state.phones.splice(place, state.phones.length ? 1 : 0, id);
  }
  await show(phone(id));
}

async function beside(id) {
  if (!personOf(id)) await refresh(null);
  if (!state.phones.includes(id)) state.phones.push(id);
  if (state.phones.length > MOST_PHONES) state.phones.shift();
  await show(phone(id));
}

async function openStaff() {
  state.staffOpen = true;
  await show(staff);
}

function close(id) {
  state.phones = state.phones.filter((other) => other !== id);
  afterClosing();
}

function closeStaff() {
  state.staffOpen = false;
  afterClosing();
}

function afterClosing() {
  const next = devices().at(-1);
  state.active = next?.chatId() ?? null;
  writeAddress();
  draw();
  next?.chat.composer.field.focus();
}

function showPeople() {
  state.peopleInFront = true;
  draw();
  document.querySelector("#people button")?.focus();
}

// Events come in bursts: one reading at a time, and one more for what came meanwhile.
let reading = null;
let missed = new Set();
let all = false;

function changed(ids) {
  if (ids === null) all = true; else ids.forEach((id) => missed.add(id));
  reading ??= (async () => {
    while (all || missed.size) {
      const now = all ? null : [...missed];
      all = false;
      missed = new Set();
      await refresh(now);
    }
    reading = null;
  })();
}

onLanguage(() => {
  fillWords(document);
  redrawTranscript();
  fillPanel();
  for (const device of [...phones.values(), staff]) if (device.chat.number !== null) device.chat.redraw();
  staff.chat.composer.say();
  for (const device of phones.values()) device.chat.composer.say();
  draw();
});

for (const place of document.querySelectorAll("[data-icon]")) place.replaceWith(icon(place.dataset.icon));
fillWords(document);
for (const choice of document.querySelectorAll("[data-speak]")) choice.addEventListener("click", () => speak(choice.dataset.speak));
$("add-person").addEventListener("click", openNewcomer);
bindNewcomer(beside);
bindSettings();
bindPanel();
matchMedia("(max-width: 44.99rem)").addEventListener("change", draw);
listen(changed, (connected) => { $("link").hidden = connected; });
