"""The pace of the sender, and its silence when Telegram asks for it or cannot be reached."""

import asyncio
import math
from functools import partial
from types import SimpleNamespace

import pytest
from structlog.testing import capture_logs

from bot.mail.model import Lane
from bot.mail.pacing import GROUP_LIMIT, GROUP_RESERVE
from bot.telegram import sender as module
from tests.support.api import NOT_SENT, refused
from tests.support.people import STAFF_GROUP, SVETLANA
from tests.support.sending import WHISPER, SendingWorks, row


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_IDLE_SECONDS", 0.005)


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A steady clock that only the test moves."""
    made = SimpleNamespace(now=1000.0)
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: made.now))
    return made


@pytest.mark.usefixtures("steady")
async def test_a_flood_limit_of_a_private_chat_holds_everybody(steady: SimpleNamespace) -> None:
    works = SendingWorks(row("a"), script=(refused(429, "Too Many Requests", retry_after=3),))
    with capture_logs():
        async with works.running():
            await works.until(lambda: len(works.outbox.settled) == 1)
            works.outbox.add(row("b", SVETLANA), row("s", STAFF_GROUP, lane=Lane.STAFF))
            works.sender.wake()
            await asyncio.sleep(0.03)
            assert works.texts == ["a"]
            steady.now += 2.9
            works.clock.pass_(2.9)
            await asyncio.sleep(0.03)
            assert works.texts == ["a"]
            steady.now += 0.2
            works.clock.pass_(0.2)
            await works.until(lambda: not works.outbox.rows)
    assert sorted(works.texts) == ["a", "a", "b", "s"]


@pytest.mark.usefixtures("steady")
async def test_a_flood_limit_of_a_group_holds_that_group_only() -> None:
    works = SendingWorks(row("s", STAFF_GROUP, lane=Lane.STAFF), script=(refused(429, "", retry_after=30),))
    with capture_logs():
        async with works.running():
            await works.until(lambda: len(works.outbox.settled) == 1)
            works.outbox.add(row("a"), row("s2", STAFF_GROUP, lane=Lane.STAFF))
            works.sender.wake()
            await works.until(lambda: "a" in works.texts)
            await asyncio.sleep(0.03)
    assert works.texts == ["s", "a"]


async def test_during_a_long_hold_a_probe_ends_it_for_everybody(steady: SimpleNamespace) -> None:
    works = SendingWorks(row("a"), script=(refused(429, "", retry_after=3600),))
    with capture_logs():
        async with works.running():
            await works.until(lambda: len(works.outbox.settled) == 1)
            works.outbox.add(*(row(f"b{n}", 5000 + n) for n in range(5)))
            works.sender.wake()
            steady.now += 59
            await asyncio.sleep(0.03)
            assert works.texts == ["a"]
            steady.now += 2
            await works.until(lambda: len(works.texts) == 7)
    assert works.texts[:2] == ["a", "a"], "the one that was refused has kept its turn"
    assert sorted(works.texts[2:]) == [f"b{n}" for n in range(5)]


def has_said(works: SendingWorks, count: int) -> bool:
    return len(works.texts) == count


async def test_answers_wait_for_their_pace(steady: SimpleNamespace) -> None:
    works = SendingWorks(*map(row, "abde"), row("c", SVETLANA), rate=10)
    async with works.running():
        for expected in ("a", "ab", "abd", "abdc"):
            await works.until(partial(has_said, works, len(expected)))
            await asyncio.sleep(0.03)
            assert "".join(works.texts) == expected
            steady.now += 0.1
        steady.now += 0.7
        await works.until(lambda: not works.outbox.rows)
    assert "".join(works.texts) == "abdce"


async def test_during_a_hold_whispers_are_dropped(steady: SimpleNamespace) -> None:
    works = SendingWorks(row("a"), script=(refused(429, "", retry_after=30),))
    with capture_logs():
        async with works.running():
            await works.until(lambda: len(works.outbox.settled) == 1)
            works.sender.whisper(WHISPER)
            await asyncio.sleep(0.02)
            assert [method for method, _ in works.api.calls] == ["sendMessage"]
            steady.now += 31
            works.sender.whisper(WHISPER)
            await works.until(lambda: not works.outbox.rows and len(works.api.calls) == 3)
    assert sorted(method for method, _ in works.api.calls) == [
        "answerCallbackQuery", "sendMessage", "sendMessage",
    ]  # fmt: skip


async def test_when_telegram_cannot_be_reached_sending_pauses_for_everybody(steady: SimpleNamespace) -> None:
    works = SendingWorks(*(row(str(chat), chat) for chat in (1, 2, 3)), script=(NOT_SENT, NOT_SENT, NOT_SENT))
    with capture_logs():
        async with works.running():
            await works.until(lambda: len(works.outbox.settled) >= 1 and len(works.texts) == 3)
            await asyncio.sleep(0.02)
            works.outbox.add(row("4", 4))
            works.sender.wake()
            await asyncio.sleep(0.03)
            assert len(works.texts) == 3
            steady.now += 1.1
            works.clock.pass_(1.1)
            await works.until(lambda: not works.outbox.rows)
    assert sorted(works.texts) == ["1", "1", "2", "2", "3", "3", "4"]


@pytest.mark.usefixtures("steady")
async def test_an_alarm_leaves_before_the_staff_traffic_that_waits_for_its_minute() -> None:
    ordinary = [row(f"s{n}", STAFF_GROUP, lane=Lane.STAFF) for n in range(GROUP_LIMIT)]
    works = SendingWorks(*ordinary, rate=math.inf)
    left_at_once = GROUP_LIMIT - GROUP_RESERVE
    async with works.running():
        await works.until(partial(has_said, works, left_at_once))
        await asyncio.sleep(0.03)
        assert len(works.texts) == left_at_once
        works.outbox.add(row("alarm", STAFF_GROUP, lane=Lane.ALARM))
        works.sender.wake()
        await works.until(partial(has_said, works, left_at_once + 1))
        await asyncio.sleep(0.03)
    assert works.texts[left_at_once:] == ["alarm"]


async def test_after_the_pause_of_an_outage_one_failure_is_no_outage(steady: SimpleNamespace) -> None:
    script = (NOT_SENT,) * 4
    works = SendingWorks(*(row(str(chat), chat) for chat in (1, 2, 3)), script=script)
    with capture_logs() as logs:
        async with works.running():
            await works.until(lambda: len(works.texts) == 3)
            await asyncio.sleep(0.02)
            steady.now += 1.1
            works.clock.pass_(1.1)
            await works.until(lambda: len(works.outbox.fates) == 2)
    assert len([line for line in logs if "cannot be reached" in line["event"]]) == 1
