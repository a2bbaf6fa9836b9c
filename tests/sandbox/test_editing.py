"""Changed and deleted messages."""

from typing import Any

import pytest

from bot.sandbox.editing import NOT_MODIFIED
from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, STAFF, Api, HandClock

MENU = {"inline_keyboard": [[{"text": "Мәзір", "callback_data": "menu"}]]}


async def sent(api: Api, chat_id: int = AIGUL, **more: Any) -> int:
    message = await api.done("sendMessage", chat_id=chat_id, text="бұрын", **more)
    number: int = message["message_id"]
    return number


async def test_an_edit_changes_text_and_drops_buttons_not_given_again(api: Api, stand_in: StandIn) -> None:
    number = await sent(api, reply_markup=MENU)
    edited = await api.done("editMessageText", chat_id=AIGUL, message_id=number, text="кейін")
    assert (edited["text"], edited.get("reply_markup")) == ("кейін", None)
    assert edited["edit_date"] == edited["date"]
    assert [kept.message["text"] for kept in stand_in.world.messages.of(AIGUL)] == ["кейін"]


async def test_an_edit_that_changes_nothing_is_refused(api: Api) -> None:
    number = await sent(api, reply_markup=MENU)
    same = {"chat_id": AIGUL, "message_id": number, "text": "бұрын", "reply_markup": MENU}
    assert await api.refused("editMessageText", **same) == f"Bad Request: {NOT_MODIFIED}"
    markup = {"chat_id": AIGUL, "message_id": number, "reply_markup": MENU}
    assert NOT_MODIFIED in await api.refused("editMessageReplyMarkup", **markup)
    await api.done("editMessageReplyMarkup", chat_id=AIGUL, message_id=number)
    assert NOT_MODIFIED in await api.refused(
        "editMessageText", chat_id=AIGUL, message_id=number, text="бұрын"
    )


async def test_only_the_bots_own_messages_can_be_edited(api: Api, stand_in: StandIn) -> None:
    theirs = stand_in.says(AIGUL, "сұрақ")
    assert (
        await api.refused("editMessageText", chat_id=AIGUL, message_id=theirs, text="а")
        == "Bad Request: message can't be edited"
    )
    assert "message to edit not found" in await api.refused(
        "editMessageText", chat_id=AIGUL, message_id=1, text="а"
    )
    assert "identifier is not specified" in await api.refused("editMessageText", chat_id=AIGUL, text="а")


@pytest.mark.parametrize(
    "markup", [{"keyboard": [[{"text": "а"}]]}, {"remove_keyboard": True}, {"force_reply": True}]
)
async def test_a_message_with_a_reply_keyboard_can_never_be_edited(api: Api, markup: dict[str, Any]) -> None:
    number = await sent(api, reply_markup=markup)
    assert "can't be edited" in await api.refused(
        "editMessageText", chat_id=AIGUL, message_id=number, text="а"
    )


async def test_an_old_message_can_still_be_edited(api: Api, clock: HandClock) -> None:
    number = await sent(api)
    clock.move(400 * 24 * 3600)
    await api.done("editMessageText", chat_id=AIGUL, message_id=number, text="кейін")


async def test_text_and_caption_are_told_apart(api: Api, stand_in: StandIn) -> None:
    number = await sent(api)
    kept = stand_in.world.messages.find(AIGUL, stand_in.sends(AIGUL, "document"))
    assert kept is not None
    file = await api.done("sendDocument", chat_id=AIGUL, document=kept.message["document"]["file_id"])
    where = {"chat_id": AIGUL, "message_id": file["message_id"]}
    assert "no text in the message" in await api.refused("editMessageText", **where, text="а")
    assert (await api.done("editMessageCaption", **where, caption="а"))["caption"] == "а"
    assert "no caption" in await api.refused(
        "editMessageCaption", chat_id=AIGUL, message_id=number, caption="а"
    )


async def test_an_edited_text_obeys_the_rules_of_a_new_one(api: Api) -> None:
    where = {"chat_id": AIGUL, "message_id": await sent(api)}
    assert "message text is empty" in await api.refused("editMessageText", **where, text="")
    assert "message text is empty" in await api.refused("editMessageText", **where)
    assert "message is too long" in await api.refused("editMessageText", **where, text="қ" * 4097)


async def test_a_message_can_be_deleted_for_48_hours(api: Api, stand_in: StandIn, clock: HandClock) -> None:
    young, old = await sent(api), await sent(api)
    theirs = stand_in.says(AIGUL, "сұрақ")
    for number in (young, theirs):
        assert await api.done("deleteMessage", chat_id=AIGUL, message_id=number) is True
    assert "message to delete not found" in await api.refused(
        "deleteMessage", chat_id=AIGUL, message_id=young
    )
    assert "to edit not found" in await api.refused(
        "editMessageText", chat_id=AIGUL, message_id=young, text="а"
    )
    clock.move(48 * 3600)
    assert "can't be deleted for everyone" in await api.refused(
        "deleteMessage", chat_id=AIGUL, message_id=old
    )


async def test_in_a_group_an_administrator_may_delete_more(api: Api, stand_in: StandIn) -> None:
    first, second = (stand_in.says(AIGUL, text, chat_id=STAFF) for text in ("бір", "екі"))
    await api.done("deleteMessage", chat_id=STAFF, message_id=first)
    stand_in.sets_bot_status(AIGUL, STAFF, "member")
    assert "can't be deleted" in await api.refused("deleteMessage", chat_id=STAFF, message_id=second)
    await api.done("deleteMessage", chat_id=STAFF, message_id=await sent(api, STAFF))


async def test_many_are_deleted_at_once_and_the_missing_left_out(api: Api, stand_in: StandIn) -> None:
    numbers = [await sent(api), await sent(api)]
    await api.done("deleteMessages", chat_id=AIGUL, message_ids=[*numbers, 1])
    assert list(stand_in.world.messages.of(AIGUL)) == []
    assert "too many" in await api.refused("deleteMessages", chat_id=AIGUL, message_ids=list(range(101)))
