from datetime import date
from decimal import Decimal

import pytest

from bot.formats import (
    format_as_of,
    format_date,
    format_list,
    format_money,
    format_number,
    format_period,
    format_short_date,
)
from bot.kazakh import Case
from bot.people.model import Language

KK, RU = Language.KK, Language.RU
LAST_DAY = date(2026, 2, 28)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (None, "2026 жылғы 28 ақпан"),
        (Case.GENITIVE, "2026 жылғы 28 ақпанның"),
        (Case.DATIVE, "2026 жылғы 28 ақпанға"),
        (Case.ACCUSATIVE, "2026 жылғы 28 ақпанды"),
        (Case.LOCATIVE, "2026 жылғы 28 ақпанда"),
        (Case.ABLATIVE, "2026 жылғы 28 ақпаннан"),
    ],
)
def test_a_kazakh_date_takes_the_ending_of_its_month(case: Case | None, expected: str) -> None:
    assert format_date(LAST_DAY, KK, case) == expected


@pytest.mark.parametrize("case", [None, *Case])
def test_a_russian_day_is_written_alike_in_every_case(case: Case | None) -> None:
    assert format_date(LAST_DAY, RU, case) == "28 февраля 2026 года"


@pytest.mark.parametrize(
    ("day", "case", "russian", "kazakh"),
    [
        ("2026-01", None, "январь 2026 года", "2026 жылғы қаңтар"),
        ("2026-01", Case.GENITIVE, "января 2026 года", "2026 жылғы қаңтардың"),
        ("2026-03", Case.DATIVE, "марту 2026 года", "2026 жылғы наурызға"),
        ("2026-05", Case.LOCATIVE, "мае 2026 года", "2026 жылғы мамырда"),
        ("2026-07", Case.LOCATIVE, "июле 2026 года", "2026 жылғы шілдеде"),
        ("2026-08", Case.LOCATIVE, "августе 2026 года", "2026 жылғы тамызда"),
        ("2026-06", Case.DATIVE, "июню 2026 года", "2026 жылғы маусымға"),
        ("2026-12", Case.ABLATIVE, "декабря 2026 года", "2026 жылғы желтоқсаннан"),
        ("2026", None, "2026 год", "2026 жыл"),
        ("2026", Case.GENITIVE, "2026 года", "2026 жылдың"),
        ("2026", Case.DATIVE, "2026 году", "2026 жылға"),
        ("2026", Case.LOCATIVE, "2026 году", "2026 жылы"),
        ("2026", Case.ACCUSATIVE, "2026 год", "2026 жылды"),
        ("2026", Case.ABLATIVE, "2026 года", "2026 жылдан"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(day: str, case: Case | None, russian: str, kazakh: str) -> None:
    assert format_date(day, RU, case) == russian
    assert format_date(day, KK, case) == kazakh


@pytest.mark.parametrize(
    ("day", "russian", "kazakh"),
    [
        ("2026-01-30", "30 января 2026 года", "2026 жылғы 30 қаңтардағы"),
        ("2021-07", "июль 2021 года", "2021 жылғы шілдедегі"),
        ("2021", "2021 год", "2021 жылғы"),
    ],
)
def test_the_date_of_a_state_of_things_stands_before_the_word_it_belongs_to(
    day: str, russian: str, kazakh: str
) -> None:
    assert format_as_of(day, RU) == russian
    assert format_as_of(day, KK) == kazakh


def test_a_short_date_is_in_figures() -> None:
    assert format_short_date(date(2026, 1, 3)) == "03.01.2026"
    assert format_short_date("2026-01") == "01.2026"
    assert format_short_date("2026") == "2026"


@pytest.mark.parametrize(
    ("start", "end", "russian", "kazakh"),
    [
        (
            date(2025, 12, 1),
            date(2026, 2, 28),
            "с 1 декабря 2025 года по 28 февраля 2026 года",
            "2025 жылғы 1 желтоқсаннан 2026 жылғы 28 ақпанға дейін",
        ),
        (
            date(2026, 1, 1),
            date(2026, 12, 31),
            "с 1 января по 31 декабря 2026 года",
            "2026 жылғы 1 қаңтардан 31 желтоқсанға дейін",
        ),
        (None, date(2026, 12, 31), "по 31 декабря 2026 года", "2026 жылғы 31 желтоқсанға дейін"),
        ("2026-02", None, "с февраля 2026 года", "2026 жылғы ақпаннан бастап"),
    ],
)
def test_a_period_names_its_year_once(
    start: date | str | None, end: date | None, russian: str, kazakh: str
) -> None:
    assert format_period(start, end, RU) == russian
    assert format_period(start, end, KK) == kazakh


@pytest.mark.parametrize("language", [KK, RU])
def test_long_numbers_have_gaps_that_do_not_break_and_short_ones_have_none(language: Language) -> None:
    assert format_number(2_156_880, language) == "2\xa0156\xa0880"
    assert format_number(10_320, language) == "10\xa0320"
    assert format_number(1345, language) == "1345"
    assert format_number(Decimal("7.5"), language) == "7,5"


def test_a_kazakh_number_in_a_case_carries_its_ending_after_a_hyphen() -> None:
    assert format_number(30, KK, Case.DATIVE) == "30-ға"
    assert format_number(10_000, KK, Case.ABLATIVE) == "10\xa0000-нан"
    assert format_number(30, RU, Case.DATIVE) == "30"


def test_sums_have_their_currency_in_words() -> None:
    assert format_money(10_000, "KRW", KK) == "10\xa0000\xa0вон"
    assert format_money(10_000, "KRW", KK, Case.DATIVE) == "10\xa0000\xa0вонға"
    assert format_money(10_000, "KRW", RU) == "10\xa0000\xa0вон"
    assert format_money(21, "USD", RU) == "21\xa0доллар"
    assert format_money(22, "USD", RU) == "22\xa0доллара"
    assert format_money(Decimal("1.5"), "USD", RU) == "1,5\xa0доллара"
    assert format_money(500, "KZT", KK, Case.DATIVE) == "500\xa0теңгеге"


def test_an_unknown_currency_keeps_its_code() -> None:
    assert format_money(5, "VND", KK, Case.DATIVE) == "5\xa0VND"


def test_words_in_a_row_are_joined_as_the_language_does() -> None:
    assert format_list(["А", "Б", "В"], RU) == "А, Б и В"
    assert format_list(["А", "Б", "В"], KK) == "А, Б, В"
