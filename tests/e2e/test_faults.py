"""What can go wrong between the bot and Telegram: nobody stays without an answer."""

import asyncio
import time
from typing import Any

import pytest

from bot.people.model import Language
from bot.sandbox.cast import STAFF_CHAT_ID
from bot.sandbox.citizen import Citizen
from bot.sandbox.faults import CARRIED_OUT, Fault, FaultKind
from tests.e2e.bot_process import eventually
from tests.e2e.house import House, heard_by, number_in
from tests.e2e.phrases import Phrases

pytestmark = pytest.mark.asyncio(loop_scope="session")

FAILURES = [kind for kind in FaultKind if kind is not FaultKind.SLOW]


async def answered(office: House, within: float = 10.0) -> None:
    """Somebody new asks for the menu and gets it."""
    citizen = office.newcomer("ru")
    await citizen.says("/menu")
    await citizen.reads(within)


@pytest.mark.parametrize("kind", FAILURES)
async def test_an_answer_that_failed_on_its_way_arrives_after_all(office: House, kind: FaultKind) -> None:
    citizen = office.newcomer("ru")
    office.stand_in.faults.add(Fault(kind, "sendMessage", citizen.chat_id, seconds=1))
    await citizen.says("/menu")
    await citizen.reads(10)
    await office.settled()
    messages = office.sent(citizen.chat_id)
    if kind in CARRIED_OUT:
        assert 1 <= len(messages) <= 2, "a duplicate is allowed: nobody could know"
    else:
        assert len(messages) == 1


async def test_an_answer_that_fails_holds_back_nobody_else(office: House) -> None:
    unlucky = office.newcomer("ru")
    office.stand_in.faults.add(Fault(FaultKind.HANG, "sendMessage", unlucky.chat_id, seconds=3))
    await unlucky.says("/menu")
    started = time.monotonic()
    await answered(office)
    assert time.monotonic() - started < 1.5
    await unlucky.reads(10)


async def test_when_all_of_telegram_fails_for_a_while_everything_arrives_afterwards(office: House) -> None:
    office.stand_in.faults.add(Fault(FaultKind.HTML, "sendMessage", times=None))
    citizens = [office.newcomer("ru") for _ in range(10)]
    for citizen in citizens:
        await citizen.says("/menu")
    await eventually("ten answers failed", lambda: _failed(office) >= 10)
    office.stand_in.faults.clear()
    for citizen in citizens:
        await citizen.reads(15)
    await office.settled()
    assert [len(office.sent(citizen.chat_id)) for citizen in citizens] == [1] * 10


def _failed(office: House) -> int:
    return sum(entry.fault is not None for entry in office.stand_in.transcript.entries("sendMessage"))


@pytest.mark.parametrize("kind", FAILURES)
async def test_receiving_goes_on_after_it_failed(office: House, kind: FaultKind) -> None:
    office.stand_in.faults.add(Fault(kind, "getUpdates", seconds=1))
    citizens = []
    for _ in range(2):
        citizen = office.newcomer("ru")
        await citizen.says("/menu")
        await citizen.reads(12)
        citizens.append(citizen)
    await office.settled()
    assert [len(office.sent(citizen.chat_id)) for citizen in citizens] == [1, 1]


async def test_a_failed_answer_to_a_button_is_only_a_lost_answer_to_a_button(office: House) -> None:
    citizen = office.newcomer("ru")
    await citizen.says("/start")
    await citizen.reads()
    office.stand_in.faults.add(Fault(FaultKind.ERROR, "answerCallbackQuery", times=1))
    await citizen.presses("Русский")
    assert (await citizen.reads()).edited


async def test_whoever_blocked_the_bot_is_marked_and_the_others_go_on(office: House) -> None:
    citizen = office.newcomer("ru")
    description = "Forbidden: bot was blocked by the user"
    office.stand_in.faults.add(
        Fault(FaultKind.ERROR, "sendMessage", citizen.chat_id, code=403, description=description)
    )
    await citizen.says("/menu")
    await answered(office)
    await office.settled()
    assert office.sent(citizen.chat_id) == []
    assert _blocked_at(office, citizen.chat_id) is not None
    await citizen.says("/menu")
    await citizen.reads()
    await office.settled()
    assert _blocked_at(office, citizen.chat_id) is None, "who writes again is back"


async def test_who_blocks_and_comes_back_is_known_without_a_message(office: House) -> None:
    citizen = office.newcomer("ru")
    await citizen.says("/menu")
    await citizen.reads()
    office.stand_in.blocks(citizen.person_id)
    await eventually("the block is noted", lambda: _blocked_at(office, citizen.chat_id) is not None)
    office.stand_in.unblocks(citizen.person_id)
    await eventually("the return is noted", lambda: _blocked_at(office, citizen.chat_id) is None)
    await office.settled()
    assert len(office.sent(citizen.chat_id)) == 1


