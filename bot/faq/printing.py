"""The values of facts as citizens read them."""

from collections.abc import Sequence
from typing import Any

from bot.errors import ContentError
from bot.faq.freshness import newest_as_of, oldest_as_of
from bot.faq.marks import fill_marks, mark
from bot.faq.model import Catalogue, Show
from bot.faq.places import ALL, Place
from bot.faq.text import Entity, RichText, utf16_length
from bot.faq.values import Kind, kind_of
from bot.formats import format_date, format_list, format_money, format_number, format_period
from bot.kazakh import Case
from bot.people.model import Language


def print_place(place: Place, catalogue: Catalogue, language: Language) -> RichText:
    """
    What stands in a place of a text.

    Raises ContentError `place_unprintable` where the fact, the value or the case does not exist, or where
    citizens may not see the value.
    """
    try:
        case = Case(place.case) if place.case else None
        return print_value(_value_in(place, catalogue), language, case)
    except (KeyError, TypeError, ValueError) as error:
        raise ContentError("place_unprintable", place=str(place)) from error


def print_value(value: Any, language: Language, case: Case | None = None) -> RichText:
    """A value in a language; a case counts for dates, numbers and sums only."""
    kind = kind_of(value)
    if kind is Kind.LIST:
        return _print_list([print_value(item, language) for item in value], language)
    if kind is Kind.WORDS:
        return print_value(value[language.value], language)
    if kind in {Kind.PHONE, Kind.URL}:
        return _print_address(value, "phone_number" if kind is Kind.PHONE else "url")
    return RichText(_print_plain(value, kind, language, case))


def _print_plain(value: Any, kind: Kind, language: Language, case: Case | None) -> str:
    match kind:
        case Kind.NUMBER:
            return format_number(value, language, case)
        case Kind.DATE:
            return format_date(value, language, case)
        case Kind.MONEY:
            return format_money(value["amount"], value["currency"], language, case)
        case Kind.RANGE:
            return "–".join(format_number(value[side], language) for side in ("from", "to"))
        case Kind.PERIOD:
            return format_period(value.get("from"), value.get("to"), language)
        case _:
            return str(value)


def _print_address(value: str, entity: str) -> RichText:
    """Letter by letter: people compare it with what they see elsewhere."""
    shown = value.rstrip("/") if entity == "url" else value
    return RichText(shown, (Entity(entity, 0, utf16_length(shown)),))


def _print_list(items: Sequence[RichText], language: Language) -> RichText:
    return fill_marks(format_list([mark(number) for number in range(len(items))], language), items)


def _value_in(place: Place, catalogue: Catalogue) -> Any:
    if place.fact == ALL:
        return _date_of_all(place.value, catalogue)
    fact = catalogue.facts[place.fact]
    if fact.show is not Show.VALUE:
        raise KeyError(place.fact)
    value = fact.values[place.value]
    return value[place.side] if place.side else value


def _date_of_all(name: str, catalogue: Catalogue) -> str:
    shown = [fact for fact in catalogue.facts.values() if fact.show is not Show.STAFF]
    day = {"oldest": oldest_as_of, "newest": newest_as_of}[name](shown)
    if day is None:
        raise KeyError(name)
    return day
