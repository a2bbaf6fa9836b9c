"""Everything that `bot check` says about the content files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from bot.errors import ContentError
from bot.files.catalogues import check_catalogues
from bot.files.content import inspect_content
from bot.files.due import check_due
from bot.files.findings import Finding, Inspection
from bot.files.lengths import check_lengths
from bot.i18n import Translations
from bot.people.model import Language

Hook = Callable[[Path, tuple[str, ...], Language], list[Finding]]


def _phrasings(locales: Path, topics: tuple[str, ...], language: Language) -> list[Finding]:
    from bot.files import phrasings  # noqa: PLC0415 - loading answers needs no matcher

    find = getattr(phrasings, "check_phrasings", None)
    return list(find(locales, topics, language)) if find else []


HOOKS: Final[tuple[Hook, ...]] = (_phrasings,)
"""What else is checked once the topics are known: folder, topic ids, language of the editor."""


def check(locales: Path, today: date, language: Language) -> list[Finding]:
    """All findings of a day, told in `language`, in the order of files and lines."""
    inspection = Inspection(locales, language)
    content = inspect_content(inspection)
    check_catalogues(inspection)
    if content:
        check_due(content, today, inspection)
        if translations := _translations(locales):
            check_lengths(content, translations, today)
        for hook in HOOKS:
            inspection.findings.extend(hook(locales, tuple(content.catalogue.topics), language))
    return sorted(set(inspection.findings), key=lambda found: (found.file, found.line or 0, found.message))


def _translations(locales: Path) -> Translations | None:
    """None where a catalogue cannot be read, which is a finding of its own."""
    try:
        return Translations.load(locales)
    except ContentError:
        return None
