"""New messages."""

from typing import Any

import pytest

from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, ERLAN, STAFF, Api

MENU = {"inline_keyboard": [[{"text": "Мәзір", "callback_data": "menu"}]]}


async def test_a_message_has_what_was_sent(api: Api) -> None:
    bold = {"type": "bold", "offset": 0, "length": 5}
    message = await api.done(
        "sendMessage", chat_id=AIGUL, text="Сәлем /menu", entities=[bold], reply_markup=MENU
    )
    assert message["text"] == "Сәлем /menu"
    assert message["entities"] == [bold, {"type": "bot_command", "offset": 6, "length": 5}]
    assert message["reply_markup"] == MENU
    assert message["from"]["is_bot"] is True
    assert message["date"] == 1795510800


async def test_ids_rise_over_all_private_chats_and_in_each_group(api: Api) -> None:
    first = await api.done("sendMessage", chat_id=AIGUL, text="а")
    second = await api.done("sendMessage", chat_id=ERLAN, text="б")
    other = await api.done("sendMessage", chat_id=STAFF, text="в")
    assert second["message_id"] == first["message_id"] + 1
    assert other["message_id"] == first["message_id"]


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "қ" * 4097}, "message is too long"),
        ({"text": "😀" * 4097}, "message is too long"),
        ({"text": "а", "reply_parameters": {"message_id": 5}}, "message to be replied not found"),
        ({"text": "а", "message_thread_id": 5}, "message thread not found"),
        ({"text": "а", "chat_id": 77}, "chat not found"),
        ({"text": "а", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "а", "chat_id": ""}, "chat_id is empty"),
    ],
)
async def test_a_wrong_message_is_refused_in_the_words_of_the_real_server(
    api: Api, parameters: dict[str, Any], sentence: str
) -> None:
    assert await api.refused("sendMessage", **{"chat_id": AIGUL, **parameters}) == f"Bad Request: {sentence}"


async def test_the_length_counts_code_points_after_parsing(api: Api) -> None:
    await api.done("sendMessage", chat_id=AIGUL, text="😀" * 4096)
    await api.done("sendMessage", chat_id=AIGUL, text="<b>" + "қ" * 4096 + "</b>", parse_mode="HTML")


async def test_a_caption_is_shorter_than_a_text(api: Api, stand_in: StandIn) -> None:
    photo_id = stand_in.sends(AIGUL, "photo")
    kept = stand_in.world.messages.find(AIGUL, photo_id)
    assert kept is not None
    file_id = kept.message["photo"][0]["file_id"]
    await api.done("sendPhoto", chat_id=AIGUL, photo=file_id, caption="қ" * 1024)
    long = await api.refused("sendPhoto", chat_id=AIGUL, photo=file_id, caption="қ" * 1025)
    assert long == "Bad Request: message caption is too long"
    assert "wrong file identifier" in await api.refused("sendPhoto", chat_id=AIGUL, photo="nothing")


async def test_who_cannot_be_reached_is_told_apart(api: Api, stand_in: StandIn) -> None:
    stand_in.add_person(5, "Жаңа")
    stand_in.blocks(AIGUL)
    stand_in.deactivates(ERLAN)
    assert (
        await api.refused("sendMessage", chat_id=AIGUL, text="а") == "Forbidden: bot was blocked by the user"
    )
    assert await api.refused("sendMessage", chat_id=ERLAN, text="а") == "Forbidden: user is deactivated"
    assert (
        await api.refused("sendMessage", chat_id=5, text="а")
        == "Forbidden: bot can't initiate conversation with a user"
    )
    stand_in.says(5, "/start")
    await api.done("sendMessage", chat_id=5, text="а")
    stand_in.unblocks(AIGUL)
    await api.done("sendMessage", chat_id=AIGUL, text="а")


async def test_a_group_that_moved_names_its_new_id(api: Api, stand_in: StandIn) -> None:
    stand_in.add_group(-7, "Ескі", kind="group", migrated_to=STAFF)
    answer = await api("sendMessage", chat_id=-7, text="а")
    assert answer["parameters"] == {"migrate_to_chat_id": STAFF}


async def test_a_copy_is_the_bots_own_and_a_forward_is_not(api: Api, stand_in: StandIn) -> None:
    theirs = stand_in.says(AIGUL, "менің сұрағым")
    copy = await api.done("copyMessage", chat_id=STAFF, from_chat_id=AIGUL, message_id=theirs)
    await api.done("editMessageText", chat_id=STAFF, message_id=copy["message_id"], text="өзгерді")
    forward = await api.done("forwardMessage", chat_id=STAFF, from_chat_id=AIGUL, message_id=theirs)
    assert forward["forward_origin"]["sender_user"]["id"] == AIGUL
    gone = await api.refused("editMessageText", chat_id=STAFF, message_id=forward["message_id"], text="а")
    assert gone == "Bad Request: message can't be edited"
    assert "message to copy not found" in await api.refused(
        "copyMessage", chat_id=STAFF, from_chat_id=AIGUL, message_id=1
    )


async def test_protected_messages_cannot_be_copied_or_forwarded(api: Api) -> None:
    mine = await api.done("sendMessage", chat_id=AIGUL, text="құпия", protect_content=True)
    where = {"chat_id": STAFF, "from_chat_id": AIGUL, "message_id": mine["message_id"]}
    assert "can't be copied" in await api.refused("copyMessage", **where)
    assert "can't be forwarded" in await api.refused("forwardMessage", **where)


async def test_several_are_copied_and_the_missing_left_out(api: Api, stand_in: StandIn) -> None:
    numbers = [stand_in.says(AIGUL, text) for text in ("бір", "екі")]
    copies = await api.done("copyMessages", chat_id=STAFF, from_chat_id=AIGUL, message_ids=[*numbers, 1])
    assert len(copies) == 2
    assert "no messages" in await api.refused(
        "copyMessages", chat_id=STAFF, from_chat_id=AIGUL, message_ids=[1]
    )


async def test_a_reply_shows_what_it_answers(api: Api, stand_in: StandIn) -> None:
    theirs = stand_in.says(AIGUL, "сұрақ")
    answer = await api.done(
        "sendMessage", chat_id=AIGUL, text="жауап", reply_parameters={"message_id": theirs}
    )
    assert answer["reply_to_message"]["text"] == "сұрақ"
    lenient = {"message_id": 1, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await api.done(
        "sendMessage", chat_id=AIGUL, text="жауап", reply_parameters=lenient
    )


async def test_places_and_contacts_can_be_sent(api: Api) -> None:
    place = await api.done("sendLocation", chat_id=AIGUL, latitude=37.5, longitude=127)
    assert place["location"] == {"latitude": 37.5, "longitude": 127}
    contact = await api.done("sendContact", chat_id=AIGUL, phone_number="+82", first_name="Елшілік")
    assert contact["contact"] == {"phone_number": "+82", "first_name": "Елшілік"}


async def test_a_method_that_cannot_be_played_says_so(api: Api) -> None:
    assert "does not carry out sendDice" in await api.refused("sendDice", chat_id=AIGUL)
    assert await api.done("unpinAllChatMessages", chat_id=AIGUL) is True
    assert "wrong parameter action" in await api.refused("sendChatAction", chat_id=AIGUL, action="thinking")
