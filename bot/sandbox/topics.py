"""Methods about the topics of a forum group."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.chats import Account, ForumTopic, Group
from bot.sandbox.journal import Sort
from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.world import World

COLOURS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)
"""The colours Telegram knows for a topic's icon."""
LONGEST_NAME = 128


def create_forum_topic(world: World, call: Call) -> Json:
    group = _forum(world, call)
    name = _topic_name(call.need("name"))
    colour = call.get("icon_color", COLOURS[0])
    if colour not in COLOURS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    created = {"name": name, "icon_color": colour}
    message = world.post(group, world.bot, {"forum_topic_created": created, "is_topic_message": True})
    thread_id: int = message["message_id"]
    group.topics[thread_id] = ForumTopic(thread_id, name, colour)
    return {"message_thread_id": thread_id, **created}


def edit_forum_topic(world: World, call: Call) -> bool:
    group, topic = _topic(world, call)
    name = call.get("name", "")
    if not name or name == topic.name:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name = _topic_name(name)
    return _say(world, group, topic, "forum_topic_edited", {"name": topic.name})


def close_forum_topic(world: World, call: Call) -> bool:
    return _set_closed(world, call, closed=True)


def reopen_forum_topic(world: World, call: Call) -> bool:
    return _set_closed(world, call, closed=False)


def delete_forum_topic(world: World, call: Call) -> bool:
    """The topic and its messages disappear."""
    group, topic = _topic(world, call)
    del group.topics[topic.thread_id]
    for kept in world.messages.of(group.id):
        if topic.thread_id in (kept.message.get("message_thread_id"), kept.message["message_id"]):
            world.messages.remove(group.id, kept.message["message_id"])
    world.journal.note(group.id, Sort.CHANGED, {"deleted_topic": topic.thread_id}, by_bot=True)
    return True


def _forum(world: World, call: Call) -> Group:
    chat = call.reach(world)
    if isinstance(chat, Account) or not chat.forum:
        raise bad_request("the chat is not a forum")
    if chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage topics")
    return chat


def _topic(world: World, call: Call) -> tuple[Group, ForumTopic]:
    group = _forum(world, call)
    topic = group.topics.get(call.need("message_thread_id"))
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return group, topic


def _topic_name(name: str) -> str:
    if not 0 < len(name.strip()) <= LONGEST_NAME:
        raise bad_request("TOPIC_TITLE_INVALID" if name.strip() else "TOPIC_TITLE_EMPTY")
    return name.strip()


def _set_closed(world: World, call: Call, *, closed: bool) -> bool:
    group, topic = _topic(world, call)
    if topic.closed is closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    return _say(world, group, topic, "forum_topic_closed" if closed else "forum_topic_reopened", {})


def _say(world: World, group: Group, topic: ForumTopic, what: str, content: Json) -> bool:
    world.post(
        group, world.bot, {what: content, "message_thread_id": topic.thread_id, "is_topic_message": True}
    )
    return True


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "createForumTopic": create_forum_topic,
    "editForumTopic": edit_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
    "deleteForumTopic": delete_forum_topic,
}
