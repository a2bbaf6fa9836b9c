// One message as an element, and the list of a chat kept in step without being drawn anew.

import {fill} from "./entities.js";

const MEDIA = {
  photo: "Сурет · Фото", voice: "Дауыс · Голосовое", document: "Құжат · Документ",
  video: "Бейне · Видео", video_note: "Бейне · Видео", audio: "Аудио", animation: "GIF",
  sticker: "Стикер", contact: "Контакт", location: "Орналасу · Место",
};

const SERVICE = {
  forum_topic_created: (what) => `Тақырып ашылды · Открыта тема «${what.name}»`,
  forum_topic_edited: (what) => `Тақырып өзгерді · Тема изменена «${what.name}»`,
  forum_topic_closed: () => "Тақырып жабылды · Тема закрыта",
  forum_topic_reopened: () => "Тақырып қайта ашылды · Тема открыта снова",
};

const TIME = new Intl.DateTimeFormat("ru", {hour: "2-digit", minute: "2-digit", timeZone: "Etc/GMT-5"});

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function snippet(message) {
  const kind = Object.keys(MEDIA).find((name) => name in message);
  return (message.text || message.caption || (kind ? MEDIA[kind] : "…")).slice(0, 80);
}

function keyButton(message, button, row, column, deeds) {
  if (button.url) {
    const anchor = make("a", "key", `${button.text} ↗`);
    anchor.href = button.url;
    anchor.target = "_blank";
    anchor.rel = "noopener noreferrer";
    return anchor;
  }
  const element = make("button", `key ${button.style || ""}`, button.text);
  element.type = "button";
  element.disabled = !(button.callback_data || button.copy_text);
  element.addEventListener("click", () => deeds.press(message, button, row, column));
  return element;
}

function keyboard(message, deeds) {
  const box = make("div", "keyboard");
  message.reply_markup.inline_keyboard.forEach((buttons, row) => {
    const line = make("div", "row");
    buttons.forEach((button, column) => line.append(keyButton(message, button, row, column, deeds)));
    box.append(line);
  });
  return box;
}

function head(message, names) {
  const box = make("p", "who", message.by_bot ? "Бот" : message.from.first_name);
  const topic = names.topics?.[message.message_thread_id];
  if (topic) box.append(` · ${topic}`);
  return box;
}

function foot(message, deeds) {
  const box = make("p", "foot");
  const reply = make("button", "reply", "Жауап · Ответить");
  reply.type = "button";
  reply.setAttribute("aria-label", `Жауап беру · Ответить: ${snippet(message)}`);
  reply.addEventListener("click", () => deeds.reply(message));
  const edited = message.edit_date ? "өзгертілді · изменено " : "";
  box.append(reply, make("span", "", `${edited}${TIME.format(new Date(message.date * 1000))}`));
  return box;
}

function body(message, deeds) {
  const parts = [];
  if (message.forward_origin) parts.push(make("p", "forwarded", "Қайта жіберілген · Переслано"));
  if (message.reply_to_message) parts.push(make("p", "quote", snippet(message.reply_to_message)));
  const kind = Object.keys(MEDIA).find((name) => name in message);
  if (kind) parts.push(make("p", "media", `[${MEDIA[kind]}]`));
  const text = message.text ?? message.caption ?? "";
  if (text) {
    const box = make("div", "text");
    fill(box, text, message.entities || message.caption_entities || [], deeds.send);
    parts.push(box);
  }
  return parts;
}

function bubble(message, deeds, names) {
  const service = Object.keys(SERVICE).find((name) => name in message);
  const item = make("li", service ? "service" : message.by_bot ? "bot" : "person");
  if (service) { item.textContent = SERVICE[service](message[service]); return item; }
  const box = make("article", "bubble");
  box.append(head(message, names), ...body(message, deeds), foot(message, deeds));
  item.append(box);
  if (message.reply_markup) item.append(keyboard(message, deeds));
  return item;
}

// Who pressed a button with the keyboard must not lose their place when the message changes under it.
function replace(old, element, log) {
  const controls = "a[href], button";
  const place = [...old.querySelectorAll(controls)].indexOf(document.activeElement);
  old.replaceWith(element);
  if (place >= 0) (element.querySelectorAll(controls)[place] ?? log).focus();
}

// The list of one chat. A message that looks the same keeps its element, so focus and screen readers are not disturbed.
export class Bubbles {
  constructor(log, deeds) {
    this.log = log;
    this.list = log.querySelector("ol");
    this.deeds = deeds;
    this.shown = new Map();
  }

  clear() {
    this.shown.clear();
    this.list.replaceChildren();
  }

  show(messages, names = {}) {
    const atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80;
    const present = new Set(messages.map((message) => message.message_id));
    for (const [id, kept] of this.shown) if (!present.has(id)) { kept.element.remove(); this.shown.delete(id); }
    for (const message of messages) this.place(message, names);
    if (atEnd) this.log.scrollTop = this.log.scrollHeight;
  }

  place(message, names) {
    const look = JSON.stringify([message, names.topics?.[message.message_thread_id]]);
    const kept = this.shown.get(message.message_id);
    if (kept?.look === look) return;
    const element = bubble(message, this.deeds, names);
    if (kept) replace(kept.element, element, this.log);
    else this.list.append(element);
    this.shown.set(message.message_id, {look, element});
  }
}
