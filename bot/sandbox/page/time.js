// The time of the stand-in, as people in Kazakhstan read it: one zone, five hours ahead of UTC.

import {word} from "./words.js";

const ZONE = 5 * 3600 * 1000;
export const ZONE_NAME = "+05:00";

let offset = 0;

export function setClock(iso) {
  offset = Date.parse(iso) - Date.now();
}

export function now() {
  return Date.now() + offset;
}

// A date whose UTC fields are the fields on a wall clock in Kazakhstan.
function local(milliseconds) {
  return new Date(milliseconds + ZONE);
}

export function timeOfDay(milliseconds) {
  return local(milliseconds).toISOString().slice(11, 16);
}

export function secondsOfDay(milliseconds) {
  return local(milliseconds).toISOString().slice(11, 19);
}

export function dayOf(milliseconds) {
  return local(milliseconds).toISOString().slice(0, 10);
}

// The form that a field for date and time takes.
export function fieldValue(milliseconds) {
  return local(milliseconds).toISOString().slice(0, 16);
}

function parts(milliseconds) {
  const date = local(milliseconds);
  return {
    day: date.getUTCDate(),
    month: word("months").split(" ")[date.getUTCMonth()],
    year: date.getUTCFullYear(),
    weekday: word("weekdays").split(" ")[date.getUTCDay()],
  };
}

export function fullDate(milliseconds) {
  return word("full_date", parts(milliseconds));
}

export function dayName(milliseconds) {
  const day = dayOf(milliseconds);
  if (day === dayOf(now())) return word("today");
  if (day === dayOf(now() - 24 * 3600 * 1000)) return word("yesterday");
  const sameYear = day.slice(0, 4) === dayOf(now()).slice(0, 4);
  return word(sameYear ? "day_and_month" : "day_month_year", parts(milliseconds));
}

// In a list of chats: the time today, else the day.
export function shortMoment(milliseconds) {
  const date = local(milliseconds);
  if (dayOf(milliseconds) === dayOf(now())) return timeOfDay(milliseconds);
  return `${String(date.getUTCDate()).padStart(2, "0")}.${String(date.getUTCMonth() + 1).padStart(2, "0")}`;
}
