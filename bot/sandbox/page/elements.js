// Making elements. Texts go in as text nodes, never as markup.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  album: "M4 7h11v11H4zM8 4h12v12M7 15l3-3 2 2 1-1 2 2",
  attach: "M20 11.5l-8 8a5 5 0 0 1-7-7l8.500-8.500a3.300 3.300 0 0 1 4.700 4.700L9.700 17.200a1.700 1.700 0 0 1-2.400-2.400l7.700-7.700",
  back: "M15 5l-7 7 7 7",
  beside: "M4 5h7v14H4zM14 5h6v6M14 19v-3M17 13v6M14 16h6",
  block: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM6 6l12 12",
  clock: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5l3.500 2",
  close: "M6 6l12 12M18 6L6 18",
  contact: "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 20c1-4 4.500-5.500 8-5.500s7 1.500 8 5.500",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  document: "M6 3h8l5 5v13H6zM14 3v5h5",
  down: "M6 10l6 6 6-6",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  group: "M9 5a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM2.500 19c.700-3.500 3.500-4.700 6.500-4.700s5.800 1.200 6.500 4.700M16 5.500a3.200 3.200 0 0 1 0 6M18 14.500c2 .600 3.200 2 3.600 4.500",
  link: "M8 16L17 7M10 7h7v7",
  location: "M12 21c-4-4.500-6.500-7.500-6.500-11a6.500 6.500 0 0 1 13 0c0 3.500-2.500 6.500-6.500 11zM12 7.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z",
  menu: "M4 7h16M4 12h16M4 17h10",
  more: "M6 12h.010M12 12h.010M18 12h.010",
  people: "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 20c1-4 4.500-5.500 8-5.500s7 1.500 8 5.500",
  photo: "M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 4M15.500 8.500h.010",
  play: "M8 5l11 7-11 7z",
  plus: "M12 5v14M5 12h14",
  reply: "M10 6l-6 6 6 6M4 12h10c4 0 6 2 6 6",
  send: "M4 12L20 4l-4 16-4-7zM12 13l8-9",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
  sticker: "M12 3a9 9 0 0 1 9 9l-9 9a9 9 0 0 1 0-18zM12 21c0-5 4-9 9-9M8.500 10h.010M14 9h.010M8.500 14c1 1 2 1.300 3 1.200",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  tools: "M4 18V6M4 18h16M8 15v-4M12 15V8M16 15v-6",
  video: "M3 6h12v12H3zM15 10l6-3v10l-6-3",
  video_note: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM10 8.500l5.500 3.500-5.500 3.500z",
  voice: "M12 4a2.500 2.500 0 0 1 2.500 2.500v5a2.500 2.500 0 0 1-5 0v-5A2.500 2.500 0 0 1 12 4zM6.500 11.500a5.500 5.500 0 0 0 11 0M12 17v3.500",
};

export function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", `icon icon-${name}`);
  drawing.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  return drawing;
}

export function button(given, ...children) {
  return make("button", {type: "button", ...given}, ...children);
}

// A button that shows a drawing only; its label is spoken and shown when the pointer rests on it.
export function iconButton(name, label, click, given = {}) {
  return button({class: "round", "aria-label": label, title: label, click, ...given}, icon(name));
}

// The first letter of a name in a circle, in a colour that stays with the id.
export function avatar(name, id, given = "") {
  const letter = [...(name || "?").trim()][0] || "?";
  return make("span", {class: `avatar tone-${Math.abs(id) % 6} ${given}`, "aria-hidden": "true"}, letter.toUpperCase());
}

export function hidden(text) {
  return make("span", {class: "hidden"}, text);
}

// Drawing the buttons of a place anew must not throw the keyboard's focus out of it.
export function keepFocus(place, draw) {
  const at = [...place.querySelectorAll("button")].indexOf(document.activeElement);
  draw();
  if (at >= 0) place.querySelectorAll("button")[at]?.focus();
}

// The choices of a select, as pairs of value and text; what was chosen stays chosen.
export function fillSelect(select, values) {
  const look = JSON.stringify(values);
  if (select.dataset.look === look) return;
  const before = select.value;
  select.dataset.look = look;
  select.replaceChildren(...values.map(([value, text]) => new Option(text, value)));
  if (values.some(([value]) => String(value) === before)) select.value = before;
}
