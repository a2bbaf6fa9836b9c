"""The bot's own records of a conversation, read behind its back."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from bot.desk.ledger import link
from bot.desk.model import Event
from tests.e2e.house import House

_CAUSE = re.compile(r"update:(\d+)-\d+:\d+")


@dataclass(frozen=True)
class Row:
    """A request in the outbox."""

    id: int
    cause: str
    chat_id: int
    method: str
    state: str
    message_id: int | None
    error: str | None
    created_at: str
    settled_at: str | None

    @property
    def update_id(self) -> int:
        """The update that it answers; 0 for none."""
        found = _CAUSE.fullmatch(self.cause)
        return int(found[1]) if found else 0

    @property
    def is_new_message(self) -> bool:
        return self.method.startswith(("send", "copy"))


@dataclass(frozen=True)
class Kept:
    """An update in the inbox."""

    update_id: int
    chat_id: int
    kind: str
    burst: int
    state: str
    tries: int
    received_at: str


@dataclass(frozen=True)
class Link:
    """An entry of the ledger."""

    position: int
    question: int
    event: str
    at: str
    facts: str
    previous: str
    hash: str


class Records:
    """All of it, as it was when it was first asked for."""

    def __init__(self, house: House) -> None:
        self._house = house

    @cached_property
    def outbox(self) -> list[Row]:
        return self._read(
            Row,
            "SELECT id, cause, chat_id, method, state, message_id, error, created_at, settled_at FROM outbox ORDER BY id",
        )

    @cached_property
    def updates(self) -> dict[int, Kept]:
        kept: list[Kept] = self._read(
            Kept,
            "SELECT update_id, chat_id, kind, burst, state, tries, received_at FROM updates ORDER BY position",
        )
        return {one.update_id: one for one in kept}

    @property
    def updates_of_telegram(self) -> list[Kept]:
        """Without what the bot has told itself; its ids are negative."""
        return [one for one in self.updates.values() if one.update_id > 0]

    @cached_property
    def ledger(self) -> list[Link]:
        return self._read(
            Link, "SELECT position, question, event, at, facts, previous, hash FROM ledger ORDER BY position"
        )

    @cached_property
    def numbers(self) -> list[int]:
        found = self._house.rows("SELECT number FROM questions ORDER BY number")
        return [number for (number,) in found]

    @cached_property
    def answers(self) -> dict[int, list[Row]]:
        """What each update has led to, in the chat it came from."""
        found: dict[int, list[Row]] = defaultdict(list)
        for row in self.outbox:
            kept = self.updates.get(row.update_id)
            if kept is not None and kept.chat_id == row.chat_id:
                found[row.update_id].append(row)
        return found

    @cached_property
    def bursts(self) -> list[list[Kept]]:
        """Updates that were carried together, each in the order of arrival."""
        found: dict[tuple[int, int], list[Kept]] = defaultdict(list)
        for kept in self.updates.values():
            found[kept.chat_id, kept.burst].append(kept)
        return list(found.values())

    @cached_property
    def lives(self) -> dict[int, set[str]]:
        """What has happened to each question."""
        found: dict[int, set[str]] = defaultdict(set)
        for entry in self.ledger:
            found[entry.question].add(entry.event)
        return found

    def broken_links(self) -> list[int]:
        """The positions at which the chain does not hold."""
        found = []
        last: tuple[int, str] | None = None
        for entry in self.ledger:
            at = datetime.fromisoformat(entry.at).replace(tzinfo=UTC)
            right = link(last, entry.question, Event(entry.event), at, _facts(entry.facts))
            if (right.position, right.previous, right.hash) != (entry.position, entry.previous, entry.hash):
                found.append(entry.position)
            last = (entry.position, entry.hash)
        return found

    def waits(self, update_ids: Iterable[int]) -> list[tuple[float, float]]:
        """Seconds from each update until its first answer was written, and until that was confirmed."""
        found = []
        for update_id in update_ids:
            rows = self.answers.get(update_id)
            if rows and rows[0].settled_at:
                begun = _moment(self.updates[update_id].received_at)
                ends = (_moment(rows[0].created_at), _moment(rows[0].settled_at))
                found.append(((ends[0] - begun).total_seconds(), (ends[1] - begun).total_seconds()))
        return found

    def _read(self, kind: Any, statement: str) -> list[Any]:
        return [kind(*row) for row in self._house.rows(statement)]


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written)


def _facts(written: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(written)
    return read
