"""Driving one person in an end-to-end test: say, press, read what the bot answers."""

import time
from dataclasses import dataclass

from bot.sandbox.journal import Event, Sort
from bot.sandbox.keyboards import Aim, button_at
from bot.sandbox.refusal import Json, RefusalError, bad_request
from bot.sandbox.stand_in import StandIn

PATIENCE = 5.0
"""Seconds a citizen waits for the bot unless told otherwise."""


@dataclass(frozen=True)
class Heard:
    """A message of the bot, new or changed, as it looked when it came."""

    message_id: int
    text: str  # text or caption
    buttons: tuple[str, ...]
    edited: bool
    message: Json


class Citizen:
    """
    A person in their private chat, or in a group when `chat_id` is given.

    Every message of the bot is read once, in order. What came before the citizen was made is not read.
    """

    def __init__(self, stand_in: StandIn, person_id: int, *, chat_id: int | None = None) -> None:
        self._stand_in = stand_in
        self._journal = stand_in.world.journal
        self._group_id = chat_id
        self.person_id = person_id
        self.chat_id = person_id if chat_id is None else chat_id
        self._messages_read = self._toasts_read = self._journal.number
        self.last: Heard | None = None

    async def says(self, text: str, *, reply_to: int | None = None, thread_id: int | None = None) -> int:
        """Write a text; the message's id."""
        return self._stand_in.says(
            self.person_id, text, chat_id=self._group_id, reply_to=reply_to, thread_id=thread_id
        )

    async def sends(self, kind: str, *, caption: str = "") -> int:
        """Send a photo, voice, document …; the message's id."""
        return self._stand_in.sends(self.person_id, kind, caption=caption, chat_id=self._group_id)

    async def presses(self, button: str, *, message_id: int | None = None) -> Json:
        """Press a button by its label, under the newest message that has it or a given one; the button."""
        where = self._with_button(button) if message_id is None else message_id
        return self._stand_in.presses(self.person_id, where, text=button, chat_id=self._group_id)

    async def reads(self, within: float = PATIENCE) -> Heard:
        """The next message of the bot. Errors: TimeoutError when none came."""
        event = await self._next(frozenset({Sort.SENT, Sort.EDITED}), self._messages_read, within)
        self._messages_read = event.number
        self.last = _heard(event)
        return self.last

    async def reads_many(self, count: int, within: float = PATIENCE) -> list[Heard]:
        """The next messages of the bot. Errors: TimeoutError when fewer came in all that time."""
        end = time.monotonic() + within
        return [await self.reads(max(end - time.monotonic(), 0.0)) for _ in range(count)]

    async def hears_nothing(self, seconds: float) -> bool:
        """Whether the bot stays silent so long. What comes instead stays unread."""
        try:
            await self._next(frozenset({Sort.SENT, Sort.EDITED}), self._messages_read, seconds)
        except TimeoutError:
            return True
        return False

    async def reads_toast(self, within: float = PATIENCE) -> str:
        """The next answer to a pressed button. Errors: TimeoutError when none came."""
        event = await self._next(frozenset({Sort.TOAST}), self._toasts_read, within)
        self._toasts_read = event.number
        text: str = event.body["text"]
        return text

    async def _next(self, sorts: frozenset[Sort], after: int, within: float) -> Event:
        end = time.monotonic() + within
        while True:
            seen = self._journal.number
            for event in self._journal.since(self.chat_id, after):
                if event.by_bot and event.sort in sorts:
                    return event
            remaining = end - time.monotonic()
            if remaining <= 0 or self._journal.closed:
                raise TimeoutError
            await self._journal.wait(seen, remaining)

    def _with_button(self, label: str) -> int:
        for kept in reversed(list(self._stand_in.world.messages.of(self.chat_id))):
            try:
                button_at(kept.message.get("reply_markup"), Aim(text=label))
            except RefusalError:
                continue
            message_id: int = kept.message["message_id"]
            return message_id
        raise bad_request(f"no message has the button {label!r}")


def _heard(event: Event) -> Heard:
    message = event.body
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return Heard(
        message_id=message["message_id"],
        text=str(message.get("text") or message.get("caption") or ""),
        buttons=tuple(button["text"] for row in rows for button in row),
        edited=event.sort is Sort.EDITED,
        message=message,
    )
