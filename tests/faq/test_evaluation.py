from collections.abc import Callable, Sequence
from typing import Any

import pytest

from bot.faq.evaluation import Labelled, Outcome, Share, evaluate, score
from bot.faq.matching.model import Decision, DecisionKind
from bot.faq.model import Status, Topic

ANSWER, CHOOSE, HANDOVER, URGENT, COURTESY = (
    DecisionKind.ANSWER,
    DecisionKind.CHOOSE,
    DecisionKind.HANDOVER,
    DecisionKind.URGENT,
    DecisionKind.COURTESY,
)
RIGHT, ASSISTED, OPEN, WRONG = Outcome.RIGHT, Outcome.ASSISTED, Outcome.OPEN, Outcome.WRONG


def topic(name: str, status: Status = Status.ANSWER) -> Topic:
    return Topic(name, "g", status, (), sensitive=False, urgent=False, related=())


TOPICS = {
    "a": topic("a"),
    "b": topic("b"),
    "s": topic("s", Status.STAFF),
    "basics.talk_to_staff": topic("basics.talk_to_staff", Status.ACTION),
}


def record(expect: str, gold: Sequence[str] = (), also_ok: Sequence[str] = (), **more: Any) -> dict[str, Any]:
    return {
        "id": "1",
        "text": "t",
        "lang": "kk",
        "style": [],
        "expect": expect,
        "gold": gold,
        "also_ok": also_ok,
    } | more


def decision(kind: DecisionKind, *topics: str, sure: float = 0.5) -> Decision:
    return Decision(kind, topics, sure, None)


@pytest.mark.parametrize(
    ("asked", "decided", "outcome"),
    [
        (record("answer", ["a"]), decision(ANSWER, "a"), RIGHT),
        (record("answer", ["a"], ["b"]), decision(ANSWER, "b"), RIGHT),
        (record("answer", ["a"]), decision(ANSWER, "b"), WRONG),
        (record("answer", ["a"]), decision(CHOOSE, "b", "a"), ASSISTED),
        (record("answer", ["a"]), decision(CHOOSE, "b", "s"), OPEN),
        (record("answer", ["a"]), decision(HANDOVER), OPEN),
        (record("answer", ["s"]), decision(HANDOVER), RIGHT),
        (record("answer", ["basics.talk_to_staff"]), decision(HANDOVER), RIGHT),
        (record("answer", ["s", "a"]), decision(HANDOVER), OPEN),
        (record("answer", ["unwritten"]), decision(HANDOVER), RIGHT),
        (record("answer", ["unwritten"]), decision(ANSWER, "a"), WRONG),
        (record("answer", ["unwritten"], ["a"]), decision(ANSWER, "a"), RIGHT),
        (record("handover"), decision(ANSWER, "a"), WRONG),
        (record("handover", [], ["a"]), decision(ANSWER, "a"), RIGHT),
        (record("handover"), decision(HANDOVER), RIGHT),
        (record("handover"), decision(CHOOSE, "a", "b"), OPEN),
        (record("handover", style=["chit_chat"]), decision(COURTESY), RIGHT),
        (record("handover"), decision(COURTESY), WRONG),
        (record("urgent", ["a"]), decision(URGENT, "b"), RIGHT),
        (record("urgent", ["a"]), decision(ANSWER, "a"), WRONG),
    ],
)
def test_a_decision_is_worth_what_the_rules_say(
    asked: dict[str, Any], decided: Decision, outcome: Outcome
) -> None:
    assert score(Labelled.read(asked), decided, TOPICS).outcome is outcome


def by_text(**decisions: Decision) -> Callable[[str], Decision]:
    return decisions.__getitem__


def test_a_report_counts_answers_alarms_and_outside_questions_apart() -> None:
    records = [
        record("answer", ["a"], text="right"),
        record("answer", ["a"], text="wrong"),
        record("answer", ["unwritten"], text="outside"),
        record("urgent", ["a"], text="found"),
        record("urgent", ["b"], text="missed"),
        record("handover", text="false"),
    ]
    decide = by_text(
        right=decision(ANSWER, "a"),
        wrong=decision(ANSWER, "b", sure=0.9),
        outside=decision(ANSWER, "b", sure=0.8),
        found=decision(URGENT, "a"),
        missed=decision(HANDOVER),
        false=decision(URGENT),
    )
    report = evaluate(records, decide, TOPICS)
    assert report.wrong_outright == Share(2, 3)
    assert report.outside_answered == Share(1, 2)
    assert report.inside_right == Share(1, 2)
    assert report.urgent_found == Share(1, 2)
    assert report.urgent_topic_fits == Share(1, 1)
    assert report.false_alarms == Share(1, 4)


def test_the_boldest_error_is_listed_first() -> None:
    records = [record("handover", text="mild", id="x1"), record("handover", text="bold", id="x2")]
    decide = by_text(mild=decision(ANSWER, "a", sure=0.6), bold=decision(ANSWER, "a", sure=0.99))
    errors = evaluate(records, decide, TOPICS).lines()[-2:]
    assert ["x2" in errors[0], "x1" in errors[1]] == [True, True]


def test_every_language_and_style_has_its_line() -> None:
    records = [
        record("handover", text="t", lang="kk", style=["typos"]),
        record("handover", text="t", lang="ru"),
    ]
    lines = evaluate(records, by_text(t=decision(HANDOVER)), TOPICS).lines()
    assert {"language kk", "language ru", "style typos", "style plain"} <= {
        line[:24].strip() for line in lines
    }


def test_an_empty_question_set_has_a_report() -> None:
    assert evaluate([], by_text(), TOPICS).lines()


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(0, 149, 0.0, 0.0252), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (0, 0, 0.0, 1.0)],
)
def test_the_bounds_are_those_of_wilson(part: int, whole: int, low: float, high: float) -> None:
    assert Share(part, whole).bounds == pytest.approx((low, high), abs=2e-4)


@pytest.mark.parametrize("broken", [{}, {"text": "t", "expect": "perhaps"}, {"expect": "answer"}])
def test_a_line_without_a_label_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises((KeyError, ValueError)):
        Labelled.read(broken)
