// The buttons under a message. A pressed one turns until the bot answers the press.

import {button, icon, make} from "./elements.js";
import {link} from "./entities.js";
import {languageOf, word} from "./words.js";

const PATIENCE = 15_000;

function linkKey(key, deeds) {
  const element = link(key.url, deeds, {class: "key"});
  element.append(make("span", {lang: languageOf(key.text)}, key.text), icon("link"));
  return element;
}

function wait(element) {
  element.setAttribute("aria-busy", "true");
  setTimeout(() => element.removeAttribute("aria-busy"), PATIENCE);
}

function pressKey(message, key, row, column, deeds) {
  const works = key.callback_data || key.copy_text;
  const element = button({class: `key ${key.style || ""}`, disabled: !works}, make("span", {lang: languageOf(key.text)}, key.text));
  if (!works) element.title = word("button_not_played");
  element.addEventListener("click", () => {
    if (element.hasAttribute("aria-busy")) return;
    if (key.callback_data) wait(element);
    deeds.press(message, key, row, column);
  });
  return element;
}

export function keyboard(message, deeds) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const box = make("div", {class: "keyboard", role: "group", "aria-label": word("buttons")});
  rows.forEach((keys, row) => {
    const drawn = keys.map((key, column) => (key.url ? linkKey(key, deeds) : pressKey(message, key, row, column, deeds)));
    box.append(make("div", {class: "row"}, ...drawn));
  });
  return box;
}

export function pressAnswered(element) {
  for (const key of element.querySelectorAll("[aria-busy]")) key.removeAttribute("aria-busy");
}
