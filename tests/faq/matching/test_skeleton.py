from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.faq.matching.skeleton import neutral, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("жұмыс", "жумыс"),
        ("жұмыс", "zhumys"),
        ("жұмыс", "jumys"),
        ("қалай", "qalai"),
        ("қалай", "kalay"),
        ("шығу", "shyǵu"),
        ("көмек", "kómek"),
        ("виза", "viza"),
        ("что", "chto"),
        ("иммиграция", "immigraciya"),
        ("знает", "znaet"),
        ("тіркелу", "tirkelu"),
    ],
)
def test_one_word_in_two_scripts_sounds_alike(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("чек", "шек"), ("бар", "бер"), ("өлгім", "алғым"), ("задержат", "задержал")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_speech_spelling_of_russian_sounds_alike_without_vowels() -> None:
    assert neutral(skeleton("задиржали")) == neutral(skeleton("задержали"))


@given(st.text(max_size=30))
def test_any_word_has_a_skeleton_without_doubled_letters(word: str) -> None:
    sounds = skeleton(word.lower())
    assert all(a != b for a, b in pairwise(sounds) if a.isascii() and a.isalpha())
