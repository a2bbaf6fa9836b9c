import dataclasses
from datetime import date, timedelta

import pytest

from bot.faq.freshness import (
    State,
    answer_freshness,
    basis,
    ends_soon,
    fact_state,
    is_lagging,
    is_old,
    is_unconfirmed,
    last_day,
    newest_as_of,
    oldest_as_of,
)
from bot.faq.model import Catalogue, Confidence, Show
from bot.people.model import Language, Place
from tests.faq.catalogues import HIDDEN_SOURCE, OFFICIAL_SOURCE, TOPIC, catalogue, fact

KK, RU = Language.KK, Language.RU
PROGRAMME = fact(
    "F081",
    {"end": date(2026, 2, 28)},
    valid_from=date(2025, 12, 1),
    valid_to=date(2026, 2, 28),
    review_by=date(2026, 2, 1),
)
QUOTA = fact("F031", {"total": 80_000}, valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2025, 11, 30), State.NOT_BEGUN),
        (date(2025, 12, 1), State.CURRENT),
        (date(2026, 1, 31), State.CURRENT),
        (date(2026, 2, 1), State.BEING_CHECKED),
        (date(2026, 2, 28), State.BEING_CHECKED),
        (date(2026, 3, 1), State.ENDED),
    ],
)
def test_a_fact_goes_through_its_states_day_by_day(day: date, state: State) -> None:
    assert fact_state(PROGRAMME, day) is state


def test_a_fact_without_a_last_day_never_ends() -> None:
    assert fact_state(fact("F002"), date(2029, 12, 31)) is State.CURRENT
    assert fact_state(fact("F002"), date(2030, 1, 1)) is State.BEING_CHECKED


