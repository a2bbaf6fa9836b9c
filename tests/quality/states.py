"""Every answer in every state of the clock: what citizens read, and on which days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from typing import Final

from bot.faq.freshness import ENDS_SOON, OLD, basis, ends_soon, fact_state, is_old, last_day
from bot.faq.model import Catalogue, Fact
from bot.faq.rendering import Rendered, render_answer
from bot.files.content import load_catalogue
from bot.files.place import locales_dir
from bot.i18n import Translations
from bot.people.model import Language, Place

ALWAYS: Final = (date(2026, 2, 28), date(2026, 12, 31))
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Shown:
    """An answer as it stands from one day to another, for who is in a place."""

    topic: str
    language: Language
    place: Place | None
    first: date
    last: date
    rendered: Rendered

    @property
    def text(self) -> str:
        return self.rendered.text.text


@cache
def catalogue() -> Catalogue:
    return load_catalogue(locales_dir())


@cache
def translations() -> Translations:
    return Translations.load(locales_dir(), strict=True)


def turning_days(content: Catalogue) -> tuple[date, ...]:
    """The days on which anything can change, with the day before and the day after each."""
    turns = {*ALWAYS, *(day for fact in content.facts.values() for day in days_of(fact))}
    return tuple(sorted({day + step * _DAY for day in turns for step in (-1, 0, 1)}))


def days_of(fact: Fact) -> Iterator[date]:
    """When a fact speaks, is confirmed, grows old, falls due, begins, is about to end and has ended."""
    spoken = last_day(fact.as_of)
    yield from (spoken, spoken + OLD + _DAY, fact.confirmed, fact.review_by)
    if fact.valid_from:
        yield fact.valid_from
    if fact.valid_to:
        yield from (fact.valid_to - ENDS_SOON, fact.valid_to, fact.valid_to + _DAY)


def shown(topic: str, language: Language, place: Place | None, day: date) -> Rendered:
    return render_answer(catalogue(), topic, language, day, translations().of(language), place)


@cache
def everything_shown() -> tuple[Shown, ...]:
    """Each answer once for every state, rendered on its first day."""
    days = turning_days(catalogue())
    return tuple(
        Shown(topic, language, place, first, last, shown(topic, language, place, first))
        for (topic, language), answer in catalogue().answers.items()
        for place in ((None,) if answer.at_home is None else (None, Place.KAZAKHSTAN))
        for first, last in _states(topic, language, days)
    )


def _states(topic: str, language: Language, days: tuple[date, ...]) -> Iterator[tuple[date, date]]:
    """The stretches of days between which nothing that the answer may rest on changes."""
    facts = tuple(_facts_of(topic, language).values())
    for _, alike in groupby(days, key=lambda day: _state(facts, day)):
        stretch = list(alike)
        yield stretch[0], stretch[-1]


def _facts_of(topic: str, language: Language) -> Mapping[str, Fact]:
    content = catalogue()
    answer = content.answers[topic, language]
    texts = (answer.body, answer.ended, answer.at_home)
    told = (basis(content.topics[topic], text, content) for text in texts if text)
    return {fact.id: fact for facts in told for fact in facts}


def _state(facts: tuple[Fact, ...], day: date) -> tuple[object, ...]:
    return tuple((fact_state(f, day), day >= f.review_by, ends_soon(f, day), is_old([f], day)) for f in facts)
