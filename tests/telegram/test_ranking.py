import asyncio
import threading
from collections.abc import AsyncIterator, Callable

import pytest
from structlog.testing import capture_logs

from bot.background import Background
from bot.faq.matching.model import Decision, DecisionKind
from bot.telegram import ranking as module
from bot.telegram.answering import NO_DECISION
from bot.telegram.ranking import AT_ONCE, Ranking

ANSWER = Decision(DecisionKind.ANSWER, ("a.b",), 0.9, None)


@pytest.fixture
async def background() -> AsyncIterator[Background]:
    made = Background()
    yield made
    await made.close()


def ranking(
    background: Background, decide: Callable[[str, str | None], Decision], woken: asyncio.Event
) -> Ranking:
    return Ranking(decide, background, woken.set)


async def test_a_decision_is_made_once_beside_everything_else(background: Background) -> None:
    seen: list[tuple[str, str | None, bool]] = []

    def decide(words: str, after: str | None) -> Decision:
        seen.append((words, after, threading.current_thread() is threading.main_thread()))
        return ANSWER

    woken = asyncio.Event()
    made = ranking(background, decide, woken)
    assert made.decision((1, 2), lambda: "сұрақ", "a.b") is None
    assert made.decision((1, 2), lambda: "сұрақ", "a.b") is None
    await asyncio.wait_for(woken.wait(), 1)
    assert made.decision((1, 2), lambda: "сұрақ", "a.b") is ANSWER
    assert seen == [("сұрақ", "a.b", False)]


async def test_a_longer_burst_is_another_question(background: Background) -> None:
    woken = asyncio.Event()
    made = ranking(background, lambda words, _after: Decision(DecisionKind.ANSWER, (words,), 1, None), woken)
    made.decision((1,), lambda: "a", None)
    made.decision((1, 2), lambda: "ab", None)
    await background.finish(1)
    both = [made.decision(key, lambda: "", None) for key in ((1,), (1, 2))]
    assert [one.topics for one in both if one] == [("a",), ("ab",)]


async def test_a_ranking_that_fails_means_that_people_get_the_question(background: Background) -> None:
    def decide(words: str, _after: str | None) -> Decision:
        raise ZeroDivisionError(words)

    woken = asyncio.Event()
    made = ranking(background, decide, woken)
    with capture_logs() as logs:
        made.decision((1,), lambda: "құпия", None)
        await asyncio.wait_for(woken.wait(), 1)
    assert made.decision((1,), lambda: "", None) is NO_DECISION
    assert NO_DECISION.kind is DecisionKind.HANDOVER
    assert "құпия" not in str(logs)


async def test_a_slow_ranking_is_given_up_and_delays_no_other(
    background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST_SECONDS", 0.05)
    release = threading.Event()

    def decide(words: str, _after: str | None) -> Decision:
        if words == "slow":
            release.wait(5)
        return ANSWER

    woken = asyncio.Event()
    made = ranking(background, decide, woken)
    made.decision((1,), lambda: "slow", None)
    made.decision((2,), lambda: "fast", None)
    try:
        await asyncio.wait_for(woken.wait(), 1)
        assert made.decision((2,), lambda: "", None) is ANSWER
        await background.finish(1)
        assert made.decision((1,), lambda: "", None) is NO_DECISION
    finally:
        release.set()


async def test_only_so_many_are_made_at_once(background: Background) -> None:
    release = threading.Event()

    def decide(_words: str, _after: str | None) -> Decision:
        release.wait(5)
        return ANSWER

    made = ranking(background, decide, asyncio.Event())
    keys = [(number,) for number in range(AT_ONCE + 5)]
    for key in keys:
        made.decision(key, lambda: "x", None)
    assert len(background) == AT_ONCE
    release.set()
    await background.finish(5)
    for key in keys:
        made.decision(key, lambda: "x", None)
    await background.finish(5)
    assert all(made.decision(key, lambda: "x", None) is ANSWER for key in keys)


async def test_what_is_done_with_is_forgotten(background: Background) -> None:
    made = ranking(background, lambda _words, _after: ANSWER, asyncio.Event())
    for number in range(50):
        made.decision((number,), lambda: "x", None)
    await background.finish(2)
    made.forget([(number,) for number in range(50)])
    made.forget([(999,)])
    assert (made._started, made._made) == (set(), {})
    assert made.decision((1,), lambda: "x", None) is None
    await background.finish(2)
