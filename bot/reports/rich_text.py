"""Texts with entities, as Telegram takes them, as paragraphs of the document."""

from collections.abc import Iterator
from itertools import pairwise

from bot.faq.text import Entity, RichText
from bot.people.model import Language
from bot.reports.model import TAGS, Paragraph, Run

_PREFIXES = {"phone_number": "tel:", "email": "mailto:"}


def paragraphs_of_text(rich: RichText, language: Language) -> tuple[Paragraph, ...]:
    """An empty line ends a paragraph; a single line feed stays in it."""
    paragraphs: list[tuple[Run, ...]] = []
    current: list[Run] = []
    for run in _runs(rich, TAGS[language]):
        first, *later = run.text.split("\n\n")
        current.append(_with_text(run, first))
        for text in later:
            paragraphs.append(tuple(current))
            current = [_with_text(run, text)]
    paragraphs.append(tuple(current))
    full = (tuple(run for run in runs if run.text) for runs in paragraphs)
    return tuple(Paragraph(runs) for runs in full if runs)


def links_of(rich: RichText) -> tuple[tuple[str, str], ...]:
    """What is linked and where to, each address once: on paper nobody sees what a link leads to."""
    found: dict[str, str] = {}
    for entity in rich.entities:
        if entity.url:
            found.setdefault(entity.url, _stretch(rich.text, entity))
    return tuple((text, url) for url, text in found.items())


def _runs(rich: RichText, language: str) -> Iterator[Run]:
    """The text cut wherever an entity begins or ends."""
    units = rich.text.encode("utf-16-le")
    edges = {0, len(units) // 2}
    for entity in rich.entities:
        edges |= {entity.offset, entity.offset + entity.length}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        text = units[2 * start : 2 * end].decode("utf-16-le")
        inside = [e for e in rich.entities if e.offset <= start and end <= e.offset + e.length]
        yield _run(text, language, inside)


def _run(text: str, language: str, entities: list[Entity]) -> Run:
    types = {entity.type for entity in entities}
    url = next((_address(text, entity) for entity in entities if _address(text, entity)), "")
    return Run(text, language, bold="bold" in types, italic="italic" in types, url=url)


def _address(text: str, entity: Entity) -> str:
    if entity.url:
        return entity.url
    if entity.type == "url":
        return text
    prefix = _PREFIXES.get(entity.type)
    return prefix + "".join(text.split()) if prefix else ""


def _stretch(text: str, entity: Entity) -> str:
    units = text.encode("utf-16-le")
    return units[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le")


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.language, bold=run.bold, italic=run.italic, url=run.url)
