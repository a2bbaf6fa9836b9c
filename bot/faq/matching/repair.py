"""Words that the index does not know, mended where a known one is near: mistakes, glued particles."""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.faq.matching.skeleton import PREFIX

_SHORTEST = 5
_TWO_MISTAKES_FROM = 9
_PARTICLES = ("ma", "me", "ba", "be", "pa", "pe", "li")
_MOST = 12  # unknown words that are worth the time; a text with more is not ours


class Vocabulary:
    """All words of the index by sound."""

    def __init__(self, sounds: Iterable[str]) -> None:
        self._words = frozenset(sounds)
        self._stems = frozenset(sound[:PREFIX] for sound in self._words)
        self._near: dict[tuple[str, int], list[str]] = {}
        for word in sorted(self._words):
            self._near.setdefault((word[0], len(word)), []).append(word)

    def knows(self, sound: str) -> bool:
        return sound[:PREFIX] in self._stems

    def mend(self, sounds: Sequence[str]) -> tuple[str, ...]:
        """The words with the unknown ones mended; those that nothing comes near stay as they are."""
        mended: list[str] = []
        left = _MOST
        for sound in sounds:
            if self.knows(sound) or not left:
                mended.append(sound)
            else:
                mended.extend(self._mend(sound))
                left -= 1
        return tuple(mended)

    def _mend(self, sound: str) -> Iterator[str]:
        other = sound.replace("j", "i")
        if self.knows(other):
            yield other
        elif sound.endswith(_PARTICLES) and sound[:-2] in self._words:
            yield from (sound[:-2], sound[-2:])
        else:
            yield self._nearest(sound) or sound

    def _nearest(self, sound: str) -> str | None:
        if len(sound) < _SHORTEST or sound[0].isdigit():
            return None
        most = 2 if len(sound) >= _TWO_MISTAKES_FROM else 1
        near = [
            word
            for length in range(len(sound) - most, len(sound) + most + 1)
            for word in self._near.get((sound[0], length), ())
        ]
        found = process.extractOne(sound, near, scorer=OSA.distance, score_cutoff=most)
        return found[0] if found else None
