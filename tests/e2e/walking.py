"""Pressing every button there is: whatever a message brings is pressed in its turn."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from bot.people.model import Language
from bot.sandbox.citizen import Citizen
from bot.sandbox.journal import Event, Sort
from bot.telegram.callbacks import LanguagePress
from tests.e2e.house import House
from tests.e2e.seeing import Message, buttons, complaints_in, presses, text_of
from tests.e2e.watching import WatchedStandIn

_CAUSE = re.compile(r"update:(\d+)-\d+:\d+")


@dataclass(frozen=True)
class Button:
    """What a button carries, and the message under which it was seen."""

    data: str
    message: Message

    @property
    def parts(self) -> list[str]:
        return self.data.split(":")


class Guise(Enum):
    """What has become of the message when its button is pressed."""

    AS_IT_WAS = auto()
    INACCESSIBLE = auto()  # older than 48 hours: Telegram tells nothing but its id
    DELETED = auto()


@dataclass(frozen=True)
class Pressed:
    """A press and all that came of it."""

    button: Button
    guise: Guise
    toast: str | None  # None: the button turns for ever
    messages: tuple[Message, ...]

    def complaints(self, language: Language) -> list[str]:
        """What a citizen who has chosen a language would say about it."""
        if self.toast is None:
            return ["the press was not answered"]
        if not self.messages and not self.toast and not self._was_a_vote_on_nothing:
            return ["nothing was to be seen"]
        return [
            f"{complaint}: {text_of(message)!r}"
            for message in self.messages
            for complaint in complaints_in(message, language)
        ]

    @property
    def _was_a_vote_on_nothing(self) -> bool:
        """The reasons are asked below the answer; where that was deleted there is nothing to ask about."""
        return self.guise is Guise.DELETED and self.button.parts[0] == "r"


class Walker:
    """One citizen who presses everything, in one language."""

    def __init__(self, house: House, stand_in: WatchedStandIn, citizen: Citizen, language: Language) -> None:
        self._house = house
        self._stand_in = stand_in
        self._chat_id = citizen.chat_id
        self._language = language
        self._looked = 0
        self._rows_before = 0
        self.buttons: dict[str, Button] = {}

    def look(self) -> list[Button]:
        """The buttons that were not seen before, of all messages since the last look."""
        new = []
        for event in self._events()[self._looked :]:
            for data in presses(event.body):
                if data not in self.buttons:
                    self.buttons[data] = Button(data, event.body)
                    new.append(self.buttons[data])
        self._looked = len(self._events())
        return new

    async def walk(self) -> list[Pressed]:
        """Press what is there, then what that has brought, until nothing new comes."""
        done: list[Pressed] = []
        while new := self.look():
            done += await self.press(new)
        return done

    async def press(self, wanted: Iterable[Button], guise: Guise = Guise.AS_IT_WAS) -> list[Pressed]:
        """Press these one after another without waiting; after another language comes the own one again."""
        await self._house.settled()
        self._rows_before = self._last_row()
        before = len(self._events())
        made: dict[int, tuple[Button, str]] = {}
        for button in wanted:
            update_id, query_id = self._press(button, guise)
            made[update_id] = (button, query_id)
            if button.parts[0] == "l":
                self._press(self._own_language(button), guise)
        await self._house.settled(300)
        shown = self._shown(self._events(), before)
        toasts = self._toasts()
        return [
            Pressed(button, guise, toasts.get(query_id), tuple(shown[update_id]))
            for update_id, (button, query_id) in made.items()
        ]

    def _press(self, button: Button, guise: Guise) -> tuple[int, str]:
        message = button.message
        message_id = message["message_id"]
        if guise is Guise.INACCESSIBLE:
            message = {"chat": message["chat"], "message_id": message_id, "date": 0}
        if guise is Guise.DELETED and self._stand_in.world.messages.find(self._chat_id, message_id):
            self._stand_in.deletes(self._chat_id, message_id)
        return self._stand_in.presses_raw(self._chat_id, message, button.data)

    def _own_language(self, button: Button) -> Button:
        press = LanguagePress(seen=self._language, below=True, language=self._language)
        return Button(press.pack(), button.message)

    def _events(self) -> list[Event]:
        return self._stand_in.journal.of_bot(self._chat_id, Sort.SENT, Sort.EDITED)

    def _toasts(self) -> dict[str, str]:
        toasts = self._stand_in.journal.of_bot(self._chat_id, Sort.TOAST)
        return {event.body["callback_query_id"]: event.body["text"] for event in toasts}

    def _last_row(self) -> int:
        [(last,)] = self._house.rows("SELECT coalesce(max(id), 0) FROM outbox")
        return int(last)

    def _shown(self, events: Sequence[Event], before: int) -> dict[int, list[Message]]:
        """By update: the messages that came of it, as they looked then."""
        versions = Versions({event.body["message_id"]: event.body for event in events[:before]})
        for event in events[before:]:
            versions.coming[event.sort, event.body["message_id"]].append(event.body)
        shown: dict[int, list[Message]] = defaultdict(list)
        for row in self._rows():
            message = versions.after(row)
            if message is not None:
                shown[row["update"]].append(message)
        return shown

    def _rows(self) -> list[dict[str, Any]]:
        found = self._house.rows(
            "SELECT cause, method, message_id, error, state FROM outbox WHERE id > ? AND chat_id = ? ORDER BY id",
            self._rows_before,
            self._chat_id,
        )
        assert {row[-1] for row in found} <= {"sent"}, found
        rows = [dict(zip(("cause", "method", "message", "error"), row, strict=False)) for row in found]
        return [{**row, "update": int(about[1])} for row in rows if (about := _CAUSE.fullmatch(row["cause"]))]


@dataclass
class Versions:
    """How each message looked, request by request."""

    now: dict[int, Message]
    coming: dict[tuple[Sort, int], list[Message]] = field(default_factory=lambda: defaultdict(list))

    def after(self, row: dict[str, Any]) -> Message | None:
        """The message as a request left it; the requests are asked about in their order."""
        message_id = row["message"]
        if row["method"] == "sendMessage":
            self.now[message_id] = self.coming[Sort.SENT, message_id].pop(0)
        elif row["error"] is None:
            self.now[message_id] = self.coming[Sort.EDITED, message_id].pop(0)
        elif "not modified" not in row["error"]:
            return None  # there was nothing left to edit
        return self.now.get(message_id)


def labels(pressed: Iterable[Pressed]) -> set[str]:
    """What stands on all the buttons that came."""
    return {button["text"] for one in pressed for message in one.messages for button in buttons(message)}
