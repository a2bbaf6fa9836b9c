// What is to go wrong between the bot and Telegram.

import {fillSelect, make} from "./elements.js";
import {attempt, notice} from "./notices.js";
import {act, read} from "./server.js";
import {state, titleOf} from "./state.js";
import {word} from "./words.js";

const $ = (id) => document.getElementById(id);

// A kind as people choose it, and what it is to the stand-in.
const KINDS = {
  too_many: {kind: "error", code: 429, waits: "retry_after"},
  forbidden: {kind: "error", code: 403, description: "Forbidden: bot was blocked by the user"},
  refused: {kind: "error", code: 400, description: "Bad Request: message is too long"},
  broken: {kind: "error", code: 500, description: "Internal Server Error"},
  html: {kind: "html"},
  drop_before: {kind: "drop_before"},
  drop_after: {kind: "drop_after"},
  hang: {kind: "hang", waits: "seconds"},
  slow: {kind: "slow", waits: "seconds"},
  garbled: {kind: "garbled"},
  no_result: {kind: "no_result"},
};
const METHODS = [
  "sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates", "copyMessage", "forwardMessage",
  "editMessageReplyMarkup", "deleteMessage", "sendPhoto", "sendChatAction", "setMyCommands",
];

function chats() {
  return [...state.people.map((person) => [person.id, person.first_name]), ...state.groups.map((group) => [group.id, titleOf(group)])];
}

export function chatChoices() {
  return [["", word("any_chat")], ...chats()];
}

export function methodChoices() {
  return [["", word("any_method")], ...METHODS.map((method) => [method, method])];
}

export function fillFaultForm() {
  const form = $("fault-form");
  fillSelect(form.kind, Object.keys(KINDS).map((name) => [name, word(`fault_${name}`)]));
  fillSelect(form.method, methodChoices());
  fillSelect(form.chat, chatChoices());
  fit();
}

// Only what a kind needs is asked.
function fit() {
  const form = $("fault-form");
  const waits = KINDS[form.kind.value].waits;
  $("fault-wait").hidden = !waits;
  $("fault-wait-word").textContent = word(waits === "retry_after" ? "retry_after" : "for_seconds");
  form.times.disabled = form.forever.checked;
}

function nameOf(fault) {
  const name = Object.keys(KINDS).find((known) => KINDS[known].kind === fault.kind && (KINDS[known].code ?? fault.code) === fault.code);
  return name ? word(`fault_${name}`) : `${fault.kind} ${fault.code}`;
}

function line(fault) {
  const chat = chats().find(([id]) => id === fault.chat_id);
  const seconds = fault.retry_after ?? fault.seconds;
  const parts = [fault.method ?? word("any_method"), chat?.[1] ?? word("any_chat")];
  if (seconds) parts.push(word("n_seconds", {n: seconds}));
  parts.push(fault.times === null ? word("until_cleared") : word("times_left", {n: fault.times}));
  return make("li", {}, make("b", {}, nameOf(fault)), make("small", {}, parts.join(" · ")));
}

export async function drawFaults() {
  const answer = await attempt(() => read("faults"));
  if (!answer) return;
  const look = JSON.stringify([answer, word("menu")]);
  if ($("fault-list").dataset.look === look) return;
  $("fault-list").dataset.look = look;
  $("fault-list").replaceChildren(...answer.faults.map(line));
  $("no-faults").hidden = answer.faults.length > 0;
  $("clear-faults").hidden = !answer.faults.length;
}

function order(form) {
  const {waits, ...fault} = KINDS[form.kind.value];
  if (waits) fault[waits] = Number(form.wait.value);
  if (fault.code === 429) fault.description = `Too Many Requests: retry after ${fault.retry_after}`;
  return {
    ...fault,
    method: form.method.value || undefined,
    chat: Number(form.chat.value) || undefined,
    times: form.forever.checked ? null : Number(form.times.value),
  };
}

export function bindFaults() {
  const form = $("fault-form");
  form.addEventListener("input", fit);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!await attempt(() => act("faults", order(form)))) return;
    notice(word("fault_ordered"));
    drawFaults();
  });
  $("clear-faults").addEventListener("click", async () => {
    await attempt(() => act("faults/clear", {}));
    form.kind.focus();
    drawFaults();
  });
}
