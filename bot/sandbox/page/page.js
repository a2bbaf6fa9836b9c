// The page: who is there, the chat of the chosen person, the staff group beside it.

import {act, listen, read} from "./server.js";
import {Bubbles} from "./bubbles.js";

const $ = (id) => document.getElementById(id);
const state = {people: [], groups: [], person: null, group: null, replies: {}, seen: {}, unread: new Set()};

function say(text) {
  const toast = $("toast");
  toast.textContent = text;
  toast.classList.add("open");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => toast.classList.remove("open"), 4000);
}

async function attempt(deed) {
  try { return await deed(); } catch (error) { say(`Болмады · Не вышло: ${error.message}`); return null; }
}

function alertPerson(text) {
  const dialog = $("alert");
  dialog.querySelector("p").textContent = text;
  if (!dialog.open) dialog.showModal();
}

// One side of the page: a chat with its list, its form and what is being replied to.
class Side {
  constructor(prefix, chat, author) {
    this.chat = chat;
    this.author = author;
    this.replying = $(`${prefix}replying`);
    this.field = $(`${prefix}text`);
    this.replyTo = null;
    this.shownChat = null;
    this.bubbles = new Bubbles($(`${prefix}log`), {
      press: (message, button, row, column) => this.press(message, button, row, column),
      reply: (message) => this.reply(message),
      send: (text) => this.write({text}),
    });
    $(`${prefix}composer`).addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("input", () => this.fit());
  }

  key(event) {
    if (event.key === "Escape") this.reply(null);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  fit() {
    this.field.rows = Math.min(6, Math.max(1, this.field.value.split("\n").length));
  }

  where() {
    const chat = this.chat();
    const author = this.author();
    const thread = chat < 0 ? Number($("topic").value) || undefined : undefined;
    return {person: author, chat: chat < 0 ? chat : undefined, thread, reply_to: this.replyTo ?? undefined};
  }

  async submit() {
    const text = this.field.value;
    if (!text.trim()) return;
    if (await this.write({text})) { this.field.value = ""; this.fit(); }
  }

  async write(content, path = "say") {
    const done = await attempt(() => act(path, {...this.where(), ...content}));
    if (done) this.reply(null);
    this.field.focus();
    return done;
  }

  reply(message) {
    this.replyTo = message?.message_id ?? null;
    this.replying.hidden = !message;
    this.replying.textContent = message ? `Жауап · Ответ: ${(message.text || message.caption || "…").slice(0, 60)}  (Esc)` : "";
    if (message) this.field.focus();
  }

  async press(message, button, row, column) {
    if (button.copy_text) {
      await attempt(() => navigator.clipboard.writeText(button.copy_text.text));
      say(`Көшірілді · Скопировано: ${button.copy_text.text}`);
      return;
    }
    const {person, chat} = this.where();
    await attempt(() => act("press", {person, chat, message: message.message_id, row, column}));
  }

  async refresh(names) {
    const chat = this.chat();
    if (chat === null) return;
    const after = state.seen[chat];
    const view = await attempt(() => read(`chats/${chat}?after=${after ?? 0}`));
    if (!view || chat !== this.chat()) return;
    if (this.shownChat !== chat) { this.bubbles.clear(); this.shownChat = chat; }
    this.bubbles.show(view.messages, names);
    state.seen[chat] = view.number;
    if (after !== undefined) for (const toast of view.toasts) this.toast(toast);
  }

  toast(toast) {
    if (!toast.text || toast.person_id !== this.author()) return;
    if (toast.show_alert) alertPerson(toast.text); else say(toast.text);
  }
}

const citizen = new Side("", () => state.person, () => state.person);
const staff = new Side("staff-", () => state.group, () => Number($("officer").value));

function chosen() {
  return state.people.find((person) => person.id === state.person);
}

const LANGUAGES = {kk: "қазақша", ru: "русский", en: "English", ko: "한국어"};

function mark(person) {
  const code = person.language_code;
  const marks = [LANGUAGES[code] || code || "тілі белгісіз · язык неизвестен"];
  if (person.blocked) marks.push("бұғаттады · заблокировал");
  if (person.deactivated) marks.push("жойылды · удалён");
  return marks.join(" · ");
}

function personButton(person) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(person.first_name);
  const small = document.createElement("small");
  small.textContent = mark(person);
  button.append(small);
  if (person.id === state.person) button.setAttribute("aria-current", "true");
  if (state.unread.has(person.id)) {
    const dot = document.createElement("span");
    dot.className = "unread";
    dot.textContent = "жаңа · новое";
    button.append(dot);
  }
  button.addEventListener("click", () => choose(person.id));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

function drawPeople() {
  const focused = [...$("people").querySelectorAll("button")].indexOf(document.activeElement);
  $("people").replaceChildren(...state.people.map(personButton));
  if (focused >= 0) $("people").querySelectorAll("button")[focused]?.focus();
  const person = chosen();
  $("chat-title").textContent = person ? `${person.first_name} · ${mark(person)}` : "Чат";
  $("block").hidden = !person;
  if (person) $("block").textContent = person.blocked ? "Ботты ашу · Разблокировать" : "Ботты бұғаттау · Заблокировать";
}

function drawCommands() {
  const person = chosen();
  const commands = person?.commands.length ? person.commands : [{command: "start", description: "бастау · начать"}];
  const look = JSON.stringify(commands);
  if ($("commands").dataset.look === look) return;
  $("commands").dataset.look = look;
  $("commands").replaceChildren(...commands.map(({command, description}) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `/${command}`;
    button.title = description;
    button.setAttribute("aria-label", `/${command}: ${description}`);
    button.addEventListener("click", () => citizen.write({text: `/${command}`}));
    return button;
  }));
}

