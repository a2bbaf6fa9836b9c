"""parse_mode HTML, read as leniently and as strictly as the real server does."""

import re
from dataclasses import dataclass, field

from bot.sandbox.entities import utf16_length
from bot.sandbox.refusal import Json, bad_request

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
PIECE = re.compile(
    r"<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^<>]*)>|&(?P<name>#?\w+);|(?P<text>[^<&]+|.)",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"([A-Za-z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


@dataclass
class Open:
    """A tag that is not closed yet."""

    tag: str
    offset: int
    attributes: dict[str, str]


@dataclass
class Reading:
    """The text so far and what is open in it."""

    text: str = ""
    length: int = 0
    open: list[Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def write(self, piece: str) -> None:
        self.text += piece
        self.length += utf16_length(piece)


def read_markup(text: str, parse_mode: str | None) -> tuple[str, list[Json]]:
    """Text and entities from marked-up text. Errors: 400 for broken mark-up and for modes not read here."""
    mode = (parse_mode or "").lower()
    if mode in {"", "none"}:
        return text, []
    if mode in {"markdown", "markdownv2"}:
        raise bad_request(
            f"can't parse entities: this stand-in does not read {parse_mode}, send entities or HTML"
        )
    if mode != "html":
        raise bad_request("unsupported parse_mode")
    return _read_html(text)


def _read_html(text: str) -> tuple[str, list[Json]]:
    reading = Reading()
    for piece in PIECE.finditer(text):
        if piece["tag"] is not None:
            _read_tag(reading, piece)
        elif piece["name"] is not None:
            reading.write(_character(piece["name"]))
        elif piece["text"] == "<":
            raise bad_request(f'can\'t parse entities: unexpected "<" at offset {piece.start()}')
        else:
            reading.write(piece["text"])
    if reading.open:
        raise bad_request(
            f"can't parse entities: can't find end tag corresponding to start tag \"{reading.open[-1].tag}\""
        )
    return reading.text, reading.entities


def _character(name: str) -> str:
    if name in NAMED:
        return NAMED[name]
    digits = name.removeprefix("#")
    if name.startswith("#") and re.fullmatch(r"x[0-9a-fA-F]+|\d+", digits):
        number = int(digits[1:], 16) if digits[0] == "x" else int(digits)
        return chr(number) if 0 < number < 0x110000 else ""
    return f"&{name};"


def _read_tag(reading: Reading, piece: re.Match[str]) -> None:
    tag = piece["tag"].lower()
    if tag not in TAGS:
        raise bad_request(
            f'can\'t parse entities: unsupported start tag "{tag}" at byte offset {piece.start()}'
        )
    if not piece["close"]:
        attributes = {name.lower(): a or b or c for name, a, b, c in ATTRIBUTE.findall(piece["rest"])}
        reading.open.append(Open(tag, reading.length, attributes))
        return
    if not reading.open or reading.open[-1].tag != tag:
        raise bad_request(f"can't parse entities: unexpected end tag at byte offset {piece.start()}")
    _close(reading, reading.open.pop())


def _close(reading: Reading, tag: Open) -> None:
    length = reading.length - tag.offset
    entity = _entity(tag) if length > 0 else None
    if entity is not None:
        reading.entities.append({**entity, "offset": tag.offset, "length": length})


def _entity(tag: Open) -> Json | None:
    kind = TAGS[tag.tag]
    if tag.tag == "span" and tag.attributes.get("class") != "tg-spoiler":
        raise bad_request('can\'t parse entities: tag "span" must have class "tg-spoiler"')
    if kind == "text_link":
        url = tag.attributes.get("href", "")
        return {"type": kind, "url": url} if url else None
    if kind == "blockquote" and "expandable" in tag.attributes:
        return {"type": "expandable_blockquote"}
    if kind == "custom_emoji":
        return {"type": kind, "custom_emoji_id": tag.attributes.get("emoji-id", "")}
    return {"type": kind}
