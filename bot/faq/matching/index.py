"""The index: phrasings and examples as documents, found by first letters and by character n-grams."""

import heapq
import math
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.faq.matching.skeleton import PREFIX, skeleton

MARK = "@"  # in front of a concept among the stems
_K1 = 1.2
_B = 0.75
_GRAMS = (3, 4)
_COMMON_GRAM = 0.15  # an n-gram in more documents than this tells nothing and costs most of the time
_MAX_GRAM_WORDS = 40
_BEST = 8
_FRONT = 16
_FAR = 0.05
_VOTES = 3

Stem = str  # the first letters of a skeleton


@dataclass(frozen=True)
class Document:
    """One way of asking: what it belongs to and its words as skeletons."""

    label: str  # a topic id, or the name of something that has no topic
    sounds: tuple[str, ...]
    marks: tuple[str, ...] = ()  # the concepts it speaks of

    @property
    def stems(self) -> frozenset[Stem]:
        return frozenset((*map(stem, self.sounds), *self.marks))


@dataclass(frozen=True)
class Match:
    """How well a message fits one label; every number is 0 to about 1."""

    label: str
    document: int  # the nearest document
    words: float  # BM25 of the nearest document, as a share of what the message could reach
    grams: float  # cosine of the nearest document
    topic: float  # idf share of the message that some document of the label holds
    nearest: float  # idf share of the message that the nearest document holds
    reverse: float  # idf share of the nearest document that the message holds
    votes: float  # mean likeness of the three nearest documents of the label
    size: float  # log of how many documents the label has
    missed: float  # idf share of the heaviest word of the message that the label lacks
    strange: float  # how many concepts of the message the label never speaks of, in thirds


@dataclass(frozen=True)
class Query:
    """A message as the index sees it."""

    stems: tuple[Stem, ...]
    known: float  # idf share of its words that the index knows at all
    matches: tuple[Match, ...]  # best first


def stem(sounds: str) -> Stem:
    return sounds[:PREFIX]


def sounds_of(words: Iterable[str]) -> tuple[str, ...]:
    """The skeletons of words, empty ones left out."""
    return tuple(sound for sound in map(skeleton, words) if sound)


def grams_of(sounds: Sequence[str]) -> set[str]:
    """Character n-grams of each word with a border on both sides."""
    found: set[str] = set()
    for sound in sounds[:_MAX_GRAM_WORDS]:
        bordered = f" {sound} "
        for size in _GRAMS:
            found.update(bordered[start : start + size] for start in range(max(1, len(bordered) - size + 1)))
    return found


