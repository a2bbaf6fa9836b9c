"""
How good the decisions on follow-ups are: `python -m tests.quality.followups`.

A line of followups.jsonl has the topic shown last (`after`) and what should happen: `topic` (one of `gold` or `also_ok`
is offered or answered), `related` (two or three other topics are offered), `any` (anything but an answer),
`handover`, `courtesy`, `staff`, `urgent`. Lines with even numbers were set aside while the program was written.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bot.faq.matching.matcher import STAFF, Matcher
from bot.faq.matching.model import Decision, DecisionKind, MatchingContent
from bot.files.phrasings import load_matching_content
from bot.files.place import locales_dir

FOLLOW_UPS = Path(__file__).parent / "followups.jsonl"
QUESTIONS = Path(__file__).parent / "dev.jsonl"
Record = dict[str, Any]


@cache
def content() -> MatchingContent:
    return load_matching_content(locales_dir())


@cache
def matcher() -> Matcher:
    return Matcher.build(content())


@cache
def records(path: Path) -> tuple[Record, ...]:
    return tuple(json.loads(line) for line in path.read_text("utf-8").splitlines())


def outcomes(*, aside: bool | None = None, context: bool = True) -> Iterator[tuple[Record, Decision, str]]:
    """
    Every follow-up, the decision on it and its outcome.

    `aside`: only that half. Without `context` the last topic is kept from the program.
    """
    for record in records(FOLLOW_UPS):
        if aside in {None, int(record["id"][-4:]) % 2 == 0}:
            decision = matcher().decide(record["text"], record["after"] if context else None)
            yield record, decision, outcome(record, decision)


def outcome(record: Record, decision: Decision) -> str:
    """right, open (a person gets it), needless (an offer of nothing useful) or wrong (answered outright, or not heard)."""
    accepted = {*record["gold"], *record["also_ok"]}
    expect = record["expect"]
    if decision.kind is DecisionKind.ANSWER and not accepted & set(decision.topics) and expect != "staff":
        return "wrong"
    return _BY_EXPECTATION[expect](record, decision, accepted)


def _topic(record: Record, decision: Decision, accepted: set[str]) -> str:
    if accepted & set(decision.topics):
        return "right"
    return "open" if decision.kind is DecisionKind.HANDOVER else "needless"


def _related(record: Record, decision: Decision, accepted: set[str]) -> str:
    if decision.kind is DecisionKind.HANDOVER:
        return "open"
    return "right" if record["after"] not in decision.topics else "needless"


def _handover(record: Record, decision: Decision, accepted: set[str]) -> str:
    if accepted & set(decision.topics) or decision.kind is DecisionKind.HANDOVER:
        return "right"
    return "needless" if decision.kind is DecisionKind.CHOOSE else "wrong"


def _is(
    kind: DecisionKind, topics: tuple[str, ...] | None = None
) -> Callable[[Record, Decision, set[str]], str]:
    def judge(record: Record, decision: Decision, accepted: set[str]) -> str:
        return "right" if decision.kind is kind and topics in {None, decision.topics} else "wrong"

    return judge


_BY_EXPECTATION: dict[str, Callable[[Record, Decision, set[str]], str]] = {
    "topic": _topic,
    "related": _related,
    "any": lambda record, decision, accepted: "right",
    "handover": _handover,
    "courtesy": _is(DecisionKind.COURTESY),
    "urgent": _is(DecisionKind.URGENT),
    "staff": _is(DecisionKind.ANSWER, (STAFF,)),
}


def changes(*, seed: int = 1) -> Counter[tuple[str, str]]:
    """Decisions on questions that stand on their own, by kind, without and with a topic drawn by lot before them."""
    ready = matcher()
    chance = Random(seed)
    topics = sorted({label for label in ready.index.labels if label[0].isalpha()})
    found: Counter[tuple[str, str]] = Counter()
    for record in records(QUESTIONS):
        before = ready.decide(record["text"])
        after = ready.decide(record["text"], chance.choice(topics))
        if before != after:
            found[before.kind.value, after.kind.value] += 1
        found["all", before.kind.value] += 1
    return found


def report() -> None:
    """Print the figures of docs/matching.md: what became of the follow-ups, and of questions that stand on their own."""
    for aside in (False, True):
        for context in (False, True):
            rows = list(outcomes(aside=aside, context=context))
            half, how = "set aside" if aside else "tuned on", "with" if context else "without"
            sys.stdout.write(f"{half}, {how} the last topic\n")
            for part in _BY_EXPECTATION:
                counts = Counter(result for record, _, result in rows if record["expect"] == part)
                sys.stdout.write(f"  {part}: {dict(counts)}\n")
    for seed in (1, 2, 3):
        sys.stdout.write(f"changed by a topic drawn by lot: {dict(changes(seed=seed))}\n")


if __name__ == "__main__":
    report()
