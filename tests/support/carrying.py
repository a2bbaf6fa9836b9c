"""Fakes around the carrier: an inbox, rounds and a post in memory."""

import dataclasses
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from aiogram.methods import AnswerCallbackQuery, SendMessage

from bot.errors import StorageError
from bot.faq.matching.model import Decision
from bot.mail.model import WaitingUpdate
from bot.mail.parcels import Parcel
from bot.telegram.answering import NO_DECISION
from bot.telegram.arrivals import words_together
from bot.telegram.dispatch import UnreadableUpdateError
from bot.telegram.turn import Said
from bot.telegram.wire import Wired
from tests.support.telegram import MemoryRound


class MemoryInbox:
    """Waiting rows, by order of arrival."""

    def __init__(self, rows: Sequence[WaitingUpdate]) -> None:
        self.rows = list(rows)
        self.fails = False
        self.pages = 0

    async def page(self, after: int, size: int) -> list[tuple[int, WaitingUpdate]]:
        self._fail_if_told()
        self.pages += 1
        return [(place, row) for place, row in enumerate(self.rows, start=1) if place > after][:size]

    async def joined(self, bursts: Sequence[int]) -> list[WaitingUpdate]:
        return [row for row in self.rows if row.burst in bursts]

    async def postpone(self, update_ids: Sequence[int], until: datetime, *, tried: bool) -> None:
        self._fail_if_told()
        self.rows = [
            dataclasses.replace(row, due_at=until, tries=row.tries + tried)
            if row.update_id in update_ids
            else row
            for row in self.rows
        ]

    def remove(self, update_ids: Sequence[int]) -> None:
        self.rows = [row for row in self.rows if row.update_id not in update_ids]

    def _fail_if_told(self) -> None:
        if self.fails:
            raise StorageError("database_locked")


class MemoryRounds:
    """Commits into the memory what a round was told, unless its body or the commit fails."""

    def __init__(self, inbox: MemoryInbox) -> None:
        self.inbox = inbox
        self.committed: list[MemoryRound] = []
        self.opened = 0
        self.before_commit: Callable[[MemoryRound], None] = lambda _: None

    @asynccontextmanager
    async def open(self, now: datetime) -> AsyncIterator[MemoryRound]:
        del now
        self.opened += 1
        current = MemoryRound()
        yield current
        self.before_commit(current)
        self.committed.append(current)
        self.inbox.remove(list(current.finished))

    @property
    def finished(self) -> dict[int, bool]:
        """Update ids that are done with, and whether as poison."""
        return {id_: poison for round_ in self.committed for id_, poison in round_.finished.items()}

    @property
    def causes(self) -> list[str]:
        """The causes of all that leaves."""
        return [one.cause for round_ in self.committed for one in round_.sent]


class MemoryPost:
    """Counts how often it was woken, and keeps the whispers."""

    def __init__(self) -> None:
        self.woken = 0
        self.whispers: list[Wired] = []

    def wake(self) -> None:
        self.woken += 1

    def whisper(self, wired: Wired) -> None:
        self.whispers.append(wired)


class PlainDispatch:
    """Answers every parcel with its ids; some are guilty, unreadable or beyond help."""

    def __init__(self) -> None:
        self.guilty: set[int] = set()
        self.unreadable: set[int] = set()
        self.beyond_help: set[int] = set()
        self.carried: list[tuple[int, ...]] = []
        self.decisions: dict[tuple[int, ...], Decision | None] = {}
        self.salvaged: list[tuple[int, ...]] = []

    def words(self, parcel: Parcel) -> str:
        return words_together([json.loads(row.body) for row in parcel.rows]) if parcel.chat_id > 0 else ""

    async def carry(
        self, parcel: Parcel, decision: Decision | None, round_: Any, now: datetime
    ) -> list[Said]:
        del round_, now
        self.carried.append(parcel.ids)
        self.decisions[parcel.ids] = decision
        if self.guilty & set(parcel.ids):
            raise ZeroDivisionError("what a citizen wrote")
        if self.unreadable & set(parcel.ids):
            raise UnreadableUpdateError("ValidationError")
        return said(parcel)

    async def salvage(self, parcel: Parcel, decision: Any, round_: Any, now: datetime) -> list[Said]:
        del decision, round_, now
        self.salvaged.append(parcel.ids)
        if self.beyond_help & set(parcel.ids):
            raise ValueError("what a citizen wrote")
        return said(parcel)


def said(parcel: Parcel) -> list[Said]:
    """An answer, the quiet answer to a button, and a message that wants to know its fate."""
    text = " ".join(map(str, parcel.ids))
    return [
        Said(SendMessage(chat_id=parcel.chat_id or 1, text=text)),
        Said(AnswerCallbackQuery(callback_query_id="55")),
        Said(SendMessage(chat_id=-5, text=text), "question:1"),
    ]


class InstantRanking:
    """Has decided already, except about what it was told to think about."""

    def __init__(self) -> None:
        self.thinking: set[int] = set()
        self.forgotten: list[tuple[int, ...]] = []
        self.words: dict[tuple[int, ...], str] = {}
        self.after: dict[tuple[int, ...], str | None] = {}

    def decision(self, key: tuple[int, ...], words: Callable[[], str], after: str | None) -> Decision | None:
        self.words[key] = words()
        self.after[key] = after
        return None if self.thinking & set(key) else NO_DECISION

    def forget(self, keys: Any) -> None:
        self.forgotten += list(keys)
