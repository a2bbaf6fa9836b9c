// The phone of one citizen: the private chat with the bot.

import {Chat} from "./chat.js";
import {avatar, button, icon, iconButton, keepFocus, make} from "./elements.js";
import {attempt} from "./notices.js";
import {act} from "./server.js";
import {condition, personOf, state} from "./state.js";
import {now, timeOfDay} from "./time.js";
import {word} from "./words.js";

const TYPING = 5000;

export class Phone {
  // `deeds`: settings(id), close(id), focus(id).
  constructor(id, deeds) {
    this.id = id;
    this.deeds = deeds;
    this.chat = new Chat(this, {inGroup: false});
    this.status = make("header", {class: "status"});
    this.bar = make("div", {class: "bar"});
    this.notice = make("div", {class: "instead"});
    this.element = make("section", {class: "device phone", "data-chat": id},
      this.status, this.bar, make("div", {class: "screen"}, this.chat.log.element, this.chat.log.toEnd, this.chat.toast),
      this.notice, this.chat.composer.element);
    this.element.addEventListener("focusin", () => deeds.focus(id));
    this.isTyping = false;
  }

  chatId() { return this.id; }
  author() { return this.id; }
  thread() { return undefined; }
  topicName() { return undefined; }
  started() { this.chat.composer.field.focus(); }
  botName() { return personOf(this.id)?.bot.name ?? ""; }

  typing(yes) {
    clearTimeout(this.timer);
    this.isTyping = yes;
    if (yes) this.timer = setTimeout(() => this.typing(false), TYPING);
    this.drawState();
  }

  draw() {
    const person = personOf(this.id);
    if (!person) return;
    const look = JSON.stringify([person, word("menu"), this.chat.messages.length === 0]);
    if (this.look === look) return;
    this.look = look;
    this.element.setAttribute("aria-label", word("phone_of", {name: person.first_name}));
    this.drawStatus(person);
    this.drawBar(person);
    this.drawEmpty(person);
    this.drawInstead(person);
    this.chat.composer.setCommands(person.commands);
  }

  drawStatus(person) {
    const settings = button({class: "owner", "aria-haspopup": "dialog", title: word("person_settings"), click: () => this.deeds.settings(this.id)},
      avatar(person.first_name, person.id, "tiny"),
      make("span", {}, make("b", {}, person.first_name), make("small", {}, condition(person))), icon("settings"));
    settings.setAttribute("aria-label", `${person.first_name} · ${condition(person)}. ${word("person_settings")}`);
    const close = iconButton("close", word("close_phone", {name: person.first_name}), () => this.deeds.close(this.id));
    close.classList.add("closer");
    keepFocus(this.status, () => this.status.replaceChildren(make("time", {class: "clock", "data-clock": ""}, timeOfDay(now())), settings, close));
  }

  drawBar(person) {
    this.state = make("p", {class: "state"});
    this.bar.replaceChildren(avatar(person.bot.name, state.bot.id), make("div", {}, make("h2", {}, person.bot.name), this.state));
    this.drawState();
  }

  drawState() {
    if (!this.state) return;
    this.state.textContent = word(this.isTyping ? "is_typing" : "is_bot");
    this.state.classList.toggle("typing", this.isTyping);
  }

  // What stands in a chat in which nothing was said: what the bot tells about itself, and START.
  drawEmpty(person) {
    const about = person.bot.description;
    this.chat.log.empty.replaceChildren(
      avatar(person.bot.name, state.bot.id, "large"),
      make("h3", {}, about ? word("what_bot_can") : word("nothing_yet")),
      ...(about ? [make("p", {}, about)] : []),
      person.started ? this.startButton() : "");
  }

  startButton() {
    return button({class: "primary start", click: () => this.chat.start("")}, word("start"));
  }

  // Some persons cannot write: then there is a button in place of the field, as on a phone.
  drawInstead(person) {
    const hadFocus = this.notice.contains(document.activeElement);
    const parts = [];
    if (person.deactivated) parts.push(make("p", {}, word("account_is_deleted")));
    else if (person.blocked) parts.push(make("p", {}, word("you_blocked")), this.unblockButton());
    else if (!person.started) parts.push(this.startButton());
    this.notice.replaceChildren(...parts);
    this.notice.hidden = !parts.length;
    this.chat.composer.element.hidden = Boolean(parts.length);
    if (hadFocus) (this.notice.querySelector("button") ?? this.chat.composer.field).focus();
  }

  unblockButton() {
    return button({class: "primary", click: () => attempt(() => act("unblock", {person: this.id}))}, word("unblock"));
  }
}
