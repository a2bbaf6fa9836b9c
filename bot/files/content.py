"""All content files as one catalogue."""

from pathlib import Path

from bot.errors import ContentError
from bot.faq.model import Catalogue
from bot.files.agreement import check_agreement
from bot.files.findings import Finding, Inspection
from bot.files.reading import Content, read_files
from bot.people.model import Language


def load_catalogue(locales: Path) -> Catalogue:
    """
    The catalogue that the bot answers from.

    Raises ContentError `content_broken` with file, line, problem (in Russian) and the count of errors.
    """
    catalogue, findings = read_content(locales)
    errors = [finding for finding in findings if finding.level == "error"]
    if catalogue is None or errors:
        first = errors[0]
        raise ContentError(
            "content_broken", file=first.file, line=first.line, problem=first.message, count=len(errors)
        )
    return catalogue


def read_content(locales: Path, language: Language = Language.RU) -> tuple[Catalogue | None, list[Finding]]:
    """The catalogue, or None where it cannot be put together, and what is wrong, told in `language`."""
    inspection = Inspection(locales, language)
    content = inspect_content(inspection)
    return content.catalogue if content else None, inspection.findings


def inspect_content(inspection: Inspection) -> Content | None:
    """Read all files, check each of them, and what they say about one another."""
    content = read_files(inspection)
    if content:
        check_agreement(content)
    return content
