"""What a text is told by."""

from collections.abc import Iterable

from bot.faq.library import Library
from bot.faq.model import Status
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


def topics_of_status(library: Library, *statuses: Status) -> list[str]:
    """The topics of these statuses, in the order of the menu."""
    topics = (topic for group in library.groups for topic in library.topics_of(group.id))
    return [topic.id for topic in topics if topic.status in statuses]


def every_topic(library: Library) -> Iterable[str]:
    """All topics, in the order of the menu."""
    return topics_of_status(library, *Status)
