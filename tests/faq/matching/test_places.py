"""Of which places a topic speaks, by how often its phrasings name them."""

from collections.abc import Sequence

import pytest

from bot.faq.matching import normal
from bot.faq.matching.index import sounds_of
from bot.faq.matching.places import Places
from bot.faq.matching.wordlists import WordLists

WORDS = {"places": ("турци", "росси", "япони", "польш"), "places_home": ("алмат",), "place_korea": ("коре",)}
STAY = "сколько дней можно быть без визы"


def contradicts(phrasings: Sequence[str], message: str) -> bool:
    places = Places(WORDS, {"topic": [sounds_of(normal.words(one)) for one in phrasings]})
    reading = WordLists(WORDS).read(sounds_of(normal.words(message)))
    return places.contradict("topic", reading, abroad=False)


@pytest.mark.parametrize(
    "stray", ["лечу через Турцию, сколько можно быть", "я из России, сколько можно быть"]
)
def test_a_place_that_hardly_a_phrasing_names_is_not_what_the_topic_is_about(stray: str) -> None:
    assert contradicts([STAY] * 40 + [stray], "в Турцию сколько дней без визы")


def test_a_place_that_many_phrasings_name_is_what_the_topic_is_about() -> None:
    phrasings = [STAY] * 36 + ["не пустили из России"] * 4
    assert not contradicts(phrasings, "развернули в России")
    assert contradicts(phrasings, "развернули в Польше")


def test_a_topic_that_often_names_other_countries_is_about_any_of_them() -> None:
    phrasings = [STAY, "работа в Японии", "работа в Турции", "работа в России"]
    assert not contradicts(phrasings, "работа в Польше")


@pytest.mark.parametrize(("at_home", "expected"), [(1, True), (4, False)])
def test_a_question_about_home_fits_only_a_topic_that_is_often_asked_there(
    at_home: int, expected: bool
) -> None:
    phrasings = ["не платят зарплату"] * 50 + ["я из Алматы, не платят"] * at_home
    assert contradicts(phrasings, "зарплату не платят в Алматы") is expected
    assert not contradicts(phrasings, "я из Алматы, в Корее не платят зарплату")
