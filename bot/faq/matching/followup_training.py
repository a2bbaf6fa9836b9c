"""
Training of the follow-up model. Run by `python -m bot.files.training`.

Nobody wrote the follow-ups down, so they are made: take a way of asking for one topic, leave out the words
that another topic of the same chapter speaks of as well, and pretend that other topic was shown last. Then
«сколько стоит K-ETA» becomes «сколько стоит» after the topic that explains K-ETA. Each is asked with its own
text hidden, then with its whole topic hidden, so that the model learns what a follow-up looks like that no
topic answers. Short messages after a topic they have nothing to do with, and small talk, are in it too.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import TypeVar

from bot.faq.matching.concepts import Concepts
from bot.faq.matching.followup import UNANSWERED, Context, FollowUps, follow_up_features
from bot.faq.matching.index import Index, fit, stem
from bot.faq.matching.training import Case

_T = TypeVar("_T")

_SEED = 1
_WAYS = 16  # of each topic; more of the same teach nothing
_LAST_TOPICS = 2
_SHARED = 0.2  # a word in this part of a topic's documents belongs to it
_MOST_OWN_WORDS = 4
_CANDIDATES = 8
_HALF = 0.5


class FollowUpCases:
    """What there is to learn about follow-ups from an index."""

    def __init__(self, index: Index, concepts: Concepts, follow_ups: FollowUps) -> None:
        self._index = index
        self._concepts = concepts
        self._follow_ups = follow_ups
        self._chance = Random(_SEED)  # noqa: S311 - what is drawn is no secret
        self._documents: dict[str, list[int]] = {}
        for number, document in enumerate(index.documents):
            self._documents.setdefault(document.label, []).append(number)
        self._topics = [label for label in index.labels if _is_topic(label)]
        self._place = {label: place for place, label in enumerate(index.labels)}

    def all(self) -> Iterator[Case]:
        """Every case, in the same order each time."""
        for label in self._topics:
            for number in self._some(self._documents[label], _WAYS):
                yield from self._of_way(label, number)
        for label, numbers in self._documents.items():
            if label.startswith(UNANSWERED) and not _is_topic(label):
                yield from self._of_stray(numbers)

    def _of_way(self, label: str, number: int) -> Iterator[Case]:
        sounds = self._index.documents[number].sounds
        hidden = frozenset(n for n in self._documents[label] if self._index.documents[n].sounds == sounds)
        kin = sorted(one for one in self._kin(label) if one != label and _is_topic(one))
        for after in self._some(kin, _LAST_TOPICS):
            left = self._left_out(sounds, after)
            yield from self._ask(left, after, hidden, label, 1.0)
            yield from self._ask(left, after, frozenset(self._documents[label]), label, _HALF)
        yield from self._ask(sounds, self._chance.choice(self._topics), hidden, label, 1.0)
        yield from self._ask(self._left_out(sounds, label), label, hidden, label, _HALF)

    def _of_stray(self, numbers: Sequence[int]) -> Iterator[Case]:
        for number in numbers:
            sounds = self._index.documents[number].sounds
            yield from self._ask(sounds, self._chance.choice(self._topics), frozenset([number]), "", 1.0)

    def _kin(self, label: str) -> frozenset[str]:
        return self._follow_ups.kin(label.removeprefix(UNANSWERED)).intersection(self._place)

    def _left_out(self, sounds: Sequence[str], after: str) -> tuple[str, ...]:
        """What is left to say once the other topic is on the screen."""
        place = self._place[after]
        held, size = self._index.held[place], self._index.sizes[place]
        return tuple(sound for sound in sounds if held[stem(sound)] < _SHARED * size)

    def _ask(
        self, sounds: Sequence[str], after: str, hidden: frozenset[int], right: str, weight: float
    ) -> Iterator[Case]:
        own = self._follow_ups.lean(sounds).own
        if not 0 < len(own) <= _MOST_OWN_WORDS:
            return
        context = Context(after, self._kin(after))
        query = self._index.query(own, self._concepts.marks(own), hidden, context.kin)
        for match in sorted(query.matches, key=fit, reverse=True)[:_CANDIDATES]:
            yield Case(follow_up_features(query, match, context), match.label == right, weight)

    def _some(self, among: Sequence[_T], most: int) -> list[_T]:
        return self._chance.sample(among, min(most, len(among)))


def _is_topic(label: str) -> bool:
    """Whether a label is a topic, written or to come: its id has two parts."""
    return "." in label and (label.startswith(UNANSWERED) or label[0].isalpha())
