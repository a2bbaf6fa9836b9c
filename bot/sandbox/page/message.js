// One message as an element.

import {avatar, button, hidden, iconButton, make} from "./elements.js";
import {fill} from "./entities.js";
import {keyboard} from "./keyboard.js";
import {kindOf, picture, snippet} from "./media.js";
import {openMenu} from "./menu.js";
import {timeOfDay} from "./time.js";
import {languageOf, word} from "./words.js";

const SERVICE = ["forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened"];

function serviceOf(message) {
  return SERVICE.find((name) => name in message);
}

function authorName(message, deeds) {
  if (message.by_bot) return deeds.botName();
  return message.from.id === deeds.author() ? word("you") : message.from.first_name;
}

function heading(message, deeds) {
  const name = authorName(message, deeds);
  const topic = deeds.topicName(message.message_thread_id);
  if (!deeds.inGroup) return hidden(`${name}:`);
  return make("p", {class: `who tone-${Math.abs(message.from.id) % 6}`}, name, topic && make("small", {}, ` · ${topic}`));
}

function quote(message, deeds) {
  const original = message.reply_to_message;
  if (!original) return null;
  const from = {...original, by_bot: original.from.is_bot};
  return button({class: "quote", click: () => deeds.showOriginal(original.message_id)},
    hidden(word("reply_to")), make("b", {}, authorName(from, deeds)), make("span", {}, snippet(original)));
}

function foot(message) {
  const at = message.date * 1000;
  return make("p", {class: "meta"},
    message.edit_date && make("span", {}, word("edited"), " "),
    make("time", {datetime: new Date(at).toISOString()}, timeOfDay(at)));
}

function words(message, deeds) {
  const text = message.text ?? message.caption ?? "";
  if (!text) return null;
  const box = make("div", {class: "text", lang: languageOf(text)});
  fill(box, text, message.entities || message.caption_entities || [], deeds);
  return box;
}

function choices(message, deeds) {
  const text = message.text ?? message.caption;
  const own = !message.by_bot && message.from.id === deeds.author();
  return [
    {text: word("reply"), icon: "reply", act: () => deeds.reply(message)},
    text && {text: word("copy"), icon: "copy", act: () => deeds.copy(text)},
    own && text && {text: word("edit"), icon: "edit", act: () => deeds.edit(message)},
    own && {text: word("delete"), icon: "trash", danger: true, act: () => deeds.remove(message)},
  ].filter(Boolean);
}

function moreButton(message, deeds) {
  const label = word("message_actions", {what: snippet(message).slice(0, 60)});
  const more = iconButton("more", label, () => openMenu(more, label, choices(message, deeds)), {
    class: "round more", title: undefined, tabindex: "-1", "aria-haspopup": "menu", "aria-expanded": "false",
  });
  return more;
}

function bubble(message, deeds) {
  const kind = kindOf(message);
  const text = words(message, deeds);
  return make("article", {"data-kind": kind, class: `bubble ${text ? "" : "wordless"} ${message.edit_date ? "edited" : ""}`},
    heading(message, deeds),
    message.forward_origin && make("p", {class: "forwarded"}, word("forwarded")),
    quote(message, deeds), picture(message), text, foot(message));
}

export function messageRow(message, deeds) {
  const service = serviceOf(message);
  if (service) return make("li", {class: "service"}, make("span", {}, word(service, {name: message[service].name ?? ""})));
  const own = !message.by_bot && message.from.id === deeds.author();
  const more = moreButton(message, deeds);
  const box = bubble(message, deeds);
  box.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a")) return;
    event.preventDefault();
    more.click();
  });
  const face = deeds.inGroup && !own && avatar(authorName(message, deeds), message.from.id, "small");
  return make("li", {class: `message ${message.by_bot ? "bot" : "person"} ${own ? "own" : "other"}`, "data-message": message.message_id},
    face, make("div", {class: "line"}, make("div", {class: "stack"}, box, keyboard(message, deeds)), more));
}
