"""Words that mean the same to people, in both languages: a message is marked with what it speaks of."""

from collections.abc import Mapping, Sequence

from bot.faq.matching.index import MARK
from bot.faq.matching.wordlists import WordLists

_PREFIX = "concept."
_PLACES = "places"
ABROAD = MARK + _PLACES
"""The mark of a message that names another country."""


class Concepts:
    """The lists `concept.NAME`, and `places`: any other country is one concept."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._lists = WordLists({n: e for n, e in words.items() if n.startswith(_PREFIX) or n == _PLACES})

    def marks(self, sounds: Sequence[str]) -> tuple[str, ...]:
        """The concepts of a message, as words that no message can hold."""
        return tuple(sorted(MARK + name for name in self._lists.read(sounds).found))

    def learn(self, sounds: frozenset[str]) -> None:
        """Look the words of the content up beforehand."""
        self._lists.learn(sounds)