def _blocked_at(office: House, chat_id: int) -> str | None:
    [(moment,)] = office.rows("SELECT blocked_at FROM people WHERE chat_id = ?", chat_id)
    found: str | None = moment
    return found


async def test_a_refused_text_is_sent_again_as_plain_text_and_staff_are_told(
    office: House, phrases: Phrases
) -> None:
    citizen, officer = office.newcomer("ru"), office.officer()
    await citizen.says("/menu")
    await citizen.reads()
    description = "Bad Request: can't parse entities: unsupported entity"
    office.stand_in.faults.add(
        Fault(FaultKind.ERROR, "sendMessage", citizen.chat_id, code=400, description=description)
    )
    await citizen.says(phrases.answered(Language.RU)[0])
    plain = await citizen.reads()
    assert plain.text
    assert plain.buttons == ()
    assert "entities" not in plain.message or not any(
        entity["type"] in {"bold", "text_link"} for entity in plain.message["entities"]
    )
    assert "can't parse entities" in await heard_by(officer, lambda heard: "400" in heard)
    await office.settled()
    assert len(office.sent(citizen.chat_id)) == 2


async def test_what_cannot_be_sent_even_as_plain_text_is_told_to_staff_and_holds_nobody(
    office: House,
) -> None:
    citizen, officer = office.newcomer("ru"), office.officer()
    office.stand_in.faults.add(
        Fault(
            FaultKind.ERROR, "sendMessage", citizen.chat_id, times=2, code=400, description="Bad Request: no"
        )
    )
    await citizen.says("/menu")
    await heard_by(officer, lambda heard: "400" in heard)
    await office.settled()
    await citizen.says("/menu")
    await citizen.reads()


async def test_an_edit_of_a_message_that_is_gone_is_sent_anew(office: House) -> None:
    citizen = office.newcomer("ru")
    await citizen.says("/start")
    greeting = await citizen.reads()
    await citizen.presses("Русский")
    office.stand_in.deletes(citizen.person_id, greeting.message_id)
    menu = await citizen.reads()
    assert not menu.edited
    assert len(menu.buttons) > 3


def press_of(citizen: Citizen, message: dict[str, Any], data: str) -> dict[str, Any]:
    """A pressed button, as Telegram tells of it."""
    author = {"id": citizen.person_id, "is_bot": False, "first_name": "N", "language_code": "ru"}
    query = {"id": "1", "chat_instance": "1", "from": author, "message": message, "data": data}
    return {"callback_query": query}


async def test_an_edit_that_changes_nothing_counts_as_done(office: House) -> None:
    citizen, officer = office.newcomer("ru"), office.officer()
    await citizen.says("/start")
    greeting = await citizen.reads()
    await citizen.presses("Русский", message_id=greeting.message_id)
    await citizen.reads()
    for data in ("m:ru:0", "m:kk:0"):  # not the same button twice: that would be a double tap
        office.stand_in.updates_raw(press_of(citizen, greeting.message, data))
    await citizen.reads()
    await office.settled()
    refused = [
        entry
        for entry in office.stand_in.transcript.entries("editMessageText", citizen.chat_id)
        if entry.status == 400
    ]
    assert len(refused) == 1, "the second edit changed nothing"
    assert len(office.sent(citizen.chat_id)) == 1
    assert await officer.hears_nothing(0.1)
    unsettled = office.rows("SELECT id FROM outbox WHERE chat_id = ? AND state != 'sent'", citizen.chat_id)
    assert unsettled == []


async def test_a_handover_that_failed_on_its_way_reaches_the_staff_after_all(
    office: House, phrases: Phrases
) -> None:
    citizen, officer = office.newcomer("ru"), office.officer()
    office.stand_in.faults.add(Fault(FaultKind.ERROR, "sendMessage", STAFF_CHAT_ID, times=1))
    await citizen.says(phrases.unheard_of(Language.RU))
    number = number_in((await citizen.reads()).text)
    assert number in await heard_by(officer, lambda heard: number in heard)


async def test_a_slow_telegram_delays_only_those_who_wait_for_it(office: House) -> None:
    slow, quick = office.newcomer("ru"), office.newcomer("ru")
    office.stand_in.faults.add(Fault(FaultKind.SLOW, "sendMessage", slow.chat_id, seconds=2))
    await slow.says("/menu")
    await quick.says("/menu")
    async with asyncio.timeout(1.5):
        await quick.reads()
    assert office.sent(slow.chat_id) == []
    await slow.reads()
    await office.settled()
    assert len(office.sent(slow.chat_id)) == 1
