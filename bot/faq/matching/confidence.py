"""How sure we may be that a label is what a message asks for: a small logistic model over the signals."""

import math
from collections.abc import Sequence

from bot.faq.matching.index import Match, Query, fit

FEATURES = (
    "bias", "words", "grams", "topic", "nearest", "reverse", "known", "length", "lead_fit", "lead_words",
    "lead_grams", "lead_topic", "both", "votes", "lead_votes", "size", "missed", "strange",
)  # fmt: skip
"""`lead_*`: how far the label is ahead of the best other one (behind: negative)."""


def features(query: Query, match: Match) -> tuple[float, ...]:
    """The numbers the model weighs, in the order of FEATURES."""
    others = [other for other in query.matches if other is not match]
    rival = max(others, key=fit, default=None)
    return (
        1.0,
        match.words,
        match.grams,
        match.topic,
        match.nearest,
        match.reverse,
        query.known,
        math.log(1 + len(query.stems)) / 2,
        fit(match) - (fit(rival) if rival else 0.0),
        match.words - max((other.words for other in others), default=0.0),
        match.grams - max((other.grams for other in others), default=0.0),
        match.topic - max((other.topic for other in others), default=0.0),
        match.nearest * match.reverse,
        match.votes,
        match.votes - max((other.votes for other in others), default=0.0),
        match.size,
        match.missed,
        match.strange,
    )


def confidence(query: Query, match: Match, weights: Sequence[float]) -> float:
    """The chance, 0 to 1, that a person reading the message would pick this label."""
    return sigmoid(sum(weight * value for weight, value in zip(weights, features(query, match), strict=True)))


def sigmoid(value: float) -> float:
    if value < 0:
        power = math.exp(max(value, -700.0))
        return power / (1 + power)
    return 1 / (1 + math.exp(-min(value, 700.0)))
