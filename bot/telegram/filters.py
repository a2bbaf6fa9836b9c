"""
Filters as coroutines.

aiogram runs a filter that is no coroutine in a thread of its own, its magic `F` included. That costs more
than all the rest of carrying an update.
"""

import re

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import Press

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(@\w+)?(?:\s|$)")


async def in_private(message: Message) -> bool:
    """Whether a message was written to the bot alone."""
    return message.chat.type == "private"


async def has_text(message: Message) -> bool:
    """Whether a message has words of its own."""
    return bool(message.text)


def command_of(text: str) -> str | None:
    """The command that a text begins with, in small letters, without the bot's name."""
    found = _COMMAND.match(text)
    return found[1].lower() if found else None


class IsCommand(Filter):
    """A message that begins with one of the commands; with none named, with any."""

    def __init__(self, *names: str) -> None:
        self._names = frozenset(names)

    async def __call__(self, message: Message) -> bool:
        command = command_of(message.text or "")
        return command is not None and (not self._names or command in self._names)


class Pressed(Filter):
    """A button of one kind; hands over what it carries."""

    def __init__(self, kind: type[Press]) -> None:
        self._kind = kind

    async def __call__(self, query: CallbackQuery) -> dict[str, Press] | bool:
        try:
            return {"callback_data": self._kind.unpack(query.data or "")}
        except (TypeError, ValueError):
            return False
