"""The text of an answer: what an editor may write, and what only the program may print."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from markdown_it.token import Token

from bot.faq.markdown import is_safe, parse
from bot.faq.marks import mark
from bot.faq.model import Fact, Show
from bot.faq.places import ALL, Place, find_places, replace_places
from bot.faq.values import Kind, kind_of
from bot.files.answers import Section
from bot.files.findings import Sheet
from bot.files.phones import is_phone
from bot.files.prose_numbers import find_numbers
from bot.kazakh import Case

_DATES_OF_ALL: Final = ("oldest", "newest")
_CASES: Final = tuple(case.value for case in Case)
_BRACES: Final = re.compile(r"\{[^{}\n]*\}?|\}")
_FORBIDDEN: Final = {
    "heading_open": "heading",
    "blockquote_open": "quote",
    "fence": "code",
    "code_inline": "code",
    "html_block": "html",
    "html_inline": "html",
    "hr": "rule",
    "image": "image",
}
_BARE_ADDRESS: Final = re.compile(r"(?<![\w(/])(?!https://)([a-z]+://|www\.)\S+", re.IGNORECASE)
_UNCLOSED: Final = ("**", "__", "](")


@dataclass(frozen=True)
class BodyCheck:
    """Checks one section of an answer against the facts of the catalogue."""

    section: Section
    sheet: Sheet
    facts: Mapping[str, Fact]
    listed: frozenset[str]  # the facts of the topic

    def run(self) -> None:
        self._check_braces()
        for place in find_places(self.section.text):
            self._check_place(place)
        for number in find_numbers(self.section.text):
            value = self._suggest(number.text)
            report = self.sheet.error if number.is_certain else self.sheet.warn
            report(self._line(number.start), "number_in_prose", found=number.text, value=value)
        for found in _BARE_ADDRESS.finditer(self.section.text):
            self.sheet.error(self._line(found.start()), "link_scheme", url=found[0])
        self._check_markdown()

    def _line(self, offset: int) -> int:
        return self.section.line + self.section.text.count("\n", 0, offset)

    def _check_braces(self) -> None:
        """Whatever is left of braces once the good places are gone would be shown to citizens."""
        blanked = replace_places(self.section.text, lambda place: " " * len(str(place)))
        for found in _BRACES.finditer(blanked):
            self.sheet.error(self._line(found.start()), "place_malformed", found=found[0])

    def _check_place(self, place: Place) -> None:
        line = self._line(place.start)
        if place.fact == ALL:
            if place.value not in _DATES_OF_ALL:
                self.sheet.error(line, "all_unknown", place=place)
            self._check_case(place, line, Kind.DATE)
            return
        fact = self.facts.get(place.fact)
        if fact is None:
            guess = self.sheet.guess(place.fact, self.facts)
            self.sheet.error(line, "fact_unknown", id=place.fact, guess=guess)
        elif fact.show is not Show.VALUE:
            self.sheet.error(line, "fact_not_printable", place=place, id=fact.id, show=fact.show.value)
        elif place.value not in fact.values:
            known = ", ".join(fact.values) or "–"
            self.sheet.error(line, "value_unknown", place=place, id=fact.id, known=known)
        else:
            self._check_form(place, line, fact)

    def _check_form(self, place: Place, line: int, fact: Fact) -> None:
        value = fact.values[place.value]
        kind = kind_of(value)
        if fact.id not in self.listed:
            self.sheet.error(line, "fact_not_listed", id=fact.id)
        if place.side is None:
            self._check_case(place, line, kind)
        elif kind not in {Kind.PERIOD, Kind.RANGE} or place.side not in value:
            self.sheet.error(line, "no_sides", place=place)
        else:
            self._check_case(place, line, kind_of(value[place.side]))

    def _check_case(self, place: Place, line: int, kind: Kind) -> None:
        if place.case is None:
            return
        if place.case not in _CASES:
            guess = self.sheet.guess(place.case, _CASES)
            self.sheet.error(line, "case_unknown", found=place.case, known=", ".join(_CASES), guess=guess)
        elif not kind.has_cases:
            self.sheet.error(line, "case_impossible", place=place)

    def _suggest(self, number: str) -> str:
        """The place that prints this number, where the topic rests on a fact that has it."""
        digits = re.sub(r"\D", "", number)
        for fact in (self.facts[id_] for id_ in sorted(self.listed) if id_ in self.facts):
            for name, value in fact.values.items():
                if re.sub(r"\D", "", str(value)) == digits:
                    return f"{{{fact.id}.{name}}}"
        return "{F002.days}"

    def _check_markdown(self) -> None:
        text = replace_places(self.section.text, lambda _place: mark(0))
        for token, line in _tokens(text):
            where = self.section.line + line
            if token.type in _FORBIDDEN:
                self.sheet.error(where, f"markdown_{_FORBIDDEN[token.type]}")
            elif token.type == "link_open":
                self._check_link(str(token.attrs.get("href", "")), where)
            elif token.type == "text" and any(sign in token.content for sign in _UNCLOSED):
                self.sheet.error(where, "markdown_unclosed")

    def _check_link(self, url: str, line: int) -> None:
        if url.startswith(mark(0)):
            return  # a value: addresses of facts are checked with the facts
        if not is_safe(url):
            self.sheet.error(line, "link_scheme", url=url)
        elif url.startswith("tel:") and not is_phone(url.removeprefix("tel:")):
            self.sheet.error(line, "link_phone", url=url)


def _tokens(text: str) -> Iterator[tuple[Token, int]]:
    """All tokens with the line of their text, from 0."""
    for token in parse(text):
        line = token.map[0] if token.map else 0
        yield token, line
        for child in token.children or ():
            yield child, line
            line += child.type in {"softbreak", "hardbreak"}
