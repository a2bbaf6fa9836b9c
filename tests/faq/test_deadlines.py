from datetime import date, timedelta

import pytest

from bot.faq.deadlines import (
    Due,
    awaited_facts,
    countdown,
    is_verified,
    topics_of_facts,
    unsigned_answers,
)
from bot.faq.model import Catalogue, Confidence, Fact, Show
from bot.people.model import Language
from tests.faq.catalogues import HIDDEN_SOURCE, OFFICIAL_SOURCE, TOPIC, UNSIGNED, catalogue, fact

TODAY = date(2026, 11, 24)


def day(ahead: int) -> date:
    return TODAY + timedelta(days=ahead)


def listed(*facts: Fact) -> list[tuple[str, Due, int]]:
    found = countdown(catalogue("text", facts), TODAY)
    return [(one.fact.id, one.due, (one.day - TODAY).days) for one in found]


@pytest.mark.parametrize(
    ("ahead", "due"),
    [(-400, Due.OVERDUE), (-1, Due.OVERDUE), (0, Due.OVERDUE), (1, Due.REVIEW), (90, Due.REVIEW), (91, None)],
)
def test_a_review_is_listed_from_ninety_days_before_until_it_is_done(ahead: int, due: Due | None) -> None:
    assert listed(fact("F001", review_by=day(ahead))) == ([("F001", due, ahead)] if due else [])


@pytest.mark.parametrize(
    ("ahead", "due"),
    [(-91, None), (-90, Due.ENDED), (-1, Due.ENDED), (0, Due.ENDS), (90, Due.ENDS), (91, None)],
)
def test_an_end_is_listed_from_ninety_days_before_to_ninety_days_after(ahead: int, due: Due | None) -> None:
    assert listed(fact("F001", valid_to=day(ahead))) == ([("F001", due, ahead)] if due else [])


def test_the_soonest_comes_first_and_a_fact_may_come_twice() -> None:
    one = fact("F001", review_by=day(30), valid_to=day(10))
    other = fact("F002", review_by=day(20))
    assert [(id_, ahead) for id_, _, ahead in listed(one, other)] == [
        ("F001", 10),
        ("F002", 20),
        ("F001", 30),
    ]


def test_a_review_that_never_comes_is_not_listed() -> None:
    assert listed(fact("F001", review_by=date.max)) == []


def test_a_fact_is_used_by_the_topics_that_list_it_and_by_those_that_print_it() -> None:
    whole = catalogue("{F002.days}", [fact("F001")], ended="{F003.end} {ALL.oldest}")
    assert dict(topics_of_facts(whole)) == {"F001": (TOPIC,), "F002": (TOPIC,), "F003": (TOPIC,)}


@pytest.mark.parametrize(
    ("show", "confidence", "sources", "verified"),
    [
        (Show.VALUE, Confidence.OFFICIAL, (HIDDEN_SOURCE,), True),
        (Show.VALUE, Confidence.PRESS, (OFFICIAL_SOURCE,), True),
        (Show.VALUE, Confidence.PRESS, (HIDDEN_SOURCE,), False),
        (Show.WORDS, Confidence.OFFICIAL, (HIDDEN_SOURCE,), True),
        (Show.WORDS, Confidence.PRESS, (OFFICIAL_SOURCE,), False),
        (Show.WORDS, Confidence.WEAK, (OFFICIAL_SOURCE,), False),
        (Show.STAFF, Confidence.OFFICIAL, (OFFICIAL_SOURCE,), False),
    ],
)
def test_what_is_printed_or_official_counts_as_verified(
    show: Show, confidence: Confidence, sources: tuple[object, ...], verified: bool
) -> None:
    assert is_verified(fact("F001", show=show, confidence=confidence, sources=sources)) is verified


@pytest.mark.parametrize("show", list(Show))
def test_a_fact_waits_for_the_ministry_as_long_as_it_is_marked(show: Show) -> None:
    marked, other = fact("F001", ministry=True, show=show), fact("F002", show=show)
    assert awaited_facts(catalogue("text", [marked, other])) == (marked,)


@pytest.mark.parametrize("whole", [catalogue("text"), catalogue("text", approved=UNSIGNED)])
def test_an_answer_is_unsigned_until_somebody_signs_it(whole: Catalogue) -> None:
    signed = bool(whole.answers[TOPIC, Language.KK].approved)
    assert unsigned_answers(whole, Language.KK) == (() if signed else (TOPIC,))
