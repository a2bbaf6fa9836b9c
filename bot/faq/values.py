"""The kinds of values that a fact may have, told by their form."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from bot.people.model import Language

_PART_OF_DATE: Final = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?")
_PHONE: Final = re.compile(r"\+?\(?\d[\d ()-]+\d")


class Kind(StrEnum):
    """What a value is."""

    NUMBER = "number"
    DATE = "date"  # a day, a month (2026-01) or a year ("2026")
    RANGE = "range"  # two numbers
    PERIOD = "period"  # two dates, either may be missing
    MONEY = "money"
    PHONE = "phone"
    URL = "url"
    LIST = "list"
    WORDS = "words"  # one text for each language
    TEXT = "text"  # the same in every language: a code, a number of a law

    @property
    def has_cases(self) -> bool:
        """Whether a Kazakh case can be asked for."""
        return self in {Kind.NUMBER, Kind.DATE, Kind.MONEY}


def kind_of(value: Any) -> Kind:
    """The kind of a value as the content files hold it."""
    if isinstance(value, int | Decimal):
        return Kind.NUMBER
    if isinstance(value, date):
        return Kind.DATE
    if isinstance(value, str):
        return _kind_of_text(value)
    if isinstance(value, Mapping):
        return _kind_of_mapping(value)
    return Kind.LIST


def _kind_of_text(value: str) -> Kind:
    if _PART_OF_DATE.fullmatch(value):
        return Kind.DATE
    if value.startswith(("https://", "http://")):
        return Kind.URL
    return Kind.PHONE if _PHONE.fullmatch(value) else Kind.TEXT


def _kind_of_mapping(value: Mapping[str, Any]) -> Kind:
    if "amount" in value:
        return Kind.MONEY
    if set(value) == {language.value for language in Language}:
        return Kind.WORDS
    return Kind.RANGE if all(isinstance(side, int | Decimal) for side in value.values()) else Kind.PERIOD
