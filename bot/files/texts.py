"""Everything that a folder of content files says, checked and ready for use."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from bot.errors import ContentError
from bot.faq.library import Library
from bot.faq.matching.matcher import Matcher
from bot.faq.matching.model import MatchingContent
from bot.files.check import check_content
from bot.files.content import load_catalogue
from bot.files.findings import Finding, Inspection
from bot.files.folder import digest_of
from bot.files.learning import report
from bot.files.phrasings import load_matching_content
from bot.i18n import Translations
from bot.people.model import Language

_TAUGHT: Final = ("words.yaml", "bank.jsonl")
"""Without these danger is not recognised; a folder that once had them is not whole without them."""


@dataclass(frozen=True)
class Texts:
    """What the bot says, and how it finds what is asked for."""

    digest: str
    topics: int
    library: Library
    matcher: Matcher
    learned: str  # names what the matcher has learned from


@dataclass(frozen=True)
class Reader:
    """Reads folders of content on one day, for editors of one language."""

    today: date
    language: Language

    def read(
        self, locales: Path, before: Texts | None = None, wanted: frozenset[str] = frozenset()
    ) -> Texts | list[Finding]:
        """
        The texts where there is no error, else the errors.

        `before` is taken as it is where nothing has changed, and its matcher where that has nothing to learn.
        `wanted`: files of the last good content that these must have too.
        """
        errors = [one for one in self._findings(locales, wanted) if one.level == "error"]
        if errors:
            return errors
        if before is not None and digest_of(locales) == before.digest:
            return before
        try:
            return build_texts(locales, before)
        except ContentError as error:
            inspection = Inspection(locales, self.language)
            report(error, inspection)
            return inspection.findings

    def _findings(self, locales: Path, wanted: frozenset[str]) -> list[Finding]:
        inspection = Inspection(locales, self.language)
        for name in sorted(wanted - taught_by(locales)):
            inspection.sheet(locales / "faq" / name).error(None, "file_missing")
        return [*inspection.findings, *check_content(locales, self.today, self.language).findings]


def build_texts(locales: Path, before: Texts | None = None) -> Texts:
    """The texts of a folder, checked no further than to be usable. Raises ContentError."""
    catalogue = load_catalogue(locales)
    library = Library(catalogue, Translations.load(locales).of)
    content = load_matching_content(locales)
    learned = _name_of(content)
    is_known = before is not None and before.learned == learned
    matcher = before.matcher if before is not None and is_known else Matcher.build(content)
    try:
        digest = digest_of(locales)
    except OSError as error:
        raise ContentError("file_unreadable", file=str(error.filename)) from error
    return Texts(digest, len(catalogue.topics), library, matcher, learned)


def taught_by(locales: Path) -> frozenset[str]:
    """Which of the files that a folder may do without are there."""
    return frozenset(name for name in _TAUGHT if (locales / "faq" / name).exists())


def _name_of(content: MatchingContent) -> str:
    """The same for the same content within one run of the program."""
    whole = hashlib.sha256()
    for part in (
        list(content.phrasings.items()),
        sorted(content.sensitive),
        content.bank,
        list(content.samples.items()),
        list(content.words.items()),
        list(content.groups.items()),
        list(content.related.items()),
    ):
        whole.update(repr(part).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()
