"""Commands, names, and answers to pressed buttons."""

from typing import Any

import pytest

from bot.sandbox.profile import TOO_OLD, commands_for, presented_to
from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, ERLAN, Api, HandClock


def command(name: str, description: str = "сипаттама") -> dict[str, str]:
    return {"command": name, "description": description}


async def test_a_person_sees_the_commands_of_the_narrowest_scope_in_their_language(
    api: Api, stand_in: StandIn
) -> None:
    people = stand_in.world.chats.people
    await api.done("setMyCommands", commands=[command("start")])
    assert commands_for(stand_in.world, people[AIGUL]) == [command("start")]
    await api.done(
        "setMyCommands", commands=[command("menu")], scope={"type": "all_private_chats"}, language_code="ru"
    )
    assert commands_for(stand_in.world, people[ERLAN]) == [command("menu")]
    assert commands_for(stand_in.world, people[AIGUL]) == [command("start")]
    chat = {"type": "chat", "chat_id": AIGUL}
    await api.done("setMyCommands", commands=[command("admin")], scope=chat)
    assert commands_for(stand_in.world, people[AIGUL]) == [command("admin")]
    assert await api.done("getMyCommands", scope=chat) == [command("admin")]
    await api.done("deleteMyCommands", scope=chat)
    assert commands_for(stand_in.world, people[AIGUL]) == [command("start")]


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ([command("Start")], "BOT_COMMAND_INVALID"),
        ([command("мәзір")], "BOT_COMMAND_INVALID"),
        ([command("a" * 33)], "BOT_COMMAND_INVALID"),
        ([command("menu", "")], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([command("menu", "а" * 257)], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([command(f"c{number}") for number in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_wrong_commands_are_refused(api: Api, commands: list[dict[str, str]], sentence: str) -> None:
    assert sentence in await api.refused("setMyCommands", commands=commands)


@pytest.mark.parametrize(
    ("verb", "parameter", "longest"),
    [
        ("MyName", "name", 64),
        ("MyDescription", "description", 512),
        ("MyShortDescription", "short_description", 120),
    ],
)
async def test_the_bot_names_itself_in_each_language(
    api: Api, verb: str, parameter: str, longest: int
) -> None:
    await api.done(f"set{verb}", **{parameter: "Жалпы"})
    await api.done(f"set{verb}", **{parameter: "Русское"}, language_code="ru")
    assert await api.done(f"get{verb}", language_code="ru") == {parameter: "Русское"}
    assert await api.done(f"get{verb}", language_code="kk") == {parameter: "Жалпы"}
    assert "too long" in await api.refused(f"set{verb}", **{parameter: "а" * (longest + 1)})


async def test_a_person_is_shown_the_bot_in_their_language_and_what_was_taken_back_is_gone(
    api: Api, stand_in: StandIn
) -> None:
    erlan = stand_in.world.chats.people[ERLAN]
    assert presented_to(stand_in.world, erlan) == {
        "name": "Sandbox bot",
        "description": "",
        "short_description": "",
    }
    await api.done("setMyName", name="Жалпы")
    await api.done("setMyName", name="Русское", language_code="ru")
    before = stand_in.world.journal.number
    await api.done("setMyShortDescription", short_description="Қысқа")
    assert stand_in.world.journal.changed_chats(before) == [0]
    erlan.language_code = "ru-KZ"
    assert presented_to(stand_in.world, erlan)["name"] == "Русское"
    assert presented_to(stand_in.world, erlan)["short_description"] == "Қысқа"
    await api.done("setMyName", name="", language_code="ru")
    assert presented_to(stand_in.world, erlan)["name"] == "Жалпы"


async def pressed(api: Api, stand_in: StandIn) -> dict[str, Any]:
    markup = {"inline_keyboard": [[{"text": "Иә", "callback_data": "yes"}]]}
    message = await api.done("sendMessage", chat_id=AIGUL, text="?", reply_markup=markup)
    stand_in.presses(AIGUL, message["message_id"], text="Иә")
    update: dict[str, Any] = (await api.done("getUpdates", offset=-1))[0]["callback_query"]
    assert update["data"] == "yes"
    assert update["message"]["message_id"] == message["message_id"]
    return update


async def test_a_press_is_answered_once_and_soon(api: Api, stand_in: StandIn, clock: HandClock) -> None:
    query = await pressed(api, stand_in)
    await api.done("answerCallbackQuery", callback_query_id=query["id"], text="Жарайды")
    assert TOO_OLD in await api.refused("answerCallbackQuery", callback_query_id=query["id"])
    query = await pressed(api, stand_in)
    clock.move(61)
    assert (
        await api.refused("answerCallbackQuery", callback_query_id=query["id"]) == f"Bad Request: {TOO_OLD}"
    )
    assert TOO_OLD in await api.refused("answerCallbackQuery", callback_query_id="5")


async def test_a_toast_has_at_most_200_characters(api: Api, stand_in: StandIn) -> None:
    query = await pressed(api, stand_in)
    assert "MESSAGE_TOO_LONG" in await api.refused(
        "answerCallbackQuery", callback_query_id=query["id"], text="қ" * 201
    )
    await api.done("answerCallbackQuery", callback_query_id=query["id"], text="қ" * 200)
