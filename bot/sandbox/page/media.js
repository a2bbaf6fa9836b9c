// Placeholders for what is not text: the stand-in keeps names and sizes of files, not pictures.

import {icon, make} from "./elements.js";
import {word} from "./words.js";

const KINDS = [
  "photo", "voice", "video_note", "video", "audio", "animation", "document", "sticker", "contact", "venue", "location",
];
const WAVE = [4, 9, 14, 8, 16, 11, 6, 13, 18, 10, 5, 12, 15, 7, 11, 16, 9, 5, 8, 4];

export function kindOf(message) {
  return KINDS.find((kind) => kind in message);
}

// One line that stands for a message in lists, quotes and labels.
export function snippet(message) {
  const kind = kindOf(message);
  const text = message.text || message.caption || "";
  const line = kind && !text ? word(`kind_${kind}`) : text || word("service_message");
  return line.replace(/\s+/g, " ").slice(0, 120);
}

function seconds(duration) {
  return `${Math.floor(duration / 60)}:${String(duration % 60).padStart(2, "0")}`;
}

function card(drawing, title, detail, className = "file") {
  return make("div", {class: `media ${className}`},
    make("span", {class: "disc"}, icon(drawing)),
    make("span", {class: "about"}, make("b", {}, title), make("small", {}, detail)));
}

function scene(drawing, kind, detail = "") {
  return make("div", {class: `media scene ${kind}`}, icon(drawing), make("small", {}, [word(`kind_${kind}`), detail].filter(Boolean).join(" · ")));
}

function wave(duration) {
  const bars = make("span", {class: "wave", "aria-hidden": "true"});
  bars.append(...WAVE.map((height) => make("i", {class: `bar-${height}`})));
  return make("div", {class: "media voice"}, make("span", {class: "disc"}, icon("play")),
    make("span", {class: "about"}, bars, make("small", {}, `${word("kind_voice")} · ${seconds(duration)}`)));
}

const DRAWN = {
  photo: () => scene("photo", "photo"),
  video: (video) => scene("play", "video", seconds(video.duration)),
  animation: () => scene("play", "animation"),
  video_note: (note) => scene("play", "video_note", seconds(note.duration)),
  voice: (voice) => wave(voice.duration),
  audio: (audio) => card("play", audio.title || audio.file_name || word("kind_audio"), seconds(audio.duration)),
  document: (file) => card("document", file.file_name || word("kind_document"), word("bytes", {n: file.file_size ?? 0})),
  sticker: () => scene("sticker", "sticker"),
  contact: (contact) => card("contact", [contact.first_name, contact.last_name].filter(Boolean).join(" "), contact.phone_number),
  venue: (venue) => card("location", venue.title, venue.address),
  location: (place) => scene("location", "location", `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`),
};

export function picture(message) {
  const kind = kindOf(message);
  return kind && DRAWN[kind](message[kind]);
}
