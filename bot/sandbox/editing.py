"""Methods that change or delete a message."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.sandbox.calls import Call, read_caption, read_text
from bot.sandbox.chats import Account, Chat
from bot.sandbox.journal import Sort
from bot.sandbox.keyboards import read_inline_keyboard
from bot.sandbox.messages import Kept
from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
DELETABLE = timedelta(hours=48)
MOST_DELETED = 100


def edit_text(world: World, call: Call) -> Json:
    """New text, entities and buttons; buttons that are not given again disappear."""
    spot = _editable(world, call)
    content = read_text(call)
    if "text" not in spot.message:
        raise bad_request("there is no text in the message to edit")
    return _change(world, call, spot, content, ("text", "entities"))


def edit_caption(world: World, call: Call) -> Json:
    spot = _editable(world, call)
    content = read_caption(call)
    if "text" in spot.message:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, call, spot, content, ("caption", "caption_entities"))


def edit_reply_markup(world: World, call: Call) -> Json:
    spot = _editable(world, call)
    return _change(world, call, spot, {}, ())


def delete_message(world: World, call: Call) -> bool:
    """Delete within 48 hours: the bot's own, in private chats the person's too. Errors: 400."""
    chat = call.reach(world)
    message_id = call.need("message_id")
    kept = world.messages.find(chat.id, message_id)
    if kept is None:
        raise bad_request("message to delete not found")
    if not _may_delete(world, chat, kept):
        raise bad_request("message can't be deleted for everyone")
    _remove(world, chat, message_id)
    return True


def delete_messages(world: World, call: Call) -> bool:
    """Up to 100 messages of a chat; those that are gone or too old are left out."""
    chat = call.reach(world)
    message_ids = call.need("message_ids")
    if not 0 < len(message_ids) <= MOST_DELETED:
        raise bad_request("too many message identifiers specified" if message_ids else "message_ids is empty")
    for message_id in message_ids:
        kept = world.messages.find(chat.id, message_id)
        if kept is not None and _may_delete(world, chat, kept):
            _remove(world, chat, message_id)
    return True


@dataclass(frozen=True)
class Spot:
    """A message that may be edited, and its chat."""

    chat: Chat
    message: Json


def _editable(world: World, call: Call) -> Spot:
    if call.get("inline_message_id") is not None:
        raise bad_request("MESSAGE_ID_INVALID")
    chat = call.reach(world)
    message_id = call.get("message_id")
    if message_id is None:
        raise bad_request("message identifier is not specified")
    kept = world.messages.find(chat.id, message_id)
    if kept is None:
        raise bad_request("message to edit not found")
    if not kept.by_bot or kept.frozen:
        raise bad_request("message can't be edited")
    return Spot(chat, kept.message)


def _change(world: World, call: Call, spot: Spot, content: Json, replaced: tuple[str, ...]) -> Json:
    markup = read_inline_keyboard(call.get("reply_markup"))
    dropped = {*replaced, "reply_markup", "edit_date"}
    new = {name: value for name, value in spot.message.items() if name not in dropped} | content
    if markup is not None:
        new["reply_markup"] = markup
    old = {name: value for name, value in spot.message.items() if name != "edit_date"}
    if new == old:
        raise bad_request(NOT_MODIFIED)
    return world.change(spot.chat, new, by_bot=True)


def _may_delete(world: World, chat: Chat, kept: Kept) -> bool:
    young = world.clock.now() - kept.sent_at < DELETABLE
    if isinstance(chat, Account):
        return young
    return chat.bot_status == "administrator" or (kept.by_bot and young)


def _remove(world: World, chat: Chat, message_id: int) -> None:
    world.messages.remove(chat.id, message_id)
    world.journal.note(chat.id, Sort.DELETED, {"message_id": message_id}, by_bot=True)


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageReplyMarkup": edit_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
