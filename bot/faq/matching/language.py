"""Which language a text is in, also without Kazakh letters and in Latin ones."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from bot.faq.matching.skeleton import skeleton
from bot.people.model import Language

_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_RUSSIAN_LETTERS = frozenset("щъьэё")
_LETTER = 1.5
_WORD = 1.0
_ENDING = 0.6
_SHORTEST_STEM = 3
_CLEAR = 3.0  # natural logarithm of the odds


class LanguageGuess:
    """
    Counts letters, small words and endings (lists `language.*`).

    Where they tell nothing, the sounds of the words decide, learnt from texts whose language is known.
    """

    def __init__(self, words: Mapping[str, Sequence[str]], samples: Mapping[Language, Sequence[str]]) -> None:
        self._sounding = Sounding(samples)
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
            return self._sounding.guess(sounds)
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


class Sounding:
    """What words of each language sound like: how often three sounds follow each other in it."""

    def __init__(self, samples: Mapping[Language, Sequence[str]]) -> None:
        self._shared = set.intersection(*(set(samples.get(language, ())) for language in Language))
        counted = {language: Counter(_threes(samples.get(language, ()))) for language in Language}
        sizes = {language: counted[language].total() + len(counted[language]) + 1 for language in Language}
        self._tendency = {
            three: log((counted[Language.KK][three] + 1) / sizes[Language.KK])
            - log((counted[Language.RU][three] + 1) / sizes[Language.RU])
            for three in {three for counts in counted.values() for three in counts}
        }

    def guess(self, sounds: Iterable[str]) -> Language | None:
        """The language; None where the sounds are at home in both."""
        telling = (sound for sound in sounds if sound not in self._shared)  # K-ETA is said in both
        tendency = sum(self._tendency.get(three, 0.0) for three in _threes(telling))
        if abs(tendency) < _CLEAR:
            return None
        return Language.KK if tendency > 0 else Language.RU


def _threes(sounds: Iterable[str]) -> Iterator[str]:
    for sound in sounds:
        framed = f" {sound} "
        yield from (framed[place : place + 3] for place in range(len(framed) - 2))


def _having(words: Sequence[str], letters: frozenset[str]) -> int:
    return sum(bool(letters & set(word)) for word in words)
