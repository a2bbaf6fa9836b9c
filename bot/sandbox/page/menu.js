// A list of choices that opens at a button: for attachments, commands and what can be done with a message.

import {icon, make} from "./elements.js";

const KEYS = {ArrowDown: 1, ArrowUp: -1};
const EDGE = 8;

function item(choice, close) {
  const small = choice.hint && make("small", {}, choice.hint);
  const label = make("span", {class: "choice"}, choice.text, small);
  return make("button", {
    type: "button", role: "menuitem", tabindex: "-1", class: choice.danger && "danger", lang: choice.lang,
    click: () => { close(); choice.act(); },
  }, choice.icon && icon(choice.icon), label);
}

function place(menu, anchor) {
  const from = anchor.getBoundingClientRect();
  const box = menu.getBoundingClientRect();
  const above = from.top - box.height - EDGE;
  const top = above >= EDGE ? above : Math.min(from.bottom + EDGE, innerHeight - box.height - EDGE);
  menu.style.left = `${Math.max(EDGE, Math.min(from.left, innerWidth - box.width - EDGE))}px`;
  menu.style.top = `${Math.max(EDGE, top)}px`;
}

function move(menu, event) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  if (event.key in KEYS) items[(at + KEYS[event.key] + items.length) % items.length].focus();
  else if (event.key === "Home") items[0].focus();
  else if (event.key === "End") items.at(-1).focus();
  else if (event.key === "Tab") menu.hidePopover();
  else return;
  if (event.key !== "Tab") event.preventDefault();
}

export function openMenu(anchor, label, choices) {
  const menu = make("div", {class: "menu", role: "menu", popover: "auto", "aria-label": label});
  menu.append(...choices.map((choice) => item(choice, () => menu.hidePopover())));
  menu.addEventListener("keydown", (event) => move(menu, event));
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "open") return;
    anchor.setAttribute("aria-expanded", "false");
    if (menu.contains(document.activeElement) || document.activeElement === document.body) anchor.focus();
    menu.remove();
  });
  (anchor.closest("section") ?? document.body).append(menu);
  menu.showPopover();
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");
  menu.firstElementChild.focus();
}
