from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.kazakh import Case, ending, is_front, last_word_of, number_ending, with_case


@pytest.mark.parametrize(
    ("word", "dative", "ablative", "genitive"),
    [
        ("қаңтар", "қаңтарға", "қаңтардан", "қаңтардың"),
        ("ақпан", "ақпанға", "ақпаннан", "ақпанның"),
        ("наурыз", "наурызға", "наурыздан", "наурыздың"),
        ("сәуір", "сәуірге", "сәуірден", "сәуірдің"),
        ("маусым", "маусымға", "маусымнан", "маусымның"),
        ("шілде", "шілдеге", "шілдеден", "шілденің"),
        ("қыркүйек", "қыркүйекке", "қыркүйектен", "қыркүйектің"),
        ("қараша", "қарашаға", "қарашадан", "қарашаның"),
        ("желтоқсан", "желтоқсанға", "желтоқсаннан", "желтоқсанның"),
        ("теңге", "теңгеге", "теңгеден", "теңгенің"),
        ("вон", "вонға", "воннан", "вонның"),
    ],
)
def test_a_word_takes_its_ending_by_its_last_sound(
    word: str, dative: str, ablative: str, genitive: str
) -> None:
    assert with_case(word, Case.DATIVE) == dative
    assert with_case(word, Case.ABLATIVE) == ablative
    assert with_case(word, Case.GENITIVE) == genitive


@pytest.mark.parametrize(
    ("number", "dative", "ablative", "locative", "accusative"),
    [
        (1, "ге", "ден", "де", "ді"),
        (2, "ге", "ден", "де", "ні"),
        (3, "ке", "тен", "те", "ті"),
        (6, "ға", "дан", "да", "ны"),
        (9, "ға", "дан", "да", "ды"),
        (10, "ға", "нан", "да", "ды"),
        (20, "ға", "дан", "да", "ны"),
        (30, "ға", "дан", "да", "ды"),
        (40, "қа", "тан", "та", "ты"),
        (50, "ге", "ден", "де", "ді"),
        (60, "қа", "тан", "та", "ты"),
        (70, "ке", "тен", "те", "ті"),
        (80, "ге", "нен", "де", "ді"),
        (90, "ға", "нан", "да", "ды"),
        (100, "ге", "ден", "де", "ді"),
        (1000, "ға", "нан", "да", "ды"),
        (1_000_000, "ға", "нан", "да", "ды"),
        (1_000_000_000, "қа", "тан", "та", "ты"),
    ],
)
def test_a_number_takes_the_ending_of_its_last_word(
    number: int, dative: str, ablative: str, locative: str, accusative: str
) -> None:
    assert number_ending(number, Case.DATIVE) == dative
    assert number_ending(number, Case.ABLATIVE) == ablative
    assert number_ending(number, Case.LOCATIVE) == locative
    assert number_ending(number, Case.ACCUSATIVE) == accusative


@pytest.mark.parametrize(
    ("number", "word"),
    [(0, "нөл"), (2026, "алты"), (10_320, "жиырма"), (30_000_000, "миллион"), (1_500, "жүз"), (-40, "қырық")],
)
def test_the_last_word_of_a_number_is_found(number: int, word: str) -> None:
    assert last_word_of(number) == word


def test_of_a_fraction_the_figures_after_the_comma_are_read() -> None:
    assert last_word_of(Decimal("1.5")) == "бес"
    assert last_word_of(Decimal("2.40")) == "төрт"
    assert last_word_of(Decimal("7.0")) == "жеті"


@given(number=st.integers(0, 10**11), case=st.sampled_from(Case))
def test_every_number_agrees_with_the_harmony_of_its_last_word(number: int, case: Case) -> None:
    suffix = number_ending(number, case)
    vowels = set(suffix) & set("аыеі")
    assert vowels <= (set("еі") if is_front(last_word_of(number)) else set("аы"))
    assert (
        suffix[0]
        in {
            Case.GENITIVE: "ндт",
            Case.DATIVE: "ғгқк",
            Case.ACCUSATIVE: "ндт",
            Case.LOCATIVE: "дт",
            Case.ABLATIVE: "ндт",
        }[case]
    )


@given(head=st.integers(1, 999), tail=st.integers(1, 99), case=st.sampled_from(Case))
def test_what_stands_before_the_last_two_figures_does_not_matter(head: int, tail: int, case: Case) -> None:
    assert number_ending(head * 100 + tail, case) == number_ending(tail, case)


def test_a_word_without_a_plain_vowel_still_gets_an_ending() -> None:
    assert ending("му", Case.DATIVE) == "ға"
    assert ending("ки", Case.DATIVE) == "ге"
