"""Text with entities, as Telegram wants it; also printed on the console."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Entity:
    """A marked stretch of text; offset and length count UTF-16 units, as Telegram does."""

    type: str  # bold, italic, text_link, phone_number …
    offset: int
    length: int
    url: str | None = None


@dataclass(frozen=True)
class RichText:
    """A text and its entities."""

    text: str
    entities: tuple[Entity, ...] = field(default=())

    def __add__(self, other: "RichText") -> "RichText":
        shift = utf16_length(self.text)
        moved = tuple(Entity(e.type, e.offset + shift, e.length, e.url) for e in other.entities)
        return RichText(self.text + other.text, self.entities + moved)


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text takes: the unit in which Telegram counts entities."""
    return len(text.encode("utf-16-le")) // 2


def join(parts: Iterable[RichText], separator: str = "\n\n") -> RichText:
    """One text from several, empty ones left out."""
    whole = RichText("")
    for part in parts:
        if part.text:
            whole = whole + RichText(separator if whole.text else "") + part
    return whole
