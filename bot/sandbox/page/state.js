// What the page knows, and what is open on it.

import {current, word} from "./words.js";

export const state = {
  bot: {username: ""},
  people: [],
  groups: [],
  phones: [],  // ids of the persons whose phones are open, from left to right
  staffOpen: true,
  active: null,  // the chat in front: a person's id or that of the group
  peopleInFront: false,  // on a narrow screen: the list of people instead of a chat
  seen: new Map(),  // chat id → how many messages of the bot were there when it was last in sight
};

export function personOf(id) {
  return state.people.find((person) => person.id === id);
}

export function staffGroup() {
  return state.groups[0];
}

// A title in two languages, Kazakh · Russian, is shown in the one of the page.
export function titleOf(group) {
  const parts = group.title.split(" · ");
  return parts.length === 2 ? parts[current() === "ru" ? 1 : 0] : group.title;
}

const narrow = matchMedia("(max-width: 44.99rem)");

export function isInSight(chat) {
  if (narrow.matches) return !state.peopleInFront && state.active === chat;
  return state.phones.includes(chat) || (state.staffOpen && chat === staffGroup()?.id);
}

export function unread(chat) {
  return Math.max(0, chat.said_by_bot - (state.seen.get(chat.id) ?? 0));
}

export function countSeen({all}) {
  for (const chat of [...state.people, ...state.groups]) {
    // Fewer than were seen: messages are gone, or the stand-in began anew.
    const isLess = chat.said_by_bot < (state.seen.get(chat.id) ?? 0);
    if (all || isLess || isInSight(chat.id)) state.seen.set(chat.id, chat.said_by_bot);
  }
}

const LANGUAGES = ["kk", "ru", "en", "ko", "uz"];

export function languageName(code) {
  if (!code) return word("language_unknown");
  return LANGUAGES.includes(code) ? word(`language_${code}`) : code;
}

export function languageChoices() {
  return [...LANGUAGES.map((code) => [code, word(`language_${code}`)]), ["", word("language_unknown")]];
}

export function condition(person) {
  const parts = [languageName(person.language_code)];
  if (person.blocked) parts.push(word("is_blocked"));
  if (person.deactivated) parts.push(word("is_deleted"));
  return parts.join(" · ");
}

// The open chats stand in the address, so that a reload and a bookmark bring them back.
export function readAddress() {
  const parts = location.hash.slice(1).split(",").filter(Boolean);
  if (!parts.length) return;
  state.phones = parts.map(Number).filter((id) => personOf(id));
  state.staffOpen = parts.includes("staff");
}

export function writeAddress() {
  const parts = [...state.phones, ...(state.staffOpen ? ["staff"] : [])];
  history.replaceState(null, "", `${location.pathname}${location.search}#${parts.join(",")}`);
}
