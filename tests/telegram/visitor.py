"""Somebody who talks to the bot, one thing after the other, and what they see of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessage,
    EditMessageReplyMarkup,
    EditMessageText,
    SendMessage,
    TelegramMethod,
)

from bot.faq.library import Library
from bot.faq.matching.model import Decision
from bot.mail.parcels import Parcel
from bot.people.model import Language
from bot.telegram.callbacks import Press
from bot.telegram.turn import Said
from tests.support.people import AIGERIM, NOON, STAFF_GROUP, person
from tests.support.telegram import Desk, buttons, messages_to, stored
from tests.support.updates import Raw, edit_update, press_update, text_update


@dataclass(frozen=True)
class Heard:
    """What followed from one thing that a person did."""

    said: list[Said]

    @property
    def methods(self) -> list[TelegramMethod[Any]]:
        """The requests, without what is wanted of them."""
        return [one.method for one in self.said]

    @property
    def screen(self) -> SendMessage | EditMessageText:
        """The one message that the person sees now."""
        (shown,) = [
            one
            for one in self.methods
            if isinstance(one, SendMessage | EditMessageText) and one.chat_id == AIGERIM
        ]
        return shown

    @property
    def text(self) -> str:
        return self.screen.text or ""

    @property
    def buttons(self) -> list[tuple[str, str]]:
        """The buttons of that message: what they say and what they carry."""
        return buttons(self.screen)

    @property
    def rebuttoned(self) -> list[tuple[str, str]]:
        """The new buttons of a message that stays as it is."""
        (changed,) = [one for one in self.methods if isinstance(one, EditMessageReplyMarkup)]
        return buttons(changed)

    @property
    def flashed(self) -> list[str | None]:
        """What the button that was pressed says."""
        return [one.text for one in self.methods if isinstance(one, AnswerCallbackQuery)]

    @property
    def to_staff(self) -> list[str]:
        """What the staff read."""
        return [one.text for one in messages_to(STAFF_GROUP, self.methods)]

    @property
    def alarms(self) -> list[str]:
        """What the staff read before everything else."""
        return [one.text for one in messages_to(STAFF_GROUP, [one.method for one in self.said if one.alarm])]

    @property
    def copied(self) -> list[int]:
        """The ids of the messages that the staff get as they are."""
        return [
            one.message_id
            for one in self.methods
            if isinstance(one, CopyMessage)
            and (one.chat_id, one.from_chat_id) == (STAFF_GROUP, self.screen.chat_id)
        ]


class Visitor:
    """Aigerim, with her own desk; each message and each press is another one."""

    def __init__(
        self, library: Library, language: Language | None = None, *, staff: int | None = None, **changes: Any
    ) -> None:
        self.library = library
        self.desk = Desk(library, staff=staff)
        self.round = self.desk.round
        self.known = person(language=language, **changes)
        self.now = NOON
        self._last = 0

    async def writes(self, text: str, decision: Decision | None = None, **content: Any) -> Heard:
        """A text comes from her."""
        number = self._next()
        return await self.carry(text_update(text, number, message_id=number, **content), decision=decision)

    async def sends(self, kind: str, content: Any, decision: Decision | None = None, **more: Any) -> Heard:
        """Something else than a text comes from her."""
        number = self._next()
        raw = text_update(None, number, message_id=number, **{kind: content}, **more)
        return await self.carry(raw, decision=decision)

    async def corrects(
        self, message_id: int, text: str | None, decision: Decision | None = None, **content: Any
    ) -> Heard:
        """She edits an earlier message."""
        raw = edit_update(text or "", self._next(), message_id=message_id, **content)
        if text is None:
            del raw["edited_message"]["text"]
        return await self.carry(raw, decision=decision)

    async def presses(self, data: Press | str, **more: Any) -> Heard:
        """She presses a button of a message of its own."""
        number = self._next()
        return await self.carry(press_update(data, number, **{"message_id": 1000 + number, **more}))

    async def carry(
        self,
        *raws: Raw,
        decision: Decision | None = None,
        received_at: datetime | None = None,
        slowed: bool = False,
    ) -> Heard:
        """Whatever comes from her together."""
        rows = tuple(
            stored(
                raw,
                self.known,
                burst=raws[0]["update_id"],
                received_at=received_at or self.now,
                slowed=slowed,
            )
            for raw in raws
        )
        said = await self.desk.dispatch.carry(Parcel(rows), decision, self.round, self.now)
        self.known = self.round.persons.get(AIGERIM, self.known)
        return Heard(said)

    @property
    def last_message(self) -> int:
        """The id of the message that she wrote last."""
        return self._last

    def _next(self) -> int:
        self._last += 1
        return self._last


def carried(pressed: Sequence[tuple[str, str]], kind: type[Press]) -> list[Any]:
    """What the buttons of one kind carry."""
    prefix = f"{kind.__prefix__}:"
    return [kind.unpack(data) for _, data in pressed if data.startswith(prefix)]
