"""The inbox: updates as they came in, each stored before Telegram may forget it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.mail.bursts import Burst, Place, Queue
from bot.mail.flood import Flood
from bot.mail.model import JOINED, Arrival, Kind, WaitingUpdate
from bot.storage.engine import Database
from bot.storage.people import person_from_row
from bot.storage.tables import people, update_waits, updates
from bot.storage.writing import insert_new

KEEP_DONE = timedelta(days=8)
"""Telegram repeats an update for 24 hours at most; a week more lets staff look into an accident."""
_PURGE_AT_ONCE = 5000

_WAITING_COLUMNS = (
    updates.c.update_id, updates.c.chat_id, updates.c.kind, updates.c.body, updates.c.burst,
    updates.c.tries, updates.c.received_at, updates.c.due_at, updates.c.position, updates.c.slowed,
)  # fmt: skip
_PERSON_COLUMNS = tuple(column.label(f"person_{column.name}") for column in people.c)
_WAITING = (
    sa.select(*_WAITING_COLUMNS, *_PERSON_COLUMNS)
    .select_from(updates.outerjoin(people, people.c.chat_id == updates.c.chat_id))
    .where(update_waits)
    .order_by(updates.c.position)
)


class SqlInbox:
    """Stores arrivals and hands out what waits to be carried."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._last_position = 0
        self._flood = Flood()

    async def receive(self, arrivals: Sequence[Arrival], now: datetime) -> int:
        """
        Store a batch in one durable transaction; repeated updates are left alone.

        Returns how many were new. Only after it returned may Telegram be told that they arrived.
        """
        async with self._database.write() as connection:
            return await store_arrivals(connection, arrivals, now, self._next_position, self._flood)

    async def page(self, after: int, size: int) -> list[tuple[int, WaitingUpdate]]:
        """Waiting rows in order of arrival behind a position, due or not, each with its position."""
        statement = _WAITING.where(updates.c.position > after).limit(size)
        async with self._database.read() as connection:
            rows = (await connection.execute(statement)).mappings().all()
        return [(row["position"], _waiting(row)) for row in rows]

    async def joined(self, bursts: Sequence[int]) -> list[WaitingUpdate]:
        """All waiting rows of some bursts, in order of arrival."""
        if not bursts:
            return []
        async with self._database.read() as connection:
            rows = await connection.execute(_WAITING.where(updates.c.burst.in_(bursts)))
        return [_waiting(row) for row in rows.mappings()]

    async def postpone(self, update_ids: Sequence[int], until: datetime, *, tried: bool) -> None:
        """Let rows wait until a later moment, counting a failed try."""
        values: dict[str, Any] = {"due_at": until}
        if tried:
            values["tries"] = updates.c.tries + 1
        statement = sa.update(updates).where(updates.c.update_id.in_(update_ids)).values(values)
        async with self._database.write() as connection:
            await connection.execute(statement)

    async def waiting(self) -> int:
        """How many updates wait."""
        statement = sa.select(sa.func.count()).select_from(updates).where(update_waits)
        async with self._database.read() as connection:
            return int((await connection.execute(statement)).scalar_one())

    async def forget_done(self, now: datetime) -> int:
        """Delete rows that were carried long ago, a bounded number at once; returns how many."""
        old = sa.select(updates.c.update_id).where(updates.c.done_at < now - KEEP_DONE).limit(_PURGE_AT_ONCE)
        async with self._database.write() as connection:
            result = await connection.execute(sa.delete(updates).where(updates.c.update_id.in_(old)))
            return int(result.rowcount)

    def _next_position(self, now: datetime) -> int:
        # The clock orders rows of different processes and of different days without asking the database.
        self._last_position = max(self._last_position + 1, int(now.timestamp() * 1_000_000))
        return self._last_position


