"""Everything that `bot check` says about the content files."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.errors import ContentError
from bot.faq.model import Catalogue
from bot.files.catalogues import check_catalogues
from bot.files.content import inspect_content
from bot.files.due import check_due
from bot.files.findings import Finding, Inspection
from bot.files.learning import check_learning
from bot.files.lengths import check_lengths
from bot.files.phrasings import check_phrasings
from bot.files.reading import Content
from bot.files.soundness import check_soundness
from bot.i18n import Translations
from bot.people.model import Language


@dataclass(frozen=True)
class Checked:
    """What was found, and the content as far as it could be put together."""

    findings: list[Finding]
    catalogue: Catalogue | None  # None where the list of facts or of topics cannot be read


def check(locales: Path, today: date, language: Language) -> list[Finding]:
    """All findings of a day, told in `language`, in the order of files and lines."""
    return check_content(locales, today, language).findings


def check_content(locales: Path, today: date, language: Language) -> Checked:
    """All findings of a day together with the content they are about."""
    inspection = Inspection(locales, language)
    content = _inspected(inspection, today) if check_soundness(inspection) else None
    in_order = sorted(
        set(inspection.findings), key=lambda found: (found.file, found.line or 0, found.message)
    )
    return Checked(in_order, content.catalogue if content else None)


def _inspected(inspection: Inspection, today: date) -> Content | None:
    locales = inspection.locales
    content = inspect_content(inspection)
    check_catalogues(inspection)
    check_learning(inspection)
    if content:
        check_due(content, today, inspection)
        if translations := _translations(locales):
            check_lengths(content, translations, today)
        topics = tuple(content.catalogue.topics)
        inspection.findings.extend(check_phrasings(locales, topics, inspection.language))
    return content


def _translations(locales: Path) -> Translations | None:
    """None where a catalogue cannot be read, which is a finding of its own."""
    try:
        return Translations.load(locales)
    except ContentError:
        return None
