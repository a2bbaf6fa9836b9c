"""The sentences of `bot check`, in Russian and in Kazakh: what is wrong and what to write instead."""

from collections.abc import Mapping
from typing import Final

from bot.files.wording_of_dates import DATES
from bot.files.wording_of_entries import ENTRIES
from bot.files.wording_of_files import FILES
from bot.files.wording_of_texts import TEXTS
from bot.people.model import Language

WORDING: Final[Mapping[str, tuple[str, str]]] = {**FILES, **ENTRIES, **TEXTS, **DATES}


def say(code: str, language: Language, **values: object) -> str:
    """The sentence for a code in the language of the editor."""
    russian, kazakh = WORDING[code]
    return (kazakh if language is Language.KK else russian).format(**values)
