"""
Filters as coroutines.

aiogram runs a filter that is no coroutine in a thread of its own, its magic `F` included. That costs more
than all the rest of carrying an update.
"""

import re

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import Press
from bot.telegram.turn import Turn

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+|$)")
_LINK = re.compile(r"[A-Za-z0-9_-]{1,64}\s*")

_NOISE_OF_THE_CHAT = frozenset(
    {
        "boost_added", "channel_chat_created", "chat_background_set", "chat_shared", "connected_website",
        "delete_chat_photo", "forum_topic_closed", "forum_topic_created", "forum_topic_edited",
        "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden",
        "group_chat_created", "left_chat_member", "message_auto_delete_timer_changed", "migrate_from_chat_id",
        "migrate_to_chat_id", "new_chat_members", "new_chat_photo", "new_chat_title", "passport_data",
        "pinned_message", "proximity_alert_triggered", "successful_payment", "supergroup_chat_created",
        "video_chat_ended", "video_chat_participants_invited", "video_chat_scheduled", "video_chat_started",
        "web_app_data", "write_access_allowed",
    }
)  # fmt: skip
"""What Telegram writes about the chat itself. Everything else was sent by somebody and asks."""


async def in_private(message: Message) -> bool:
    """Whether a message was written to the bot alone."""
    return message.chat.type == "private"


async def has_words(message: Message) -> bool:
    """Whether a message is a text, or was corrected to have words in its caption."""
    return bool(message.text or (message.edit_date and message.caption))


async def asks(message: Message) -> bool:
    """Whether somebody sent it, whatever it is; kinds that are new at Telegram count as sent."""
    return message.content_type not in _NOISE_OF_THE_CHAT


def command_of(text: str) -> str | None:
    """
    The command that a text is, in small letters, without the bot's name.

    Words behind it are what somebody wants to say: then it is no command. Behind /start may stand a link.
    """
    found = _COMMAND.match(text)
    if found is None:
        return None
    name, rest = found[1].lower(), text[found.end() :].strip()
    return name if not rest or (name == "start" and _LINK.fullmatch(rest)) else None


def without_command(text: str) -> str:
    """The words of a text, without a command in front of them."""
    found = _COMMAND.match(text)
    return text[found.end() :] if found and text[found.end() :].strip() else text


class IsCommand(Filter):
    """A message that begins with one of the commands; with none named, with any."""

    def __init__(self, *names: str) -> None:
        self._names = frozenset(names)

    async def __call__(self, message: Message) -> bool:
        command = command_of(message.text or "")
        return command is not None and (not self._names or command in self._names)


class OfContent(Filter):
    """A message that holds one of these kinds of things."""

    def __init__(self, *kinds: str) -> None:
        self._kinds = frozenset(kinds)

    async def __call__(self, message: Message) -> bool:
        return message.content_type in self._kinds


class Addressed(Filter):
    """A message in a group that was meant for the bot: in that of the staff, or in any other."""

    def __init__(self, *, by_staff: bool = False) -> None:
        self._by_staff = by_staff

    async def __call__(self, message: Message, turn: Turn) -> bool:
        return turn.is_addressed and (message.chat.id == turn.staff_chat_id) is self._by_staff


class Pressed(Filter):
    """A button of one kind; hands over what it carries."""

    def __init__(self, kind: type[Press]) -> None:
        self._kind = kind

    async def __call__(self, query: CallbackQuery) -> dict[str, Press] | bool:
        try:
            return {"callback_data": self._kind.unpack(query.data or "")}
        except (TypeError, ValueError):
            return False
