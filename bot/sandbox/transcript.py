"""Every request the bot made and what it was told."""

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from bot.sandbox.refusal import Json

KEPT = 20_000
"""Requests kept: enough for any test, bounded for a stand-in that runs for days."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One request and its answer."""

    number: int
    at: datetime
    method: str
    chat_id: int | None
    parameters: Json
    status: int | None  # None: the connection was dropped
    answer: Any  # the JSON object answered; for getUpdates the number of updates
    fault: str | None

    def wire(self) -> Json:
        """The entry as the control API shows it."""
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "method": self.method,
            "chat_id": self.chat_id,
            "parameters": self.parameters,
            "status": self.status,
            "answer": self.answer,
            "fault": self.fault,
        }


class Transcript:
    """The last requests, and counts of all of them."""

    def __init__(self, kept: int = KEPT) -> None:
        self._entries: deque[Entry] = deque(maxlen=kept)
        self._number = 0
        self.counts: Counter[str] = Counter()

    def add(self, at: datetime, method: str, chat_id: int | None, parameters: Json) -> "Pen":
        """Begin an entry; it is kept once its answer is known."""
        self._number += 1
        self.counts[method] += 1
        return Pen(self, self._number, at, method, chat_id, parameters)

    def keep(self, entry: Entry) -> None:
        self._entries.append(entry)

    def entries(self, method: str | None = None, chat_id: int | None = None, after: int = 0) -> list[Entry]:
        """Entries in the order of their answers, narrowed by method, chat and number."""
        return [
            entry
            for entry in self._entries
            if entry.number > after
            and (method is None or entry.method == method)
            and (chat_id is None or entry.chat_id == chat_id)
        ]

    def page(self, wanted: Callable[[Entry], bool], before: int | None, most: int) -> list[Entry]:
        """The newest entries that are wanted, newest first; `before` a number: those older than it."""
        found = sorted(self._entries, key=lambda entry: entry.number, reverse=True)
        older = (entry for entry in found if before is None or entry.number < before)
        return list(islice(filter(wanted, older), most))

    def clear(self) -> None:
        """Forget the entries; numbers go on."""
        self._entries.clear()
        self.counts.clear()


@dataclass(frozen=True, slots=True)
class Pen:
    """A request whose answer is not known yet."""

    transcript: Transcript
    number: int
    at: datetime
    method: str
    chat_id: int | None
    parameters: Json

    def close(self, status: int | None, answer: Any, fault: str | None) -> None:
        """Write the entry with its answer."""
        self.transcript.keep(
            Entry(self.number, self.at, self.method, self.chat_id, self.parameters, status, answer, fault)
        )
