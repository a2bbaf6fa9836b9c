"""Commands as people write them without a slash: "меню", "мәзір", "по-русски, пожалуйста", "K-000012"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.faq.library import Library
from bot.faq.ports import Translator
from bot.people.model import Language
from bot.telegram.commands import ASK, HELP, LANGUAGE, MENU, MY, SOS

_LONGEST = 60
_NO_LETTERS = re.compile(r"[^\w]+")
_PLAIN = str.maketrans("әіңғүұқөһё", "аингуукохе")
_NUMBER = re.compile(r"[kк]\s?0*(\d{1,12})")
Meant = str | Language | int


def spoken_command(library: Library, words: str) -> Meant | None:
    """The command, the language or the number of a question that a message consists of; None for all else."""
    if len(words) > _LONGEST:
        return None
    plain = _plain(words)
    number = _NUMBER.fullmatch(plain)
    if number is not None:
        return int(number[1])
    known, polite = _spoken(library), _polite(library)
    bare = " ".join(word for word in plain.split() if word not in polite)
    return known.get(plain) or known.get(bare)


@lru_cache(maxsize=4)
def _spoken(library: Library) -> dict[str, str | Language]:
    found: dict[str, str | Language] = {}
    for translator in _translators(library):
        for meant, words in {**_commands(translator), **_languages(translator)}.items():
            found |= {_plain(word): meant for word in words.split(",")}
    return found


@lru_cache(maxsize=4)
def _polite(library: Library) -> frozenset[str]:
    # NOTE: words that people put around a command, separated by commas: please, to me, write, …
    return frozenset(
        _plain(word)
        for _ in _translators(library)
        for word in _("please, to me, write, show, can").split(",")
    )


def _translators(library: Library) -> Iterator[Translator]:
    return (library.translator_of(language) for language in Language)


def _commands(_: Translator) -> dict[str | Language, str]:
    # NOTE: words that people write in place of a command, separated by commas
    return {
        MENU: _("menu, main menu, topics, back, cancel"),
        SOS: _("sos, danger, help me"),
        ASK: _("a person, a specialist, an operator"),
        MY: _("my questions, is there an answer"),
        HELP: _("what can you do, commands"),
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