@pytest.mark.parametrize(
    ("day", "soon"),
    [
        (date(2026, 11, 30), False),
        (date(2026, 12, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_what_ends_with_the_year_ends_soon_from_the_first_of_december(day: date, soon: bool) -> None:
    assert ends_soon(QUOTA, day) is soon


def test_an_answer_changes_to_its_second_text_the_day_after_a_fact_ended() -> None:
    content = catalogue("{F081.end} дейін", [PROGRAMME], ended="Бітті: {F081.end}")
    assert answer_freshness(content, TOPIC, KK, date(2026, 2, 28)).text == "{F081.end} дейін"
    ended = answer_freshness(content, TOPIC, KK, date(2026, 3, 1))
    assert (ended.state, ended.text, ended.outlived) == (State.ENDED, "Бітті: {F081.end}", None)
    assert ended.facts == (PROGRAMME,)


def at_home(content: Catalogue, text: str) -> Catalogue:
    """With a text for who is in Kazakhstan."""
    answers = {key: dataclasses.replace(answer, at_home=text) for key, answer in content.answers.items()}
    return dataclasses.replace(content, answers=answers)


def test_who_is_at_home_reads_the_text_for_them_and_what_it_rests_on() -> None:
    facts = [fact("F002", {"days": 30}), fact("F003", {"days": 60})]
    content = at_home(catalogue("{F002.days}", facts), "{F003.days}")
    for place, text, rests_on in (
        (None, "{F002.days}", "F002"),
        (Place.KOREA, "{F002.days}", "F002"),
        (Place.KAZAKHSTAN, "{F003.days}", "F003"),
    ):
        found = answer_freshness(content, TOPIC, KK, date(2026, 11, 24), place)
        assert (found.text, [one.id for one in found.facts]) == (text, [rests_on])


def test_an_answer_without_such_a_text_is_the_same_for_everybody() -> None:
    content = catalogue("{F002.days}", [fact("F002", {"days": 30})])
    day = date(2026, 11, 24)
    everywhere = [answer_freshness(content, TOPIC, KK, day, place) for place in (None, *Place)]
    assert everywhere[0] == everywhere[1] == everywhere[2]


def test_what_ended_for_one_place_still_holds_for_the_other() -> None:
    facts = [PROGRAMME, fact("F002", {"days": 30})]
    day = date(2026, 3, 1)
    abroad = at_home(catalogue("{F081.end}", facts, ended="Бітті"), "{F002.days}")
    assert answer_freshness(abroad, TOPIC, KK, day).state is State.ENDED
    assert answer_freshness(abroad, TOPIC, KK, day, Place.KAZAKHSTAN).state is State.CURRENT
    home = at_home(catalogue("{F002.days}", facts, ended="Бітті"), "{F081.end}")
    assert answer_freshness(home, TOPIC, KK, day).state is State.CURRENT
    assert answer_freshness(home, TOPIC, KK, day, Place.KAZAKHSTAN).text == "Бітті"


def test_an_ended_fact_that_the_text_does_not_refer_to_changes_nothing() -> None:
    content = catalogue("{F002.days}", [PROGRAMME, fact("F002", {"days": 30})], ended="Бітті")
    assert answer_freshness(content, TOPIC, KK, date(2026, 3, 1)).state is State.CURRENT


def test_an_ended_fact_without_second_text_is_pointed_out() -> None:
    content = catalogue("{F081.end} дейін", [PROGRAMME])
    freshness = answer_freshness(content, TOPIC, KK, date(2026, 3, 1))
    assert (freshness.state, freshness.outlived) == (State.ENDED, PROGRAMME)


def test_the_second_text_does_not_rest_on_an_ended_fact_that_it_leaves_out() -> None:
    content = catalogue(
        "{F081.end} {F002.days}", [PROGRAMME, fact("F002", {"days": 30})], ended="{F002.days}"
    )
    assert [one.id for one in answer_freshness(content, TOPIC, KK, date(2026, 3, 1)).facts] == ["F002"]


def test_an_answer_is_being_checked_from_the_review_date_of_any_fact_it_prints() -> None:
    facts = [fact("F002", {"days": 30}, review_by=date(2026, 6, 1)), fact("F003", {"total": 60})]
    content = catalogue("{F002.days} {F003.total}", facts)
    assert not answer_freshness(content, TOPIC, KK, date(2026, 5, 31)).being_checked
    checked = answer_freshness(content, TOPIC, KK, date(2026, 6, 1))
    assert (checked.state, checked.being_checked) == (State.BEING_CHECKED, True)


def test_a_text_rests_on_what_it_refers_to_and_on_what_can_only_be_said_in_words() -> None:
    facts = [
        fact("F001", {"days": 1}),
        fact("F002", {"days": 30}),
        fact("F009", {"days": 3}, show=Show.WORDS),
        fact("F005"),
        fact("F051", {"sum": 24}, show=Show.STAFF),
        fact("F066", show=Show.STAFF),
    ]
    content = catalogue("{F002.days}", facts)
    told = basis(content.topics[TOPIC], content.answers[TOPIC, KK].body, content)
    assert [one.id for one in told] == ["F002", "F009", "F005"]


def test_a_text_that_refers_to_nothing_rests_on_all_that_citizens_may_see() -> None:
    content = catalogue("Сөзбен", [fact("F004", {"n": 5}), fact("F051", {"sum": 24}, show=Show.STAFF)])
    assert [one.id for one in basis(content.topics[TOPIC], "Сөзбен", content)] == ["F004"]


def test_the_language_with_the_lower_revision_lags() -> None:
    content = catalogue("Мәтін", revisions={KK: 2, RU: 3})
    assert is_lagging(content, TOPIC, KK)
    assert not is_lagging(content, TOPIC, RU)


def test_the_oldest_and_the_newest_date_are_found_whatever_their_precision() -> None:
    facts = [fact("F001", as_of="2026-01"), fact("F002", as_of="2026"), fact("F003", as_of="2026-01-30")]
    assert oldest_as_of(facts) in {"2026", "2026-01"}
    assert newest_as_of(facts) == "2026"
    assert oldest_as_of([]) is None
    assert oldest_as_of([fact("F001", as_of="2021-04"), fact("F002", as_of="2021-03-31")]) == "2021-03-31"


def test_the_last_day_of_a_month_follows_the_calendar() -> None:
    assert last_day("2028-02") == date(2028, 2, 29)
    assert last_day("2026") == date(2026, 12, 31)
    assert last_day("2026-01-30") == date(2026, 1, 30)


def test_facts_are_old_when_even_the_newest_is() -> None:
    facts = [fact("F001", as_of="2014"), fact("F002", as_of="2026-01-30")]
    edge = date(2026, 1, 30) + timedelta(days=180)
    assert not is_old(facts, edge)
    assert is_old(facts, edge + timedelta(days=1))
    assert not is_old([], edge)


@pytest.mark.parametrize(
    ("confidence", "source", "unconfirmed"),
    [
        (Confidence.SEED, HIDDEN_SOURCE, False),
        (Confidence.OFFICIAL, HIDDEN_SOURCE, False),
        (Confidence.PRESS, OFFICIAL_SOURCE, False),
        (Confidence.PRESS, HIDDEN_SOURCE, True),
        (Confidence.CONFLICT, HIDDEN_SOURCE, True),
        (Confidence.WEAK, OFFICIAL_SOURCE, True),
        (Confidence.UNCONFIRMED, OFFICIAL_SOURCE, True),
    ],
)
def test_a_fact_is_unconfirmed_without_an_official_body_or_a_source_that_may_be_named(
    confidence: Confidence, source: object, unconfirmed: bool
) -> None:
    assert is_unconfirmed(fact("F001", confidence=confidence, sources=(source,))) is unconfirmed