function options(select, values) {
  const look = JSON.stringify(values);
  if (select.dataset.look === look) return;
  const before = select.value;
  select.dataset.look = look;
  select.replaceChildren(...values.map(([value, text]) => new Option(text, value)));
  if (values.some(([value]) => String(value) === before)) select.value = before;
}

function drawStaff() {
  const group = state.groups[0];
  state.group = group?.id ?? null;
  document.body.classList.toggle("alone", !group);
  if (!group) return;
  $("staff-title").textContent = group.title;
  const inside = state.people.filter((person) => group.people.includes(person.id));
  options($("officer"), inside.map((person) => [person.id, person.first_name]));
  $("topic-label").hidden = !group.topics.length;
  options($("topic"), [["", "жалпы · общая"], ...group.topics.map((topic) => [topic.thread_id, topic.name])]);
}

function topicNames() {
  return {topics: Object.fromEntries((state.groups[0]?.topics || []).map((topic) => [topic.thread_id, topic.name]))};
}

async function refresh(changed) {
  const everybody = await attempt(() => read("people"));
  if (!everybody) return;
  state.people = everybody.people;
  state.groups = everybody.groups;
  const wanted = Number(location.hash.slice(1));
  if (!chosen()) state.person = (state.people.find((person) => person.id === wanted) ?? state.people[0])?.id ?? null;
  for (const id of changed || []) if (id > 0 && id !== state.person) state.unread.add(id);
  drawPeople();
  drawCommands();
  drawStaff();
  if (!changed || changed.includes(state.person)) await citizen.refresh();
  if (!changed || changed.includes(state.group)) await staff.refresh(topicNames());
}

function choose(id) {
  state.person = id;
  state.unread.delete(id);
  history.replaceState(null, "", `#${id}`);
  citizen.reply(null);
  show("chat");
  refresh(null).then(() => { $("log").scrollTop = $("log").scrollHeight; });
}

function show(part) {
  document.body.dataset.view = part;
  for (const tab of document.querySelectorAll("[data-show]")) tab.setAttribute("aria-pressed", String(tab.dataset.show === part));
}

// Events come in bursts: one reading at a time, and one more for what came meanwhile.
let reading = null;
let missed = new Set();
let all = false;

function changed(ids) {
  if (ids === null) all = true; else ids.forEach((id) => missed.add(id));
  reading ??= (async () => {
    while (all || missed.size) {
      const now = all ? null : [...missed];
      all = false;
      missed = new Set();
      await refresh(now);
    }
    reading = null;
  })();
}

for (const tab of document.querySelectorAll("[data-show]")) tab.addEventListener("click", () => show(tab.dataset.show));
show("chat");

$("block").addEventListener("click", () => attempt(() => act(chosen().blocked ? "unblock" : "block", {person: state.person})));

$("attach").addEventListener("change", async (event) => {
  const kind = event.target.value;
  event.target.value = "";
  if (kind && await citizen.write({kind, caption: citizen.field.value}, "send")) { citizen.field.value = ""; citizen.fit(); }
});

$("newcomer").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const order = {first_name: form.first_name.value.trim(), language_code: form.language_code.value || undefined};
  const person = order.first_name && await attempt(() => act("people", order));
  if (person) { form.reset(); choose(person.id); }
});

listen(changed, (connected) => {
  $("link").textContent = connected ? "" : "Байланыс үзілді · Нет связи";
});
