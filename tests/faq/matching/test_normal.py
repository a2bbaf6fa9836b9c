import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.faq.matching.normal import MAX_CHARACTERS, MAX_WORDS, cut, other_layout, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("K-ETA", ["keta"]),
        ("кету емес, кета алу", ["кету", "емес", "keta", "алу"]),
        ("К-ЕТАны", ["keta", "ны"]),
        ("E-9 және E-7-4", ["e9", "және", "e74"]),
        ("виза ф-4", ["виза", "f4"]),
        ("EPSке тіркелу", ["eps", "ке", "тіркелу"]),
        ("епске", ["eps", "ке"]),
        ("и-пи-эс", ["eps"]),
        ("44года", ["44", "года"]),
        ("с 5 утра в 2 раза", ["с", "5", "утра", "в", "2", "раза"]),
        ("пaспoрт", ["паспорт"]),  # two Latin letters among Cyrillic ones
        ("Ещё ёлка", ["еще", "елка"]),
        ("😀🔥", []),
        ("o'qish", ["oqish"]),
    ],
)
def test_words_are_cleaned(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("rfr gjgfcnm d rjht.", "как попасть в корею"), ("ghbdtn", "привет"), ("0fkfq", "қалай")],
)
def test_the_wrong_keyboard_layout_is_read(typed: str, meant: str) -> None:
    assert other_layout(typed) == meant


@pytest.mark.parametrize("typed", ["salem qalai", "skolko stoit viza", "жұмыс", "ok", "K-ETA refused"])
def test_the_right_keyboard_layout_is_left_alone(typed: str) -> None:
    assert other_layout(cut(typed)) is None


@given(st.text(max_size=3000))
def test_no_text_costs_more_than_the_longest_one_allowed(text: str) -> None:
    assert len(cut(text)) <= MAX_CHARACTERS
    assert len(words(text)) <= MAX_WORDS
