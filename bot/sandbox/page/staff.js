// The staff group, as one of the officers in it sees it.

import {Chat} from "./chat.js";
import {avatar, fillSelect, iconButton, make} from "./elements.js";
import {staffGroup, state, titleOf} from "./state.js";
import {now, timeOfDay} from "./time.js";
import {word} from "./words.js";

const TYPING = 5000;

export class Staff {
  // `deeds`: close(), focus(id), beside(person).
  constructor(deeds) {
    this.deeds = deeds;
    this.officer = make("select", {class: "officer", change: () => this.chat.redraw()});
    this.topic = make("select", {class: "topic", change: () => this.chat.redraw()});
    this.chat = new Chat(this, {inGroup: true});
    this.status = make("header", {class: "status"});
    this.bar = make("div", {class: "bar"});
    this.who = make("label", {class: "owner"}, make("span", {class: "hidden"}), this.officer);
    this.time = make("time", {class: "clock", "data-clock": ""});
    this.where = make("label", {class: "choosing"}, make("span"), this.topic);
    this.element = make("section", {class: "device staff", "data-chat": "staff"},
      this.status, this.bar, this.where,
      make("div", {class: "screen"}, this.chat.log.element, this.chat.log.toEnd, this.chat.toast), this.chat.composer.element);
    this.element.addEventListener("focusin", () => deeds.focus(this.chatId()));
    this.status.append(this.time, this.who);
    this.close = iconButton("close", "", () => deeds.close(), {class: "round closer"});
    this.status.append(this.close);
    this.chat.composer.setCommands([]);
  }

  chatId() { return staffGroup()?.id ?? null; }
  author() { return Number(this.officer.value); }
  thread() { return Number(this.topic.value) || undefined; }
  started() { this.deeds.beside(this.author()); }
  botName() { return state.people.find((person) => person.id === this.author())?.bot.name ?? state.bot.first_name; }
  topicName(id) { return staffGroup()?.topics.find((topic) => topic.thread_id === id)?.name; }

  typing(yes) {
    clearTimeout(this.timer);
    if (yes) this.timer = setTimeout(() => this.typing(false), TYPING);
    this.isTyping = yes;
    this.drawState();
  }

  draw() {
    const group = staffGroup();
    if (!group) return;
    const inside = state.people.filter((person) => group.people.includes(person.id));
    fillSelect(this.officer, inside.map((person) => [person.id, person.first_name]));
    this.where.hidden = !group.topics.length;
    const topics = group.topics.map((topic) => [topic.thread_id, topic.closed ? word("closed_topic", {name: topic.name}) : topic.name]);
    fillSelect(this.topic, [["", word("all_topics")], ...topics]);
    this.time.textContent = timeOfDay(now());
    this.who.firstElementChild.textContent = word("who_writes");
    this.where.firstElementChild.textContent = word("topic");
    this.element.setAttribute("aria-label", word("staff_group"));
    this.drawHead(group, inside.length);
  }

  drawHead(group, count) {
    const look = JSON.stringify([group.title, count, word("menu")]);
    if (this.look === look) return;
    this.look = look;
    this.close.setAttribute("aria-label", word("close_staff"));
    this.close.title = word("close_staff");
    this.count = count;
    this.state = make("p", {class: "state"});
    this.bar.replaceChildren(avatar(titleOf(group), group.id), make("div", {}, make("h2", {}, titleOf(group)), this.state));
    this.chat.log.empty.replaceChildren(make("p", {}, word("staff_empty")));
    this.drawState();
  }

  drawState() {
    if (!this.state) return;
    this.state.textContent = this.isTyping ? word("is_typing") : word("members", {n: this.count});
    this.state.classList.toggle("typing", this.isTyping === true);
  }
}
