"""Which language a text is in, also without Kazakh letters and in Latin ones."""

from collections.abc import Mapping, Sequence

from bot.faq.matching.skeleton import skeleton
from bot.people.model import Language

_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_RUSSIAN_LETTERS = frozenset("щъьэё")
_LETTER = 1.5
_WORD = 1.0
_ENDING = 0.6
_SHORTEST_STEM = 3


class LanguageGuess:
    """Counts letters, small words and endings (lists `language.*`)."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._small = {
            language: frozenset(
                skeleton(entry.lstrip("=")) for entry in words.get(f"language.{language}", ())
            )
            for language in Language
        }
        self._endings = {
            language: tuple({skeleton(entry) for entry in words.get(f"language.{language}_endings", ())})
            for language in Language
        }

    def guess(self, words: Sequence[str], sounds: Sequence[str]) -> Language | None:
        """The language of a text; None where nothing tells, or both do alike."""
        kazakh = self._evidence(Language.KK, sounds) + _LETTER * _having(words, _KAZAKH_LETTERS)
        russian = self._evidence(Language.RU, sounds) + _LETTER * _having(words, _RUSSIAN_LETTERS)
        if kazakh == russian:
            return None
        return Language.KK if kazakh > russian else Language.RU

    def _evidence(self, language: Language, sounds: Sequence[str]) -> float:
        other = Language.RU if language is Language.KK else Language.KK
        total = 0.0
        for sound in sounds:
            if sound in self._small[language]:
                total += 0.0 if sound in self._small[other] else _WORD
            elif sound not in self._small[other]:
                total += _ENDING * self._ends(language, other, sound)
        return total

    def _ends(self, language: Language, other: Language, sound: str) -> bool:
        """Whether the word ends as words of this language do, and longer than as words of the other do."""
        return self._ending(language, sound) > self._ending(other, sound)

    def _ending(self, language: Language, sound: str) -> int:
        fits = (len(end) for end in self._endings[language] if sound.endswith(end))
        return max((length for length in fits if len(sound) >= length + _SHORTEST_STEM), default=0)


def _having(words: Sequence[str], letters: frozenset[str]) -> int:
    return sum(bool(letters & set(word)) for word in words)
