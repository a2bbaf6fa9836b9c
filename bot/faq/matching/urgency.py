"""
How urgent a message sounds: a linear model over its words and the word lists they stand in.

It hears what no pattern foresaw. The patterns of bot.faq.matching.alarm stay the first judge.
"""

from collections.abc import Iterable, Mapping
from math import log, sqrt

from bot.faq.matching.confidence import sigmoid
from bot.faq.matching.index import stem
from bot.faq.matching.wordlists import Reading

BIAS = ""
_LIST = "#"
_SIGN = "!"
_HUNDREDTH = 0.01
_HEARD = 1.0
_ALARMING = 0.15
_CALM = 0.08
_SUPPOSED = 1.0


def urgency_features(sounds: Iterable[str], reading: Reading, signs: Iterable[str]) -> frozenset[str]:
    """
    What the model sees of a message: first letters of its words, names of the lists they stand in.

    `signs` are what the patterns say (Alarms.signs).
    """
    lists = {_LIST + name for name in reading.found if name in reading.lists}
    return frozenset(map(stem, sounds)) | lists | {_SIGN + sign for sign in signs}


def without_signs(features: frozenset[str]) -> frozenset[str]:
    """What the model would see had no pattern foreseen the message."""
    return frozenset(name for name in features if not name.startswith(_SIGN))


def urgency(features: frozenset[str], weights: Mapping[str, float]) -> float:
    """The chance, 0 to 1, that a message is urgent."""
    total = sum(weights.get(feature, 0.0) for feature in features)
    return sigmoid(weights.get(BIAS, 0.0) + total / sqrt(len(features) + 1))


def weigh(heard: float, alarming: float, calm: float, *, supposed: bool) -> float:
    """
    How surely a message is urgent that sounds so (`heard`) and is like urgent and like calm examples.

    The shares were found by logistic regression on the bank, the patterns hidden.
    """
    return sigmoid(
        _HEARD * _logit(heard)
        + _ALARMING * _logit(alarming)
        - _CALM * _logit(calm)
        - (_SUPPOSED if supposed else 0.0)
    )


def _logit(chance: float) -> float:
    bounded = min(max(chance, 0.01), 0.99)
    return log(bounded / (1 - bounded))


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
