"""
Languages: the catalogues of fixed sentences, plural forms, dates and numbers.

The language is always passed explicitly. Catalogues are compiled in memory, so editors never meet a .mo file.
Keys are plain English sentences with named places: translate first, fill in afterwards.
"""

import gettext
import io
import logging
from collections.abc import Mapping
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from bot.errors import ContentError
from bot.formats import (
    format_as_of,
    format_date,
    format_list,
    format_money,
    format_number,
    format_period,
    format_short_date,
)
from bot.kazakh import Case
from bot.people.model import Language

__all__ = [
    "Case",
    "Translations",
    "Translator",
    "catalogue_path",
    "format_as_of",
    "format_date",
    "format_list",
    "format_money",
    "format_number",
    "format_period",
    "format_short_date",
]

_log = logging.getLogger(__name__)


class Translator:
    """
    The fixed sentences in one language. By habit it is called `_`: that is what the extraction looks for.

    A sentence without translation raises LookupError where `strict`, else it is said in English and logged.
    """

    def __init__(
        self, language: Language, catalogue: gettext.NullTranslations, *, strict: bool = False
    ) -> None:
        self._language = language
        self._catalogue = catalogue
        self._strict = strict
        catalogue.add_fallback(_Untranslated(language, strict=strict))

    @property
    def language(self) -> Language:
        return self._language

    def __call__(self, message: str, /, **values: object) -> str:
        """The sentence, its places filled."""
        return self._filled(self._catalogue.gettext(message), message, values)

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The sentence in the form that `n` asks for; `{n}` is filled with it."""
        source = one if n == 1 else many
        return self._filled(self._catalogue.ngettext(one, many, n), source, {"n": n, **values})

    def _filled(self, translated: str, source: str, values: Mapping[str, object]) -> str:
        """A misspelt place in a translation must not cost a citizen the answer: English is said then."""
        try:
            return translated.format(**values)
        except (LookupError, ValueError):
            if self._strict or translated == source:
                raise
            _log.warning("wrong places in the %s translation of: %s", self._language, source)
            return source.format(**values)


class Translations:
    """The catalogues of all languages."""

    def __init__(self, translators: Mapping[Language, Translator]) -> None:
        self._translators = dict(translators)

    @classmethod
    def load(cls, locales: Path, *, strict: bool = False) -> "Translations":
        """Read locales/<language>/LC_MESSAGES/messages.po. Raises ContentError `catalogue_unreadable`."""
        return cls({language: _read(locales, language, strict=strict) for language in Language})

    def of(self, language: Language) -> Translator:
        """The sentences in one language."""
        return self._translators[language]


def catalogue_path(locales: Path, language: Language) -> Path:
    """Where the fixed sentences of a language are kept."""
    return locales / language / "LC_MESSAGES" / "messages.po"


def _read(locales: Path, language: Language, *, strict: bool) -> Translator:
    path = catalogue_path(locales, language)
    compiled = io.BytesIO()
    try:
        with path.open("rb") as file:
            write_mo(compiled, read_po(file, locale=language, abort_invalid=True))
    except (OSError, ValueError, PoFileError) as error:
        raise ContentError("catalogue_unreadable", file=str(path), reason=str(error)) from error
    compiled.seek(0)
    return Translator(language, gettext.GNUTranslations(compiled), strict=strict)


class _Untranslated(gettext.NullTranslations):
    """What a catalogue asks when it does not hold a sentence."""

    def __init__(self, language: Language, *, strict: bool) -> None:
        super().__init__()
        self._language = language
        self._strict = strict

    def gettext(self, message: str) -> str:
        self._report(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self._report(msgid1)
        return msgid1 if n == 1 else msgid2

    def _report(self, message: str) -> None:
        if self._strict:
            raise LookupError(f"no {self._language} translation of: {message}")
        _log.warning("no %s translation of: %s", self._language, message)