@dataclass
class Index:
    """Documents and where their parts occur. Built once, read from many threads."""

    documents: tuple[Document, ...]
    labels: tuple[str, ...] = ()
    owner: list[int] = field(default_factory=list)  # document to label
    stems: dict[Stem, "array[int]"] = field(default_factory=dict)
    grams: dict[str, "array[int]"] = field(default_factory=dict)
    idf: dict[Stem, float] = field(default_factory=dict)
    gram_weight: dict[str, float] = field(default_factory=dict)
    scale: list[float] = field(default_factory=list)  # BM25 factor of a document's length
    norm: list[float] = field(default_factory=list)  # length of a document's n-gram vector
    mass: list[float] = field(default_factory=list)  # idf sum of a document
    sizes: list[int] = field(default_factory=list)  # documents of a label
    held: list[Counter[Stem]] = field(default_factory=list)  # label to stems and how many documents hold them

    @classmethod
    def build(cls, documents: Sequence[Document]) -> "Index":
        index = cls(tuple(documents), tuple(dict.fromkeys(d.label for d in documents)))
        place = {label: number for number, label in enumerate(index.labels)}
        index.owner = [place[document.label] for document in documents]
        index._count_stems()
        index._count_grams()
        return index

    def _count_stems(self) -> None:
        sets = [document.stems for document in self.documents]
        self.stems = _postings(sets)
        total = len(sets)
        self.idf = {s: math.log(1 + (total - len(p) + 0.5) / (len(p) + 0.5)) for s, p in self.stems.items()}
        average = sum(map(len, sets)) / max(1, total) or 1.0
        self.scale = [(_K1 + 1) / (1 + _K1 * (1 - _B + _B * len(s) / average)) for s in sets]
        self.mass = [sum(self.idf[one] for one in s) or 1.0 for s in sets]
        self.held = [Counter() for _ in self.labels]
        self.sizes = [0 for _ in self.labels]
        for owner, own in zip(self.owner, sets, strict=True):
            self.held[owner].update(own)
            self.sizes[owner] += 1

    def _count_grams(self) -> None:
        """One document after the other: the n-grams of all of them at once take fifty megabytes."""
        total = len(self.documents)
        most = max(20.0, total * _COMMON_GRAM)
        found = _postings(grams_of(document.sounds) for document in self.documents)
        self.grams = {gram: numbers for gram, numbers in found.items() if len(numbers) <= most}
        self.gram_weight = {gram: math.log((1 + total) / (1 + len(p))) ** 2 for gram, p in self.grams.items()}
        squares = [0.0] * total
        for gram, numbers in self.grams.items():
            for number in numbers:
                squares[number] += self.gram_weight[gram]
        self.norm = [math.sqrt(square) or 1.0 for square in squares]

    def weight(self, one: Stem) -> float:
        """idf; a word the index does not know weighs as the rarest."""
        return self.idf.get(one) or math.log(2 * len(self.documents) + 2)

    def query(
        self,
        sounds: Sequence[str],
        marks: Iterable[str] = (),
        without: frozenset[int] = frozenset(),
        kin: frozenset[str] = frozenset(),
    ) -> Query:
        """
        The labels that fit, best first.

        `without`: documents that must not count (they are the message itself). `kin`: labels of which the
        best are looked at as well, however many others fit better.
        """
        stems = tuple(dict.fromkeys((*map(stem, sounds), *marks)))
        by_words = self._by_words(stems)
        by_grams = self._by_grams(sounds)
        near = self._nearest(by_words, by_grams, without, kin)
        matches = [self._match(found, stems, by_words, by_grams, without) for found in near]
        matches.sort(key=fit, reverse=True)
        total = sum(map(self.weight, stems)) or 1.0
        known = sum(self.weight(one) for one in stems if self._is_known(one, without)) / total
        beside = [match for match in matches[_BEST:] if match.label in kin][:_BEST]
        return Query(stems, known, (*matches[:_BEST], *beside))

    def _is_known(self, one: Stem, without: frozenset[int]) -> bool:
        return any(number not in without for number in self.stems.get(one, ()))

    def _by_words(self, stems: Sequence[Stem]) -> list[float]:
        scores = [0.0] * len(self.documents)
        reach = sum(map(self.weight, stems)) or 1.0
        for one in stems:
            share = self.idf.get(one, 0.0) / reach
            for number in self.stems.get(one, ()):
                scores[number] += share
        return [score * scale for score, scale in zip(scores, self.scale, strict=True)]

    def _by_grams(self, sounds: Sequence[str]) -> list[float]:
        scores = [0.0] * len(self.documents)
        length = 0.0
        rare = math.log(1 + len(self.documents)) ** 2
        for gram in grams_of(sounds):
            weight = self.gram_weight.get(gram)
            if weight is None:
                length += rare / 2
                continue
            length += weight
            for number in self.grams[gram]:
                scores[number] += weight
        long = math.sqrt(length) or 1.0
        return [score / (norm * long) for score, norm in zip(scores, self.norm, strict=True)]

    def _nearest(
        self, by_words: list[float], by_grams: list[float], without: frozenset[int], kin: frozenset[str]
    ) -> list[list[tuple[float, int]]]:
        """For every label its nearest documents; only labels near the front are worth a closer look."""
        best: dict[int, list[tuple[float, int]]] = {}
        for number, (words, grams) in enumerate(zip(by_words, by_grams, strict=True)):
            near = words + grams
            if near > _FAR and number not in without:
                best.setdefault(self.owner[number], []).append((near, number))
        front = heapq.nlargest(_FRONT, best, key=lambda owner: max(best[owner]))
        if kin:
            others = [owner for owner in best if self.labels[owner] in kin and owner not in front]
            front += heapq.nlargest(_FRONT, others, key=lambda owner: max(best[owner]))
        return [heapq.nlargest(_VOTES, best[owner]) for owner in front]

    def _match(
        self,
        near: Sequence[tuple[float, int]],
        stems: Sequence[Stem],
        words: list[float],
        grams: list[float],
        without: frozenset[int],
    ) -> Match:
        number = near[0][1]
        document = self.documents[number]
        owner = self.owner[number]
        total = sum(map(self.weight, stems)) or 1.0
        shared = sum(self.idf[one] for one in stems if one in document.stems)
        lacks = [one for one in stems if not self._holds(owner, one, without)]
        lacking = [self.weight(one) for one in lacks]
        return Match(
            label=document.label,
            document=number,
            words=words[number],
            grams=grams[number],
            topic=1 - sum(lacking) / total,
            nearest=shared / total,
            reverse=shared / self.mass[number],
            votes=sum(likeness for likeness, _ in near) / _VOTES,
            size=math.log(1 + self.sizes[owner]) / 4,
            missed=max(lacking, default=0.0) / total,
            strange=sum(one.startswith(MARK) for one in lacks) / 3,
        )

    def _holds(self, owner: int, one: Stem, without: frozenset[int]) -> bool:
        count = self.held[owner][one]
        if count and without:
            count -= sum(self.owner[n] == owner and one in self.documents[n].stems for n in without)
        return count > 0


def fit(match: Match) -> float:
    """One number to order labels by, before anything is learned."""
    return 0.8 * match.words + match.grams + 0.4 * match.topic + 0.2 * match.nearest + 0.2 * match.reverse


def _postings(sets: Iterable[Iterable[str]]) -> dict[str, "array[int]"]:
    found: dict[str, array[int]] = {}
    for number, parts in enumerate(sets):
        for part in parts:
            found.setdefault(part, array("I")).append(number)
    return found
