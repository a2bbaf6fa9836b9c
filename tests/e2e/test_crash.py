"""Killed at any moment or told to stop under load: nothing is lost."""

import asyncio
import random
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.faq.library import Library
from bot.people.model import Language
from bot.sandbox.citizen import Citizen
from bot.sandbox.faults import Fault, FaultKind
from tests.e2e.bot_process import eventually
from tests.e2e.house import House, open_house
from tests.e2e.phrases import Phrases

pytestmark = pytest.mark.asyncio(loop_scope="session")

PERSONS = 150
KILLS = 10
AT_ONCE = 64
"""The most requests the bot has in flight."""
ON_ITS_WAY = 0.2
"""Seconds that Telegram takes for each answer, so that some are always on their way at a kill."""


@pytest_asyncio.fixture(loop_scope="session")
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with open_house(tmp_path, with_staff=False) as house:
        yield house
        assert house.stand_in.schema_errors == []
        assert "Traceback" not in house.whole_output()
        assert house.running.token not in house.whole_output()


async def all_ask(house: House, phrases: Phrases) -> list[Citizen]:
    """Every third one asks what is answered; the others what goes to people."""
    texts = [
        phrases.answered(Language.RU)[0],
        phrases.unheard_of(Language.RU),
        phrases.unheard_of(Language.KK),
    ]
    citizens = [house.newcomer("ru") for _ in range(PERSONS)]
    for place, citizen in enumerate(citizens):
        await citizen.says(texts[place % 3])
    return citizens


def answers(house: House, citizens: list[Citizen]) -> Counter[int]:
    """How many messages each of them got."""
    return Counter({citizen.chat_id: len(house.sent(citizen.chat_id)) for citizen in citizens})


def waiting_chats(house: House) -> set[int]:
    """Whose answers the database says have not been sent."""
    if not house.database.exists():
        return set()
    found = house.rows("SELECT chat_id FROM outbox WHERE state = 'waiting'")
    return {chat_id for (chat_id,) in found}


def all_have_asked_once(house: House) -> None:
    """Each person has one question, and the numbers have no gap."""
    rows = house.rows("SELECT number, chat_id FROM questions ORDER BY number")
    assert [number for number, _ in rows] == list(range(1, PERSONS + 1))
    assert len({chat_id for _, chat_id in rows}) == PERSONS


async def killed_at_a_random_moment(house: House, chance: random.Random) -> None:
    """One life: its start, or a part of a second of its work."""
    polls = house.stand_in.transcript.counts["getUpdates"]
    bot = house.begin()
    if chance.random() < 0.2:
        await asyncio.sleep(chance.uniform(0.0, 2.5))
    else:
        await eventually("it polls", lambda: house.stand_in.transcript.counts["getUpdates"] > polls, 40)
        await asyncio.sleep(chance.uniform(0.0, 0.8))
    await bot.kill()


@pytest.mark.timeout(180)
async def test_killed_ten_times_at_random_moments_it_answers_everybody_and_repeats_only_what_was_on_its_way(
    house: House, phrases: Phrases
) -> None:
    chance = random.Random(20261124)
    house.stand_in.faults.add(Fault(FaultKind.SLOW, "sendMessage", times=None, seconds=ON_ITS_WAY))
    citizens = await all_ask(house, phrases)
    excused: Counter[int] = Counter()
    for _ in range(KILLS):
        await killed_at_a_random_moment(house, chance)
        unsettled = waiting_chats(house)
        await asyncio.sleep(2 * ON_ITS_WAY)  # what was on its way arrives, though nobody waits for the answer
        on_their_way = {chat_id for chat_id, count in answers(house, citizens).items() if count} & unsettled
        assert len(on_their_way) <= AT_ONCE
        excused.update(on_their_way)
    assert any(count == 0 for count in answers(house, citizens).values()), (
        "it was killed while there was work"
    )
    bot = await house.start()
    await eventually(
        "everybody was answered",
        lambda: all(answers(house, citizens).values()) and len(+answers(house, citizens)) == PERSONS,
        40,
    )
    await house.settled()
    all_have_asked_once(house)
    repeated = {chat_id: count - 1 for chat_id, count in answers(house, citizens).items() if count > 1}
    assert all(more <= excused[chat_id] for chat_id, more in repeated.items()), (repeated, excused)
    assert await bot.stop() == 0


async def test_told_to_stop_under_load_it_ends_in_time_and_loses_and_repeats_nothing(
    house: House, phrases: Phrases
) -> None:
    house.stand_in.faults.add(Fault(FaultKind.SLOW, "sendMessage", times=None, seconds=ON_ITS_WAY))
    await house.start()
    citizens = await all_ask(house, phrases)
    await eventually("some were answered", lambda: len(+answers(house, citizens)) >= 20)
    started = time.monotonic()
    house.bot.signal(signal.SIGTERM)
    assert await house.bot.ended(10) == 0
    assert time.monotonic() - started < 10
    assert len(+answers(house, citizens)) < PERSONS, "it stopped in the middle"
    await house.start()
    await eventually("everybody was answered", lambda: len(+answers(house, citizens)) == PERSONS, 40)
    await house.settled()
    assert set(answers(house, citizens).values()) == {1}
    all_have_asked_once(house)
    assert await house.bot.stop() == 0


async def test_buttons_the_language_and_what_was_being_asked_survive_a_kill(
    office: House, library: Library
) -> None:
    citizen = office.newcomer("ru")
    await citizen.says("/start")
    await citizen.reads()
    await citizen.presses("Қазақша")
    menu = await citizen.reads()
    await citizen.presses(library.translator_of(Language.KK)("Ask a person"))
    await citizen.reads()
    await office.settled()
    await office.bot.kill()
    await citizen.says("бұл сұрақ маманға")
    await office.start()
    receipt = await citizen.reads()
    assert "K-" in receipt.text, "it still knew that the next text is for a person"
    group = library.groups[0]
    await citizen.presses(group.titles[Language.KK], message_id=menu.message_id)
    heard = await citizen.reads()
    assert heard.edited
    assert heard.text == group.titles[Language.KK]
