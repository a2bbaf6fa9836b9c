"""When Telegram asks for silence (429), the bot keeps it, and then everything arrives in order."""

import pytest

from bot.people.model import Language
from bot.sandbox.cast import STAFF_CHAT_ID
from bot.sandbox.faults import Fault, FaultKind
from tests.e2e.bot_process import eventually
from tests.e2e.house import House, heard_by, number_in
from tests.e2e.phrases import Phrases

pytestmark = pytest.mark.asyncio(loop_scope="session")

SILENCE = 3
"""Seconds."""
ALREADY_ON_ITS_WAY = 0.5
"""Seconds after the order in which requests may still come in that had left before it was read."""
AFTER_THAT = 15.0


def silence(method: str = "sendMessage", chat_id: int | None = None, skip: int = 0) -> Fault:
    return Fault(
        FaultKind.ERROR,
        method,
        chat_id,
        skip=skip,
        code=429,
        description=f"Too Many Requests: retry after {SILENCE}",
        retry_after=SILENCE,
    )


def broken(house: House) -> list[str]:
    """Who spoke during the silence, apart from what was on its way."""
    return [
        f"{one.method} to {one.chat_id} {one.after:.2f} s after the order"
        for one in house.stand_in.flood.violations
        if one.after > ALREADY_ON_ITS_WAY
    ]


async def test_nothing_leaves_during_the_silence_and_then_everything_arrives_in_order(office: House) -> None:
    office.stand_in.faults.add(silence(skip=3))
    citizens = [office.newcomer("ru") for _ in range(20)]
    for citizen in citizens:
        await citizen.says("/menu")
        await citizen.says("/help")
        await citizen.says("/sos")
    for citizen in citizens:
        menu, helped, danger = await citizen.reads_many(3, AFTER_THAT)
        assert len(menu.buttons) > 3
        assert "/menu" in helped.text
        assert "112" in danger.text
    await office.settled()
    assert broken(office) == []
    assert [len(office.sent(citizen.chat_id)) for citizen in citizens] == [3] * 20


async def test_what_is_asked_during_the_silence_waits_for_its_end(office: House) -> None:
    office.stand_in.faults.add(silence())
    first = office.newcomer("ru")
    await first.says("/menu")
    await eventually("the order was given", lambda: not office.stand_in.faults.pending())
    later = office.newcomer("ru")
    await later.says("/menu")
    await later.reads(AFTER_THAT)
    await first.reads(AFTER_THAT)
    assert broken(office) == []
    [told] = [one for one in office.stand_in.transcript.entries("sendMessage", first.chat_id) if one.fault]
    [served] = [
        one for one in office.stand_in.transcript.entries("sendMessage", later.chat_id) if one.status == 200
    ]
    assert (served.at - told.at).total_seconds() >= SILENCE


async def test_a_silence_of_the_staff_group_is_kept_in_the_group_and_nowhere_else(
    office: House, phrases: Phrases
) -> None:
    officer = office.officer()
    office.stand_in.faults.add(silence(chat_id=STAFF_CHAT_ID))
    citizens = [office.newcomer("ru") for _ in range(3)]
    numbers = []
    for citizen in citizens:
        await citizen.says(phrases.unheard_of(Language.RU))
        numbers.append(number_in((await citizen.reads(2)).text))
    assert office.stand_in.faults.pending() == [], "the group was silent while citizens got their receipts"
    for number in sorted(numbers):
        assert number in await heard_by(officer, lambda heard: "K-" in heard, AFTER_THAT)
    assert broken(office) == []
    told, *_, served = office.stand_in.transcript.entries("sendMessage", STAFF_CHAT_ID)[-4:]
    assert (served.at - told.at).total_seconds() >= SILENCE


async def test_a_silence_asked_of_receiving_is_kept(office: House) -> None:
    await office.settled()
    number = office.stand_in.transcript.add(office.stand_in.world.clock.now(), "mark", None, {}).number
    office.stand_in.faults.add(silence("getUpdates"))
    nobody = office.newcomer("ru")
    office.stand_in.blocks(nobody.person_id)  # an update that ends the poll and that nobody answers
    await eventually("the order was given", lambda: not office.stand_in.faults.pending())
    office.stand_in.unblocks(nobody.person_id)
    citizen = office.newcomer("ru")
    await citizen.says("/menu")
    await citizen.reads(AFTER_THAT)
    polls = office.stand_in.transcript.entries("getUpdates", after=number)
    [told] = [place for place, poll in enumerate(polls) if poll.fault]
    assert (polls[told + 1].at - polls[told].at).total_seconds() >= SILENCE
