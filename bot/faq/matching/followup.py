"""
Follow-ups: short messages that are understood only after the topic shown last («а сколько стоит?»).

Three things are decided here: whether a message leans on what went before, which topics are kin to the last
one, and how surely a topic is meant by somebody who has just read another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bot.faq.matching.confidence import FEATURES, features, sigmoid
from bot.faq.matching.index import Match, Query, fit
from bot.faq.matching.model import DecisionKind, MatchingContent
from bot.faq.matching.wordlists import Reading, WordLists

FOLLOW_UP_FEATURES = (*FEATURES, "kin", "shown", "lead_kin")
"""`kin`: near the last topic in the catalogue; `shown`: the last topic itself; `lead_kin`: ahead of kin."""

UNANSWERED = "?"  # in front of the name of a topic that is not written yet
_PREFIX = "follow."
_FIRST = _PREFIX + "first"
_LAST = _PREFIX + "last"
_POINTER = _PREFIX + "pointer"
_MORE = _PREFIX + "more"
_LONGEST = 9
_MOST_WITH_SIGN = 3
_MOST_ALONE = 2
_SIGNED_KIN_AT = 0.15
_OFFER_AT = 0.2
_INSTEAD_AT = 0.5
_NEVER = 2.0


class Leaning(Enum):
    """How a message leans on the topic shown last."""

    NOT = auto()
    MORE = auto()  # asks for nothing but more: «подробнее», «ал сосын?»
    ASKS = auto()  # names something of its own: «ал құжат ше?»


@dataclass(frozen=True)
class Lean:
    """A message as a continuation."""

    kind: Leaning
    signed: bool  # begins, ends or points like a continuation
    own: tuple[str, ...]  # the words that say what it is about


@dataclass(frozen=True)
class Context:
    """The topic shown last, and what a follow-up on it is weighed with."""

    after: str
    kin: frozenset[str]


class FollowUps:
    """Knows the words that lean on something (lists `follow.*`) and what stands near each topic."""

    def __init__(self, content: MatchingContent, labels: Iterable[str]) -> None:
        self._lists = WordLists({n: e for n, e in content.words.items() if n.startswith(_PREFIX)})
        self._related = content.related
        self._groups = content.groups
        self._topics = frozenset(content.phrasings)
        self._by_kind: dict[str, set[str]] = {}
        for label in labels:
            for kind in self._kinds(label.removeprefix(UNANSWERED)):
                self._by_kind.setdefault(kind, set()).add(label)

    def _kinds(self, topic: str) -> tuple[str, ...]:
        """The chapter of a topic and the first part of its id: editors put into it what belongs together."""
        group, family = self._groups.get(topic), topic.partition(".")[0] if "." in topic else ""
        return tuple(
            name for name in (f"group {group}" if group else "", f"family {family}" if family else "") if name
        )

    def lean(self, sounds: Sequence[str]) -> Lean:
        """How a message leans on what went before; `sounds` are its words as skeletons."""
        reading = self._lists.read(sounds)
        covered = _covered(reading)
        own = tuple(sound for place, sound in enumerate(sounds) if place not in covered)
        signed = _is_signed(reading, len(sounds))
        if not 0 < len(sounds) <= _LONGEST or len(own) > (_MOST_WITH_SIGN if signed else _MOST_ALONE):
            return Lean(Leaning.NOT, signed, own)
        if own:
            return Lean(Leaning.ASKS, signed, own)
        return Lean(Leaning.MORE if signed or reading.places(_MORE) else Leaning.NOT, signed, own)

    def kin(self, topic: str) -> frozenset[str]:
        """Labels of the same chapter or family as a topic, and those that are read beside it."""
        near = set().union(*(self._by_kind.get(kind, ()) for kind in self._kinds(topic)))
        return frozenset(near.union(self._related.get(topic, ()), self._that_point_at(topic)) - {topic})

    def beside(self, topic: str) -> list[str]:
        """
        Written topics to offer to somebody who has read this one, best first.

        First what its editors put beside it, then what they put it beside, then the rest of its chapter.
        """
        chapter = [other for other, group in self._groups.items() if group == self._groups.get(topic)]
        order = dict.fromkeys((*self._related.get(topic, ()), *self._that_point_at(topic), *chapter))
        return [other for other in order if other in self._topics and other != topic]

    def _that_point_at(self, topic: str) -> list[str]:
        return [other for other, related in self._related.items() if topic in related]


def _covered(reading: Reading) -> set[int]:
    return {
        place
        for name in reading.found
        for span in reading.places(name)
        for place in range(span.start, span.end)
    }


def _is_signed(reading: Reading, length: int) -> bool:
    """Whether a message begins, ends or points like a continuation."""
    return (
        any(span.start == 0 for span in reading.places(_FIRST))
        or any(span.end == length for span in reading.places(_LAST))
        or bool(reading.places(_POINTER))
    )


def follow_bar(lean: Lean, own: DecisionKind, *, kin: bool) -> float:
    """
    How surely a topic must be meant to be offered as a follow-up; `own`: what would be done without context.

    Without the sign of a continuation a message more likely begins something new.
    """
    if lean.signed:
        return _SIGNED_KIN_AT if kin else _OFFER_AT
    if not kin:
        return _NEVER
    return _INSTEAD_AT if own is DecisionKind.CHOOSE else _OFFER_AT


def follow_up_features(query: Query, match: Match, context: Context) -> tuple[float, ...]:
    """The numbers the model weighs, in the order of FOLLOW_UP_FEATURES."""
    near = match.label in context.kin
    rivals = (fit(other) for other in query.matches if other is not match and other.label in context.kin)
    lead = fit(match) - max(rivals, default=0.0) if near else 0.0
    shown = match.label.removeprefix(UNANSWERED) == context.after.removeprefix(UNANSWERED)
    return (*features(query, match), float(near), float(shown), lead)


def follow_up_confidence(query: Query, match: Match, context: Context, weights: Sequence[float]) -> float:
    """The chance, 0 to 1, that somebody who has just read the last topic asks for this label."""
    values = follow_up_features(query, match, context)
    return sigmoid(sum(weight * value for weight, value in zip(weights, values, strict=True)))
