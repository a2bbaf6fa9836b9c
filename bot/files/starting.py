"""The texts with which the bot starts: those of the program, else the copy of the last good ones."""

from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock, day_in_kazakhstan
from bot.errors import ContentError
from bot.files.apart import Apart
from bot.files.copies import Copies
from bot.files.findings import Finding, Inspection
from bot.files.folder import digest_of, look_at
from bot.files.place import locales_dir
from bot.files.renewal import Renewal, Source, state_of, unusable
from bot.files.soundness import check_soundness
from bot.files.texts import Reader, Texts, build_texts
from bot.people.model import Language


@dataclass(frozen=True)
class Start:
    """What the bot starts with."""

    renewal: Renewal
    replaced: ContentError | None  # why a copy stands in for the content of the program


def start(copies: Path, clock: Clock, language: Language) -> Start:
    """
    Read the content of the program; a copy of the last good one stands in for what has errors.

    `language`: of those who are told what is wrong. Raises ContentError where there is no copy and the bot
    cannot work with the content.
    """
    apart = Apart()

    def reader() -> Reader:
        return Reader(day_in_kazakhstan(clock.now()), language, apart.check)

    return start_from(Source(locales_dir, reader, Copies(copies), apart.stop))


def start_from(source: Source) -> Start:
    """The same, from any place. Raises ContentError."""
    known = _known(source)
    if known is not None:
        return Start(Renewal(source, known), None)
    if source.copies.newest() is None:
        return Start(Renewal(source, _usable(source)), None)
    seen = look_at(source.found())
    read = source.read()
    if isinstance(read, Texts):
        return Start(Renewal(source, read, seen, state_of(read)), None)
    copied = _copied(source)
    texts = copied or _usable(source)
    return Start(
        Renewal(source, texts, seen, state_of(read)), _summary("content_copy_used", read) if copied else None
    )


def _known(source: Source) -> Texts | None:
    """The content of the program where it is the one that was kept."""
    locales = source.found()
    if locales is None or not check_soundness(Inspection(locales, source.reader().language)):
        return None
    try:
        return build_texts(locales) if source.copies.has(digest_of(locales)) else None
    except (ContentError, OSError):  # a newer program may ask for more than the one that kept it
        return None


def _copied(source: Source) -> Texts | None:
    locales = source.copies.newest()
    try:
        return build_texts(locales) if locales else None
    except ContentError:
        return None


def _usable(source: Source) -> Texts:
    """What has errors that the bot can live with is better than nothing. Raises ContentError."""
    language = source.reader().language
    inspection = Inspection(source.find(), language)
    if not check_soundness(inspection):
        raise _summary("content_broken", inspection.findings)
    try:
        return build_texts(inspection.locales)
    except ContentError:
        raise
    except Exception as error:  # an editor can mend it, and cannot read a traceback
        raise _summary("content_broken", [unusable(error, language)]) from error


def _summary(code: str, errors: list[Finding]) -> ContentError:
    first = errors[0]
    return ContentError(code, file=first.file, line=first.line or 1, problem=first.message, count=len(errors))
