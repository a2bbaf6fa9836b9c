"""Groups, their members and forum topics."""

from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, ERLAN, STAFF, Api


async def test_a_topic_is_opened_written_in_closed_and_reopened(api: Api, stand_in: StandIn) -> None:
    topic = await api.done("createForumTopic", chat_id=STAFF, name="Қ-17")
    where = {"chat_id": STAFF, "message_thread_id": topic["message_thread_id"]}
    card = await api.done("sendMessage", **where, text="сұрақ")
    assert card["message_thread_id"] == topic["message_thread_id"]
    assert await api.done("closeForumTopic", **where) is True
    assert "TOPIC_NOT_MODIFIED" in await api.refused("closeForumTopic", **where)
    await api.done("sendMessage", **where, text="әкімші жаза алады")
    stand_in.sets_bot_status(AIGUL, STAFF, "member")
    assert "TOPIC_CLOSED" in await api.refused("sendMessage", **where, text="а")
    assert "not enough rights" in await api.refused("reopenForumTopic", **where)
    stand_in.sets_bot_status(AIGUL, STAFF, "administrator")
    await api.done("reopenForumTopic", **where)
    await api.done("editForumTopic", **where, name="Қ-17 жабық")
    assert stand_in.world.chats.groups[STAFF].topics[topic["message_thread_id"]].name == "Қ-17 жабық"
    await api.done("deleteForumTopic", **where)
    assert "TOPIC_ID_INVALID" in await api.refused("closeForumTopic", **where)
    assert "thread not found" in await api.refused("sendMessage", **where, text="а")


async def test_only_a_forum_has_topics(api: Api, stand_in: StandIn) -> None:
    stand_in.add_group(-5, "Жай топ")
    assert "not a forum" in await api.refused("createForumTopic", chat_id=-5, name="а")
    assert "not a forum" in await api.refused("createForumTopic", chat_id=AIGUL, name="а")
    assert "TOPIC_TITLE" in await api.refused("createForumTopic", chat_id=STAFF, name=" ")
    assert "TOPIC_ICON_COLOR_INVALID" in await api.refused(
        "createForumTopic", chat_id=STAFF, name="а", icon_color=1
    )


async def test_members_are_known(api: Api, stand_in: StandIn) -> None:
    stand_in.joins(AIGUL, STAFF)
    stand_in.joins(ERLAN, STAFF, administrator=True)
    bot_id = (await api.done("getMe"))["id"]
    statuses = [
        (await api.done("getChatMember", chat_id=STAFF, user_id=user))["status"]
        for user in (AIGUL, ERLAN, bot_id)
    ]
    assert statuses == ["member", "administrator", "administrator"]
    assert await api.done("getChatMemberCount", chat_id=STAFF) == 3
    assert [found["user"]["id"] for found in await api.done("getChatAdministrators", chat_id=STAFF)] == [
        bot_id,
        ERLAN,
    ]
    stand_in.leaves(ERLAN, STAFF)
    assert (await api.done("getChatMember", chat_id=STAFF, user_id=ERLAN))["status"] == "left"
    assert "user not found" in await api.refused("getChatMember", chat_id=STAFF, user_id=5)


async def test_a_chat_describes_itself(api: Api) -> None:
    assert (await api.done("getChat", chat_id=STAFF))["is_forum"] is True
    assert (await api.done("getChat", chat_id=AIGUL))["type"] == "private"
    assert "chat not found" in await api.refused("getChat", chat_id=5)


async def test_a_kicked_bot_can_do_nothing_in_the_group(api: Api, stand_in: StandIn) -> None:
    stand_in.sets_bot_status(AIGUL, STAFF, "kicked")
    for method in ("getChat", "getChatAdministrators"):
        assert (
            await api.refused(method, chat_id=STAFF) == "Forbidden: bot was kicked from the supergroup chat"
        )
    stand_in.sets_bot_status(AIGUL, STAFF, "member")
    await api.done("leaveChat", chat_id=STAFF)
    assert "not a member" in await api.refused("sendMessage", chat_id=STAFF, text="а")


async def test_a_message_can_be_pinned(api: Api, stand_in: StandIn) -> None:
    message = await api.done("sendMessage", chat_id=STAFF, text="а")
    await api.done("pinChatMessage", chat_id=STAFF, message_id=message["message_id"])
    assert stand_in.world.chats.groups[STAFF].pinned == [message["message_id"]]
    assert "message to pin not found" in await api.refused("pinChatMessage", chat_id=STAFF, message_id=1)
