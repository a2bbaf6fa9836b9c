"""A stand-in that keeps everything: every update it has queued, and everything that happened in every chat."""

import json
import secrets
import time
from dataclasses import dataclass, field

from bot.sandbox.journal import Event, Journal, Sort
from bot.sandbox.messages import first_number
from bot.sandbox.refusal import Json
from bot.sandbox.stand_in import Rules, StandIn
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.world import Press


@dataclass(frozen=True)
class Queued:
    """An update as it was queued."""

    update_id: int
    at: float  # seconds of a steady clock
    body: Json

    @property
    def event(self) -> Json:
        """The message, the press … in it."""
        found: Json = next(value for name, value in self.body.items() if name != "update_id")
        return found

    @property
    def kind(self) -> str:
        return next(name for name in self.body if name != "update_id")


class WholeQueue(UpdateQueue):
    """The queue of one bot, and what was ever put into it."""

    def __init__(self, first_id: int) -> None:
        super().__init__(first_id)
        self.log: dict[int, Queued] = {}

    def put_raw(self, update: Json) -> int:
        update_id = super().put_raw(update)
        # As text and back: messages change later, and an update shows how they were.
        self.log[update_id] = Queued(update_id, time.monotonic(), json.loads(json.dumps(update)))
        return update_id


@dataclass
class WholeJournal(Journal):
    """The journal without an end."""

    happened: dict[int, list[Event]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()

    def note(self, chat_id: int, sort: Sort, body: Json, *, by_bot: bool) -> None:
        super().note(chat_id, sort, body, by_bot=by_bot)
        self.happened.setdefault(chat_id, []).append(Event(self.number, chat_id, sort, by_bot, body))

    def of_bot(self, chat_id: int, *sorts: Sort) -> list[Event]:
        """What the bot did in a chat, from the beginning."""
        return [event for event in self.happened.get(chat_id, []) if event.by_bot and event.sort in sorts]


class WatchedStandIn(StandIn):
    """A stand-in whose queue and journal are kept whole."""

    def __init__(self, rules: Rules | None = None) -> None:
        super().__init__(rules=rules)
        self.journal = WholeJournal()
        self.queue = WholeQueue(first_number(self.world.clock.now()))
        self.world.journal, self.world.updates = self.journal, self.queue

    def presses_raw(self, person_id: int, message: Json, data: str) -> tuple[int, str]:
        """Somebody presses a button that the message may have no more; the ids of update and query."""
        query_id = str(secrets.randbits(62))
        message_id = message["message_id"]
        self.world.remember_press(Press(query_id, person_id, person_id, message_id, self.world.clock.now()))
        query = {
            "id": query_id,
            "from": self.world.chats.person(person_id).user(),
            "message": message,
            "chat_instance": str(person_id),
            "data": data,
        }
        return self.queue.put_raw({"callback_query": query}), query_id
