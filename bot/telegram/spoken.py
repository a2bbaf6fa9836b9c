"""Commands as people write them without a slash: "меню", "мәзір", "по-русски"."""

import re
from functools import lru_cache

from bot.faq.library import Library
from bot.faq.ports import Translator
from bot.people.model import Language
from bot.telegram.commands import HELP, LANGUAGE, MENU, MY, SOS

_LONGEST = 40
_NO_LETTERS = re.compile(r"[^\w]+")
_PLAIN = str.maketrans("әіңғүұқөһё", "аингуукохе")


def spoken_command(library: Library, words: str) -> str | Language | None:
    """The command that a message consists of, or the language it asks for; None where it says more."""
    return _spoken(library).get(_plain(words)) if len(words) <= _LONGEST else None


@lru_cache(maxsize=4)
def _spoken(library: Library) -> dict[str, str | Language]:
    found: dict[str, str | Language] = {}
    for language in Language:
        _ = library.translator_of(language)
        for meant, words in {**_commands(_), **_languages(_)}.items():
            found |= {_plain(word): meant for word in words.split(",")}
    return found


def _commands(_: Translator) -> dict[str | Language, str]:
    # NOTE: words that people write in place of a command, separated by commas
    return {
        MENU: _("menu, main menu, topics, back"),
        SOS: _("sos, danger"),
        MY: _("my questions"),
        HELP: _("help, what can you do, commands"),
        LANGUAGE: _("language, change the language"),
    }


def _languages(_: Translator) -> dict[str | Language, str]:
    return {
        # NOTE: words by which people ask for Kazakh, separated by commas
        Language.KK: _("Kazakh, in Kazakh"),
        # NOTE: words by which people ask for Russian, separated by commas
        Language.RU: _("Russian, in Russian"),
    }


def _plain(words: str) -> str:
    """Without signs, capital letters and what a phone without Kazakh letters cannot write."""
    return " ".join(_NO_LETTERS.sub(" ", words.casefold()).split()).translate(_PLAIN)
