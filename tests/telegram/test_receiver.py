"""The receiver against a scripted Bot API."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.errors import StorageError, TelegramError
from bot.mail.model import Arrival, Reply, ReplyKind
from bot.telegram.arrivals import KINDS
from bot.telegram.receiver import Receiver
from tests.support.api import NOT_SENT, UNCLEAR, ScriptedApi, done, refused
from tests.support.clocks import FrozenClock
from tests.support.updates import Raw, text_update


class MemoryInbox:
    """Keeps arrivals, unless it is told to fail."""

    def __init__(self) -> None:
        self.stored: list[int] = []
        self.fails = 0

    async def receive(self, arrivals: Sequence[Arrival], now: datetime) -> int:
        del now
        if self.fails:
            self.fails -= 1
            raise StorageError("database_locked")
        self.stored += [one.update_id for one in arrivals]
        return len(arrivals)


class Works:
    """A receiver with its fakes."""

    def __init__(self, *script: Reply, then: Reply | None = None) -> None:
        self.api = ScriptedApi(*script, then=then or done([]))
        self.inbox = MemoryInbox()
        self.woken = 0
        api: Any = self.api
        self.receiver = Receiver(api, self.inbox, FrozenClock(), self._wake)

    def _wake(self) -> None:
        self.woken += 1

    async def poll(self, times: int = 1) -> list[float]:
        return [await self.receiver.poll() for _ in range(times)]

    @property
    def offsets(self) -> list[str | None]:
        """The offset of each request."""
        return [params.get("offset") for _, params in self.api.calls]


def batch(*ids: int) -> Reply:
    return done([text_update("x", id_) for id_ in ids])


async def test_the_offset_moves_only_after_a_batch_was_stored() -> None:
    works = Works(batch(7, 8), batch(9))
    assert await works.poll(3) == [0, 0, 0]
    assert works.offsets == [None, "9", "10"]
    assert works.inbox.stored == [7, 8, 9]
    assert works.woken == 2


async def test_a_storage_that_fails_keeps_the_offset() -> None:
    works = Works(batch(7), batch(8), batch(8), batch(8))
    await works.poll()
    works.inbox.fails = 2
    with capture_logs():
        pauses = await works.poll(3)
    await works.poll()
    assert works.offsets == [None, "8", "8", "8", "9"]
    assert pauses[0] > 0
    assert pauses[1] > pauses[0]
    assert pauses[2] == 0
    assert works.inbox.stored == [7, 8]


async def test_an_empty_batch_moves_nothing_and_wakes_nobody() -> None:
    works = Works(batch(7), done([]))
    await works.poll(3)
    assert works.offsets == [None, "8", "8"]
    assert works.woken == 1
    assert works.receiver.is_working


async def test_ids_that_start_anew_are_followed() -> None:
    works = Works(batch(900_000_000), batch(5), done([]))
    await works.poll(3)
    assert works.offsets == [None, "900000001", "6"]


async def test_the_kinds_of_updates_are_asked_for_with_every_request() -> None:
    works = Works(batch(1))
    await works.poll(2)
    for method, params in works.api.calls:
        assert method == "getUpdates"
        assert json.loads(params["allowed_updates"]) == list(KINDS)
        assert params["limit"] == "100"


async def test_after_a_failure_the_next_request_is_short() -> None:
    works = Works(done([]), UNCLEAR, done([]))
    with capture_logs():
        await works.poll(4)
    timeouts = [int(params["timeout"]) for _, params in works.api.calls]
    assert timeouts[0] <= 5
    assert timeouts[1] >= 25
    assert timeouts[2] <= 5
    assert timeouts[3] >= 25


async def test_what_has_no_usable_id_is_passed_over_and_stops_nobody() -> None:
    strange: list[Raw] = [text_update("a", 5), {"message": {}}, {"update_id": "x"}, text_update("b", 6)]
    works = Works(done(strange))
    with capture_logs() as logs:
        await works.poll(2)
    assert works.inbox.stored == [5, 6]
    assert works.offsets == [None, "7"]
    assert logs[0]["count"] == 2


async def test_a_batch_without_a_single_usable_id_is_not_asked_for_again_at_once() -> None:
    works = Works(done([{"message": {}}]), done([None, "x", []]))
    with capture_logs():
        assert all(pause > 0 for pause in await works.poll(2))
    assert works.offsets == [None, None]


@pytest.mark.parametrize("reply", [refused(401, "Unauthorized"), refused(404, "Not Found")])
async def test_a_refused_token_ends_it(reply: Reply) -> None:
    with pytest.raises(TelegramError) as caught:
        await Works(reply).poll()
    assert caught.value.code == "token_refused"


async def test_one_conflict_says_nothing_yet_three_within_a_minute_do_whatever_goes_well_between() -> None:
    conflict = refused(409, "Conflict: terminated by other getUpdates request")
    works = Works(conflict, done([]), conflict, done([]), conflict)
    pauses = await works.poll(4)
    assert pauses[0] > 0
    assert pauses[2] > 0
    with pytest.raises(TelegramError) as caught:
        await works.poll()
    assert caught.value.code == "polled_elsewhere"


async def test_a_webhook_ends_it_at_once() -> None:
    with pytest.raises(TelegramError) as caught:
        await Works(refused(409, "Conflict: can't use getUpdates method while webhook is active")).poll()
    assert caught.value.code == "webhook_is_set"


@pytest.mark.parametrize(("retry_after", "pause"), [(3.0, 3.0), (600.0, 600.0), (None, 1.0), (0.0, 1.0)])
async def test_the_time_that_telegram_asks_for_is_waited(retry_after: float | None, pause: float) -> None:
    works = Works(refused(429, "Too Many Requests", retry_after=retry_after))
    assert await works.poll() == [pause]
    assert not works.receiver.is_working


@pytest.mark.parametrize(
    "reply",
    [
        UNCLEAR,
        NOT_SENT,
        refused(500),
        refused(502, "Bad Gateway"),
        refused(400, "Bad Request"),
        done({"a": 1}),
        done("x"),
        done(True),
    ],
    ids=str,
)
async def test_any_other_trouble_is_tried_again_with_growing_pauses(reply: Reply) -> None:
    works = Works(*[reply] * 8, batch(5))
    with capture_logs() as logs:
        pauses = await works.poll(8)
    assert pauses == sorted(pauses)
    assert 0 < pauses[0] <= 1
    assert pauses[-1] == 30
    assert len(logs) == 1
    assert await works.poll() == [0]
    assert works.receiver.is_working
    assert works.inbox.stored == [5]


async def test_it_is_not_working_before_telegram_has_answered() -> None:
    works = Works(Reply(ReplyKind.NOT_SENT))
    assert not works.receiver.is_working
    with capture_logs():
        await works.poll()
    assert not works.receiver.is_working
    await works.poll()
    assert works.receiver.is_working
