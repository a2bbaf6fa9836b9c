"""
How urgent a message sounds: a linear model over its words and the word lists they stand in.

It hears what no pattern foresaw. The patterns of bot.faq.matching.alarm stay the first judge.
"""

from collections.abc import Iterable, Mapping
from math import sqrt

from bot.faq.matching.confidence import sigmoid
from bot.faq.matching.index import stem
from bot.faq.matching.wordlists import Reading

BIAS = ""
_LIST = "#"
_HUNDREDTH = 0.01


def urgency_features(sounds: Iterable[str], reading: Reading) -> frozenset[str]:
    """What the model sees of a message: first letters of its words, names of the lists they stand in."""
    return frozenset(map(stem, sounds)) | {_LIST + name for name in reading.found if name in reading.lists}


def urgency(features: frozenset[str], weights: Mapping[str, float]) -> float:
    """The chance, 0 to 1, that a message is urgent."""
    total = sum(weights.get(feature, 0.0) for feature in features)
    return sigmoid(weights.get(BIAS, 0.0) + total / sqrt(len(features) + 1))


def pack(weights: Mapping[str, float], most: int) -> str:
    """The heaviest weights as text: name and hundredths, sorted by name."""
    named = sorted(
        (item for item in weights.items() if item[0] != BIAS), key=lambda item: (-abs(item[1]), item[0])
    )
    kept = sorted([*named[:most], (BIAS, weights.get(BIAS, 0.0))])
    return " ".join(f"{name}:{round(weight / _HUNDREDTH)}" for name, weight in kept)


def unpack(packed: str) -> dict[str, float]:
    """The weights of a text made by `pack`."""
    pairs = (item.rpartition(":") for item in packed.split())
    return {name: int(weight) * _HUNDREDTH for name, _, weight in pairs}
