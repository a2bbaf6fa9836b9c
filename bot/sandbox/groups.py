"""Methods about chats: what they are, who is in them, pinned messages."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.chats import Group
from bot.sandbox.journal import Sort
from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.world import World

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_pin_messages",
    "can_manage_topics",
)
NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


def get_chat(world: World, call: Call) -> Json:
    chat = world.chats.find(call.get("chat_id"))
    if isinstance(chat, Group):
        chat = world.chats.reach(chat.id)
    return {**chat.wire(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}


def get_chat_member(world: World, call: Call) -> Json:
    group = _reached(world, call)
    user_id = call.need("user_id")
    if user_id == world.bot["id"]:
        return member(world.bot, group.bot_status)
    return member(world.chats.person(user_id).user(), status_of(group, user_id))


def get_chat_administrators(world: World, call: Call) -> list[Json]:
    group = _reached(world, call)
    people = [world.chats.person(user_id).user() for user_id in sorted(group.administrators)]
    own = [member(world.bot, "administrator")] if group.bot_status == "administrator" else []
    return own + [member(user, "administrator") for user in people]


def get_chat_member_count(world: World, call: Call) -> int:
    group = _reached(world, call)
    return len(group.members | group.administrators) + (group.bot_status in {"administrator", "member"})


def status_of(group: Group, user_id: int) -> str:
    """What a person is in a group."""
    if user_id in group.administrators:
        return "administrator"
    return "member" if user_id in group.members else "left"


def member(user: Json, status: str) -> Json:
    """The ChatMember object."""
    about: Json = {"user": user, "status": status}
    if status == "administrator":
        about |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(RIGHTS, True)}
    if status == "kicked":
        about["until_date"] = 0
    return about


def pin_chat_message(world: World, call: Call) -> bool:
    chat = call.reach(world)
    message_id = call.need("message_id")
    if world.messages.find(chat.id, message_id) is None:
        raise bad_request("message to pin not found")
    if isinstance(chat, Group):
        if chat.bot_status != "administrator":
            raise bad_request("not enough rights to manage pinned messages in the chat")
        chat.pinned.append(message_id)
    world.journal.note(chat.id, Sort.CHANGED, {"pinned": message_id}, by_bot=True)
    return True


def leave_chat(world: World, call: Call) -> bool:
    _reached(world, call).bot_status = "left"
    return True


def _reached(world: World, call: Call) -> Group:
    group = world.chats.group(call.get("chat_id"))
    world.chats.reach(group.id)
    return group


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "pinChatMessage": pin_chat_message,
    "leaveChat": leave_chat,
}
