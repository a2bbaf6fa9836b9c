// The messages of one chat, kept in step without being drawn anew: what looks the same keeps its element,
// so that focus, selection and screen readers are not disturbed.

import {button, icon, make} from "./elements.js";
import {pressAnswered} from "./keyboard.js";
import {messageRow} from "./message.js";
import {dayName, dayOf} from "./time.js";
import {word} from "./words.js";

const NEAR_END = 80;
const TOGETHER = 300;  // seconds in which messages of one author stand close to each other

// Who pressed a button with the keyboard must not lose their place when the message changes under it.
function replace(old, element, log) {
  const controls = "a[href], button";
  const place = [...old.querySelectorAll(controls)].indexOf(document.activeElement);
  old.replaceWith(element);
  if (place >= 0) (element.querySelectorAll(controls)[place] ?? log).focus();
}

function isTogether(one, other) {
  return one && other && one.from.id === other.from.id && Math.abs(one.date - other.date) < TOGETHER
    && dayOf(one.date * 1000) === dayOf(other.date * 1000);
}

function dayRow(day, at) {
  return {key: `day ${day}`, look: dayName(at), make: () => make("li", {class: "day"}, make("span", {}, dayName(at)))};
}

export class Log {
  constructor(deeds, label) {
    this.deeds = deeds;
    this.list = make("ol");
    this.earlier = button({class: "pill earlier", hidden: true, click: () => deeds.showEarlier()});
    this.empty = make("div", {class: "empty"});
    this.element = make("div", {class: "log", role: "log", "aria-live": "polite", tabindex: "0", "aria-label": label}, this.earlier, this.empty, this.list);
    this.toEnd = button({class: "round to-end", hidden: true, click: () => { this.scrollToEnd(); this.element.focus(); }}, icon("down"));
    this.element.addEventListener("keydown", (event) => this.walk(event));
    this.element.addEventListener("scroll", () => { this.toEnd.hidden = this.isAtEnd(200); this.stuck = this.isAtEnd(); });
    // Whoever reads the end goes on reading it when the screen gets another size.
    new ResizeObserver(() => { if (this.stuck) this.scrollToEnd(); }).observe(this.element);
    this.shown = new Map();
    this.fresh = true;
    this.stuck = true;
  }

  isAtEnd(near = NEAR_END) {
    return this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < near;
  }

  scrollToEnd() {
    this.element.scrollTop = this.element.scrollHeight;
  }

  show(messages, more) {
    const atEnd = this.fresh || this.isAtEnd();
    const before = this.list.lastElementChild;
    this.earlier.hidden = !more;
    this.earlier.textContent = word("earlier");
    this.toEnd.setAttribute("aria-label", word("to_end"));
    this.toEnd.title = word("to_end");
    this.element.classList.toggle("silent", !messages.length);
    this.keep(this.rows(messages));
    this.group(messages);
    this.rove();
    if (atEnd) this.follow(before);
    this.fresh = false;
  }

  // An answer longer than the screen is read from its beginning.
  follow(before) {
    const newest = this.list.lastElementChild;
    const isLong = newest && newest !== before && newest.offsetHeight > this.element.clientHeight;
    if (isLong && !this.fresh) newest.scrollIntoView({block: "start"});
    else this.scrollToEnd();
  }

  rows(messages) {
    const rows = [];
    let day = "";
    for (const message of messages) {
      const at = message.date * 1000;
      if (dayOf(at) !== day) rows.push(dayRow(day = dayOf(at), at));
      const look = JSON.stringify([message, this.deeds.look(message)]);
      rows.push({key: message.message_id, look, make: () => messageRow(message, this.deeds)});
    }
    return rows;
  }

  keep(rows) {
    const wanted = new Set(rows.map((row) => row.key));
    for (const [key, kept] of this.shown) if (!wanted.has(key)) { this.shown.delete(key); this.leave(kept.element); }
    let next = this.list.firstElementChild;
    for (const row of rows) {
      const kept = this.shown.get(row.key);
      const element = kept?.look === row.look ? kept.element : row.make();
      if (kept && element !== kept.element) { replace(kept.element, element, this.element); if (next === kept.element) next = element; }
      else if (!kept) this.list.insertBefore(element, next);
      this.shown.set(row.key, {look: row.look, element});
      if (element === next) next = next.nextElementSibling;
    }
  }

  leave(element) {
    const hadFocus = element.contains(document.activeElement);
    element.remove();
    if (hadFocus) this.element.focus();
  }

  group(messages) {
    messages.forEach((message, place) => {
      const classes = this.shown.get(message.message_id).element.classList;
      classes.toggle("first", !isTogether(messages[place - 1], message));
      classes.toggle("last", !isTogether(messages[place + 1], message));
    });
  }

  // One stop of the Tab key for all messages; the arrows go from one to the next.
  rove() {
    const stops = [...this.list.querySelectorAll(".more")];
    if (stops.includes(document.activeElement)) return;
    stops.forEach((stop, place) => { stop.tabIndex = place === stops.length - 1 ? 0 : -1; });
  }

  walk(event) {
    const stops = [...this.list.querySelectorAll(".more")];
    const at = stops.indexOf(event.target);
    const step = {ArrowUp: -1, ArrowDown: 1}[event.key];
    if (at < 0 || !step || !stops[at + step]) return;
    event.preventDefault();
    stops[at].tabIndex = -1;
    stops[at + step].tabIndex = 0;
    stops[at + step].focus();
  }

  answered(messageId) {
    const kept = this.shown.get(messageId);
    if (kept) pressAnswered(kept.element);
  }

  point(messageId) {
    const element = this.shown.get(messageId)?.element;
    if (!element) return;
    element.scrollIntoView({block: "center"});
    element.classList.add("pointed");
    setTimeout(() => element.classList.remove("pointed"), 1500);
    element.querySelector(".more")?.focus({preventScroll: true});
  }
}
