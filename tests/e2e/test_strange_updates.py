"""What no library can parse, and what breaks a handler: nobody else is stopped and no words are lost."""

import time
from typing import Any

import pytest

from bot.people.model import Language
from bot.sandbox.citizen import Citizen
from bot.sandbox.updates import Waiting
from tests.e2e.bot_process import eventually
from tests.e2e.house import House, heard_by, number_in
from tests.e2e.phrases import Phrases

pytestmark = pytest.mark.asyncio(loop_scope="session")

POISONED_WITHIN = 12.0
"""Seconds in which a handler fails five times, with its growing pauses."""
TOO_LARGE = 10**30


def message_of(citizen: Citizen, text: Any, **about: Any) -> dict[str, Any]:
    """A message of a private chat, as Telegram writes it."""
    return {
        "message": {
            "message_id": 1,
            "date": int(time.time()),
            "chat": {"id": citizen.chat_id, "type": "private", "first_name": "N"},
            "from": {"id": citizen.chat_id, "is_bot": False, "first_name": "N", "language_code": "ru"},
            "text": text,
            **about,
        }
    }


def unparsable(citizen: Citizen, text: str) -> dict[str, Any]:
    """A forward from a hidden person without their name: Telegram has sent such, aiogram refuses it."""
    return message_of(citizen, text, forward_origin={"type": "hidden_user", "date": 1})


def nested(depth: int) -> Any:
    inner: Any = []
    for _ in range(depth):
        inner = [inner]
    return inner


def present(office: House) -> Citizen:
    """Somebody new to whom the bot may speak: what they send comes to it as a raw update."""
    citizen = office.newcomer("ru")
    office.stand_in.world.chats.people[citizen.person_id].started = True
    return citizen


async def test_an_unparsable_update_stops_nobody_and_its_words_reach_people(
    office: House, phrases: Phrases
) -> None:
    before, author, after = office.newcomer("ru"), present(office), office.newcomer("ru")
    officer = office.officer()
    text = f"верните мои деньги {author.chat_id}"
    await before.says(phrases.answered(Language.RU)[0])
    office.stand_in.updates_raw(unparsable(author, text))
    await after.says(phrases.answered(Language.RU)[0])
    await before.reads()
    await after.reads()
    number = number_in((await author.reads()).text)
    assert number in await heard_by(officer, lambda heard: text in heard)
    await office.settled()
    assert [len(office.sent(one.chat_id)) for one in (before, author, after)] == [1, 1, 1]


async def test_a_burst_with_one_unparsable_part_loses_none_of_its_words(office: House) -> None:
    author, officer = present(office), office.officer()
    first, second = f"первая часть {author.chat_id}", f"вторая часть {author.chat_id}"
    await author.says(first)
    office.stand_in.updates_raw(unparsable(author, second))
    await author.reads()
    at_the_desk = await heard_by(officer, lambda heard: second in heard)
    assert first in at_the_desk
    await office.settled()
    assert len(office.sent(author.chat_id)) == 1


ODD: tuple[dict[str, Any], ...] = (
    {},
    {"message": None},
    {"message": "text"},
    {"message": []},
    {"message": {}},
    {"message": {"text": "без чата"}},
    {"message": {"chat": None, "from": None, "text": "пусто"}},
    {"message": {"chat": {"id": "77"}, "from": {"id": "77"}, "text": "числа строкой"}},
    {"message": {"chat": {"id": 1.5, "type": "private"}, "text": "дробь"}},
    {"message": {"chat": {"id": True, "type": "private"}, "text": "да"}},
    {"message": {"chat": {"id": TOO_LARGE, "type": "private"}, "text": "много"}},
    {"message": {"chat": {"id": -(2**63), "type": "group"}, "text": "мало"}},
    {"message": {"chat": {"id": 2**63 - 1, "type": "private"}, "date": 1, "message_id": 1, "text": "край"}},
    {"message": {"chat": {"id": 0, "type": "private"}, "text": "ноль"}},
    {"message": {"chat": [1], "from": [], "text": {}}},
    {"message": {"date": TOO_LARGE, "text": 5, "media_group_id": {"a": nested(10)}}},
    {"message": nested(200)},
    {"message": {"reply_to_message": nested(200)}},
    {"edited_message": {"chat": {"id": "x"}, "text": None}},
    {"callback_query": {}},
    {"callback_query": {"id": 5, "from": {}, "data": 7, "message": []}},
    {"callback_query": {"id": "5", "from": {"id": 99, "is_bot": False, "first_name": "N"}, "data": None}},
    {"my_chat_member": {"chat": {}, "new_chat_member": "kicked"}},
    {"chat_member": 5},
    {"channel_post": {"text": "канал"}},
    {"unheard_of": {"text": "новый вид"}},
    {"message": {}, "edited_message": {}, "callback_query": {}},
)


