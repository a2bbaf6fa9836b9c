// The page speaks one language at a time; every word of it stands in words.json.

const CODES = ["kk", "ru"];
const MEMORY = "language";
const WORDS = await (await fetch("/page/words.json")).json();
const listeners = [];
let language = atFirst();

function remembered() {
  try { return localStorage.getItem(MEMORY); } catch { return null; }
}

// The address says it, else what was chosen before, else the browser.
function atFirst() {
  const asked = new URLSearchParams(location.search).get("lang");
  const wished = [asked, remembered(), ...navigator.languages.map((code) => code.slice(0, 2))];
  return wished.find((code) => CODES.includes(code)) ?? CODES[0];
}

export function current() {
  return language;
}

export function word(key, values = {}) {
  const sentence = WORDS[key]?.[language];
  if (!sentence) throw new Error(`words.json has no "${key}"`);
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

// The language in which a message must be read aloud, as far as its letters tell.
export function languageOf(text) {
  if (/[әғқңөұүһі]/i.test(text)) return "kk";
  return /[а-яё]/i.test(text) ? "ru" : undefined;
}

// Fixed parts of the page name their words in data-word, data-label and data-hint.
export function fillWords(root) {
  document.documentElement.lang = language;
  document.title = word("title");
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of root.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
  for (const element of root.querySelectorAll("[data-hint]")) element.title = word(element.dataset.hint);
}

export function onLanguage(listener) {
  listeners.push(listener);
}

export function speak(code) {
  if (!CODES.includes(code) || code === language) return;
  language = code;
  try { localStorage.setItem(MEMORY, code); } catch { /* the choice lasts as long as the page */ }
  for (const listener of listeners) listener();
}
