"""Methods that put a new message into a chat."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.calls import Call, read_text
from bot.sandbox.chats import Account, Chat
from bot.sandbox.journal import Sort
from bot.sandbox.keyboards import read_reply_markup
from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.world import World

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(world: World, call: Call) -> Json:
    chat = call.reach(world)
    return post_message(world, call, chat, read_text(call))


def send_chat_action(world: World, call: Call) -> bool:
    chat = call.reach(world)
    action = call.need("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.journal.note(chat.id, Sort.TYPING, {"action": action}, by_bot=True)
    return True


def post_message(world: World, call: Call, chat: Chat, content: Json, *, frozen: bool = False) -> Json:
    """Put the bot's message into a chat, with the buttons, the thread and the reply the call asks for."""
    markup, other = read_reply_markup(call.get("reply_markup"))
    content = {**content, **_thread(call, chat), **_reply(world, call, chat)}
    if markup is not None:
        content["reply_markup"] = markup
    protected = bool(call.get("protect_content", False))
    if protected:
        content["has_protected_content"] = True
    return world.post(chat, world.bot, content, frozen=frozen or other, protected=protected)


def _thread(call: Call, chat: Chat) -> Json:
    thread_id = call.get("message_thread_id")
    if thread_id is None:
        return {}
    if isinstance(chat, Account) or thread_id not in chat.topics:
        raise bad_request("message thread not found")
    if chat.topics[thread_id].closed and chat.bot_status != "administrator":
        raise bad_request("TOPIC_CLOSED")
    return {"message_thread_id": thread_id, "is_topic_message": True}


def _reply(world: World, call: Call, chat: Chat) -> Json:
    reply = call.get("reply_parameters")
    if not isinstance(reply, dict):
        return {}
    elsewhere = reply.get("chat_id")
    kept = world.messages.find(
        world.chats.find(elsewhere).id if elsewhere else chat.id, reply.get("message_id")
    )
    if kept is not None:
        return {"reply_to_message": without_replies(kept.message)}
    if reply.get("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def without_replies(message: Json) -> Json:
    """A message as it appears inside another: replies are one level deep."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "sendMessage": send_message,
    "sendChatAction": send_chat_action,
}
