"""How good the decisions are on labelled questions (labels and scoring: docs/matching.md)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Any

from bot.faq.matching.model import Decision, DecisionKind
from bot.faq.model import Status, Topic

_Z = 1.96  # 95 %
_CHIT_CHAT = "chit_chat"
_STAFF = "basics.talk_to_staff"
_BOLDEST = 20
_TEXT_WIDTH = 70


class Outcome(StrEnum):
    """What a decision was worth."""

    RIGHT = "right"
    ASSISTED = "assisted"
    OPEN = "not answered"
    WRONG = "wrong"


@dataclass(frozen=True)
class Labelled:
    """A question with the outcome it should have."""

    id: str
    text: str
    lang: str
    style: tuple[str, ...]
    expect: DecisionKind
    gold: frozenset[str]
    also_ok: frozenset[str]

    @classmethod
    def read(cls, record: Mapping[str, Any]) -> "Labelled":
        """From one line of a question set. Raises KeyError, ValueError or TypeError where it is none."""
        return cls(
            id=str(record.get("id", "")),
            text=str(record["text"]),
            lang=str(record.get("lang", "")),
            style=tuple(map(str, record.get("style", ()))),
            expect=DecisionKind(record["expect"]),
            gold=frozenset(map(str, record.get("gold", ()))),
            also_ok=frozenset(map(str, record.get("also_ok", ()))),
        )

    @property
    def accepted(self) -> frozenset[str]:
        return self.gold | self.also_ok


@dataclass(frozen=True)
class Scored:
    """A question, the decision on it and what that was worth."""

    question: Labelled
    decision: Decision
    outcome: Outcome
    unwritten: bool  # all its topics are missing from the catalogue: a person should get it

    @property
    def outside(self) -> bool:
        """Whether no topic of the catalogue answers it."""
        return self.unwritten or self.question.expect is DecisionKind.HANDOVER

    @property
    def urgent(self) -> bool:
        return self.question.expect is DecisionKind.URGENT

    @property
    def outright(self) -> bool:
        return self.decision.kind is DecisionKind.ANSWER

    @property
    def shown_fits(self) -> bool:
        return bool(self.question.accepted & set(self.decision.topics))


def evaluate(
    records: Iterable[Mapping[str, Any]], decide: Callable[[str], Decision], topics: Mapping[str, Topic]
) -> "Report":
    """Decide on every labelled question and score it. Raises as Labelled.read does."""
    return Report(
        [score(question, decide(question.text), topics) for question in map(Labelled.read, records)]
    )


def score(question: Labelled, decision: Decision, topics: Mapping[str, Topic]) -> Scored:
    """What a decision is worth, by the rules of the question set."""
    unwritten = question.expect is DecisionKind.ANSWER and not question.gold & set(topics)
    if question.expect is DecisionKind.URGENT:
        outcome = Outcome.RIGHT if decision.kind is DecisionKind.URGENT else Outcome.WRONG
    elif unwritten or question.expect is not DecisionKind.ANSWER:
        outcome = _of_outside(question, decision)
    else:
        outcome = _of_inside(question, decision, topics)
    return Scored(question, decision, outcome, unwritten)


def _of_inside(question: Labelled, decision: Decision, topics: Mapping[str, Topic]) -> Outcome:
    fits = bool(question.accepted & set(decision.topics))
    if decision.kind is DecisionKind.ANSWER:
        return Outcome.RIGHT if decision.topics[0] in question.accepted else Outcome.WRONG
    if decision.kind is DecisionKind.CHOOSE and fits:
        return Outcome.ASSISTED
    if decision.kind is DecisionKind.HANDOVER and all(
        _needs_a_person(topics.get(topic)) for topic in question.gold
    ):
        return Outcome.RIGHT
    return Outcome.OPEN


def _needs_a_person(topic: Topic | None) -> bool:
    return topic is not None and (topic.status is Status.STAFF or topic.id == _STAFF)


def _of_outside(question: Labelled, decision: Decision) -> Outcome:
    fits = bool(question.accepted & set(decision.topics))
    match decision.kind:
        case DecisionKind.ANSWER:
            return Outcome.RIGHT if decision.topics[0] in question.accepted else Outcome.WRONG
        case DecisionKind.HANDOVER:
            return Outcome.RIGHT
        case DecisionKind.COURTESY:
            harmless = _CHIT_CHAT in question.style or question.expect is DecisionKind.COURTESY
            return Outcome.RIGHT if harmless else Outcome.WRONG
        case _:
            return Outcome.ASSISTED if fits else Outcome.OPEN


@dataclass(frozen=True)
class Share:
    """So many of so many, with the 95 % bounds of Wilson."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        return self.part / self.whole if self.whole else 0.0

    @property
    def bounds(self) -> tuple[float, float]:
        if not self.whole:
            return (0.0, 1.0)
        centre = self.value + _Z**2 / (2 * self.whole)
        reach = _Z * sqrt(self.value * (1 - self.value) / self.whole + _Z**2 / (4 * self.whole**2))
        scale = 1 + _Z**2 / self.whole
        return (max(0.0, (centre - reach) / scale), min(1.0, (centre + reach) / scale))

    def __str__(self) -> str:
        low, high = self.bounds
        return f"{self.part}/{self.whole} = {self.value:.1%} (95 %: {low:.1%} to {high:.1%})"


