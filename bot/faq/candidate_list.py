"""Candidates as an editor reads them: topic by topic, what was said alike in one line, with counts."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.faq.candidates import Filed, Kind, Source
from bot.faq.ratings import Reason
from bot.people.model import Language

NO_TOPIC = ""
"""What stands for the topic of words that none of the offered topics fits."""
_KINDS = (Kind.CONFIRMED, Kind.UNHELPFUL, Kind.NONE_OF_THESE)
_SOURCES = (Source.STAFF, Source.PERSON, Source.LOOKED_UP)


@dataclass(frozen=True)
class Line:
    """Words that differ at most in letters' size and signs, of which the same is known."""

    topic: str
    alike: tuple[Filed, ...]  # the oldest first

    @property
    def kind(self) -> Kind:
        return self.alike[0].candidate.key.kind

    @property
    def source(self) -> Source:
        return self.alike[0].candidate.key.source

    @property
    def reason(self) -> Reason:
        return self.alike[0].candidate.reason

    @property
    def language(self) -> Language:
        return self.alike[0].candidate.language

    @property
    def text(self) -> str:
        """The words as they were written last."""
        return self.alike[-1].candidate.text

    @property
    def last_at(self) -> datetime:
        return max(filed.at for filed in self.alike)

    @cached_property
    def questions(self) -> tuple[int, ...]:
        """The numbers of the questions that said it."""
        return tuple(sorted({filed.candidate.key.question for filed in self.alike}))

    @cached_property
    def offered(self) -> tuple[str, ...]:
        """The topics that were offered and do not fit."""
        if self.kind is not Kind.NONE_OF_THESE:
            return ()
        return tuple(dict.fromkeys(topic for filed in self.alike for topic in filed.candidate.topics))


@dataclass(frozen=True)
class Heap:
    """All lines of one topic, the surest first."""

    topic: str
    lines: tuple[Line, ...]

    @cached_property
    def count(self) -> int:
        """How many times something was learnt about the topic."""
        return sum(len(line.alike) for line in self.lines)


def heaps(filed: Iterable[Filed], phrasings: Mapping[str, Collection[str]]) -> list[Heap]:
    """
    The topics with most to read first, last of all what fits none.

    `phrasings`: ways of asking that each topic has. What they say already needs nobody to confirm it.
    """
    known = {topic: {alike(text) for text in texts} for topic, texts in phrasings.items()}
    by_topic: dict[str, list[Line]] = {}
    for line in _lines(filed):
        if line.kind is not Kind.CONFIRMED or alike(line.text) not in known.get(line.topic, ()):
            by_topic.setdefault(line.topic, []).append(line)
    made = [Heap(topic, tuple(sorted(lines, key=_rank))) for topic, lines in by_topic.items()]
    return sorted(made, key=lambda heap: (heap.topic == NO_TOPIC, -heap.count, heap.topic))


def alike(text: str) -> str:
    """What is the same for texts that differ only in letters' size, signs and blanks."""
    letters = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(letter if letter.isalnum() else " " for letter in letters).split()
    return " ".join(words)


def _lines(filed: Iterable[Filed]) -> list[Line]:
    gathered: dict[tuple[object, ...], list[Filed]] = {}
    for one in sorted(filed, key=lambda one: one.at):
        candidate, key = one.candidate, one.candidate.key
        topic = _topic_of(one)
        same = (topic, key.kind, key.source, candidate.reason, candidate.language, alike(candidate.text))
        gathered.setdefault(same, []).append(one)
    return [Line(_topic_of(ones[0]), tuple(ones)) for ones in gathered.values()]


def _topic_of(filed: Filed) -> str:
    candidate = filed.candidate
    if candidate.key.kind is Kind.NONE_OF_THESE:
        return NO_TOPIC
    return next(iter(candidate.topics), NO_TOPIC)


def _rank(line: Line) -> tuple[int, int, int, str]:
    return (_KINDS.index(line.kind), _SOURCES.index(line.source), -len(line.alike), line.text)
