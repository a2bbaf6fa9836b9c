"""The queue of updates."""

import asyncio
import json
from typing import Any

import pytest

from bot.sandbox.refusal import RefusalError
from bot.sandbox.stand_in import StandIn
from bot.sandbox.updates import UpdateQueue
from tests.sandbox.wire import AIGUL, Api, HandClock


def filled(count: int, first: int = 500) -> UpdateQueue:
    queue = UpdateQueue(first)
    for number in range(count):
        queue.put("message", {"text": str(number)})
    return queue


async def ids(queue: UpdateQueue, offset: int = 0, limit: int = 100, wait: float = 0) -> list[int]:
    return [json.loads(body)["update_id"] for body in await queue.take(offset, limit, wait)]


async def test_an_update_stays_until_a_greater_offset_comes() -> None:
    queue = filled(3)
    assert await ids(queue) == [500, 501, 502]
    assert await ids(queue, 500) == [500, 501, 502]
    assert await ids(queue, 502) == [502]
    assert await ids(queue, 503) == []
    assert len(queue) == 0


async def test_at_most_a_hundred_are_served_at_once() -> None:
    assert len(await ids(filled(150), limit=1000)) == 100
    assert len(await ids(filled(150), limit=7)) == 7


async def test_a_negative_offset_keeps_only_the_newest() -> None:
    queue = filled(5)
    assert await ids(queue, -2) == [503, 504]
    assert len(queue) == 2


async def test_an_offset_far_in_the_future_confirms_nothing() -> None:
    queue = filled(3)
    assert await ids(queue, 10_000) == [500, 501, 502]


async def test_a_repeated_offset_is_answered_with_one_update() -> None:
    queue = filled(3)
    assert await ids(queue, 500) == [500, 501, 502]
    assert await ids(queue, 500) == [500]


async def test_a_waiting_poll_is_answered_when_something_comes() -> None:
    queue = UpdateQueue(1)
    poll = asyncio.gather(ids(queue, wait=30))
    await asyncio.sleep(0)
    queue.put("message", {})
    assert list(await poll) == [[1]]


async def test_a_poll_ends_empty_when_its_time_is_over() -> None:
    assert await ids(UpdateQueue(1), wait=0.01) == []


async def test_the_older_of_two_polls_gets_the_conflict() -> None:
    queue = UpdateQueue(1)
    older = asyncio.gather(ids(queue, wait=30), return_exceptions=True)
    await asyncio.sleep(0)
    newer = asyncio.gather(ids(queue, wait=30))
    refusal = (await older)[0]
    assert isinstance(refusal, RefusalError)
    assert refusal.code == 409
    assert str(refusal.description).startswith("Conflict: terminated by other getUpdates request")
    queue.put("message", {})
    assert list(await newer) == [[1]]


def test_kinds_that_were_not_asked_for_never_come() -> None:
    queue = UpdateQueue(1)
    assert queue.put("chat_member", {}) is None
    queue.allow(["chat_member"])
    assert queue.put("message", {}) is None
    queue.allow(None)
    assert queue.put("chat_member", {}) == 1
    queue.allow([])
    assert queue.put("message", {}) == 2


async def test_an_update_of_any_shape_can_be_queued() -> None:
    queue = UpdateQueue(7)
    queue.put_raw({"message": "no object", "extra": [1]})
    queue.put_raw({"update_id": 20, "poll": None})
    queue.put_raw({"update_id": "twenty"})
    queue.put_raw({})
    bodies = [json.loads(body) for body in await queue.take(0, 100, 0)]
    assert bodies[0] == {"update_id": 7, "message": "no object", "extra": [1]}
    assert [body["update_id"] for body in bodies] == [7, 20, "twenty", 22]


async def test_two_polls_over_http_conflict_as_on_the_real_server(api: Api, stand_in: StandIn) -> None:
    async def older() -> dict[str, Any]:
        return await api("getUpdates", timeout=20)

    async def newer() -> dict[str, Any]:
        while stand_in.transcript.counts["getUpdates"] == 0:
            await asyncio.sleep(0.005)
        answering = asyncio.gather(api("getUpdates", timeout=20))
        while stand_in.transcript.counts["getUpdates"] < 2:
            await asyncio.sleep(0.005)
        stand_in.says(AIGUL, "сәлем")
        return (await answering)[0]

    first, second = await asyncio.gather(older(), newer())
    assert first["error_code"] == 409
    assert [update["message"]["text"] for update in second["result"]] == ["сәлем"]


async def test_a_webhook_forbids_polling(api: Api) -> None:
    assert await api.done("setWebhook", url="https://example.kz/hook")
    assert "webhook is active" in await api.refused("getUpdates")
    assert (await api.done("getWebhookInfo"))["url"] == "https://example.kz/hook"
    await api.done("deleteWebhook")
    assert await api.done("getUpdates") == []
    assert "HTTPS" in await api.refused("setWebhook", url="http://example.kz/hook")


@pytest.mark.parametrize("drop", [True, False])
async def test_waiting_updates_can_be_dropped(api: Api, stand_in: StandIn, drop: bool) -> None:
    stand_in.says(AIGUL, "бір")
    await api.done("deleteWebhook", drop_pending_updates=drop)
    assert len(await api.done("getUpdates")) == (0 if drop else 1)


def test_a_later_stand_in_uses_no_id_of_an_earlier_one(clock: HandClock) -> None:
    earlier = StandIn(clock)
    earlier.add_person(AIGUL, "Айгүл")
    used = [earlier.says(AIGUL, "сәлем") for _ in range(200)]
    clock.move(60)
    later = StandIn(clock)
    later.add_person(AIGUL, "Айгүл")
    assert later.says(AIGUL, "сәлем") > max(used)
    assert later.updates_raw({}) > earlier.updates_raw({})
    assert later.updates_raw({}) < 2**31