@dataclass(frozen=True)
class Report:
    """All scored questions and what follows from them."""

    scored: Sequence[Scored]

    @property
    def wrong_outright(self) -> Share:
        """Wrong ones among all outright answers."""
        outright = [one for one in self.scored if one.outright and not one.urgent]
        return Share(sum(one.outcome is Outcome.WRONG for one in outright), len(outright))

    @property
    def outside_answered(self) -> Share:
        """Questions that no topic answers, answered outright and wrongly."""
        outside = [one for one in self.scored if one.outside]
        return Share(sum(one.outright and one.outcome is Outcome.WRONG for one in outside), len(outside))

    @property
    def inside_right(self) -> Share:
        """Questions that a topic answers, answered right at once."""
        inside = self._inside()
        return Share(sum(one.outcome is Outcome.RIGHT for one in inside), len(inside))

    @property
    def inside_helped(self) -> Share:
        """Questions that a topic answers, right at once or with the right topic among the choices."""
        inside = self._inside()
        return Share(sum(one.outcome in {Outcome.RIGHT, Outcome.ASSISTED} for one in inside), len(inside))

    @property
    def urgent_found(self) -> Share:
        urgent = [one for one in self.scored if one.urgent]
        return Share(sum(one.outcome is Outcome.RIGHT for one in urgent), len(urgent))

    @property
    def urgent_topic_fits(self) -> Share:
        """Urgent ones found whose shown topics hold an accepted one."""
        found = [one for one in self.scored if one.urgent and one.outcome is Outcome.RIGHT]
        return Share(sum(one.shown_fits for one in found), len(found))

    @property
    def false_alarms(self) -> Share:
        calm = [one for one in self.scored if not one.urgent]
        return Share(sum(one.decision.kind is DecisionKind.URGENT for one in calm), len(calm))

    @property
    def swallowed(self) -> Share:
        """Questions taken for courtesy."""
        asked = [one for one in self.scored if _CHIT_CHAT not in one.question.style]
        return Share(sum(one.decision.kind is DecisionKind.COURTESY for one in asked), len(asked))

    def _inside(self) -> list[Scored]:
        return [one for one in self.scored if not one.outside and not one.urgent]

    def lines(self) -> list[str]:
        """The report as plain text, aligned."""
        return [*_table(self.slices()), "", *self._shares(), "", *self._boldest()]

    def slices(self) -> Iterator[tuple[str, list[Scored]]]:
        """Named parts of the question set."""
        calm = [one for one in self.scored if not one.urgent]
        yield "all but urgent", calm
        yield "a topic answers", self._inside()
        yield "no topic written yet", [one for one in calm if one.unwritten]
        yield "outside", [one for one in calm if one.outside and not one.unwritten]
        for lang in sorted({one.question.lang for one in calm}):
            yield f"language {lang}", [one for one in calm if one.question.lang == lang]
        yield "style plain", [one for one in calm if not one.question.style]
        for style in sorted({style for one in calm for style in one.question.style}):
            yield f"style {style}", [one for one in calm if style in one.question.style]

    def _shares(self) -> Iterator[str]:
        shares = {
            "right at once, where a topic answers": self.inside_right,
            "right at once or among the choices": self.inside_helped,
            "wrong among outright answers": self.wrong_outright,
            "outside questions answered outright": self.outside_answered,
            "urgent found": self.urgent_found,
            "urgent with a fitting topic": self.urgent_topic_fits,
            "false alarms": self.false_alarms,
            "questions taken for courtesy": self.swallowed,
        }
        width = max(map(len, shares))
        return (f"{name:<{width}}  {share}" for name, share in shares.items())

    def _boldest(self) -> Iterator[str]:
        errors = [one for one in self.scored if one.outcome is Outcome.WRONG]
        if errors:
            yield "the boldest errors"
        for one in sorted(errors, key=lambda one: one.decision.confidence, reverse=True)[:_BOLDEST]:
            decision = one.decision
            shown = " ".join((decision.kind.value, *decision.topics))
            yield f"{decision.confidence:.2f}  {one.question.id}  {shown}  {one.question.text[:_TEXT_WIDTH]}"


def _table(slices: Iterable[tuple[str, Sequence[Scored]]]) -> Iterator[str]:
    """Each slice with the shares of its outcomes and, in brackets, their 95 % bounds."""
    yield f"{'in %, with 95 % bounds':<24}{'n':>5}" + "".join(f"{outcome.value:>18}" for outcome in Outcome)
    for name, part in slices:
        shares = (Share(sum(one.outcome is outcome for one in part), len(part)) for outcome in Outcome)
        yield f"{name:<24}{len(part):>5}" + "".join(f"{_cell(share):>18}" for share in shares)


def _cell(share: "Share") -> str:
    low, high = share.bounds
    return f"{share.value:.1%} ({100 * low:.0f}-{100 * high:.0f})"
