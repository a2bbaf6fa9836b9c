"""locales/faq/facts.yaml: every number and date once, with its source and its period."""

import calendar
import re
from datetime import date, timedelta
from typing import Final

from bot.faq.model import Confidence, Fact, Show, Source
from bot.files.fact_values import read_values
from bot.files.fields import HARMLESS_DAY, Fields
from bot.files.findings import Sheet
from bot.files.marked import Table, parse_yaml
from bot.files.plain_text import read_text

_FIELDS: Final = (
    "note",
    "values",
    "as_of",
    "valid",
    "confirmed",
    "review_every",
    "confidence",
    "show",
    "sources",
    "doubt",
    "contact",
    "ministry",
)
_ID: Final = re.compile(r"F\d{3,}")
_EVERY: Final = re.compile(r"(\d{1,3}) (day|week|month|year)s?")
_MONTHS: Final = {"month": 1, "year": 12}
_DAYS: Final = {"day": 1, "week": 7}


def read_facts(sheet: Sheet) -> dict[str, tuple[Fact, int]] | None:
    """The facts by id, each with its line; None where the file cannot be read."""
    text = read_text(sheet)
    marked = parse_yaml(text, sheet) if text is not None else None
    if not isinstance(marked, Table):
        if not sheet.has_errors:
            sheet.error(1, "facts_empty")
        return None
    facts: dict[str, tuple[Fact, int]] = {}
    for id_, entry in marked.entries.items():
        line = marked.key_lines[id_]
        if not _ID.fullmatch(id_):
            sheet.error(line, "fact_id", id=id_)
        elif not isinstance(entry, Table):
            sheet.error(line, "fact_empty", id=id_)
        else:
            facts[id_] = _read_fact(id_, Fields(entry, sheet), line), line
    return facts


def review_day(confirmed: date, every: str) -> date | None:
    """The day by which a fact must be looked at again; None where the interval is not understood."""
    found = _EVERY.fullmatch(every)
    if not found or not int(found[1]):
        return None
    count, unit = int(found[1]), found[2]
    if unit in _DAYS:
        return confirmed + timedelta(days=count * _DAYS[unit])
    months = confirmed.year * 12 + confirmed.month - 1 + count * _MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(confirmed.day, calendar.monthrange(year, month)[1]))


def _read_fact(id_: str, fields: Fields, line: int) -> Fact:
    fields.check_names(_FIELDS)
    sheet = fields.sheet
    valid_from, valid_to = _read_period(fields)
    confirmed, by = _read_confirmed(fields)
    fact = Fact(
        id=id_,
        note=fields.text("note"),
        values=read_values(fields.table.entries.get("values"), sheet, id_, fields.line("values")),
        as_of=fields.partial_day("as_of"),
        valid_from=valid_from,
        valid_to=valid_to,
        confirmed=confirmed,
        confirmed_by=by,
        review_by=_read_review(fields, confirmed),
        confidence=fields.choice("confidence", Confidence),
        show=fields.choice("show", Show),
        sources=tuple(_read_source(source) for source in fields.parts("sources")),
        doubt=fields.languages("doubt"),
        contact=fields.flag("contact", required=False),
        ministry=fields.flag("ministry", required=False),
    )
    _check_level(fact, fields, line)
    return fact


def _read_period(fields: Fields) -> tuple[date | None, date | None]:
    valid = fields.part("valid")
    if valid is None:
        return None, None
    valid.check_names(("from", "to"))
    start, end = valid.day("from", required=False), valid.day("to", required=False)
    if start and end and end < start:
        fields.sheet.error(valid.line("to"), "valid_backwards", start=start, end=end)
        return start, None
    return start, end


def _read_confirmed(fields: Fields) -> tuple[date, str]:
    confirmed = fields.part("confirmed")
    if confirmed is None:
        fields.sheet.error(fields.line("confirmed"), "confirmed_missing")
        return HARMLESS_DAY, ""
    confirmed.check_names(("date", "by"))
    return confirmed.day("date") or HARMLESS_DAY, confirmed.text("by")


def _read_review(fields: Fields, confirmed: date) -> date:
    every = fields.text("review_every")
    day = review_day(confirmed, every)
    if every and day is None:
        fields.sheet.error(fields.line("review_every"), "review_every", found=every)
    return day or date.max


def _read_source(fields: Fields) -> Source:
    fields.check_names(("title", "url", "date", "public"))
    url = fields.text("url", required=False)
    if url and not url.startswith(("https://", "http://")):
        fields.sheet.error(fields.line("url"), "source_url", found=url)
    return Source(
        title=fields.text("title"),
        url=url,
        date=fields.partial_day("date") if fields.text("date", required=False) else "",
        public=fields.flag("public"),
    )


def _check_level(fact: Fact, fields: Fields, line: int) -> None:
    """What one weak source says is never printed in figures; what nobody confirmed is not told at all."""
    sheet = fields.sheet
    if fact.show is Show.VALUE and fact.confidence in {Confidence.WEAK, Confidence.UNCONFIRMED}:
        sheet.error(fields.line("show"), "show_too_much", id=fact.id, confidence=fact.confidence.value)
    if not fact.sources and fact.show is not Show.STAFF:
        sheet.error(line, "fact_without_source", id=fact.id)
