"""
How good the decisions on follow-ups are: `python -m tests.quality.followups`.

A line of followups.jsonl has the topic shown last (`after`) and what should happen: `topic` (one of `gold` or `also_ok`
is offered or answered), `related` (two or three other topics are offered), `any` (anything but an answer),
`handover`, `courtesy`, `staff`, `urgent`. Lines with even numbers were set aside while the program was written.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product
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

_MERGED = {"keta": "visa_free", "contacts": "safety", "fraud": "safety"}


def as_if_written(content: MatchingContent) -> MatchingContent:
    """The content as it will be once every topic of the bank has its text: how well does all this generalise?"""
    ways = {topic: list(texts) for topic, texts in content.phrasings.items()}
    for example in content.bank:
        if example.topic:
            ways.setdefault(example.topic, []).append(example.text)
    return replace(
        content,
        phrasings={topic: tuple(dict.fromkeys(texts)) for topic, texts in ways.items()},
        bank=tuple(example for example in content.bank if not example.topic),
        groups={topic: _group(topic) for topic in ways} | dict(content.groups),
    )


def _group(topic: str) -> str:
    family = topic.partition(".")[0]
    return "eps_kz" if topic.startswith("eps.kazakhstan") else _MERGED.get(family, family)


@cache
def matcher(*, whole: bool) -> Matcher:
    """Ready for the content of today or, `whole`, for all topics as if they were written."""
    content = load_matching_content(locales_dir())
    return Matcher.build(as_if_written(content) if whole else content)


@cache
def records(path: Path) -> tuple[Record, ...]:
    return tuple(json.loads(line) for line in path.read_text("utf-8").splitlines())


def outcomes(*, whole: bool, aside: bool | None = None) -> Iterator[tuple[Record, Decision, str]]:
    """Every follow-up whose last topic is written, the decision and its outcome; `aside`: only that half."""
    content = load_matching_content(locales_dir())
    written = (as_if_written(content) if whole else content).phrasings
    for record in records(FOLLOW_UPS):
        if record["after"] in written and aside in {None, int(record["id"][-4:]) % 2 == 0}:
            decision = matcher(whole=whole).decide(record["text"], record["after"])
            yield record, decision, outcome(record, decision, written)


def outcome(record: Record, decision: Decision, written: Iterable[str]) -> str:
    """right, open (a person gets it), needless (an offer of nothing useful) or wrong (answered outright, or not heard)."""
    accepted = {*record["gold"], *record["also_ok"]}
    expect = record["expect"]
    if expect == "topic" and not accepted & set(written):
        expect = "handover"
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


def changes(*, whole: bool, seed: int = 1) -> Counter[tuple[str, str]]:
    """Decisions on questions that stand on their own, by kind, without and with a topic drawn by lot before them."""
    ready = matcher(whole=whole)
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
    for whole, aside in product((False, True), (False, True)):
        rows = list(outcomes(whole=whole, aside=aside))
        sys.stdout.write(
            f"{'all topics as if written' if whole else 'today'}, {'set aside' if aside else 'tuned on'}\n"
        )
        for part in _BY_EXPECTATION:
            counts = Counter(result for record, _, result in rows if record["expect"] == part)
            sys.stdout.write(f"  {part}: {dict(counts)}\n")
    for whole in (False, True):
        sys.stdout.write(f"changed by a topic drawn by lot: {dict(changes(whole=whole))}\n")


if __name__ == "__main__":
    report()
