"""What happened in each chat, in order: what a page shows live and what a waiting test reads."""

import asyncio
from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from bot.sandbox.refusal import Json

KEPT_PER_CHAT = 2000


class Sort(StrEnum):
    """A kind of event in a chat."""

    SENT = "sent"
    EDITED = "edited"
    DELETED = "deleted"
    TOAST = "toast"  # the answer to a pressed button
    TYPING = "typing"  # the bot says that it is at work
    CHANGED = "changed"  # something about the chat itself: blocked, a topic closed


@dataclass(frozen=True)
class Event:
    """One thing that happened in a chat."""

    number: int  # rises over all chats
    chat_id: int
    sort: Sort
    by_bot: bool
    body: Json  # the message, or the callback answer


class Journal:
    """The last events of every chat, and the bell for those who wait for the next."""

    def __init__(self) -> None:
        self._number = 0
        self._chats: dict[int, deque[Event]] = {}
        self._waiting: list[asyncio.Future[None]] = []
        self._closed = False

    @property
    def number(self) -> int:
        """The number of the newest event; 0 before the first."""
        return self._number

    @property
    def closed(self) -> bool:
        """Whether the stand-in is stopping: nothing more will happen."""
        return self._closed

    def note(self, chat_id: int, sort: Sort, body: Json, *, by_bot: bool) -> None:
        """Write an event down and wake everyone who waits."""
        self._number += 1
        events = self._chats.setdefault(chat_id, deque(maxlen=KEPT_PER_CHAT))
        events.append(Event(self._number, chat_id, sort, by_bot, body))
        self._ring()

    def since(self, chat_id: int, number: int) -> list[Event]:
        """The events of a chat that are newer than this number."""
        return [event for event in self._chats.get(chat_id, ()) if event.number > number]

    def changed_chats(self, number: int) -> list[int]:
        """The chats in which something newer than this number happened."""
        return [chat_id for chat_id, events in self._chats.items() if events[-1].number > number]

    async def wait(self, number: int, seconds: float) -> bool:
        """Wait so many seconds for an event newer than this number; False when none came."""
        if self._number > number or self._closed:
            return True
        bell = asyncio.get_running_loop().create_future()
        self._waiting.append(bell)
        try:
            async with asyncio.timeout(seconds):
                await bell
        except TimeoutError:
            return False
        finally:
            if bell in self._waiting:
                self._waiting.remove(bell)
        return True

    def open(self) -> None:
        """Something may happen again (a server that was stopped starts anew)."""
        self._closed = False

    def close(self) -> None:
        """Wake everyone for the last time."""
        self._closed = True
        self._ring()

    def _ring(self) -> None:
        waiting, self._waiting = self._waiting, []
        for bell in waiting:
            if not bell.done():
                bell.set_result(None)
