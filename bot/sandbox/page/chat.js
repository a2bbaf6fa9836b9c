// One chat as one person has it: its messages, its composer, and what the person does there.

import {Composer} from "./composer.js";
import {make} from "./elements.js";
import {Log} from "./log.js";
import {alertPerson, attempt, notice} from "./notices.js";
import {act, read} from "./server.js";
import {state} from "./state.js";
import {current, word} from "./words.js";

const PAGE = 200;

export class Chat {
  // `place` tells: chatId(), author() who writes, thread() the topic, botName(), topicName(id), typing(yes).
  constructor(place, {inGroup}) {
    this.place = place;
    this.inGroup = inGroup;
    this.depth = PAGE;
    this.number = null;  // of the newest event that was read; null before the first reading
    this.messages = [];
    this.toast = make("div", {class: "toast", role: "status"});
    this.composer = new Composer(this);
    this.log = new Log(this, word("messages"));
  }

  author() { return this.place.author(); }
  botName() { return this.place.botName(); }
  topicName(id) { return this.place.topicName(id); }
  username() { return state.bot.username; }
  look(message) { return [current(), this.author(), this.botName(), this.topicName(message.message_thread_id)]; }
  send(text) { return this.write({text}); }
  reply(message) { this.composer.reply(message); }
  edit(message) { this.composer.edit(message); }
  showOriginal(id) { this.log.point(id); }

  showEarlier() {
    this.depth += PAGE;
    return this.refresh();
  }

  // Links start the bot in the private chat, also when they stand in the group.
  async start(payload) {
    const text = payload ? `/start ${payload}` : "/start";
    if (await attempt(() => act("say", {person: this.author(), text}))) this.place.started();
  }

  where() {
    const group = this.inGroup ? {chat: this.place.chatId(), thread: this.place.thread()} : {};
    return {person: this.author(), ...group};
  }

  async write(content, path = "say") {
    const reply_to = this.composer.replyTo?.message_id;
    const done = await attempt(() => act(path, {...this.where(), reply_to, ...content}));
    if (done) this.composer.stop();
    this.log.scrollToEnd();
    this.composer.field.focus();
    return done;
  }

  async attach(kind, caption) {
    if (kind !== "album") return this.write({kind, caption}, "send");
    const album = String(Math.round(performance.now() * 1000));
    return await this.write({kind: "photo", caption, album}, "send") && this.write({kind: "photo", album}, "send");
  }

  change(message, text) {
    return attempt(() => act("edit", {...this.here(message), text}));
  }

  remove(message) {
    return attempt(() => act("delete", this.here(message)));
  }

  here(message) {
    return {person: this.author(), message: message.message_id, chat: this.inGroup ? this.place.chatId() : undefined};
  }

  async copy(text) {
    const done = await attempt(async () => { await navigator.clipboard.writeText(text); return true; });
    if (done) notice(word("copied"), this.toast);
  }

  async press(message, key, row, column) {
    if (key.copy_text) { await this.copy(key.copy_text.text); return; }
    if (!await attempt(() => act("press", {...this.here(message), row, column}))) this.log.answered(message.message_id);
  }

  editLast() {
    const own = this.messages.filter((message) => !message.by_bot && message.from.id === this.author());
    const last = own.findLast((message) => message.text ?? message.caption);
    if (last) this.edit(last);
  }

  async refresh() {
    const chat = this.place.chatId();
    const isFirst = this.number === null;
    const view = await attempt(() => read(`chats/${chat}?after=${this.number ?? 0}&limit=${this.depth}`));
    if (!view || chat !== this.place.chatId()) return;
    this.number = view.number;
    this.messages = view.messages;
    this.more = view.more;
    this.draw();
    this.place.typing(view.typing && !isFirst);
    if (!isFirst) view.toasts.forEach((toast) => this.answered(toast));
  }

  draw() {
    const thread = this.place.thread();
    const inThread = (message) => !thread || thread === message.message_thread_id || thread === message.message_id;
    this.log.element.setAttribute("aria-label", word("messages"));
    this.log.show(this.messages.filter(inThread), this.more);
  }

  answered(toast) {
    this.log.answered(toast.message_id);
    if (!toast.text || toast.person_id !== this.author()) return;
    if (toast.show_alert) alertPerson(toast.text);
    else notice(toast.text, this.toast);
  }

  // Another person writes here from now on, or the page speaks another language.
  redraw() {
    this.composer.say();
    this.draw();
  }
}
