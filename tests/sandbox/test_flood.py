"""Flood limits."""

import pytest

from bot.sandbox.flood import EVERYWHERE, FloodControl, Limits
from bot.sandbox.refusal import RefusalError
from tests.sandbox.wire import HandClock


def sent(flood: FloodControl, clock: HandClock, chat_id: int, method: str = "sendMessage") -> int:
    """The seconds to wait; 0 when it went through."""
    try:
        flood.admit(method, chat_id, clock.now())
    except RefusalError as refusal:
        return refusal.parameters["retry_after"]
    return 0


def test_thirty_a_second_pass_and_the_next_one_waits(clock: HandClock) -> None:
    flood = FloodControl(Limits())
    assert [sent(flood, clock, chat_id) for chat_id in range(1, 31)] == [0] * 30
    assert sent(flood, clock, 31) == 1
    clock.move(1)
    assert sent(flood, clock, 31) == 0


def test_a_person_gets_a_short_burst_and_then_one_a_second(clock: HandClock) -> None:
    flood = FloodControl(Limits(private_burst=3))
    assert [sent(flood, clock, 1) for _ in range(4)] == [0, 0, 0, 1]
    assert sent(flood, clock, 2) == 0
    clock.move(1)
    assert sent(flood, clock, 1) == 0
    assert sent(flood, clock, 1) == 1
    clock.move(10)
    assert [sent(flood, clock, 1) for _ in range(4)] == [0, 0, 0, 1]


def test_a_group_gets_twenty_a_minute(clock: HandClock) -> None:
    flood = FloodControl(Limits())
    for _ in range(20):
        assert sent(flood, clock, -5) == 0
        clock.move(1)
    assert sent(flood, clock, -5) == 40
    clock.move(40)
    assert sent(flood, clock, -5) == 0


def test_who_comes_back_too_early_is_written_down(clock: HandClock) -> None:
    flood = FloodControl(Limits(private_burst=1))
    sent(flood, clock, 1)
    assert sent(flood, clock, 1) == 1
    assert flood.violations == []
    clock.move(0.25)
    assert sent(flood, clock, 1) == 1
    assert [(found.lane, found.after, found.remaining) for found in flood.violations] == [(1, 0.25, 0.75)]
    flood.clear()
    assert flood.violations == []


def test_an_overall_429_holds_every_chat(clock: HandClock) -> None:
    flood = FloodControl(Limits(overall=1))
    sent(flood, clock, 1)
    assert sent(flood, clock, 2) == 1
    sent(flood, clock, -3)
    assert [(found.chat_id, found.lane) for found in flood.violations] == [(-3, EVERYWHERE)]


@pytest.mark.parametrize("method", ["sendChatAction", "answerCallbackQuery", "deleteMessage", "getUpdates"])
def test_what_is_no_message_is_not_counted(clock: HandClock, method: str) -> None:
    flood = FloodControl(Limits(overall=1, private_burst=1))
    assert [sent(flood, clock, 1, method) for _ in range(5)] == [0] * 5


def test_without_limits_nothing_waits(clock: HandClock) -> None:
    flood = FloodControl(None)
    assert [sent(flood, clock, 1) for _ in range(500)] == [0] * 500
