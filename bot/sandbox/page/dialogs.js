// The windows in which a person is added or changed.

import {fillSelect} from "./elements.js";
import {attempt} from "./notices.js";
import {act} from "./server.js";
import {languageChoices, personOf} from "./state.js";
import {word} from "./words.js";

const $ = (id) => document.getElementById(id);

export function openNewcomer() {
  const form = $("newcomer").querySelector("form");
  form.reset();
  fillSelect(form.language_code, languageChoices());
  $("newcomer").showModal();
  form.first_name.focus();
}

export function bindNewcomer(open) {
  const form = $("newcomer").querySelector("form");
  $("no-newcomer").addEventListener("click", () => $("newcomer").close());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const order = {first_name: form.first_name.value.trim(), language_code: form.language_code.value || undefined};
    if (!order.first_name) return;
    const person = await attempt(() => act("people", order));
    if (!person) return;
    $("newcomer").close();
    await open(person.id);
  });
}

// The person whose settings are open.
let shown = null;

export function openSettings(id) {
  shown = id;
  $("delete-account").dataset.asked = "";
  drawSettings();
  $("settings").showModal();
}

export function drawSettings() {
  const person = personOf(shown);
  if (!person) return;
  $("settings-title").textContent = person.first_name;
  fillSelect($("client-language"), languageChoices());
  $("client-language").value = person.language_code ?? "";
  $("block").textContent = word(person.blocked ? "unblock" : "block");
  $("block").hidden = person.deactivated;
  $("delete-account").hidden = person.deactivated;
  $("delete-account").textContent = word($("delete-account").dataset.asked ? "delete_account_sure" : "delete_account");
}

// What cannot be taken back is asked twice.
function deleteAccount() {
  if ($("delete-account").dataset.asked) { $("settings").close(); return attempt(() => act("deactivate", {person: shown})); }
  $("delete-account").dataset.asked = "yes";
  drawSettings();
  return null;
}

export function bindSettings() {
  $("client-language").addEventListener("change", (event) =>
    attempt(() => act("language", {person: shown, language_code: event.target.value || null})));
  $("block").addEventListener("click", () =>
    attempt(() => act(personOf(shown).blocked ? "unblock" : "block", {person: shown})));
  $("delete-account").addEventListener("click", deleteAccount);
}
