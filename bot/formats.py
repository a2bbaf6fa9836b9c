"""Dates, numbers, money and lists as they are written in Kazakh and in Russian."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from babel import Locale
from babel.dates import get_month_names
from babel.lists import format_list as babel_list
from babel.numbers import format_decimal

from bot.kazakh import Case, ending, is_front, number_ending, with_case
from bot.people.model import Language

LOCALES: Final = {Language.KK: "kk", Language.RU: "ru_KZ"}  # plain ru writes KZT instead of ₸
_GROUPED_FROM: Final = 10_000  # both languages write 1345 and 2026 without a gap
_CURRENCIES: Final[dict[str, dict[Language, dict[str, str]]]] = {
    "KRW": {
        Language.KK: {"other": "вон"},
        Language.RU: {"one": "вона", "few": "воны", "many": "вон", "other": "воны"},
    },
    "KZT": {Language.KK: {"other": "теңге"}, Language.RU: {"other": "тенге"}},
    "USD": {
        Language.KK: {"other": "доллар"},
        Language.RU: {"one": "доллар", "few": "доллара", "many": "долларов", "other": "доллара"},
    },
}
_RUSSIAN_YEAR: Final = {
    Case.GENITIVE: "года",
    Case.DATIVE: "году",
    Case.LOCATIVE: "году",
    Case.ABLATIVE: "года",
}


def format_date(day: date | str, language: Language, case: Case | None = None) -> str:
    """
    A date in words, as precise as it is given: a day, `2026-01` or `2026`.

    In Kazakh the case ending follows the last word: 2026 жылғы 28 ақпанға. A Russian day is written alike
    in every case; a Russian month or year takes it, the ablative ("from") being the genitive.
    """
    year, month, number = _parts(day)
    if language is Language.KK:
        return _kazakh_date(year, month, number, case)
    if number:
        return f"{number} {_month(Language.RU, month)} {year} года"
    if month:
        return f"{_russian_month(month, case)} {year} года"
    return f"{year} {_RUSSIAN_YEAR.get(case, 'год') if case else 'год'}"


def format_as_of(day: date | str, language: Language) -> str:
    """The date in front of «жағдай бойынша» and after «по состоянию на»."""
    if language is Language.RU:
        return format_date(day, language, Case.ACCUSATIVE)
    if not _parts(day)[1]:
        return f"{_parts(day)[0]} жылғы"
    located = format_date(day, language, Case.LOCATIVE)
    return located + ("гі" if is_front(located) else "ғы")


def format_short_date(day: date | str) -> str:
    """The date in figures, alike in both languages: 30.01.2026, 01.2026 or 2026."""
    return ".".join(f"{part:02d}" for part in reversed(_parts(day)) if part)


def format_period(start: date | str | None, end: date | str | None, language: Language) -> str:
    """A stretch of time, its last day included; either side may be open. A year said once is enough."""
    if language is Language.KK:
        since = format_date(start, language, Case.ABLATIVE) if start else ""
        until = _until_in_kazakh(start, end) if end else ""
        return f"{since} {until}".strip() if end else f"{since} бастап"
    since = f"с {format_date(start, language, Case.GENITIVE)}" if start else ""
    until = f"по {format_date(end, language, Case.ACCUSATIVE)}" if end else ""
    if start and end and _same_year_days(start, end):
        since = since.removesuffix(f" {_parts(start)[0]} года")
    return f"{since} {until}".strip()


def format_number(number: int | Decimal, language: Language, case: Case | None = None) -> str:
    """A number in figures; in Kazakh a case is hyphened on, as the number is read aloud: 30-ға."""
    grouped = not -_GROUPED_FROM < number < _GROUPED_FROM
    figures = str(format_decimal(number, locale=LOCALES[language], group_separator=grouped))
    if case is None or language is Language.RU:
        return figures
    return f"{figures}-{number_ending(number, case)}"


def format_money(amount: int | Decimal, currency: str, language: Language, case: Case | None = None) -> str:
    """A sum with its currency in words, in Kazakh in its case; an unknown currency keeps its code."""
    words = _CURRENCIES.get(currency, {}).get(language, {"other": currency})
    form = Locale.parse(LOCALES[language]).plural_form(amount)
    word = words.get(form, words["other"])
    if case and language is Language.KK and currency in _CURRENCIES:
        word = with_case(word, case)
    return f"{format_number(amount, language)}\N{NO-BREAK SPACE}{word}"


def format_list(items: Sequence[str], language: Language) -> str:
    """Words in a row: «А, Б, В», «А, Б и В»."""
    return str(babel_list(list(items), locale=LOCALES[language]))


def _parts(day: date | str) -> tuple[int, int, int]:
    """Year, month and day; 0 for what is not known."""
    numbers = [int(part) for part in str(day).split("-")]
    year, month, number = (*numbers, 0, 0)[:3]
    return year, month, number


def _month(language: Language, month: int, context: Literal["format", "stand-alone"] = "format") -> str:
    return str(get_month_names("wide", context=context, locale=LOCALES[language])[month])


def _russian_month(month: int, case: Case | None) -> str:
    if case in {Case.GENITIVE, Case.ABLATIVE}:
        return _month(Language.RU, month)
    name = _month(Language.RU, month, "stand-alone")
    soft = name.endswith(("ь", "й"))
    if case is Case.DATIVE:
        return name[:-1] + "ю" if soft else name + "у"
    if case is Case.LOCATIVE:
        return name[:-1] + "е" if soft else name + "е"
    return name


def _kazakh_date(year: int, month: int, number: int, case: Case | None) -> str:
    if not month:
        return _kazakh_year(year, case)
    name = _month(Language.KK, month)
    last = with_case(name, case) if case else name
    return f"{year} жылғы {number} {last}" if number else f"{year} жылғы {last}"


def _kazakh_year(year: int, case: Case | None) -> str:
    if case is Case.LOCATIVE:
        return f"{year} жылы"  # the usual way to say when; жылда means every year
    return f"{year} жыл{ending('жыл', case) if case else ''}"


def _until_in_kazakh(start: date | str | None, end: date | str) -> str:
    until = f"{format_date(end, Language.KK, Case.DATIVE)} дейін"
    if start and _same_year_days(start, end):
        return until.removeprefix(f"{_parts(end)[0]} жылғы ")
    return until


def _same_year_days(start: date | str, end: date | str) -> bool:
    return _parts(start)[0] == _parts(end)[0] and bool(_parts(start)[2] and _parts(end)[2])
