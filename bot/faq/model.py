"""Facts, topics and answers: the nouns of the content files (docs/content.md shows one of each)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bot.people.model import Language


class Confidence(StrEnum):
    """How well a fact is founded."""

    SEED = "seed"
    OFFICIAL = "official"
    PRESS = "press"
    WEAK = "weak"
    UNCONFIRMED = "unconfirmed"
    CONFLICT = "conflict"


class Show(StrEnum):
    """How much of a fact a citizen may see."""

    VALUE = "value"  # numbers, dates and phones may be printed
    WORDS = "words"  # in words only, without figures
    STAFF = "staff"  # never to citizens


class Status(StrEnum):
    """How much of its question a topic answers."""

    ANSWER = "answer"
    CAUTION = "caution"
    PARTIAL = "partial"  # says what is known; the rest goes to a person
    STAFF = "staff"  # no confirmed information: a person answers
    ACTION = "action"  # opens a question to staff


@dataclass(frozen=True)
class Source:
    """Where a fact comes from. Only public ones are named to citizens."""

    title: str
    url: str
    date: str  # as precise as the source: 2026, 2026-01 or 2026-01-30
    public: bool


@dataclass(frozen=True)
class Fact:
    """A value with its source, the date it speaks for, its period, its review date and its confidence."""

    id: str
    note: str
    values: Mapping[str, Any]  # int, Decimal, date, str, list or mapping; bot.faq.printing knows the types
    as_of: str  # 2026, 2026-01 or 2026-01-30
    valid_from: date | None
    valid_to: date | None  # the last day it holds
    confirmed: date
    confirmed_by: str
    review_by: date  # the day from which it counts as "being checked"
    confidence: Confidence
    show: Show
    sources: tuple[Source, ...]
    doubt: Mapping[Language, str]
    contact: bool = False  # a phone, an address or a site: it says nothing about how old the rest is
    ministry: bool = False  # waits for the ministry, which alone can fill or confirm it


@dataclass(frozen=True)
class Group:
    """A chapter of the menu."""

    id: str
    titles: Mapping[Language, str]


@dataclass(frozen=True)
class Topic:
    """One question of citizens, free of language."""

    id: str
    group: str
    status: Status
    facts: tuple[str, ...]
    sensitive: bool
    urgent: bool
    related: tuple[str, ...]


@dataclass(frozen=True)
class Approval:
    """Who signed an answer for the ministry; empty until somebody did."""

    by: str
    date: date | None
    document: str

    def __bool__(self) -> bool:
        return bool(self.by and self.date)


@dataclass(frozen=True)
class Answer:
    """The text of a topic in one language, as its file holds it."""

    topic: str
    language: Language
    title: str  # at most 30 characters: buttons
    question: str
    revision: int
    approved: Approval
    body: str  # Markdown with {FACT.value} places
    ended: str | None  # shown from the day after a fact it refers to has ended
    at_home: str | None = None  # in place of the body for who is in Kazakhstan


@dataclass(frozen=True)
class Catalogue:
    """All content, read and checked."""

    groups: tuple[Group, ...]
    topics: Mapping[str, Topic]  # in the order of the menu
    answers: Mapping[tuple[str, Language], Answer]
    facts: Mapping[str, Fact]

    def in_group(self, group: str) -> tuple[Topic, ...]:
        """The topics of a group, in the order of the file."""
        return tuple(topic for topic in self.topics.values() if topic.group == group)
