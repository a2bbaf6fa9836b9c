"""What a day makes of facts and answers. Nothing here looks at a clock: the day is handed in."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from bot.faq.model import Catalogue, Confidence, Fact, Show, Topic
from bot.faq.places import facts_in
from bot.people.model import Language, Place

ENDS_SOON: Final = timedelta(days=30)
OLD: Final = timedelta(days=180)
"""When the newest of what an answer rests on is older than this, the answer says so first."""


class State(StrEnum):
    """Where a fact, or an answer that rests on facts, stands on a day."""

    CURRENT = "current"
    BEING_CHECKED = "being_checked"  # its review date has passed
    ENDED = "ended"  # from the day after its last day
    NOT_BEGUN = "not_begun"


_GRAVEST_FIRST: Final = (State.ENDED, State.NOT_BEGUN, State.BEING_CHECKED)


@dataclass(frozen=True)
class Freshness:
    """The text that holds on a day, and what it rests on."""

    state: State
    text: str  # the body, or the second text once a fact of the body has ended
    facts: tuple[Fact, ...]  # that the text prints or says in words
    being_checked: bool
    outlived: Fact | None  # a fact that has ended although there is no second text

    @property
    def dated(self) -> tuple[Fact, ...]:
        """What tells the age of the answer: not the phones in it, unless it has nothing else."""
        return tuple(fact for fact in self.facts if not fact.contact) or self.facts


def fact_state(fact: Fact, day: date) -> State:
    """Where a fact stands on a day."""
    if fact.valid_to and day > fact.valid_to:
        return State.ENDED
    if fact.valid_from and day < fact.valid_from:
        return State.NOT_BEGUN
    return State.BEING_CHECKED if day >= fact.review_by else State.CURRENT


def ends_soon(fact: Fact, day: date) -> bool:
    """Whether a fact still holds but its last day is at most 30 days away."""
    return fact.valid_to is not None and timedelta(0) <= fact.valid_to - day <= ENDS_SOON


def answer_freshness(
    catalogue: Catalogue, topic_id: str, language: Language, day: date, place: Place | None = None
) -> Freshness:
    """What an answer says on a day to who is in a place, and where it stands."""
    answer = catalogue.answers[topic_id, language]
    topic = catalogue.topics[topic_id]
    body = answer.at_home if place is Place.KAZAKHSTAN and answer.at_home is not None else answer.body
    facts = basis(topic, body, catalogue)
    state = _gravest(facts, day)
    ended = next((fact for fact in facts if fact_state(fact, day) is State.ENDED), None)
    if ended and answer.ended is not None:
        later = _still_told(basis(topic, answer.ended, catalogue), answer.ended, day)
        return Freshness(State.ENDED, answer.ended, later, _is_due(later, day), None)
    return Freshness(state, body, facts, _is_due(facts, day), ended)


def basis(topic: Topic, text: str, catalogue: Catalogue) -> tuple[Fact, ...]:
    """
    The facts that a text prints: those it refers to, then those of its topic that can only be said in words.

    A text that refers to nothing rests on all that its topic lists. What only staff may see is left out.
    """
    referred = [catalogue.facts[id_] for id_ in facts_in(text) if id_ in catalogue.facts]
    listed = [catalogue.facts[id_] for id_ in topic.facts if id_ in catalogue.facts]
    in_words = [fact for fact in listed if fact.show is Show.WORDS or not fact.values]
    told = dict.fromkeys(fact.id for fact in [*referred, *in_words] if fact.show is not Show.STAFF)
    if not told:
        told = dict.fromkeys(fact.id for fact in listed if fact.show is not Show.STAFF)
    return tuple(catalogue.facts[id_] for id_ in told)


def is_lagging(catalogue: Catalogue, topic_id: str, language: Language) -> bool:
    """Whether another language holds a newer text of this topic."""
    own = catalogue.answers[topic_id, language].revision
    others = (catalogue.answers.get((topic_id, other)) for other in Language)
    return any(other.revision > own for other in others if other)


def is_old(facts: Iterable[Fact], day: date) -> bool:
    """Whether even the newest of the facts speaks for a time long past."""
    newest = newest_as_of(facts)
    return newest is not None and day - last_day(newest) > OLD


def oldest_as_of(facts: Iterable[Fact]) -> str | None:
    """The earliest date for which one of the facts speaks."""
    return min((fact.as_of for fact in facts), key=_first_day, default=None)


def newest_as_of(facts: Iterable[Fact]) -> str | None:
    """The latest date for which one of the facts speaks."""
    return max((fact.as_of for fact in facts), key=last_day, default=None)


def last_day(day: str) -> date:
    """The last day of 2026, of 2026-01 or of 2026-01-30."""
    parts = [int(part) for part in day.split("-")]
    year, month, number = (*parts, 0, 0)[:3]
    month = month or 12
    return date(year, month, number or calendar.monthrange(year, month)[1])


def is_unconfirmed(fact: Fact) -> bool:
    """Whether no official body and no source that may be named stands behind a fact."""
    if fact.confidence in {Confidence.WEAK, Confidence.UNCONFIRMED}:
        return True
    official = fact.confidence in {Confidence.SEED, Confidence.OFFICIAL}
    return not official and not any(source.public for source in fact.sources)


def _still_told(facts: tuple[Fact, ...], text: str, day: date) -> tuple[Fact, ...]:
    """Of an ended topic: what its second text refers to, and what has not ended itself."""
    referred = facts_in(text)
    return tuple(f for f in facts if f.id in referred or fact_state(f, day) is not State.ENDED) or facts


def _gravest(facts: tuple[Fact, ...], day: date) -> State:
    states = {fact_state(fact, day) for fact in facts}
    return next((state for state in _GRAVEST_FIRST if state in states), State.CURRENT)


def _is_due(facts: tuple[Fact, ...], day: date) -> bool:
    """A fact that has ended may still be told in the past tense, and is then checked like any other."""
    return any(day >= fact.review_by for fact in facts)


def _first_day(day: str) -> str:
    return f"{day}-01-01"[:10] if len(day) == 4 else f"{day}-01"[:10]
