"""Counting the content for `bot doctor`."""

import textwrap
from datetime import date
from pathlib import Path

from bot.examination import ContentSeen
from bot.faq.deadlines import Due, awaited_facts, countdown, unsigned_answers
from bot.faq.model import Catalogue
from bot.files.check import check_content
from bot.files.findings import Finding
from bot.people.model import Language

_LONGEST_NOTE = 140


def look_at_content(locales: Path, today: date) -> ContentSeen:
    """How many errors, what is overdue, and what waits for the ministry, on a day."""
    checked = check_content(locales, today, Language.RU)
    errors = [finding for finding in checked.findings if finding.level == "error"]
    of_catalogues = sum(_is_of_catalogues(finding) for finding in errors)
    if checked.catalogue is None:
        return ContentSeen(len(errors), of_catalogues, 0, 0, 0, {}, {}, ())
    return _counted(checked.catalogue, today, len(errors), of_catalogues)


def _counted(catalogue: Catalogue, today: date, errors: int, of_catalogues: int) -> ContentSeen:
    due = [deadline.due for deadline in countdown(catalogue, today)]
    return ContentSeen(
        errors=errors,
        errors_of_catalogues=of_catalogues,
        topics=len(catalogue.topics),
        overdue=due.count(Due.OVERDUE),
        soon=due.count(Due.REVIEW) + due.count(Due.ENDS),
        answers={language: sum(own is language for _, own in catalogue.answers) for language in Language},
        unsigned={language: len(unsigned_answers(catalogue, language)) for language in Language},
        awaited=tuple((fact.id, _short(fact.note)) for fact in awaited_facts(catalogue)),
    )


def _short(note: str) -> str:
    return textwrap.shorten(note, _LONGEST_NOTE, placeholder=" …").rstrip(".")


def _is_of_catalogues(finding: Finding) -> bool:
    return finding.file.endswith(".po")
