// A text with entities as elements. Offsets count UTF-16 units, which is how strings count here too.

const SAFE = /^(https?:|tg:|mailto:|tel:)/i;

const ELEMENTS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

function link(address) {
  const anchor = document.createElement("a");
  if (SAFE.test(address)) anchor.href = address;
  if (/^https?:/i.test(address)) { anchor.target = "_blank"; anchor.rel = "noopener noreferrer"; }
  return anchor;
}

function spoiler() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "spoiler";
  button.addEventListener("click", () => button.classList.add("open"));
  return button;
}

function command(text, send) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "command";
  button.addEventListener("click", () => send(text));
  return button;
}

function shell(entity, text, send) {
  const inside = text.slice(entity.offset, entity.offset + entity.length);
  if (entity.type in ELEMENTS) return document.createElement(ELEMENTS[entity.type]);
  if (entity.type === "text_link") return link(entity.url);
  if (entity.type === "url") return link(/^https?:/i.test(inside) ? inside : `https://${inside}`);
  if (entity.type === "phone_number") return link(`tel:${inside.replace(/[^+\d]/g, "")}`);
  if (entity.type === "email") return link(`mailto:${inside}`);
  if (entity.type === "spoiler") return spoiler();
  if (entity.type === "bot_command") return command(inside, send);
  return document.createElement("span");
}

// Outer entities come first; what hangs over the end of its surroundings goes on behind them.
export function fill(parent, text, entities, send, start = 0, end = text.length) {
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
    const element = shell(entity, text, send);
    fill(element, text, inner, send, from, to);
    parent.append(element);
    place = to;
  }
  parent.append(text.slice(place, end));
}
