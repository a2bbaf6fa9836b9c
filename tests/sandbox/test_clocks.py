"""The clock in the control API."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from aiohttp import ClientSession

from bot.clock import MovableClock
from bot.sandbox.clocks import CANNOT_BE_MOVED
from bot.sandbox.server import run_stand_in
from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, Api, HandClock, populate

DAY = 24 * 3600


@pytest.fixture
async def moving() -> AsyncIterator[Api]:
    stand_in = StandIn(MovableClock(HandClock()))
    populate(stand_in)
    async with run_stand_in(stand_in) as running, ClientSession() as session:
        yield Api(running, session)


async def test_the_clock_shows_where_it_stands_and_moves_forward(moving: Api) -> None:
    shown = await moving.look("clock")
    assert shown == {"now": "2026-11-24T09:00:00+00:00", "movable": True, "ahead_seconds": 0}
    moved = await moving.control("clock", forward_seconds=DAY + 0.5)
    assert moved == {"ok": True, "now": "2026-11-25T09:00:00.500000+00:00", "ahead_seconds": DAY + 0.5}
    assert (await moving.look("clock"))["ahead_seconds"] == DAY + 0.5


async def test_the_clock_moves_to_a_moment_of_any_zone(moving: Api) -> None:
    await moving.control("clock", to="2027-01-31T09:00+05:00")
    assert (await moving.look("clock"))["now"] == "2027-01-31T04:00:00+00:00"
    await moving.control("clock", to="2027-01-31T04:00:00Z")
    assert (await moving.look("clock"))["now"] == "2027-01-31T04:00:00+00:00"


async def test_what_is_said_afterwards_carries_the_new_date(moving: Api) -> None:
    first = await moving.done("sendMessage", chat_id=AIGUL, text="бүгін")
    await moving.control("clock", forward_seconds=3 * DAY)
    later = await moving.done("sendMessage", chat_id=AIGUL, text="үш күннен кейін")
    assert later["date"] - first["date"] == 3 * DAY
    old = {"chat_id": AIGUL, "message_id": first["message_id"]}
    assert "can't be deleted" in await moving.refused("deleteMessage", **old)


async def test_a_page_hears_that_the_clock_was_moved(moving: Api) -> None:
    before = moving.running.stand_in.world.journal.number
    await moving.control("clock", forward_seconds=60)
    assert moving.running.stand_in.world.journal.changed_chats(before) == [0]


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        ({}, 'give either "forward_seconds" or "to"'),
        ({"forward_seconds": 1, "to": "2027-01-01T00:00Z"}, 'give either "forward_seconds" or "to"'),
        ({"forward_seconds": -1}, "must be a number of seconds"),
        ({"forward_seconds": "day"}, "must be a number of seconds"),
        ({"forward_seconds": float("nan")}, "must be a number of seconds"),
        ({"forward_seconds": float("inf")}, "must be a number of seconds"),
        ({"forward_seconds": 10**30}, "must be a number of seconds"),
        ({"forward_seconds": 10**10}, "no further than 2100"),
        ({"to": "2026-11-24T08:59Z"}, "never put back"),
        ({"to": "2100-01-01T00:00:01Z"}, "no further than 2100"),
        ({"to": "tomorrow"}, "must be a moment with its zone"),
        ({"to": "2027-01-01T09:00"}, "must name its zone"),
        ({"to": 5}, "must be a text"),
    ],
)
async def test_a_wrong_order_moves_nothing_and_says_why(
    moving: Api, order: dict[str, object], sentence: str
) -> None:
    async with moving.session.post(f"{moving.running.base}/_control/clock", json=order) as response:
        assert response.status == 400
        assert sentence in (await response.json())["error"]
    assert (await moving.look("clock"))["ahead_seconds"] == 0


async def test_another_clock_is_shown_but_not_moved(api: Api, clock: HandClock) -> None:
    shown = await api.look("clock")
    assert datetime.fromisoformat(shown["now"]) == clock.now()
    assert shown["movable"] is False
    async with api.session.post(
        f"{api.running.base}/_control/clock", json={"forward_seconds": 60}
    ) as response:
        assert response.status == 409
        assert (await response.json())["error"] == CANNOT_BE_MOVED
    assert clock.now() - datetime.fromisoformat(shown["now"]) == timedelta()
