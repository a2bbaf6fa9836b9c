// Every request the bot made, newest first, and a few numbers in plain words.

import {fillSelect, hidden, make} from "./elements.js";
import {attempt} from "./notices.js";
import {chatChoices, methodChoices} from "./panel_faults.js";
import {act, read} from "./server.js";
import {secondsOfDay} from "./time.js";
import {word} from "./words.js";

const LONG = 24;  // lines of JSON shown at once
const $ = (id) => document.getElementById(id);
const pages = [];  // for each page turned: the number before which its entries are

export function fillFilters() {
  fillSelect($("filter").method, methodChoices());
  fillSelect($("filter").chat, chatChoices());
}

function json(title, value) {
  const lines = JSON.stringify(value, null, 2)?.split("\n") ?? [word("no_answer")];
  const rest = lines.length > LONG
    && make("details", {}, make("summary", {}, word("more_lines", {n: lines.length - LONG})), make("pre", {}, lines.slice(LONG).join("\n")));
  return make("div", {class: "json"}, make("p", {class: "title"}, title), make("pre", {}, lines.slice(0, LONG).join("\n")), rest);
}

function outcome(entry) {
  if (entry.fault) return word("on_order");
  return entry.status === 200 ? "" : String(entry.answer?.description ?? "");
}

function entryRow(entry) {
  const ok = entry.status === 200 && !entry.fault;
  const row = make("details", {class: "request", "data-number": entry.number},
    make("summary", {},
      make("time", {}, secondsOfDay(Date.parse(entry.at))),
      make("b", {}, entry.method),
      make("span", {class: `answer ${ok ? "good" : "bad"}`}, hidden(word("answered")), String(entry.status ?? word("cut"))),
      make("small", {}, [chatName(entry.chat_id), outcome(entry)].filter(Boolean).join(" · "))));
  // Drawn when it is opened: most never are.
  row.addEventListener("toggle", () => {
    if (row.open && row.children.length === 1) row.append(json(word("parameters"), entry.parameters), json(word("answer"), entry.answer));
  });
  return make("li", {}, row);
}

function chatName(id) {
  return id === null ? "" : chatChoices().find(([known]) => known === id)?.[1] ?? String(id);
}

function address() {
  const form = $("filter");
  const query = new URLSearchParams({limit: "40"});
  if (form.method.value) query.set("method", form.method.value);
  if (form.chat.value) query.set("chat", form.chat.value);
  if (form.hide.checked) query.set("hide", "getUpdates");
  if (pages.length) query.set("before", String(pages.at(-1)));
  return `transcript/page?${query}`;
}

function drawNumbers(stats) {
  const requests = Object.values(stats.requests).reduce((sum, count) => sum + count, 0);
  const numbers = [
    ["number_requests", requests], ["number_waiting", stats.pending_updates],
    ["number_mistakes", stats.schema_errors.length], ["number_flood", stats.flood_violations.length],
  ];
  const look = JSON.stringify([numbers, word("menu")]);
  if ($("numbers").dataset.look === look) return;
  $("numbers").dataset.look = look;
  $("numbers").replaceChildren(...numbers.map(([key, count]) => {
    const isBad = count > 0 && (key === "number_mistakes" || key === "number_flood");
    return make("div", {class: isBad && "bad"}, make("dt", {}, word(key)), make("dd", {}, String(count)));
  }));
}

// Rows that are there already stay, so that what was opened stays open.
function drawRows(entries) {
  const list = $("requests");
  const kept = new Map([...list.children].map((item) => [item.firstElementChild.dataset.number, item]));
  const rows = entries.map((entry) => kept.get(String(entry.number)) ?? entryRow(entry));
  if (rows.length === list.children.length && rows.every((row, place) => row === list.children[place])) return;
  const focused = document.activeElement;
  list.replaceChildren(...rows);
  if (list.contains(focused)) focused.focus();
}

export async function drawTranscript() {
  const asked = address();
  const [view, stats] = await Promise.all([attempt(() => read(asked)), attempt(() => read("stats"))]);
  if (!view || !stats || asked !== address()) return;
  drawNumbers(stats);
  drawRows(view.entries);
  $("no-requests").hidden = view.entries.length > 0;
  $("older").disabled = !view.older;
  $("newer").disabled = !pages.length;
  $("older").dataset.before = String(view.entries.at(-1)?.number ?? "");
}

function turn(deed) {
  deed();
  $("requests").replaceChildren();
  drawTranscript();
}

export function redrawTranscript() {
  $("requests").replaceChildren();
}

export function bindTranscript() {
  $("filter").addEventListener("change", () => turn(() => { pages.length = 0; }));
  $("older").addEventListener("click", () => turn(() => pages.push(Number($("older").dataset.before))));
  $("newer").addEventListener("click", () => turn(() => pages.pop()));
  $("clear-all").addEventListener("click", async () => { await attempt(() => act("clear", {})); turn(() => { pages.length = 0; }); });
}
