from datetime import timedelta

import pytest

from bot.people.model import (
    AFTER_AN_ALARM,
    Expecting,
    Language,
    alarm_before,
    choose_language,
    is_double_tap,
    misread_question,
    new_pseudonym,
    topic_in_mind,
    wants_a_person,
)
from tests.support.people import NOON, person

KK, RU = Language.KK, Language.RU


@pytest.mark.parametrize(
    ("stored", "of_text", "hint", "default", "chosen"),
    [
        (KK, RU, "ru", RU, KK),
        (RU, KK, "kk", KK, RU),
        (None, KK, "ru", RU, KK),
        (None, RU, "kk", KK, RU),
        (None, None, "ru", KK, RU),
        (None, None, "kk", RU, KK),
        (None, None, "ru-RU", KK, RU),
        (None, None, "KK", RU, KK),
        (None, None, "kk-KZ", RU, KK),
        (None, None, "en", RU, RU),
        (None, None, "ko", KK, KK),
        (None, None, "", KK, KK),
        (None, None, None, RU, RU),
        (None, None, "rus", KK, KK),
    ],
)
def test_the_choice_comes_before_the_text_the_hint_and_the_default(
    stored: Language | None, of_text: Language | None, hint: str | None, default: Language, chosen: Language
) -> None:
    assert choose_language(stored, of_text, hint, default) is chosen


def test_pseudonyms_are_random() -> None:
    made = {new_pseudonym() for _ in range(1000)}
    assert len(made) == 1000
    assert all(len(pseudonym) == 16 and int(pseudonym, 16) >= 0 for pseudonym in made)


@pytest.mark.parametrize(
    ("minutes", "in_mind"), [(0, True), (29.99, True), (30, True), (30.01, False), (60 * 24, False)]
)
def test_a_topic_stays_in_mind_for_half_an_hour(minutes: float, *, in_mind: bool) -> None:
    reader = person(last_topic="a.b", last_topic_at=NOON)
    assert topic_in_mind(reader, NOON + timedelta(minutes=minutes)) == ("a.b" if in_mind else None)


@pytest.mark.parametrize(("minutes", "known"), [(0, True), (30, True), (30.01, False), (60 * 24, False)])
def test_who_was_answered_with_something_else_looks_for_it_for_half_an_hour(
    minutes: float, *, known: bool
) -> None:
    reader = person(misread_question=7, misread_at=NOON)
    assert misread_question(reader, NOON + timedelta(minutes=minutes)) == (7 if known else None)
    assert misread_question(person(), NOON) is None


def test_who_has_read_nothing_or_is_new_has_nothing_in_mind() -> None:
    assert topic_in_mind(None, NOON) is None
    assert topic_in_mind(person(), NOON) is None
    assert topic_in_mind(person(last_topic="a.b"), NOON) is None  # read before the moment was kept


@pytest.mark.parametrize(
    ("press", "seconds", "double"),
    [
        ("77:m", -3600, True),  # it came long before the first half was answered
        ("77:m", 0, True),
        ("77:m", 1.99, True),
        ("77:m", 2, False),
        ("77:m", 3600, False),
        ("77:n", 0, False),
        ("78:m", 0, False),
    ],
)
def test_the_same_press_before_its_answer_could_be_seen_is_a_double_tap(
    press: str, seconds: float, *, double: bool
) -> None:
    impatient = person(last_press="77:m", pressed_at=NOON)
    assert is_double_tap(impatient, press, NOON + timedelta(seconds=seconds)) == double


def test_the_first_press_is_no_double_tap() -> None:
    assert not is_double_tap(person(), "77:m", NOON)
    assert not is_double_tap(person(), "", NOON)


@pytest.mark.parametrize(("seconds", "wants"), [(-1, True), (119.9, True), (120, False), (86_400, False)])
def test_the_wish_for_a_person_ends_at_its_moment(seconds: float, *, wants: bool) -> None:
    asking = person(expecting=Expecting.STAFF_QUESTION, expecting_until=NOON + timedelta(minutes=2))
    assert wants_a_person(asking, NOON + timedelta(seconds=seconds)) is wants


def test_a_wish_without_an_end_lasts_and_without_a_wish_no_moment_makes_one() -> None:
    assert wants_a_person(person(expecting=Expecting.STAFF_QUESTION), NOON + timedelta(days=9))
    assert not wants_a_person(person(expecting_until=NOON + timedelta(minutes=2)), NOON)


@pytest.mark.parametrize(("minutes", "number"), [(0, 7), (29.9, 7), (30, 7), (30.1, None), (9999, None)])
def test_an_alarm_is_remembered_for_half_an_hour(minutes: float, number: int | None) -> None:
    in_danger = person(urgent_question=7, urgent_at=NOON)
    assert alarm_before(in_danger, NOON + timedelta(minutes=minutes)) == number
    assert timedelta(minutes=30) == AFTER_AN_ALARM


def test_who_was_never_in_danger_has_no_alarm_behind_them() -> None:
    assert alarm_before(person(), NOON) is None
