"""The messages of every chat as they look now, with what decides whether they can still be changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.sandbox.refusal import Json


@dataclass
class Kept:
    """A message and what the wire does not show."""

    message: Json
    sent_at: datetime
    by_bot: bool
    frozen: bool = False  # carried a reply keyboard or was forwarded: never editable
    protected: bool = False  # may not be copied or forwarded


class MessageStore:
    """
    All messages by chat.

    Message ids begin at a number made from the clock (see first_number): a bot's database may remember
    messages of an earlier stand-in, and an id used twice would make it edit the wrong one.
    """

    def __init__(self, first_id: int) -> None:
        self._first = first_id
        self._next_private = first_id
        self._next_in_group: dict[int, int] = {}
        self._chats: dict[int, dict[int, Kept]] = {}

    def new_id(self, chat_id: int) -> int:
        """The next id: one sequence for all private chats, one for each group, as in Telegram."""
        if chat_id >= 0:
            self._next_private += 1
            return self._next_private - 1
        number = self._next_in_group.get(chat_id, self._first)
        self._next_in_group[chat_id] = number + 1
        return number

    def keep(self, chat_id: int, kept: Kept) -> None:
        """Store a new message under its id."""
        self._chats.setdefault(chat_id, {})[kept.message["message_id"]] = kept

    def find(self, chat_id: int, message_id: int | None) -> Kept | None:
        """The message, unless it never was or is gone."""
        return None if message_id is None else self._chats.get(chat_id, {}).get(message_id)

    def replace(self, chat_id: int, message: Json) -> None:
        """Put the changed message in place of the old one; old copies stay as they were."""
        self._chats[chat_id][message["message_id"]].message = message

    def remove(self, chat_id: int, message_id: int) -> Kept | None:
        """Delete a message; None when it was not there."""
        return self._chats.get(chat_id, {}).pop(message_id, None)

    def of(self, chat_id: int) -> Iterator[Kept]:
        """The messages of a chat, oldest first."""
        return iter(list(self._chats.get(chat_id, {}).values()))


EPOCH = 1_767_225_600
"""1 January 2026 in Unix seconds."""

PER_SECOND = 8
"""
Ids set aside for every second since the epoch.

A stand-in that is started again must not use the ids of the one before, and it keeps nothing: so both start
from the clock. Eight a second leave room for every pace of people, and stay in 32 bits until 2034.
"""


def first_number(now: datetime) -> int:
    """The first update id and the first message id of a stand-in that starts now."""
    return max(1, int((now.timestamp() - EPOCH) * PER_SECOND))
