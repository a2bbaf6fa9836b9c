"""Marked stretches of a text: checked, trimmed and found as the real server does it."""

import re
from typing import Any

from bot.sandbox.refusal import Json, bad_request

GIVEN = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    }
)
"""Types a bot may give; the server takes them over."""

FOUND = (
    ("url", re.compile(r"(?:https?://|www\.)[^\s<>\"«»]*[^\s<>\"«».,:;!?)\]]", re.IGNORECASE)),
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{3,31}\b")),
    ("hashtag", re.compile(r"(?<![\w#&])#\w*[^\W\d]\w*")),
    ("bot_command", re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d(?:[ ()-]{0,2}\d){6,14}(?!\d)")),
)
"""Types the server finds by itself, also when a bot names them. In this order; the first one wins."""

IGNORED = frozenset({name for name, _ in FOUND} | {"cashtag", "bank_card_number"})


def utf16_length(text: str) -> int:
    """The unit in which Telegram counts offsets."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def read_entities(text: str, given: list[Any] | None) -> list[Json]:
    """The entities a bot gave, checked against the text. Errors: 400 as the real server."""
    entities = [entity for entity in (_read_entity(item) for item in given or []) if entity is not None]
    edges = symbol_edges(text) if entities else []
    for entity in entities:
        _check_place(entity, edges)
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def symbol_edges(text: str) -> list[int]:
    """The UTF-16 offsets at which a symbol begins, and the end of the text."""
    edges = [0]
    for symbol in text:
        edges.append(edges[-1] + (2 if ord(symbol) > 0xFFFF else 1))
    return edges


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without white space around it, entities moved along; empty ones disappear."""
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    trimmed = text.strip()
    end = utf16_length(trimmed)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        stop = min(entity["offset"] + entity["length"] - cut, end)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return trimmed, moved


def find_entities(text: str, taken: list[Json]) -> list[Json]:
    """Links, commands, phone numbers and the like, where no given entity forbids it."""
    if not any(sign in text for sign in "/@#+.:"):
        return []
    found: list[Json] = []
    closed = [_span(entity) for entity in taken if entity["type"] in {"code", "pre", "text_link"}]
    for kind, pattern in FOUND:
        for match in pattern.finditer(text):
            start = utf16_length(text[: match.start()])
            span = (start, start + utf16_length(match.group()))
            if not any(_overlap(span, other) for other in closed):
                closed.append(span)
                found.append({"type": kind, "offset": start, "length": span[1] - span[0]})
    return found


def all_entities(text: str, given: list[Json]) -> list[Json]:
    """Given and found entities in the order of the text."""
    return sorted(
        [*given, *find_entities(text, given)], key=lambda entity: (entity["offset"], -entity["length"])
    )


def _read_entity(item: Any) -> Json | None:
    if not isinstance(item, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    kind, offset, length = item.get("type"), item.get("offset"), item.get("length")
    if not (isinstance(kind, str) and _whole(offset) and _whole(length)):
        raise bad_request("can't parse MessageEntity: type, offset and length are required")
    if kind in IGNORED:
        return None
    if kind not in GIVEN:
        raise bad_request(f'can\'t parse MessageEntity: unsupported type "{kind}" specified')
    if kind == "text_link" and not isinstance(item.get("url"), str):
        raise bad_request("can't parse MessageEntity: url of a text_link is required")
    return dict(item)


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _check_place(entity: Json, edges: list[int]) -> None:
    start, stop = _span(entity)
    if start < 0 or entity["length"] <= 0:
        raise bad_request(f"entity with offset {start} and length {entity['length']} is invalid")
    if start >= edges[-1]:
        raise bad_request(f"some entities begin after the end of the text at UTF-16 offset {edges[-1]}")
    if stop > edges[-1]:
        raise bad_request(
            f"entity beginning at UTF-16 offset {start} ends after the end of the text "
            f"at UTF-16 offset {edges[-1]}"
        )
    known = set(edges)
    if start not in known:
        raise bad_request(f"entity begins in a middle of a UTF-16 symbol at offset {start}")
    if stop not in known:
        raise bad_request(f"entity beginning at UTF-16 offset {start} ends in a middle of a UTF-16 symbol")


def _span(entity: Json) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
