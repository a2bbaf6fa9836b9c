"""The places of a text where the value of a fact is printed: {F092.end:dative}."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

ALL: Final = "ALL"
"""The whole catalogue: {ALL.oldest} and {ALL.newest} are the dates of its oldest and its newest fact."""

_PLACE: Final = re.compile(
    r"\{(?P<fact>F\d{3,}|ALL)\.(?P<value>[a-z][a-z0-9_]*)(?:\.(?P<side>from|to))?(?::(?P<case>[a-z]+))?\}"
)


@dataclass(frozen=True)
class Place:
    """What is to be printed in one place of a text."""

    fact: str
    value: str
    side: str | None  # of a period: from or to
    case: str | None
    start: int  # where the place begins in the text

    def __str__(self) -> str:
        side = f".{self.side}" if self.side else ""
        case = f":{self.case}" if self.case else ""
        return f"{{{self.fact}.{self.value}{side}{case}}}"


def find_places(text: str) -> Iterator[Place]:
    """The well-formed places of a text, in its order."""
    return (_place(found) for found in _PLACE.finditer(text))


def replace_places(text: str, replace: Callable[[Place], str]) -> str:
    """The text with something else in every place."""
    return _PLACE.sub(lambda found: replace(_place(found)), text)


def facts_in(text: str) -> tuple[str, ...]:
    """The ids of the facts that a text refers to, each once, in its order."""
    return tuple(dict.fromkeys(place.fact for place in find_places(text) if place.fact != ALL))


def _place(found: re.Match[str]) -> Place:
    return Place(found["fact"], found["value"], found["side"], found["case"], found.start())
