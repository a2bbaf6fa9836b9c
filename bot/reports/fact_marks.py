"""What must not be overlooked about a fact on the day of the print."""

from collections.abc import Iterator
from datetime import date

from bot.faq.deadlines import AHEAD
from bot.faq.freshness import State, fact_state, is_unconfirmed
from bot.faq.model import Fact, Show
from bot.formats import format_short_date
from bot.reports.fact_use import Use
from bot.reports.labels import Labels, Words


def is_due(fact: Fact, today: date) -> bool:
    """Whether its review date has passed: answers say that it is being checked."""
    return fact.review_by <= today


def ends_ahead(fact: Fact, today: date) -> bool:
    """Whether its last day is not over and at most 90 days away."""
    return fact.valid_to is not None and today <= fact.valid_to <= today + AHEAD


def marks_of(fact: Fact, today: date, _: Labels) -> Iterator[Words]:
    """The marks of a fact, in the order of the calendar first."""
    if fact_state(fact, today) is State.ENDED and fact.valid_to:
        yield _("Ended on {date}", date=format_short_date(fact.valid_to))
    if ends_ahead(fact, today) and fact.valid_to:
        yield _("Ends on {date}", date=format_short_date(fact.valid_to))
    if fact_state(fact, today) is State.NOT_BEGUN and fact.valid_from:
        yield _("Holds only from {date} on", date=format_short_date(fact.valid_from))
    if is_due(fact, today):
        yield _("Being checked since {date}", date=format_short_date(fact.review_by))
    if fact.show is not Show.STAFF and is_unconfirmed(fact):
        yield _("Not confirmed officially.")
    if fact.ministry:
        yield _("Only the ministry can confirm this")


def use_words(use: Use, _: Labels) -> Words:
    """What citizens get to see of a fact in a topic."""
    return {
        Use.PRINTED: _("printed in the answer"),
        Use.IN_WORDS: _("said in words"),
        Use.UNSAID: _("listed with the topic, not said in the answer"),
        Use.NEVER: _("never shown to citizens"),
    }[use]
