"""What the calendar asks of editors, and what only the ministry can fill. The day is handed in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from bot.faq.freshness import is_unconfirmed
from bot.faq.model import Catalogue, Confidence, Fact, Show
from bot.faq.places import facts_in
from bot.people.model import Language

AHEAD: Final = timedelta(days=90)
"""So far editors look ahead, and so long a fact that has ended stays in the list."""

_OFFICIAL: Final = frozenset({Confidence.OFFICIAL, Confidence.SEED})


class Due(StrEnum):
    """What a day means to a fact."""

    REVIEW = "review"  # from this day on the answer says "being checked"
    OVERDUE = "overdue"  # it says so already
    ENDS = "ends"  # its last day
    ENDED = "ended"


@dataclass(frozen=True)
class Deadline:
    """A day on which somebody must have looked at a fact."""

    fact: Fact
    due: Due
    day: date
    topics: tuple[str, ...]  # that rest on the fact, in the order of the menu


def countdown(catalogue: Catalogue, today: date, ahead: timedelta = AHEAD) -> tuple[Deadline, ...]:
    """What is overdue, what has ended lately, and what ends or falls due soon: the soonest first."""
    used = topics_of_facts(catalogue)
    found = [
        Deadline(fact, due, day, used.get(fact.id, ()))
        for fact in catalogue.facts.values()
        for due, day in _days_of(fact, today, ahead)
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.fact.id, one.due)))


def topics_of_facts(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Of each fact that is used, the topics that list it or whose answers refer to it."""
    used: dict[str, dict[str, None]] = defaultdict(dict)
    for topic in catalogue.topics.values():
        for fact in (*topic.facts, *_referred(catalogue, topic.id)):
            used[fact][topic.id] = None
    return {fact: tuple(topics) for fact, topics in used.items()}


def is_verified(fact: Fact) -> bool:
    """Whether a citizen can be told a fact without "not confirmed officially"."""
    if fact.show is Show.STAFF or is_unconfirmed(fact):
        return False
    return fact.show is Show.VALUE or fact.confidence in _OFFICIAL


def awaited_facts(catalogue: Catalogue) -> tuple[Fact, ...]:
    """What only the ministry can fill or confirm; whoever does so takes the mark away."""
    return tuple(fact for fact in catalogue.facts.values() if fact.ministry)


def unsigned_answers(catalogue: Catalogue, language: Language) -> tuple[str, ...]:
    """The topics whose answer in a language nobody has signed for the ministry."""
    answers = (catalogue.answers.get((topic, language)) for topic in catalogue.topics)
    return tuple(answer.topic for answer in answers if answer and not answer.approved)


def _days_of(fact: Fact, today: date, ahead: timedelta) -> list[tuple[Due, date]]:
    days: list[tuple[Due, date]] = []
    if fact.review_by - today <= ahead:
        days.append((Due.OVERDUE if fact.review_by <= today else Due.REVIEW, fact.review_by))
    if fact.valid_to and abs(fact.valid_to - today) <= ahead:
        days.append((Due.ENDED if fact.valid_to < today else Due.ENDS, fact.valid_to))
    return days


def _referred(catalogue: Catalogue, topic: str) -> list[str]:
    answers = (catalogue.answers.get((topic, language)) for language in Language)
    texts = [text for one in answers if one for text in (one.body, one.at_home, one.ended) if text]
    return [fact for text in texts for fact in facts_in(text)]
