// Where a person writes: the field, what is attached, what is being answered or changed, the bot's commands.

import {button, icon, iconButton, make} from "./elements.js";
import {snippet} from "./media.js";
import {openMenu} from "./menu.js";
import {word} from "./words.js";

const ATTACHED = ["photo", "album", "voice", "video", "video_note", "document", "sticker", "contact", "location"];
const TALLEST = 140;

export class Composer {
  constructor(deeds) {
    this.deeds = deeds;
    this.replyTo = null;
    this.changing = null;
    this.about = make("div", {class: "about-line", hidden: true});
    this.menu = button({class: "pill commands", hidden: true, "aria-haspopup": "menu", "aria-expanded": "false", click: () => this.openCommands()});
    this.attach = iconButton("attach", "", () => this.openAttachments(), {"aria-haspopup": "menu", "aria-expanded": "false"});
    this.field = make("textarea", {rows: "1", name: "text", maxlength: "4096"});
    this.send = make("button", {type: "submit", class: "round send"}, icon("send"));
    this.form = make("form", {class: "composer"}, this.menu, this.attach, this.field, this.send);
    this.element = make("div", {class: "writing"}, this.about, this.form);
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("input", () => this.fit());
    this.say();
  }

  // The words, in the language of the page.
  say() {
    this.menu.replaceChildren(icon("menu"), make("span", {}, word("menu")));
    this.menu.setAttribute("aria-label", word("commands"));
    for (const [element, key] of [[this.attach, "attach"], [this.send, "send"]]) {
      element.setAttribute("aria-label", word(key));
      element.title = word(key);
    }
    this.field.setAttribute("aria-label", word("message"));
    this.field.placeholder = word("message");
    this.drawAbout();
  }

  setCommands(commands) {
    this.commands = commands;
    this.menu.hidden = !commands.length;
  }

  openCommands() {
    openMenu(this.menu, word("commands"), this.commands.map(({command, description}) => (
      {text: description, hint: `/${command}`, act: () => this.deeds.write({text: `/${command}`})})));
  }

  openAttachments() {
    openMenu(this.attach, word("attach"), ATTACHED.map((kind) => (
      {text: word(`kind_${kind}`), icon: kind, act: () => this.sendKind(kind)})));
  }

  async sendKind(kind) {
    if (await this.deeds.attach(kind, this.field.value.trim())) this.empty();
  }

  key(event) {
    if (event.key === "Escape" && (this.replyTo || this.changing)) { event.stopPropagation(); this.stop(); return; }
    if (event.key === "ArrowUp" && !this.field.value) { this.deeds.editLast(); return; }
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight + 2, TALLEST)}px`;
  }

  async submit() {
    const text = this.field.value;
    if (!text.trim()) return;
    const changing = this.changing;
    const done = changing ? await this.deeds.change(changing, text) : await this.deeds.write({text});
    if (done && changing) this.stop();
    else if (done) this.empty();
  }

  empty() {
    this.field.value = "";
    this.stop();
    this.fit();
  }

  reply(message) {
    this.changing = null;
    this.replyTo = message;
    this.drawAbout();
    this.field.focus();
  }

  edit(message) {
    this.replyTo = null;
    this.changing = message;
    this.field.value = message.text ?? message.caption;
    this.drawAbout();
    this.fit();
    this.field.focus();
  }

  stop() {
    if (this.changing) this.field.value = "";
    this.replyTo = this.changing = null;
    this.drawAbout();
    this.fit();
  }

  drawAbout() {
    const message = this.changing ?? this.replyTo;
    this.about.hidden = !message;
    if (!message) { this.about.replaceChildren(); return; }
    this.about.replaceChildren(
      icon(this.changing ? "edit" : "reply"),
      make("span", {}, make("b", {}, word(this.changing ? "editing" : "replying")), make("small", {}, snippet(message))),
      iconButton("close", word("cancel"), () => { this.stop(); this.field.focus(); }));
  }
}
