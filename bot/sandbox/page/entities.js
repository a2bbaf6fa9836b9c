// A text with entities as elements. Offsets count UTF-16 units, which is how strings count here too.

import {button, make} from "./elements.js";
import {word} from "./words.js";

const SAFE = /^(https?:|tg:|mailto:|tel:)/i;

const ELEMENTS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote",
};

// The payload of a link that starts this very bot; null for any other address.
export function startPayload(address, username) {
  let url;
  try { url = new URL(/^[a-z]+:/i.test(address) ? address : `https://${address}`); } catch { return null; }
  const own = username.toLowerCase();
  const bySite = /^(www\.)?(t\.me|telegram\.me)$/i.test(url.hostname) && url.pathname.slice(1).toLowerCase() === own;
  const byApp = url.protocol === "tg:" && /resolve/.test(url.href) && url.searchParams.get("domain")?.toLowerCase() === own;
  return bySite || byApp ? url.searchParams.get("start") ?? "" : null;
}

export function link(address, deeds, given = {}) {
  const payload = startPayload(address, deeds.username());
  if (payload !== null) return button({class: "command", ...given, click: () => deeds.start(payload)});
  const outside = /^https?:/i.test(address) && {target: "_blank", rel: "noopener noreferrer"};
  return make("a", {href: SAFE.test(address) && address, ...outside, ...given});
}

// Hidden until pressed; nothing inside can be reached or heard before.
function spoiler() {
  const inside = make("span", {inert: true});
  const cover = button({class: "spoiler", "aria-label": word("spoiler")}, inside);
  cover.addEventListener("click", () => {
    const open = make("span", {tabindex: "-1"}, ...inside.childNodes);
    cover.replaceWith(open);
    open.focus();
  });
  return {element: cover, inside};
}

function expandable() {
  const inside = make("div", {class: "folded"});
  const more = button({class: "command", "aria-expanded": "false"}, word("show_all"));
  more.addEventListener("click", () => {
    const open = more.getAttribute("aria-expanded") === "false";
    more.setAttribute("aria-expanded", String(open));
    more.textContent = word(open ? "show_less" : "show_all");
    inside.classList.toggle("folded", !open);
  });
  return {element: make("blockquote", {}, inside, more), inside};
}

function shell(entity, text, deeds) {
  const inside = text.slice(entity.offset, entity.offset + entity.length);
  if (entity.type in ELEMENTS) return make(ELEMENTS[entity.type]);
  if (entity.type === "text_link") return link(entity.url, deeds);
  if (entity.type === "url") return link(/^[a-z]+:/i.test(inside) ? inside : `https://${inside}`, deeds);
  if (entity.type === "phone_number") return link(`tel:${inside.replace(/[^+\d]/g, "")}`, deeds);
  if (entity.type === "email") return link(`mailto:${inside}`, deeds);
  if (entity.type === "bot_command") return button({class: "command", click: () => deeds.send(inside)});
  return make("span", {class: `entity ${entity.type}`});
}

function opened(entity, text, deeds) {
  if (entity.type === "spoiler") return spoiler();
  if (entity.type === "expandable_blockquote") return expandable();
  const element = shell(entity, text, deeds);
  return {element, inside: element};
}

// Outer entities come first; what hangs over the end of its surroundings goes on behind them.
export function fill(parent, text, entities, deeds, start = 0, end = text.length) {
  const queue = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  let place = start;
  while (queue.length) {
    const entity = queue.shift();
    const from = Math.max(entity.offset, place);
    const to = Math.min(entity.offset + entity.length, end);
    if (to <= from) continue;
    parent.append(text.slice(place, from));
    const inner = [];
    while (queue.length && queue[0].offset < to) {
      const next = queue.shift();
      const over = next.offset + next.length - to;
      inner.push(next);
      if (over > 0) queue.unshift({...next, offset: to, length: over});
      if (over > 0) break;
    }
    const {element, inside} = opened(entity, text, deeds);
    fill(inside, text, inner, deeds, from, to);
    parent.append(element);
    place = to;
  }
  parent.append(text.slice(place, end));
}
