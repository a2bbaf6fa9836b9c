"""Everything that a folder of content files says, checked and ready for use."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from bot.errors import ContentError
from bot.faq.library import Library
from bot.faq.matching.matcher import Matcher
from bot.files.check import check
from bot.files.content import load_catalogue
from bot.files.findings import Finding, Inspection
from bot.files.folder import content_files, digest_of
from bot.files.learning import report
from bot.files.phrasings import front_matter, load_matching_content
from bot.i18n import Translations
from bot.people.model import Language

_TAUGHT: Final = ("words.yaml", "bank.jsonl")
"""Without these danger is not recognised; a folder that once had them is not whole without them."""

_LESSONS: Final = frozenset({"topics.yaml", "words.yaml"})


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
    check: Callable[[Path, date, Language], list[Finding]] = check

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
        return [*inspection.findings, *self.check(locales, self.today, self.language)]


def build_texts(locales: Path, before: Texts | None = None) -> Texts:
    """The texts of a folder, checked no further than to be usable. Raises ContentError."""
    catalogue = load_catalogue(locales)
    translations = Translations.load(locales)
    try:
        digest, learned = digest_of(locales), _lessons_of(locales)
    except OSError as error:
        raise ContentError("file_unreadable", file=str(error.filename)) from error
    library = Library(catalogue, translations.of, digest)
    is_known = before is not None and before.learned == learned
    matcher = before.matcher if before is not None and is_known else _taught(locales)
    return Texts(digest, len(catalogue.topics), library, matcher, learned)


def _taught(locales: Path) -> Matcher:
    return Matcher.build(load_matching_content(locales))


def taught_by(locales: Path) -> frozenset[str]:
    """Which of the files that a folder may do without are there."""
    return frozenset(name for name in _TAUGHT if (locales / "faq" / name).exists())


def _lessons_of(locales: Path) -> str:
    """A name for what the matcher learns from; most edits leave it as it is. Raises OSError."""
    whole = hashlib.sha256()
    for path in content_files(locales):
        if path.suffix == ".md":  # of an answer only title and question
            lesson = repr(list(front_matter(path))).encode("utf-8", "surrogatepass")
        elif path.suffix in {".txt", ".jsonl"} or path.name in _LESSONS:
            lesson = path.read_bytes()
        else:
            continue
        whole.update(f"{path.relative_to(locales).as_posix()}\n{len(lesson)}\n".encode())
        whole.update(lesson)
    return whole.hexdigest()
