// The list of chats, and on a narrow screen the tabs: who is there, what is new.

import {avatar, button, icon, iconButton, keepFocus, make} from "./elements.js";
import {snippet} from "./media.js";
import {condition, isInSight, personOf, staffGroup, state, titleOf, unread} from "./state.js";
import {shortMoment} from "./time.js";
import {word} from "./words.js";

function badge(chat) {
  const count = unread(chat);
  return count > 0 && make("span", {class: "badge", "data-unread": count}, String(count), make("span", {class: "hidden"}, ` ${word("unread")}`));
}

function newest(chat) {
  const message = chat.newest;
  if (!message) return word("nothing_yet");
  const from = message.by_bot ? word("bot_says") : chat.id < 0 ? `${message.from.first_name}: ` : "";
  return from + snippet(message);
}

function moment(chat) {
  return chat.newest && make("time", {}, shortMoment(chat.newest.date * 1000));
}

function entry(chat, name, detail, isOpen, open) {
  return button({class: "entry", "aria-current": isOpen && "true", click: open},
    avatar(name, chat.id),
    make("span", {class: "lines"},
      make("span", {class: "top"}, make("b", {}, name), moment(chat)),
      make("span", {class: "bottom"}, make("span", {class: "snippet"}, newest(chat)), badge(chat)),
      make("small", {}, detail)));
}

function personItem(person, deeds) {
  const isOpen = state.phones.includes(person.id);
  const beside = !isOpen && iconButton("beside", word("open_beside", {name: person.first_name}), () => deeds.beside(person.id));
  return make("li", {"data-person": person.id, class: isOpen && "open"},
    entry(person, person.first_name, condition(person), isOpen, () => deeds.open(person.id)), beside);
}

export function drawPeople(deeds) {
  const list = document.getElementById("people");
  keepFocus(list, () => list.replaceChildren(...state.people.map((person) => personItem(person, deeds))));
  const group = staffGroup();
  const place = document.getElementById("groups");
  place.parentElement.hidden = !group;
  if (!group) return;
  const item = entry(group, titleOf(group), word("members", {n: group.people.length}), state.staffOpen, () => deeds.openStaff());
  keepFocus(place, () => place.replaceChildren(make("li", {class: state.staffOpen && "open"}, item)));
}

function tab(name, drawing, isOpen, chat, open) {
  return button({class: "tab", "aria-current": isOpen && "true", click: open},
    drawing, make("span", {class: "name"}, name), chat && badge(chat));
}

// One tab for the list of people, one for each open phone, one for the staff group.
export function drawTabs(deeds) {
  const place = document.getElementById("tabs");
  const others = state.people.filter((person) => !state.phones.includes(person.id) && unread(person));
  const news = others.length ? {id: 0, said_by_bot: others.reduce((sum, person) => sum + unread(person), 0)} : null;
  const tabs = [tab(word("people"), icon("people"), state.peopleInFront, news, () => deeds.showPeople())];
  for (const id of state.phones) {
    const person = personOf(id);
    tabs.push(tab(person.first_name, avatar(person.first_name, id, "tiny"), isInSight(id), person, () => deeds.open(id)));
  }
  const group = staffGroup();
  if (group) tabs.push(tab(word("staff"), icon("group"), isInSight(group.id), group, () => deeds.openStaff()));
  keepFocus(place, () => place.replaceChildren(...tabs));
}
