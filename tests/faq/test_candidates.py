"""What a press tells about the words of a question."""

from datetime import timedelta

import pytest

from bot.faq.candidates import (
    KEPT,
    LONGEST,
    Asked,
    Candidate,
    Key,
    Kind,
    Pressed,
    Source,
    chosen,
    looked_up,
    none_of_these,
    rated,
    sent_by_staff,
    wording,
)
from bot.faq.ratings import Rating, Reason, Verdict
from bot.people.model import Language
from tests.support.people import AIGERIM, NOON

PRESSED = Pressed(NOON + timedelta(hours=1), "d1")
WORDS = "Кореяға барсам бола ма"


def asked(text: str = WORDS) -> Asked:
    return Asked(7, text, Language.KK, NOON)


def vote(verdict: Verdict, reason: Reason = Reason.NONE) -> Rating:
    return Rating(AIGERIM, "a.b", Language.RU, "1-x", verdict, reason, 7)


def key(kind: Kind, source: Source = Source.PERSON, about: str = "") -> Key:
    return Key(7, kind, source, about)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  Кореяға \n\n барсам\tбола ма ", WORDS),
        ("ЕП", "ЕП"),
        ("▒▒▒ визам бар", "▒▒▒ визам бар"),
        ("е" * LONGEST, "е" * LONGEST),
    ],
)
def test_words_are_kept_in_one_line(text: str, words: str) -> None:
    assert wording(asked(text), NOON) == words


@pytest.mark.parametrize("text", ["", " \n", "?", "🆘🆘", "▒▒▒ ▒▒▒", "12 000", "E", "е" * (LONGEST + 1)])
def test_what_can_be_no_phrasing_is_not_kept(text: str) -> None:
    assert wording(asked(text), NOON) == ""
    lesson = none_of_these(asked(text), ("a.b",), PRESSED)
    assert lesson.kept == ()


def test_old_words_are_not_kept_anew() -> None:
    assert wording(asked(), NOON + KEPT - timedelta(seconds=1)) == WORDS
    assert wording(asked(), NOON + KEPT) == ""


def test_whoever_takes_none_takes_back_what_was_chosen_before() -> None:
    lesson = none_of_these(asked(), ("a.b", "c.d"), PRESSED)
    assert lesson.dropped == (
        key(Kind.CONFIRMED, about="a.b"),
        key(Kind.CONFIRMED, about="c.d"),
    )
    assert lesson.kept == (Candidate(key(Kind.NONE_OF_THESE), WORDS, Language.KK, ("a.b", "c.d"), "d1"),)


def test_a_choice_confirms_its_topic_and_takes_back_that_none_fits() -> None:
    lesson = chosen(asked(), "a.b", PRESSED)
    assert lesson.dropped == (key(Kind.NONE_OF_THESE),)
    assert lesson.kept == (Candidate(key(Kind.CONFIRMED, about="a.b"), WORDS, Language.KK, ("a.b",), "d1"),)


def test_of_what_was_opened_after_a_wrong_answer_the_last_one_counts() -> None:
    first, second = (looked_up(asked(), topic, PRESSED).kept[0] for topic in ("a.b", "c.d"))
    assert first.key == second.key == key(Kind.CONFIRMED, Source.LOOKED_UP)
    assert (first.topics, second.topics) == (("a.b",), ("c.d",))


def test_every_topic_that_staff_send_counts_for_itself() -> None:
    first, second = (sent_by_staff(asked(), topic, PRESSED).kept[0] for topic in ("a.b", "c.d"))
    assert [one.key for one in (first, second)] == [
        key(Kind.CONFIRMED, Source.STAFF, "a.b"),
        key(Kind.CONFIRMED, Source.STAFF, "c.d"),
    ]


@pytest.mark.parametrize("reason", Reason)
def test_a_bad_vote_is_kept_with_its_reason(reason: Reason) -> None:
    (kept,) = rated(asked(), vote(Verdict.DOWN, reason), PRESSED).kept
    assert kept == Candidate(key(Kind.UNHELPFUL, about="a.b"), WORDS, Language.KK, ("a.b",), "d1", reason)


@pytest.mark.parametrize("reason", Reason)
def test_only_who_asked_something_else_takes_back_the_choice(reason: Reason) -> None:
    lesson = rated(asked(), vote(Verdict.DOWN, reason), PRESSED)
    taken_back = (key(Kind.CONFIRMED, about="a.b"),) if reason is Reason.OTHER_QUESTION else ()
    assert lesson.dropped == taken_back


def test_a_good_vote_takes_back_the_bad_one_and_says_nothing_new() -> None:
    lesson = rated(asked(), vote(Verdict.UP), PRESSED)
    assert (lesson.dropped, lesson.kept) == ((key(Kind.UNHELPFUL, about="a.b"),), ())


def test_words_that_are_no_use_still_take_back() -> None:
    assert chosen(asked("?"), "a.b", PRESSED).dropped == (key(Kind.NONE_OF_THESE),)
