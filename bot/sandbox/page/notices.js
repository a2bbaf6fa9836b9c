// What is said beside the chats: short notices, alerts, and deeds that did not work out.

import {word} from "./words.js";

const SECONDS = 4;
const timers = new WeakMap();

export function notice(text, place = document.getElementById("notice")) {
  place.textContent = text;
  place.classList.add("open");
  clearTimeout(timers.get(place));
  timers.set(place, setTimeout(() => { place.classList.remove("open"); place.textContent = ""; }, SECONDS * 1000));
}

export function alertPerson(text) {
  const dialog = document.getElementById("alert");
  dialog.querySelector("p").textContent = text;
  if (!dialog.open) dialog.showModal();
}

// The result of a deed, or null after a notice that says what went wrong.
export async function attempt(deed) {
  try {
    return await deed();
  } catch (error) {
    notice(word("failed", {what: error.message}));
    return null;
  }
}
