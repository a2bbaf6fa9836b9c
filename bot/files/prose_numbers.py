"""Numbers and dates written into the text of an answer, where they would go on when the fact changes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.faq.places import replace_places

_NO_NUMBERS: Final = (
    re.compile(r"\]\([^)\s]*\)"),  # where links lead
    re.compile(r"(https?|tel|mailto):[^\s)]+"),
    re.compile(r"^[ \t]*\d{1,3}[.)](?=\s)", re.MULTILINE),  # the numbers of a list
    re.compile(r"[^\W\d_]+[-\u2011]?\d[\w\u2011-]*"),  # codes: E-9, E-7-4, K-ETA, COVID-19
)
_NUMBER: Final = re.compile(r"[+(]*\d(?:[\d \u00a0.,:/()\u2013-]*\d)?")


@dataclass(frozen=True)
class ProseNumber:
    """A number that an author wrote down."""

    text: str
    start: int
    is_certain: bool  # a single digit may just count things: «2 жол»


def find_numbers(text: str) -> Iterator[ProseNumber]:
    """The numbers of a text that stand neither in a place nor in a link, a list number or a code."""
    blanked = replace_places(text, lambda place: "\ue000" * len(str(place)))
    for pattern in _NO_NUMBERS:
        blanked = pattern.sub(_blank, blanked)
    for found in _NUMBER.finditer(blanked):
        yield ProseNumber(found[0], found.start(), len(found[0]) > 1)


def _blank(found: re.Match[str]) -> str:
    """Of the same length and with the same line ends, so that offsets stay right."""
    return re.sub(r"[^\n]", " ", found[0])
