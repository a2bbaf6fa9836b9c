"""Ordered failures, seen from the bot's side of the wire."""

import asyncio

import aiohttp
import pytest

from bot.sandbox.faults import Fault, FaultKind, Faults
from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, ERLAN, Api, HandClock


def texts(stand_in: StandIn) -> list[str]:
    return [kept.message["text"] for kept in stand_in.world.messages.of(AIGUL)]


def test_a_fault_concerns_only_its_method_and_chat() -> None:
    faults = Faults([Fault(FaultKind.HTML, method="sendMessage", chat_id=1, times=None)])
    assert faults.take("sendMessage", 2) == (0.0, None)
    assert faults.take("editMessageText", 1) == (0.0, None)
    assert faults.take("sendmessage", 1)[1] is not None
    assert faults.take("sendMessage", 1)[1] is not None
    faults.clear()
    assert faults.take("sendMessage", 1) == (0.0, None)


def test_a_fault_is_used_up_after_its_times_and_lets_the_first_pass() -> None:
    faults = Faults([Fault(FaultKind.HTML, times=2, skip=1)])
    failed = [faults.take("getMe", None)[1] is not None for _ in range(5)]
    assert failed == [False, True, True, False, False]
    assert faults.pending() == []


def test_slowness_goes_together_with_another_failure() -> None:
    faults = Faults([Fault(FaultKind.SLOW, seconds=0.2), Fault(FaultKind.ERROR), Fault(FaultKind.HTML)])
    delay, failure = faults.take("getMe", None)
    assert delay == 0.2
    assert failure is not None
    assert failure.kind is FaultKind.ERROR
    assert [fault.kind for fault in faults.pending()] == [FaultKind.HTML]


async def test_an_error_carries_code_description_and_retry_after(api: Api, stand_in: StandIn) -> None:
    stand_in.faults.add(Fault(FaultKind.ERROR, code=429, description="Too Many Requests", retry_after=3))
    async with api.session.post(api.url("sendMessage"), json={"chat_id": AIGUL, "text": "а"}) as response:
        assert response.status == 429
        assert response.headers["Retry-After"] == "3"
        assert (await response.json())["parameters"] == {"retry_after": 3}
    assert texts(stand_in) == []


async def test_a_server_error_can_come_without_a_description(api: Api, stand_in: StandIn) -> None:
    stand_in.faults.add(Fault(FaultKind.ERROR, code=500))
    assert await api("getMe") == {"ok": False, "error_code": 500}


@pytest.mark.parametrize(("kind", "arrived"), [(FaultKind.DROP_BEFORE, []), (FaultKind.DROP_AFTER, ["а"])])
async def test_a_dropped_connection_may_have_delivered(
    api: Api, stand_in: StandIn, kind: FaultKind, arrived: list[str]
) -> None:
    stand_in.faults.add(Fault(kind, method="sendMessage"))
    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=AIGUL, text="а")
    assert texts(stand_in) == arrived
    assert stand_in.transcript.entries("sendMessage")[0].fault == kind
    await api.done("sendMessage", chat_id=AIGUL, text="б")


async def test_a_hanging_request_ends_with_a_dropped_connection(api: Api, stand_in: StandIn) -> None:
    stand_in.faults.add(Fault(FaultKind.HANG, seconds=0.05))
    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=AIGUL, text="а")
    assert texts(stand_in) == []
    stand_in.faults.add(Fault(FaultKind.HANG, seconds=0.05, carried_out=True))
    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=AIGUL, text="б")
    assert texts(stand_in) == ["б"]


async def test_a_proxy_page_is_no_json(api: Api, stand_in: StandIn) -> None:
    stand_in.faults.add(Fault(FaultKind.HTML))
    async with api.session.post(api.url("getMe")) as response:
        assert response.status == 502
        assert response.content_type == "text/html"
        assert "<html>" in await response.text()


async def test_a_garbled_body_is_cut_off_json_of_a_request_that_was_carried_out(
    api: Api, stand_in: StandIn
) -> None:
    stand_in.faults.add(Fault(FaultKind.GARBLED))
    async with api.session.post(api.url("sendMessage"), json={"chat_id": AIGUL, "text": "а"}) as response:
        with pytest.raises(ValueError, match="Expecting value"):
            await response.json()
    assert texts(stand_in) == ["а"]


async def test_an_answer_can_come_without_a_result(api: Api, stand_in: StandIn) -> None:
    stand_in.faults.add(Fault(FaultKind.NO_RESULT, chat_id=AIGUL))
    assert (await api.done("sendMessage", chat_id=ERLAN, text="а"))["text"] == "а"
    assert await api("sendMessage", chat_id=AIGUL, text="а") == {"ok": True}


async def test_a_slow_answer_is_a_right_answer(api: Api, stand_in: StandIn) -> None:
    stand_in.faults.add(Fault(FaultKind.SLOW, method="getMe", seconds=0.2))
    before = asyncio.get_running_loop().time()
    assert (await api.done("getMe"))["is_bot"] is True
    assert asyncio.get_running_loop().time() - before >= 0.19


async def test_an_ordered_429_holds_its_chat_and_names_who_came_too_early(
    api: Api, stand_in: StandIn, clock: HandClock
) -> None:
    stand_in.faults.add(Fault(FaultKind.ERROR, chat_id=AIGUL, code=429, retry_after=3))
    assert (await api("sendMessage", chat_id=AIGUL, text="а"))["error_code"] == 429
    await api.done("sendMessage", chat_id=ERLAN, text="б")
    assert stand_in.flood.violations == []
    assert "retry after 3" in await api.refused("sendMessage", chat_id=AIGUL, text="а")
    assert [found.chat_id for found in stand_in.flood.violations] == [AIGUL]
    clock.move(3)
    await api.done("sendMessage", chat_id=AIGUL, text="а")


async def test_an_ordered_429_without_a_chat_holds_everybody(api: Api, stand_in: StandIn) -> None:
    stand_in.faults.add(Fault(FaultKind.ERROR, method="sendMessage", code=429, retry_after=3))
    await api("sendMessage", chat_id=AIGUL, text="а")
    assert "retry after" in await api.refused("sendMessage", chat_id=ERLAN, text="б")
    await api.done("sendChatAction", chat_id=ERLAN, action="typing")
    assert len(stand_in.flood.violations) == 1
