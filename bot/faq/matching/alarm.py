"""
Urgent messages: somebody's life, freedom or safety is at stake now. Recall before precision.

Editors own the patterns (locales/faq/words.yaml). A pattern is a line of items that must all stand in a
message, close together: `@list`, or an entry of its own. `/6` is how many words apart they may be (5 unless
told), `#4` asks for a message of at most so many words, `!item` forbids an item near by, `>` between items
asks for their order.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.errors import ContentError
from bot.faq.matching.wordlists import Reading, Span, WordLists

_ALARM = "alarm."
_UNLESS = "unless."
_SHOW = "show."
_BEFORE = "before.any"
_EVERY = "any"
_NOW = "now"
_LONG_AGO = "long_ago"
_BEFORE_WORDS = 6
_INSIDE = "inside.any"
_AFTER = "after.any"
_AFTER_WORDS = 2
_WINDOW = 5
_CALM_WORDS = 8  # how far the words reach that take an alarm back: long messages tell several things
_NOT = "=ne"  # «не»; the list `negation` makes it known


def _places(reading: Reading, name: str) -> list[Span]:
    """Where an item of a pattern stands, unless "not" stands before it."""
    found = reading.places(name)
    return [span for span in found if span.start == 0 or _NOT not in reading.words[span.start - 1]]


@dataclass(frozen=True)
class Pattern:
    """Items that stand close together."""

    wanted: tuple[str, ...]
    forbidden: tuple[str, ...]
    window: int
    longest: int
    ordered: bool

    @cached_property
    def _wanted(self) -> frozenset[str]:
        return frozenset(self.wanted)

    def find(self, reading: Reading) -> Span | None:
        """Where the pattern stands first, if it does."""
        if len(reading.words) > self.longest or not self._wanted.issubset(reading.found):
            return None
        places = [_places(reading, item) for item in self.wanted]
        if not all(places):
            return None
        spans = (self._around(anchor, places[1:]) for anchor in places[0])
        return next((span for span in spans if span and not self._is_forbidden(reading, span)), None)

    def _around(self, anchor: Span, others: Sequence[Sequence[Span]]) -> Span | None:
        """The stretch of text that holds the anchor and the nearest place of every other item."""
        start, end = anchor.start, anchor.end
        for places in others:
            near = [p for p in places if self._fits(p, start, end)]
            if not near:
                return None
            best = min(near, key=lambda p: max(p.start - end, start - p.end, 0))
            start, end = min(start, best.start), max(end, best.end)
        return Span(start, end)

    def _fits(self, place: Span, start: int, end: int) -> bool:
        if self.ordered:
            return place.start >= end and place.start - end < self.window
        overlaps = place.start < end and start < place.end
        return not overlaps and max(place.start - end, start - place.end) < self.window

    def _is_forbidden(self, reading: Reading, span: Span) -> bool:
        return any(
            place.start < span.end + self.window and span.start < place.end + self.window
            for item in self.forbidden
            for place in _places(reading, item)
        )


def compile_pattern(line: str, lists: WordLists) -> Pattern:
    """A pattern from its line. Raises ContentError where it names an unknown list or asks for nothing."""
    window, longest = _WINDOW, 10_000
    wanted: list[str] = []
    forbidden: list[str] = []
    for word in line.split():
        if re.fullmatch(r"[/#]\d+", word):
            window, longest = (int(word[1:]), longest) if word[0] == "/" else (window, int(word[1:]))
        elif word != ">":
            (forbidden if word.startswith("!") else wanted).append(lists.require(word.removeprefix("!")))
    if not wanted:
        raise ContentError("empty_pattern", line=line)
    return Pattern(tuple(wanted), tuple(forbidden), window, longest, ">" in line.split())


@dataclass(frozen=True)
class Alarm:
    """An alarm that went off: its name and the topics to show with it."""

    name: str
    topics: tuple[str, ...]


class Alarms:
    """All alarms of the word lists: `alarm.NAME`, `unless.NAME`, `show.NAME`, `before.any` and the like."""

    def __init__(self, words: Mapping[str, Sequence[str]], lists: WordLists) -> None:
        self._lists = lists
        self._words = words
        self._patterns = self._compile(_ALARM)
        self._unless = self._compile(_UNLESS)

    def _compile(self, prefix: str) -> dict[str, tuple[Pattern, ...]]:
        return {
            key.removeprefix(prefix): tuple(compile_pattern(line, self._lists) for line in lines)
            for key, lines in self._words.items()
            if key.startswith(prefix)
        }

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(self._patterns)

    def find(self, reading: Reading) -> Alarm | None:
        """The first alarm that goes off, in the order of the file."""
        if self._calm(reading, _EVERY):
            return None
        for name in self._patterns:
            if self._goes_off(name, reading):
                return Alarm(name, tuple(self._words.get(_SHOW + name, ())))
        return None

    def signs(self, reading: Reading) -> frozenset[str]:
        """What speaks for and against an alarm, whether or not it goes off."""
        rung = {name for name in self._patterns if any(self._hits(name, reading))}
        calm = {name for name in (*rung, _EVERY) if self._calm(reading, name)}
        off = {name for name in rung if self._goes_off(name, reading)}
        marks = {f"alarm.{name}" for name in rung} | {f"unless.{name}" for name in calm}
        return frozenset(marks | ({"alarm"} if off and _EVERY not in calm else set()))

    def may_be_likened(self, reading: Reading) -> bool:
        """Whether a message does not speak of what may happen, was long ago, or is not so."""
        supposing = reading.places(_BEFORE) and not reading.places(_NOW)
        return not (supposing or reading.places(_LONG_AGO) or self._calm(reading, _EVERY))

    def _goes_off(self, name: str, reading: Reading) -> bool:
        calm = self._calm(reading, name)
        return any(
            not _is_supposed(reading, span) and not any(_is_near(span, one) for one in calm)
            for span in self._hits(name, reading)
        )

    def _hits(self, name: str, reading: Reading) -> Iterator[Span]:
        found = (pattern.find(reading) for pattern in self._patterns.get(name, ()))
        return (span for span in found if span is not None)

    def _calm(self, reading: Reading, name: str) -> list[Span]:
        """Where something says that nothing is happening now."""
        found = (pattern.find(reading) for pattern in self._unless.get(name, ()))
        return [span for span in found if span is not None]


def _is_near(span: Span, other: Span) -> bool:
    return other.start < span.end + _CALM_WORDS and span.start < other.end + _CALM_WORDS


def _is_supposed(reading: Reading, span: Span) -> bool:
    """
    «если задержали» shortly before, «… қалған жоқ» right after, «держат ли …» inside: it did not happen.

    The words before count for nothing when the message says that it is now.
    """
    if any(span.start <= place.start < span.end + _AFTER_WORDS for place in reading.places(_AFTER)):
        return True
    if any(span.start < place.start < span.end for place in reading.places(_INSIDE)):
        return True
    close = any(0 <= span.start - place.end < _BEFORE_WORDS for place in reading.places(_BEFORE))
    return close and not reading.places(_NOW)
