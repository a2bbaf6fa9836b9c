"""One question comes in several short texts; nobody waits for somebody else."""

import asyncio
import time

import pytest

from bot.people.model import Language
from bot.sandbox.citizen import Citizen
from tests.e2e.bot_process import eventually
from tests.e2e.house import House, number_in
from tests.e2e.phrases import Phrases

pytestmark = pytest.mark.asyncio(loop_scope="session")

SOON = 1.5
"""Seconds: a lone text is answered within one, and the machine may be busy with other things."""


async def seconds_until_answered(citizen: Citizen, text: str) -> float:
    started = time.monotonic()
    await citizen.says(text)
    await citizen.reads()
    return time.monotonic() - started


async def test_a_lone_text_is_answered_within_a_second(lone: House, phrases: Phrases) -> None:
    text = phrases.answered(Language.RU)[0]
    waits = [await seconds_until_answered(lone.newcomer("ru"), text) for _ in range(3)]
    assert min(waits) >= 0.4, "it waited for a second text"
    assert sorted(waits)[1] < SOON


async def test_a_button_is_answered_at_once(office: House) -> None:
    citizen = office.newcomer("ru")
    await citizen.says("/start")
    await citizen.reads()
    started = time.monotonic()
    await citizen.presses("Русский")
    await citizen.reads()
    assert time.monotonic() - started < SOON
    assert await citizen.reads_toast() == ""


@pytest.mark.parametrize("count", [2, 3, 5, 12])
async def test_texts_in_quick_succession_are_one_question_with_one_answer(
    office: House, phrases: Phrases, count: int
) -> None:
    citizen = office.newcomer("ru")
    for place in range(count):
        await citizen.says(f"{phrases.unheard_of(Language.RU)} {place}")
    await citizen.reads()
    await office.settled()
    assert len(office.sent(citizen.chat_id)) == 1
    assert len(office.questions(citizen.chat_id)) == 1


async def test_the_words_of_a_burst_are_understood_together(office: House, phrases: Phrases) -> None:
    whole, half = office.newcomer("ru"), office.newcomer("ru")
    text = phrases.answered(Language.RU)[0]
    words = text.split()
    middle = max(1, len(words) // 2)
    await whole.says(text)
    await half.says(" ".join(words[:middle]))
    await half.says(" ".join(words[middle:]))
    assert (await half.reads()).text == (await whole.reads()).text
    await office.settled()
    assert len(office.sent(half.chat_id)) == 1


async def test_texts_that_follow_while_the_first_waits_renew_the_wait(
    office: House, phrases: Phrases
) -> None:
    citizen = office.newcomer("ru")
    for _ in range(4):
        await citizen.says(phrases.unheard_of(Language.RU))
        await asyncio.sleep(0.25)  # the pace at which this citizen types
    await citizen.reads()
    await office.settled()
    assert len(office.sent(citizen.chat_id)) == 1
    assert len(office.questions(citizen.chat_id)) == 1


async def test_who_never_stops_typing_is_answered_after_two_seconds_all_the_same(
    office: House, phrases: Phrases
) -> None:
    citizen = office.newcomer("ru")
    started = time.monotonic()
    while not office.sent(citizen.chat_id):
        await citizen.says(phrases.unheard_of(Language.RU))
        await asyncio.sleep(0.3)
        assert time.monotonic() - started < 2 + SOON
    assert time.monotonic() - started > 1.5
    await office.settled()
    assert len(office.sent(citizen.chat_id)) == len(office.questions(citizen.chat_id)) <= 2


async def test_two_texts_with_a_pause_between_are_two_questions(office: House, phrases: Phrases) -> None:
    citizen = office.newcomer("ru")
    for _ in range(2):
        await citizen.says(phrases.unheard_of(Language.RU))
        await citizen.reads()
    assert len(office.questions(citizen.chat_id)) == 2


async def test_a_text_followed_by_a_command_at_once_is_answered_first(
    office: House, phrases: Phrases
) -> None:
    citizen = office.newcomer("ru")
    started = time.monotonic()
    await citizen.says(phrases.unheard_of(Language.RU))
    await citizen.says("/menu")
    receipt, menu = await citizen.reads_many(2)
    assert time.monotonic() - started < SOON
    number_in(receipt.text)
    assert len(menu.buttons) > 3
    await office.settled()
    assert len(office.sent(citizen.chat_id)) == 2


async def test_somebody_who_keeps_typing_delays_nobody_else(lone: House, phrases: Phrases) -> None:
    typing, other = lone.newcomer("ru"), lone.newcomer("ru")
    await typing.says(phrases.unheard_of(Language.RU))
    wait, _ = await asyncio.gather(
        seconds_until_answered(other, phrases.unheard_of(Language.RU)),
        types_on(typing, phrases.unheard_of(Language.RU)),
    )
    assert wait < SOON
    await typing.reads()
    assert lone.sent(other.chat_id)[0].number < lone.sent(typing.chat_id)[0].number


async def types_on(citizen: Citizen, text: str) -> None:
    for _ in range(4):
        await asyncio.sleep(0.3)
        await citizen.says(text)


async def test_twenty_persons_at_once_are_answered_within_the_limits_of_telegram(
    lone: House, phrases: Phrases
) -> None:
    citizens = [lone.newcomer("ru") for _ in range(20)]
    for citizen in citizens:
        await citizen.says(phrases.unheard_of(Language.RU))
    await eventually(
        "all were answered", lambda: all(lone.sent(citizen.chat_id) for citizen in citizens), within=5
    )
    moments = sorted(event.body["date"] for citizen in citizens for event in lone.sent(citizen.chat_id))
    assert len(moments) == 20


async def test_an_album_is_one_question_and_staff_get_every_picture(office: House) -> None:
    citizen, officer = office.newcomer("ru"), office.officer()
    for place in range(3):
        office.stand_in.sends(
            citizen.person_id,
            "photo",
            caption="мой договор" if place == 0 else "",
            album=f"a{citizen.chat_id}",
        )
    number = number_in((await citizen.reads()).text)
    await office.settled()
    assert len(office.sent(citizen.chat_id)) == 1
    assert len(office.questions(citizen.chat_id)) == 1
    at_the_desk = await officer.reads_many(4)
    assert number in at_the_desk[0].text
    assert "мой договор" in at_the_desk[0].text
    assert sum("photo" in heard.message for heard in at_the_desk) == 3
