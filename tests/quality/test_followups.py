"""Floors of the decisions on follow-ups. They only rise: a change that falls below one is a step back."""

import pytest

from bot.faq.matching.model import DecisionKind
from tests.quality.followups import FOLLOW_UPS, changes, outcomes, records


def results(expect: str, *, whole: bool) -> list[str]:
    return [result for record, _, result in outcomes(whole=whole) if record["expect"] == expect]


def test_there_are_enough_follow_ups_in_both_languages() -> None:
    texts = {(record["text"], record["after"]) for record in records(FOLLOW_UPS)}
    assert len(texts) == len(records(FOLLOW_UPS)) >= 200
    for language in ("kk", "ru"):
        assert sum(record["lang"] == language for record in records(FOLLOW_UPS)) >= 80


@pytest.mark.parametrize(("whole", "floor"), [(False, 0.96), (True, 0.86)])
def test_most_follow_ups_are_shown_their_topic(whole: bool, floor: float) -> None:
    found = results("topic", whole=whole)
    assert found.count("right") >= floor * len(found)


@pytest.mark.parametrize(("whole", "ceiling"), [(False, 0), (True, 1)])
def test_hardly_a_follow_up_is_answered_with_a_wrong_topic(whole: bool, ceiling: int) -> None:
    found = results("topic", whole=whole) + results("handover", whole=whole)
    assert found.count("wrong") <= ceiling


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("expect", ["related", "any", "courtesy", "staff"])
def test_what_asks_for_no_new_topic_is_always_heard(expect: str, whole: bool) -> None:
    assert set(results(expect, whole=whole)) == {"right"}


@pytest.mark.parametrize("whole", [False, True])
def test_what_no_topic_answers_goes_to_a_person(whole: bool) -> None:
    found = results("handover", whole=whole)
    assert found.count("right") >= 0.94 * len(found)


@pytest.mark.parametrize("whole", [False, True])
def test_the_topic_just_shown_is_never_shown_again_because_of_context(whole: bool) -> None:
    for record, decision, _ in outcomes(whole=whole):
        assert (
            decision.kind is DecisionKind.ANSWER
            or record["after"] not in decision.topics
            or (record["expect"] == "urgent")
        )


@pytest.mark.parametrize(("whole", "most"), [(False, 30), (True, 16)])
def test_a_question_that_stands_on_its_own_keeps_its_decision(whole: bool, most: int) -> None:
    found = {kinds: count for kinds, count in changes(whole=whole).items() if kinds[0] != "all"}
    assert set(found) <= {("handover", "choose"), ("choose", "choose")}
    assert sum(found.values()) <= most
