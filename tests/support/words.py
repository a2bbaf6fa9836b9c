"""What a text is told by."""

import re
from collections.abc import Iterable
from functools import cache

from babel.messages.pofile import read_po

from bot.faq.library import Library
from bot.faq.model import Status
from bot.files.place import locales_dir
from bot.i18n import catalogue_path
from bot.people.model import Language

_KAZAKH = frozenset("әіңғүұқөһӘІҢҒҮҰҚӨҺ")


def has_kazakh(text: str) -> bool:
    """Whether a text has letters that only Kazakh has."""
    return bool(_KAZAKH & set(text))


def is_in(language: Language, text: str | None) -> bool:
    """Whether a sentence of the program is in this language and not in the other."""
    text = text or ""
    return has_kazakh(text) == (language is Language.KK) and any(
        "а" <= letter <= "я" for letter in text.lower()
    )


def other_than(language: Language) -> Language:
    """The other language."""
    return next(other for other in Language if other is not language)


def foreign_sentences(language: Language, text: str) -> list[str]:
    """The fixed sentences of the other language that stand in a text, be they one word on a button."""
    own, others = _sentences(language), _sentences(other_than(language))
    return [said for said, pattern in others.items() if said not in own and pattern.search(text)]


@cache
def _sentences(language: Language) -> dict[str, re.Pattern[str]]:
    with catalogue_path(locales_dir(), language).open("rb") as file:
        catalogue = read_po(file)
    forms = [
        form
        for message in catalogue
        if message.id
        for form in ([message.string] if isinstance(message.string, str) else message.string or [])
    ]
    return {form: _pattern(form) for form in forms}


def _pattern(form: str) -> re.Pattern[str]:
    pieces = [re.escape(piece) for piece in re.split(r"\{\w+\}", form)]
    return re.compile(rf"(?<!\w){'.+?'.join(pieces)}(?!\w)")


def topics_of_status(library: Library, *statuses: Status) -> list[str]:
    """The topics of these statuses, in the order of the menu."""
    topics = (topic for group in library.groups for topic in library.topics_of(group.id))
    return [topic.id for topic in topics if topic.status in statuses]


def every_topic(library: Library) -> Iterable[str]:
    """All topics, in the order of the menu."""
    return topics_of_status(library, *Status)
