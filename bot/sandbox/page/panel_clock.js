// The clock that both the bot and the stand-in live by. It can be put forward, never back.

import {fillSelect} from "./elements.js";
import {attempt, notice} from "./notices.js";
import {act, read} from "./server.js";
import {fieldValue, fullDate, now, secondsOfDay, setClock, timeOfDay, ZONE_NAME} from "./time.js";
import {word} from "./words.js";

const DAY = 24 * 3600;
const $ = (id) => document.getElementById(id);

export async function readClock() {
  const clock = await attempt(() => read("clock"));
  if (!clock) return;
  setClock(clock.now);
  $("clock-fixed").hidden = clock.movable;
  for (const control of $("clock-part").querySelectorAll("button, input, select")) control.disabled = !clock.movable;
  $("clock-ahead").hidden = clock.ahead_seconds < 60;
  $("clock-ahead").textContent = ahead(clock.ahead_seconds);
  drawClock();
}

function ahead(seconds) {
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return word("clock_ahead", {days, hours, minutes});
}

// Every place on the page that shows the time of the stand-in.
export function tick() {
  const time = timeOfDay(now());
  for (const place of document.querySelectorAll("[data-clock]")) if (place.textContent !== time) place.textContent = time;
  if (!$("panel").hidden) drawTime();
}

function drawTime() {
  $("clock-time").textContent = secondsOfDay(now());
  $("clock-date").textContent = fullDate(now());
}

export function drawClock() {
  tick();
  drawTime();
  const form = $("clock-form");
  fillSelect(form.month, word("months").split(" ").map((name, place) => [String(place + 1).padStart(2, "0"), name]));
  if (form.contains(document.activeElement) || (form.day.value && Date.parse(asked()) >= now())) return;
  const [day, time] = fieldValue(now() + DAY * 1000).split("T");
  [form.year.value, form.month.value, form.day.value] = day.split("-");
  form.time.value = time;
}

// The moment in the fields, as the stand-in reads it.
function asked() {
  const {year, month, day, time} = $("clock-form");
  return `${year.value}-${month.value}-${day.value.padStart(2, "0")}T${time.value.padStart(5, "0")}${ZONE_NAME}`;
}

function isMoment(text) {
  const at = Date.parse(text);
  return !Number.isNaN(at) && text === `${fieldValue(at)}${ZONE_NAME}`;
}

async function forward(order) {
  const done = await attempt(() => act("clock", order));
  if (!done) return;
  await readClock();
  notice(word("clock_is_now", {date: fullDate(now()), time: timeOfDay(now())}));
}

function forwardTo(event) {
  event.preventDefault();
  const moment = asked();
  if (!isMoment(moment)) return notice(word("no_such_date"));
  if (Date.parse(moment) < now()) return notice(word("never_back"));
  return forward({to: moment});
}

export function bindClock() {
  for (const control of $("clock-part").querySelectorAll("[data-forward]")) {
    control.addEventListener("click", () => forward({forward_seconds: Number(control.dataset.forward)}));
  }
  $("clock-form").addEventListener("submit", forwardTo);
  setInterval(tick, 1000);
}
