"""A document as it is written, before it becomes a web page or a file for Word."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.people.model import Language


class Format(StrEnum):
    """What the document is written as."""

    DOCX = "docx"
    HTML = "html"


class ListFormat(StrEnum):
    """What a list is written as."""

    CSV = "csv"
    JSONL = "jsonl"


TAGS = {Language.KK: "kk-KZ", Language.RU: "ru-RU"}
"""The languages as spell checkers and screen readers know them."""

ENGLISH = "en-GB"
NO_LANGUAGE = "zxx"
"""Codes, addresses, dates in figures: nothing that a spell checker should read."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one language and one look; a line feed in it begins a new line."""

    text: str
    language: str = NO_LANGUAGE
    bold: bool = False
    italic: bool = False
    url: str = ""  # https, http, tel or mailto; # and the anchor of a heading of this document


class Look(StrEnum):
    """What a paragraph is for, and so how it looks."""

    TEXT = "text"
    LABEL = "label"  # names what stands below or beside it
    WARNING = "warning"  # must not be overlooked
    SUBTITLE = "subtitle"


@dataclass(frozen=True)
class Paragraph:
    """Runs one after another."""

    runs: tuple[Run, ...]
    look: Look = Look.TEXT

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Heading:
    """The title of the document (level 0), of a chapter (1) or of what stands in a chapter (2)."""

    level: int
    runs: tuple[Run, ...]
    anchor: str
    new_page: bool = False


@dataclass(frozen=True)
class Entry:
    """A line of the list of contents."""

    level: int
    runs: tuple[Run, ...]
    anchor: str


@dataclass(frozen=True)
class Contents:
    """The list of contents."""

    heading: str  # the anchor of the heading above it
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a table; a head names its row."""

    paragraphs: tuple[Paragraph, ...]
    is_head: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under a head that is repeated on every page."""

    caption: tuple[Run, ...]
    widths: tuple[int, ...]  # in hundredths of the width of the page
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | Paragraph | Contents | Table


@dataclass(frozen=True)
class Document:
    """Blocks one below another; `name` and `printed` stand in the head of every page."""

    name: tuple[Run, ...]
    printed: tuple[Run, ...]
    blocks: tuple[Block, ...]


def paragraphs_of(document: Document) -> Iterator[Paragraph]:
    """All that is written in the text and in the tables, in its order; headings and contents apart."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in (block.head, *block.rows):
                yield from (paragraph for cell in row for paragraph in cell.paragraphs)
