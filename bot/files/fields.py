"""Reading the fields of an entry: every mistake is explained, and reading goes on with a harmless value."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from bot.files.findings import Sheet
from bot.files.marked import Marked, Row, Scalar, Table
from bot.people.model import Language

_YES: Final = frozenset({"true", "yes", "on"})
_NO: Final = frozenset({"false", "no", "off"})
_PARTIAL_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
HARMLESS_DAY: Final = date(2000, 1, 1)

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True)
class Fields:
    """The named values of one entry: of a fact, a topic, a front matter."""

    table: Table
    sheet: Sheet

    def check_names(self, known: Iterable[str]) -> None:
        """Say which names nobody reads."""
        names = tuple(known)
        for key, line in self.table.key_lines.items():
            if key not in names:
                guess = self.sheet.guess(key, names)
                self.sheet.error(line, "key_unknown", key=key, known=", ".join(names), guess=guess)

    def line(self, key: str) -> int:
        """The line of a field, or of the entry where the field is missing."""
        return self.table.key_lines.get(key, self.table.line)

    def text(self, key: str, *, required: bool = True) -> str:
        """A line of text; what is required may not be empty."""
        found = self.table.entries.get(key)
        if isinstance(found, Row | Table):
            self.sheet.error(self.line(key), "text_expected", key=key)
            return ""
        text = "" if found is None or found.is_empty else found.text.strip()
        if required and not text:
            self.sheet.error(self.line(key), "key_missing", key=key)
        return text

    def day(self, key: str, *, required: bool = True) -> date | None:
        """A whole date."""
        text = self.text(key, required=required)
        if not text:
            return None
        day = read_day(text)
        if day is None:
            self.sheet.error(self.line(key), "date_expected", key=key, found=text)
        return day

    def partial_day(self, key: str) -> str:
        """A date as precise as it is known: 2026, 2026-01 or 2026-01-30."""
        text = self.text(key)
        if text and not is_partial_day(text):
            self.sheet.error(self.line(key), "partial_date_expected", key=key, found=text)
            return HARMLESS_DAY.isoformat()
        return text or HARMLESS_DAY.isoformat()

    def whole_number(self, key: str) -> int:
        """A number from 1."""
        text = self.text(key)
        if text.isdecimal() and int(text) > 0:
            return int(text)
        if text:
            self.sheet.error(self.line(key), "number_expected", key=key, found=text)
        return 1

    def flag(self, key: str, *, required: bool = True) -> bool:
        """True or false."""
        text = self.text(key, required=required).lower()
        if text and text not in _YES | _NO:
            self.sheet.error(self.line(key), "flag_expected", key=key, found=text)
        return text in _YES

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """One of the words of an enumeration; its last and most careful one where it is wrong."""
        text = self.text(key)
        known = [choice.value for choice in choices]
        if text in known:
            return choices(text)
        if text:
            guess = self.sheet.guess(text, known)
            self.sheet.error(
                self.line(key), "choice_expected", key=key, found=text, known=", ".join(known), guess=guess
            )
        return list(choices)[-1]

    def names(self, key: str) -> tuple[tuple[str, int], ...]:
        """A list of ids, each with its line."""
        found = self.table.entries.get(key)
        if found is None or (isinstance(found, Scalar) and found.is_empty):
            return ()
        if not isinstance(found, Row) or not all(isinstance(item, Scalar) for item in found.items):
            self.sheet.error(self.line(key), "list_expected", key=key)
            return ()
        return tuple((item.text, item.line) for item in found.items if isinstance(item, Scalar))

    def languages(self, key: str) -> dict[Language, str]:
        """A text in both languages, or nothing."""
        part = self.part(key)
        if part is None:
            return {}
        codes = [language.value for language in Language]
        part.check_names(codes)
        return {language: part.text(language.value) for language in Language}

    def part(self, key: str) -> "Fields | None":
        """The fields inside a field; None where there are none."""
        found = self.table.entries.get(key)
        if isinstance(found, Table):
            return Fields(found, self.sheet)
        if found is not None and not (isinstance(found, Scalar) and found.is_empty):
            self.sheet.error(self.line(key), "table_expected", key=key)
        return None

    def parts(self, key: str) -> tuple["Fields", ...]:
        """A list of entries."""
        return entries_of(self.table.entries.get(key), self.sheet, key, self.line(key))


def entries_of(found: Marked | None, sheet: Sheet, key: str, line: int) -> tuple[Fields, ...]:
    """The entries of a list, each with its fields."""
    if found is None or (isinstance(found, Scalar) and found.is_empty):
        return ()
    items = found.items if isinstance(found, Row) else (found,)
    tables = tuple(Fields(item, sheet) for item in items if isinstance(item, Table))
    if not isinstance(found, Row) or len(tables) < len(items):
        sheet.error(line, "entries_expected", key=key)
    return tables


def read_day(text: str) -> date | None:
    """A date written as 2026-01-30; None where it is anything else."""
    try:
        return date.fromisoformat(text) if len(text) == len("2026-01-30") else None
    except ValueError:
        return None


def is_partial_day(text: str) -> bool:
    """Whether a text is 2026, 2026-01 or 2026-01-30 and exists in the calendar."""
    return bool(_PARTIAL_DATE.fullmatch(text)) and read_day(f"{text}-01-01"[: len("2026-01-30")]) is not None
