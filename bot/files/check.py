"""Everything that `bot check` says about the content files."""

from datetime import date
from pathlib import Path

from bot.errors import ContentError
from bot.files.catalogues import check_catalogues
from bot.files.content import inspect_content
from bot.files.due import check_due
from bot.files.findings import Finding, Inspection
from bot.files.lengths import check_lengths
from bot.files.phrasings import check_phrasings
from bot.i18n import Translations
from bot.people.model import Language


def check(locales: Path, today: date, language: Language) -> list[Finding]:
    """All findings of a day, told in `language`, in the order of files and lines."""
    inspection = Inspection(locales, language)
    content = inspect_content(inspection)
    check_catalogues(inspection)
    if content:
        check_due(content, today, inspection)
        if translations := _translations(locales):
            check_lengths(content, translations, today)
        inspection.findings.extend(check_phrasings(locales, tuple(content.catalogue.topics), language))
    return sorted(set(inspection.findings), key=lambda found: (found.file, found.line or 0, found.message))


def _translations(locales: Path) -> Translations | None:
    """None where a catalogue cannot be read, which is a finding of its own."""
    try:
        return Translations.load(locales)
    except ContentError:
        return None
