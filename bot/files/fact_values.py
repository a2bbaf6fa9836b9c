"""The values of facts: from the letters an editor wrote to numbers, dates, sums, phones and addresses."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from bot.faq.values import Kind, kind_of
from bot.files.fields import is_partial_day, read_day
from bot.files.findings import Sheet
from bot.files.marked import Marked, Row, Scalar, Table
from bot.files.phones import is_phone
from bot.people.model import Language

_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")
_NUMBER_WITH_GAPS: Final = re.compile(r"\d{1,3}([ ,\u00a0]\d{3})+")
_NUMBER_WITH_WORD: Final = re.compile(r"\d+ \w+")
_WRITTEN_DATE: Final = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}[./]\d{1,2}[./]\d{1,2}")
_SITE: Final = re.compile(r"(www\.)?[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/.*)?", re.IGNORECASE)
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_LANGUAGES: Final = frozenset(language.value for language in Language)
_SHAPES: Final = (frozenset({"from", "to"}), frozenset({"amount", "currency"}), _LANGUAGES)


def read_values(found: Marked | None, sheet: Sheet, fact: str, line: int) -> Mapping[str, Any]:
    """The named values of a fact; those that cannot be read are reported and left out."""
    if found is None or (isinstance(found, Scalar) and found.is_empty):
        return {}
    if not isinstance(found, Table):
        sheet.error(line, "values_expected", fact=fact)
        return {}
    values: dict[str, Any] = {}
    for name, marked in found.entries.items():
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            sheet.error(found.key_lines[name], "value_name", name=name)
        value = _Reader(sheet, name, found.key_lines[name]).read(marked)
        if value is not None:
            values[name] = value
    return values


class _Reader:
    """Reads one value of a fact."""

    def __init__(self, sheet: Sheet, name: str, line: int) -> None:
        self._sheet = sheet
        self._name = name
        self._line = line

    def read(self, marked: Marked) -> Any:
        """The value, or None after saying what is wrong with it."""
        if isinstance(marked, Row):
            items = [self.read(item) for item in marked.items]
            return items if items and None not in items else self._wrong("value_empty")
        if isinstance(marked, Table):
            return self._read_table(marked)
        return self._read_scalar(marked)

    def _read_table(self, table: Table) -> Any:
        keys = frozenset(table.entries)
        if not keys or not any(keys <= shape for shape in _SHAPES):
            return self._wrong("value_shape", found=", ".join(sorted(keys)))
        if keys & {"amount", "currency"}:
            return self._read_money(table)
        if keys & _LANGUAGES and keys != _LANGUAGES:
            return self._wrong("value_one_language")
        sides = {side: self.read(value) for side, value in table.entries.items()}
        if None in sides.values():
            return None
        return sides if keys & _LANGUAGES else self._checked_sides(sides)

    def _read_money(self, table: Table) -> Any:
        amount, currency = (table.entries.get(key) for key in ("amount", "currency"))
        if not isinstance(amount, Scalar) or not isinstance(currency, Scalar):
            return self._wrong("money_shape")
        number = self._read_scalar(amount)
        if kind_of(number) is not Kind.NUMBER or not _CURRENCY.fullmatch(currency.text):
            return self._wrong("money_shape")
        return {"amount": number, "currency": currency.text}

    def _checked_sides(self, sides: dict[str, Any]) -> Any:
        kinds = {kind_of(side) for side in sides.values()}
        if kinds == {Kind.NUMBER} and len(sides) == len(("from", "to")):
            return sides if sides["from"] <= sides["to"] else self._wrong("period_backwards")
        if kinds != {Kind.DATE}:
            return self._wrong("period_shape")
        days = [str(sides[side]) for side in ("from", "to") if side in sides]
        return sides if days == sorted(days) else self._wrong("period_backwards")

    def _read_scalar(self, scalar: Scalar) -> Any:
        text = scalar.text.strip()
        if scalar.is_empty or not text:
            return self._wrong("value_empty")
        if "phone" in self._name:
            return text if is_phone(text) else self._wrong("phone_wrong", found=text)
        if not scalar.quoted and _NUMBER.fullmatch(text):
            return Decimal(text) if "." in text else int(text)
        return self._read_text(text, quoted=scalar.quoted)

    def _read_text(self, text: str, *, quoted: bool) -> Any:
        if day := read_day(text):
            return day
        if not quoted and text.lower() in {"true", "false", "yes", "no", "on", "off"}:
            return self._wrong("value_flag", found=text)
        if code := _mistake_in(text):
            return self._wrong(code, found=text)
        return text

    def _wrong(self, code: str, **values: object) -> None:
        self._sheet.error(self._line, code, name=self._name, **values)


def _mistake_in(text: str) -> str | None:
    """What an editor probably meant by a text that is no proper value."""
    kind = kind_of(text)
    if _NUMBER_WITH_GAPS.fullmatch(text):
        return "number_gaps"
    if _WRITTEN_DATE.fullmatch(text) or _looks_like_day(text):
        return "value_date"
    if kind is Kind.PHONE:
        return None if is_phone(text) else "phone_wrong"
    if kind is Kind.URL:
        return None if text.startswith("https://") else "url_not_https"
    if _NUMBER_WITH_WORD.fullmatch(text):
        return "number_with_word"
    return "url_bare" if _SITE.fullmatch(text) else None


def _looks_like_day(text: str) -> bool:
    """A date that is in no calendar; a whole one that is has become a date before."""
    return bool(re.fullmatch(r"(19|20)\d\d-\d{1,2}(-\d{1,2})?", text)) and not is_partial_day(text)
