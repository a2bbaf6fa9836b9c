"""
Training of the two models. Run by `python -m bot.files.training` when phrasings or the bank change much.

Every phrasing and every bank example asks the index that does not hold it: which label fits, and is it the
right one? In a second round the label's other phrasings are hidden as well, so that the model learns what a
question looks like whose topic does not exist. Logistic regression by Newton's method with a small ridge;
the same content always gives the same weights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random

from bot.faq.matching.confidence import features, sigmoid
from bot.faq.matching.index import Index
from bot.faq.matching.urgency import BIAS, urgency, without_signs

_ROUNDS = 12
_RIDGE = 1.0
_CANDIDATES = 4
_HIDDEN_WEIGHT = 0.5
_PASSES = 20
_SPEED = 0.5
_URGENT_WEIGHT = 1.3  # a missed cry for help costs more than a false alarm
_FADE = 1e-3
_SIGNS_HIDDEN = 0.5  # how often: else the model leans on patterns made for these very messages
_SEED = 1

Row = tuple[float, ...]


@dataclass(frozen=True)
class Case:
    """One candidate label for one question: its features, and whether it is right."""

    row: Row
    right: bool
    weight: float


def cases(index: Index) -> Iterator[Case]:
    """What there is to learn from an index: every document asks it without itself."""
    alike: dict[tuple[str, ...], list[int]] = {}
    of_label: dict[str, list[int]] = {}
    for number, document in enumerate(index.documents):
        alike.setdefault(document.sounds, []).append(number)
        of_label.setdefault(document.label, []).append(number)
    for number, document in enumerate(index.documents):
        own = frozenset([number, *alike[document.sounds]])
        yield from _ask(index, number, own, 1.0)
        yield from _ask(index, number, own | frozenset(of_label[document.label]), _HIDDEN_WEIGHT)


def _ask(index: Index, number: int, without: frozenset[int], weight: float) -> Iterator[Case]:
    document = index.documents[number]
    query = index.query(document.sounds, document.marks, without)
    for match in query.matches[:_CANDIDATES]:
        yield Case(features(query, match), match.label == document.label, weight)


def fit_weights(examples: Sequence[Case]) -> Row:
    """The weights that make the examples likeliest, in the order of their features."""
    weights = [0.0] * (len(examples[0].row) if examples else 0)
    for _ in range(_ROUNDS):
        gradient, curvature = _slopes(examples, weights)
        step = solve(curvature, gradient)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
    return tuple(round(weight, 4) for weight in weights)


def fit_urgency(examples: Sequence[tuple[frozenset[str], bool]]) -> dict[str, float]:
    """The weights of the urgency model, by stochastic gradient; True marks an urgent message."""
    weights: dict[str, float] = {BIAS: -2.0}
    order = list(examples)
    chance = Random(_SEED)  # noqa: S311 - the order of training is no secret
    for number in range(_PASSES):
        chance.shuffle(order)
        for features_, urgent in order:
            names = without_signs(features_) if chance.random() < _SIGNS_HIDDEN else features_
            _learn(weights, names, urgent=urgent, speed=_SPEED / (1 + number))
    return weights


def _learn(weights: dict[str, float], names: frozenset[str], *, urgent: bool, speed: float) -> None:
    miss = (urgent - urgency(names, weights)) * (_URGENT_WEIGHT if urgent else 1.0) * speed
    weights[BIAS] += miss / 10
    push = miss / sqrt(len(names) + 1)
    for name in names:
        weights[name] = weights.get(name, 0.0) * (1 - _FADE) + push


def _slopes(examples: Sequence[Case], weights: Sequence[float]) -> tuple[list[float], list[list[float]]]:
    size = len(weights)
    gradient = [-_RIDGE * weight for weight in weights]
    curvature = [[_RIDGE if row == column else 0.0 for column in range(size)] for row in range(size)]
    for case in examples:
        chance = sigmoid(sum(w * x for w, x in zip(weights, case.row, strict=True)))
        miss = case.weight * (case.right - chance)
        bend = case.weight * chance * (1 - chance)
        for i, x in enumerate(case.row):
            gradient[i] += miss * x
            line, pull = curvature[i], bend * x
            for j in range(size):
                line[j] += pull * case.row[j]
    return gradient, curvature


def solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of a square system of linear equations (Gauss with the largest pivot)."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for place in range(size):
        largest = max(range(place, size), key=lambda at: abs(rows[at][place]))
        rows[place], rows[largest] = rows[largest], rows[place]
        for other in range(size):
            if other != place:
                factor = rows[other][place] / rows[place][place]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[place], strict=True)]
    return [rows[place][size] / rows[place][place] for place in range(size)]