async def store_arrivals(
    connection: AsyncConnection,
    arrivals: Sequence[Arrival],
    now: datetime,
    next_position: Callable[[datetime], int],
    flood: Flood,
) -> int:
    """Write arrivals that are not there yet, joined into bursts, inside the caller's transaction."""
    fresh = await _unseen(connection, arrivals)
    if not fresh:
        return 0
    queue = Queue(await _open_bursts(connection, fresh, now), now)
    places = [(arrival, queue.place(arrival, slowed=flood.counts(arrival))) for arrival in fresh]
    rows = [_row(arrival, place, now, next_position(now)) for arrival, place in places]
    await connection.execute(insert_new(connection, updates), rows)
    await _reschedule(connection, [place for _, place in places], now)
    return len(fresh)


async def _unseen(connection: AsyncConnection, arrivals: Sequence[Arrival]) -> list[Arrival]:
    by_id = {arrival.update_id: arrival for arrival in arrivals}
    statement = sa.select(updates.c.update_id).where(updates.c.update_id.in_(by_id))
    seen = set((await connection.execute(statement)).scalars())
    return [arrival for update_id, arrival in by_id.items() if update_id not in seen]


async def _open_bursts(
    connection: AsyncConnection, arrivals: Iterable[Arrival], now: datetime
) -> dict[int, Burst]:
    chats = {arrival.chat_id for arrival in arrivals if arrival.kind is not Kind.RESULT}
    column = updates.c
    statement = (
        sa.select(
            column.chat_id,
            column.burst,
            sa.func.min(column.received_at, type_=column.received_at.type).label("started_at"),
            sa.func.max(column.due_at, type_=column.due_at.type).label("due_at"),
            sa.func.min(column.sent_at).label("sent_at"),
            sa.func.max(column.album).label("album"),
            sa.func.count().label("size"),
            # PostgreSQL knows no largest of two booleans.
            sa.func.max(sa.cast(column.slowed, sa.Integer)).label("slowed"),
        )
        .where(update_waits, column.chat_id.in_(chats), column.kind.in_([*JOINED, Kind.EDIT]))
        .where(column.due_at > now)
        .group_by(column.chat_id, column.burst)
        .order_by(sa.func.min(column.position))
    )
    rows = await connection.execute(statement)
    return {
        row.chat_id: Burst(
            row.chat_id,
            row.burst,
            row.started_at,
            row.due_at,
            row.sent_at,
            row.album,
            row.size,
            slowed=bool(row.slowed),
        )
        for row in rows
    }


async def _reschedule(connection: AsyncConnection, places: Sequence[Place], now: datetime) -> None:
    """Rows of a burst become due together: later when it grew, at once when something else followed."""
    due: dict[tuple[int, int], datetime] = {}
    for place in places:
        if place.renewed is not None:
            due[place.renewed.chat_id, place.renewed.leader] = place.due_at
        if place.closed is not None:
            due[place.closed.chat_id, place.closed.leader] = now
    if not due:
        return
    statement = (
        sa.update(updates)
        .where(
            updates.c.chat_id == sa.bindparam("chat"), updates.c.burst == sa.bindparam("leader"), update_waits
        )
        .values(due_at=sa.bindparam("due"))
    )
    rows = [{"chat": chat, "leader": leader, "due": moment} for (chat, leader), moment in due.items()]
    await connection.execute(statement, rows)


def _row(arrival: Arrival, place: Place, now: datetime, position: int) -> dict[str, Any]:
    return {
        "update_id": arrival.update_id,
        "position": position,
        "chat_id": arrival.chat_id,
        "kind": arrival.kind,
        "burst": place.burst,
        "sent_at": arrival.sent_at,
        "album": arrival.album,
        "body": arrival.body,
        "state": "waiting",
        "tries": 0,
        "received_at": now,
        "due_at": place.due_at,
        "slowed": place.slowed,
    }


def _waiting(row: Any) -> WaitingUpdate:
    person = None
    if row["person_chat_id"] is not None:
        person = person_from_row({column.name: row[f"person_{column.name}"] for column in people.c})
    return WaitingUpdate(
        update_id=row["update_id"],
        chat_id=row["chat_id"],
        kind=Kind(row["kind"]),
        body=row["body"],
        burst=row["burst"],
        tries=row["tries"],
        received_at=row["received_at"],
        due_at=row["due_at"],
        person=person,
        slowed=row["slowed"],
    )
