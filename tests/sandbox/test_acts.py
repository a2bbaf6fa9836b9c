"""What people do, as the bot gets it."""

from typing import Any

import pytest

from bot.sandbox.refusal import RefusalError
from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, ERLAN, STAFF, Api


async def updates(api: Api, **parameters: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await api.done("getUpdates", **parameters)
    return found


async def test_a_text_arrives_with_its_author_and_entities(api: Api, stand_in: StandIn) -> None:
    number = stand_in.says(AIGUL, "/start нұсқа")
    message = (await updates(api))[0]["message"]
    assert message["message_id"] == number
    assert message["from"] == {"id": AIGUL, "is_bot": False, "first_name": "Айгүл", "language_code": "kk"}
    assert message["chat"] == {"id": AIGUL, "type": "private", "first_name": "Айгүл"}
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_an_edited_text_arrives_as_such(api: Api, stand_in: StandIn) -> None:
    number = stand_in.says(AIGUL, "виза https://a.kz")
    stand_in.edits(AIGUL, number, "басқа")
    edited = (await updates(api))[1]["edited_message"]
    assert (edited["text"], edited["message_id"], "entities" in edited) == ("басқа", number, False)
    with pytest.raises(RefusalError):
        stand_in.edits(ERLAN, number, "бөтен", chat_id=AIGUL)


KINDS = [
    "photo",
    "voice",
    "document",
    "contact",
    "location",
    "sticker",
    "video",
    "video_note",
    "audio",
    "animation",
]


@pytest.mark.parametrize("kind", KINDS)
async def test_files_contacts_and_places_arrive(api: Api, stand_in: StandIn, kind: str) -> None:
    stand_in.sends(AIGUL, kind, caption="мынау", album="a1")
    message = (await updates(api))[0]["message"]
    assert kind in message
    assert (message["caption"], message["media_group_id"]) == ("мынау", "a1")


def test_an_unknown_kind_is_refused(stand_in: StandIn) -> None:
    with pytest.raises(RefusalError):
        stand_in.sends(AIGUL, "fax")


async def test_replies_and_forwards_arrive(api: Api, stand_in: StandIn) -> None:
    first = stand_in.says(AIGUL, "бір")
    stand_in.says(AIGUL, "екі", reply_to=first, forwarded=True)
    message = (await updates(api))[1]["message"]
    assert message["reply_to_message"]["message_id"] == first
    assert message["forward_origin"]["type"] == "hidden_user"


async def test_blocking_and_unblocking_arrive_once(api: Api, stand_in: StandIn) -> None:
    stand_in.blocks(AIGUL)
    stand_in.blocks(AIGUL)
    with pytest.raises(RefusalError):
        stand_in.says(AIGUL, "а")
    stand_in.unblocks(AIGUL)
    changes = [update["my_chat_member"] for update in await updates(api)]
    statuses = [
        (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) for change in changes
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]
    assert changes[0]["chat"]["type"] == "private"


async def test_a_group_tells_the_bot_its_status_and_who_comes(api: Api, stand_in: StandIn) -> None:
    await updates(api, allowed_updates=["my_chat_member", "chat_member"])
    stand_in.sets_bot_status(ERLAN, STAFF, "member")
    stand_in.joins(AIGUL, STAFF)
    stand_in.leaves(AIGUL, STAFF)
    found = await updates(api)
    assert found[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert [update["chat_member"]["new_chat_member"]["status"] for update in found[1:]] == ["member", "left"]
    with pytest.raises(RefusalError):
        stand_in.sets_bot_status(ERLAN, STAFF, "owner")


async def test_a_plain_member_of_a_group_hears_only_what_is_meant_for_it(api: Api, stand_in: StandIn) -> None:
    mine = await api.done("sendMessage", chat_id=STAFF, text="карта")
    stand_in.says(AIGUL, "әкімші бәрін естиді", chat_id=STAFF)
    stand_in.world.chats.groups[STAFF].bot_status = "member"
    stand_in.says(AIGUL, "өзара әңгіме", chat_id=STAFF)
    stand_in.says(AIGUL, "/take", chat_id=STAFF)
    stand_in.says(AIGUL, "жауап", chat_id=STAFF, reply_to=mine["message_id"])
    stand_in.says(AIGUL, "қара @sandbox_bot", chat_id=STAFF)
    heard = [update["message"]["text"] for update in await updates(api)]
    assert heard == ["әкімші бәрін естиді", "/take", "жауап", "қара @sandbox_bot"]


async def test_officers_write_in_a_topic(api: Api, stand_in: StandIn) -> None:
    topic = await api.done("createForumTopic", chat_id=STAFF, name="Қ-17")
    stand_in.says(AIGUL, "жауап", chat_id=STAFF, thread_id=topic["message_thread_id"])
    assert (await updates(api))[0]["message"]["message_thread_id"] == topic["message_thread_id"]
    with pytest.raises(RefusalError):
        stand_in.says(AIGUL, "жауап", thread_id=5)


def test_a_button_of_a_deleted_message_cannot_be_pressed(stand_in: StandIn) -> None:
    number = stand_in.says(AIGUL, "а")
    stand_in.deletes(AIGUL, number)
    with pytest.raises(RefusalError):
        stand_in.presses(AIGUL, number, text="Иә")
    with pytest.raises(RefusalError):
        stand_in.deletes(AIGUL, number)


def test_a_link_button_opens_and_tells_the_bot_nothing(stand_in: StandIn) -> None:
    markup = {"inline_keyboard": [[{"text": "Сайт", "url": "https://a.kz"}]]}
    account = stand_in.world.chats.people[AIGUL]
    message = stand_in.world.post(account, stand_in.world.bot, {"text": "а", "reply_markup": markup})
    assert stand_in.presses(AIGUL, message["message_id"], place=(0, 0))["url"] == "https://a.kz"
    assert len(stand_in.world.updates) == 0
