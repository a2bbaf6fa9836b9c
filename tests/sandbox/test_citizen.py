"""The driver for end-to-end tests."""

import asyncio

import pytest

from bot.sandbox.cast import OFFICER_ID, STAFF_CHAT_ID, bring_the_cast
from bot.sandbox.citizen import Citizen
from bot.sandbox.refusal import RefusalError
from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, STAFF, Api

MENU = {
    "inline_keyboard": [
        [{"text": "Мәзір", "callback_data": "menu"}, {"text": "Тіл", "callback_data": "lang"}]
    ]
}


async def test_a_citizen_reads_each_message_once_and_in_order(api: Api, stand_in: StandIn) -> None:
    await api.done("sendMessage", chat_id=AIGUL, text="бұрынғы")
    citizen = Citizen(stand_in, AIGUL)
    await citizen.says("сұрақ")
    first = await api.done("sendMessage", chat_id=AIGUL, text="бір", reply_markup=MENU)
    await api.done("editMessageText", chat_id=AIGUL, message_id=first["message_id"], text="екі")
    heard = await citizen.reads_many(2)
    assert [(one.text, one.edited, one.buttons) for one in heard] == [
        ("бір", False, ("Мәзір", "Тіл")),
        ("екі", True, ()),
    ]
    assert {one.message_id for one in heard} == {first["message_id"]}
    assert await citizen.hears_nothing(0.01)


async def test_a_citizen_waits_for_what_comes_later(api: Api, stand_in: StandIn) -> None:
    citizen = Citizen(stand_in, AIGUL)
    heard, _ = await asyncio.gather(citizen.reads(5), api.done("sendMessage", chat_id=AIGUL, text="кеш"))
    assert heard.text == "кеш"
    with pytest.raises(TimeoutError):
        await citizen.reads(0.01)


async def test_a_citizen_presses_a_button_by_its_label_and_reads_the_toast(
    api: Api, stand_in: StandIn
) -> None:
    citizen = Citizen(stand_in, AIGUL)
    await api.done("sendMessage", chat_id=AIGUL, text="ескі", reply_markup=MENU)
    newest = await api.done("sendMessage", chat_id=AIGUL, text="жаңа", reply_markup=MENU)
    assert (await citizen.presses("Тіл"))["callback_data"] == "lang"
    query = (await api.done("getUpdates", offset=-1))[0]["callback_query"]
    assert query["message"]["message_id"] == newest["message_id"]
    await api.done("answerCallbackQuery", callback_query_id=query["id"], text="Таңдалды")
    assert await citizen.reads_toast() == "Таңдалды"
    with pytest.raises(RefusalError):
        await citizen.presses("Жоқ батырма")


async def test_an_officer_reads_the_staff_group(api: Api, stand_in: StandIn) -> None:
    officer = Citizen(stand_in, AIGUL, chat_id=STAFF)
    card = await api.done("sendMessage", chat_id=STAFF, text="Қ-17")
    assert (await officer.reads()).text == "Қ-17"
    await officer.says("аламын", reply_to=card["message_id"])
    assert (await api.done("getUpdates"))[0]["message"]["reply_to_message"]["text"] == "Қ-17"


def test_the_cast_is_the_same_at_every_start(stand_in: StandIn) -> None:
    bring_the_cast(stand_in, forum=True)
    assert OFFICER_ID in stand_in.world.chats.groups[STAFF_CHAT_ID].members
    assert stand_in.world.chats.people[OFFICER_ID].started
