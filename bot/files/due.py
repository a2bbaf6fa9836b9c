"""What the calendar asks of editors: reviews, periods that end, signatures."""

from datetime import date
from typing import Final

from bot.faq.deadlines import AHEAD, unsigned_answers
from bot.faq.freshness import last_day
from bot.faq.model import Fact
from bot.files.findings import Inspection
from bot.files.reading import Content
from bot.people.model import Language

_NAMED: Final = 10


def check_due(content: Content, today: date, inspection: Inspection) -> None:
    """Warn of what is overdue, ends soon or is not signed. A date of work done cannot lie ahead."""
    for fact in content.catalogue.facts.values():
        _check_fact(fact, content, today)
    for language in Language:
        _check_signatures(content, language, inspection)


def _check_fact(fact: Fact, content: Content, today: date) -> None:
    sheet, line = content.facts_sheet, content.fact_lines[fact.id]
    if fact.confirmed > today:
        sheet.error(line, "confirmed_ahead", id=fact.id, day=fact.confirmed)
    if last_day(fact.as_of) > today and not str(today).startswith(fact.as_of):
        sheet.error(line, "as_of_ahead", id=fact.id, day=fact.as_of)
    if fact.review_by <= today:
        sheet.warn(line, "review_overdue", id=fact.id, day=fact.review_by)
    if fact.valid_to and today <= fact.valid_to <= today + AHEAD:
        sheet.warn(line, "ends_soon", id=fact.id, day=fact.valid_to)


def _check_signatures(content: Content, language: Language, inspection: Inspection) -> None:
    """One line for each language: before launch nothing is signed, and that must not drown the rest."""
    unsigned = sorted(unsigned_answers(content.catalogue, language))
    if unsigned:
        more = "" if len(unsigned) <= _NAMED else " …"
        sheet = inspection.sheet(inspection.locales / language / "faq")
        named = ", ".join(unsigned[:_NAMED]) + more
        sheet.warn(None, "unapproved", count=len(unsigned), ids=named)
