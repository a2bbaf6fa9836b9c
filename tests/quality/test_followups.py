"""
Floors of the decisions on follow-ups: a change that falls below one is a step back.

They were set anew, to what was measured and a little room, when all topics had got answers. From here they only rise,
and the ceilings only fall.
"""

import pytest

from bot.faq.matching.model import DecisionKind
from tests.quality.followups import FOLLOW_UPS, changes, outcomes, records


def results(expect: str) -> list[str]:
    return [result for record, _, result in outcomes() if record["expect"] == expect]


def test_there_are_enough_follow_ups_in_both_languages() -> None:
    texts = {(record["text"], record["after"]) for record in records(FOLLOW_UPS)}
    assert len(texts) == len(records(FOLLOW_UPS)) >= 200
    for language in ("kk", "ru"):
        assert sum(record["lang"] == language for record in records(FOLLOW_UPS)) >= 80


def test_most_follow_ups_are_shown_their_topic() -> None:
    found = results("topic")
    assert found.count("right") >= 0.93 * len(found)


def test_hardly_a_follow_up_is_answered_with_a_wrong_topic() -> None:
    found = results("topic") + results("handover")
    assert found.count("wrong") <= 3


def test_what_only_the_last_topic_made_an_answer_is_right() -> None:
    made = [
        result
        for (_, alone, _), (_, decision, result) in zip(outcomes(context=False), outcomes(), strict=True)
        if decision.kind is DecisionKind.ANSWER and decision != alone
    ]
    assert len(made) >= 9
    assert set(made) == {"right"}


@pytest.mark.parametrize("expect", ["related", "any", "courtesy", "staff"])
def test_what_asks_for_no_new_topic_is_always_heard(expect: str) -> None:
    assert set(results(expect)) == {"right"}


def test_urgent_messages_are_heard_after_another_topic_but_for_the_one_known() -> None:
    assert results("urgent").count("right") >= len(results("urgent")) - 1


def test_what_no_topic_answers_goes_to_a_person() -> None:
    found = results("handover")
    assert found.count("right") >= 0.68 * len(found)


def test_the_topic_just_shown_is_never_shown_again_because_of_context() -> None:
    for (record, alone, _), (_, decision, _) in zip(outcomes(context=False), outcomes(), strict=True):
        assert decision == alone or record["after"] not in decision.topics


def test_a_question_that_stands_on_its_own_keeps_its_decision() -> None:
    found = {kinds: count for kinds, count in changes().items() if kinds[0] != "all"}
    assert set(found) <= {("handover", "choose"), ("choose", "choose")}
    assert sum(found.values()) <= 14