@pytest.mark.parametrize("update", ODD, ids=[str(place) for place in range(len(ODD))])
async def test_an_update_of_odd_shape_stops_nobody(
    office: House, phrases: Phrases, update: dict[str, Any]
) -> None:
    citizen = office.newcomer("ru")
    office.stand_in.updates_raw(update)
    await citizen.says("/menu")
    await citizen.reads(5)
    assert await office.bot.status("/readyz") == 200


@pytest.mark.parametrize("update_id", ["seven", None], ids=str)
async def test_an_update_without_a_usable_id_stops_nobody_and_is_not_asked_for_without_a_pause(
    office: House, update_id: Any
) -> None:
    citizen = office.newcomer("ru")
    await office.settled()
    office.stand_in.updates_raw({"update_id": update_id, "message": {"text": "без номера"}})
    polls = office.stand_in.transcript.counts["getUpdates"]
    started = time.monotonic()
    await eventually("a second went by", lambda: time.monotonic() - started > 1)
    assert office.stand_in.transcript.counts["getUpdates"] - polls <= 10
    await citizen.says("/menu")
    await citizen.reads()


@pytest.mark.parametrize("spelling", ["\\ud800", "\\u0000", "\\udc00\\ud800", "\\ud83d"])
async def test_letters_that_are_none_are_received_answered_and_kept(office: House, spelling: str) -> None:
    citizen = present(office)
    update_id = office.stand_in.updates_raw(message_of(citizen, "вопрос HERE конец"))
    queue = office.stand_in.world.updates._queue
    queue[-1] = Waiting(update_id, queue[-1].body.replace("HERE", spelling))
    await citizen.reads()
    await office.settled()
    [(kept,)] = office.rows("SELECT text FROM questions WHERE chat_id = ?", citizen.chat_id)
    assert kept.startswith("вопрос ")
    assert kept.endswith(" конец")
    assert len(office.sent(citizen.chat_id)) == 1


async def test_a_message_that_breaks_its_handler_becomes_poison_and_reaches_people(
    office: House, phrases: Phrases
) -> None:
    author, other, officer = present(office), office.newcomer("ru"), office.officer()
    text = f"сломанное сообщение {author.chat_id}"
    # aiogram takes any number, but no database has a place for this one.
    office.stand_in.updates_raw(message_of(author, text, message_id=TOO_LARGE))
    await other.says(phrases.unheard_of(Language.RU))
    assert number_in((await other.reads()).text)
    number = number_in((await author.reads(POISONED_WITHIN)).text)
    assert number in await heard_by(officer, lambda heard: text in heard)
    await office.settled()
    assert len(office.sent(author.chat_id)) == 1
    assert len(office.questions(author.chat_id)) == 1


async def test_what_follows_a_broken_message_in_its_chat_waits_for_it_and_is_answered(
    office: House, phrases: Phrases
) -> None:
    author = present(office)
    office.stand_in.updates_raw(message_of(author, "сломанное", message_id=TOO_LARGE))
    await author.says("/menu")
    receipt, menu = await author.reads_many(2, POISONED_WITHIN)
    number_in(receipt.text)
    assert len(menu.buttons) > 3


@pytest.mark.parametrize(
    "data",
    [
        f"n:ru:0:{TOO_LARGE}", f"n:ru:{TOO_LARGE}", "n:ru:0:-1", "n:ru:0:999999999", "c:ru:0:1:no.topic",
        "t:ru:0:no.topic", "g:ru:0:x", "m", "m:xx:0", "", ":", "l:ru:0:xx:", "unheard of", "\0", "x" * 200,
    ],
)  # fmt: skip
async def test_a_press_of_a_button_that_never_was_is_answered_all_the_same(office: House, data: str) -> None:
    citizen = office.newcomer("ru")
    await citizen.says("/menu")
    await citizen.reads()
    office.stand_in.updates_raw(
        {
            "callback_query": {
                "id": "1",
                "chat_instance": "1",
                "from": {"id": citizen.chat_id, "is_bot": False, "first_name": "N", "language_code": "ru"},
                "message": office.sent(citizen.chat_id)[0].body,
                "data": data,
            }
        }
    )
    heard = await citizen.reads()
    assert heard.buttons
    assert office.questions(citizen.chat_id) == []


async def test_numbers_have_no_gaps_after_all_this(office: House) -> None:
    await office.settled()
    numbers = [number for (number,) in office.rows("SELECT number FROM questions ORDER BY number")]
    assert numbers == list(range(1, len(numbers) + 1))
