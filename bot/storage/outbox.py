"""The outbox: what waits to leave, and what became of it."""

import itertools
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.mail.fates import Settlement, State
from bot.mail.flood import Flood
from bot.mail.model import Arrival, Kind, Lane, Outgoing, WaitingMail
from bot.storage.engine import Database
from bot.storage.inbox import store_arrivals
from bot.storage.tables import files, mail_waits, outbox, people
from bot.storage.writing import insert_new

_ERROR_LENGTH = 200
_LAST_LETTER = chr(sys.maxunicode)
"""Sorts behind every letter that stands in a cause."""
_as_json = json.JSONEncoder(separators=(",", ":")).encode


class SqlOutbox:
    """What the sender needs of the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def heads(self, now: datetime, limit: int) -> list[WaitingMail]:
        """The first waiting row of each chat that is due: alarms, answers, other staff traffic."""
        first = (
            sa.select(sa.func.min(outbox.c.id)).where(mail_waits).group_by(outbox.c.chat_id, outbox.c.lane)
        )
        statement = (
            sa.select(outbox)
            .where(outbox.c.id.in_(first), outbox.c.due_at <= now)
            .order_by(outbox.c.lane, outbox.c.id)
            .limit(limit)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(statement)).mappings().all()
        heads: dict[int, WaitingMail] = {}
        for row in rows:  # of one chat an alarm comes before everything else
            heads.setdefault(row["chat_id"], _mail(row))
        return list(heads.values())

    async def put(self, outgoing: Sequence[Outgoing], now: datetime) -> None:
        """Add rows in a transaction of their own; a cause that is there already is left alone."""
        async with self._database.write() as connection:
            await put_mail(connection, outgoing, now)

    async def settle(
        self, settlements: Sequence[Settlement], notices: Sequence[Outgoing], now: datetime
    ) -> None:
        """Write what became of rows, in one transaction with everything that follows from it."""
        async with self._database.write() as connection:
            await _finish(connection, [one for one in settlements if not one.waits], now)
            await _postpone(connection, [one for one in settlements if one.waits])
            await _mark_gone(connection, [one for one in settlements if one.gone], now)
            await _hand_in_results(connection, settlements, now)
            await put_mail(connection, notices, now)

    async def upload(self, digest: str) -> tuple[str, bytes] | None:
        """Name and bytes of a stored file."""
        statement = sa.select(files.c.name, files.c.content).where(files.c.hash == digest)
        async with self._database.read() as connection:
            row = (await connection.execute(statement)).first()
        return (row.name, row.content) if row else None

    async def last_cause(self, prefix: str) -> str | None:
        """The cause of the newest row, sent or not, whose cause begins so."""
        statement = (
            sa.select(outbox.c.cause)
            .where(outbox.c.cause >= prefix, outbox.c.cause < prefix + _LAST_LETTER)
            # Adding nothing keeps a planner from walking the whole table for the sake of the order.
            .order_by((outbox.c.id + 0).desc())
            .limit(1)
        )
        async with self._database.read() as connection:
            found: str | None = (await connection.execute(statement)).scalar_one_or_none()
        return found

    async def waiting(self) -> int:
        """How many rows wait to leave."""
        statement = sa.select(sa.func.count()).select_from(outbox).where(mail_waits)
        async with self._database.read() as connection:
            return int((await connection.execute(statement)).scalar_one())


async def put_mail(connection: AsyncConnection, outgoing: Sequence[Outgoing], now: datetime) -> None:
    """Add rows inside the caller's transaction."""
    if outgoing:
        await connection.execute(insert_new(connection, outbox), [_row(one, now) for one in outgoing])


async def put_file(
    connection: AsyncConnection, digest: str, name: str, content: bytes, now: datetime
) -> None:
    """Keep the bytes of an upload under their hash."""
    row = {"hash": digest, "name": name, "content": content, "created_at": now}
    await connection.execute(insert_new(connection, files), [row])


async def _finish(connection: AsyncConnection, settlements: Sequence[Settlement], now: datetime) -> None:
    if not settlements:
        return
    statement = (
        sa.update(outbox)
        .where(outbox.c.id == sa.bindparam("row"))
        .values(
            state=sa.bindparam("new_state"),
            message_id=sa.bindparam("message"),
            error=sa.bindparam("said"),
            settled_at=now,
            params=None,
            tries=outbox.c.tries + 1,
        )
    )
    rows = [
        {
            "row": one.mail.id,
            "new_state": one.state,
            "message": one.reply.message_id or _edited_message(one),
            "said": _said(one),
        }
        for one in settlements
    ]
    await connection.execute(statement, rows)


async def _postpone(connection: AsyncConnection, settlements: Sequence[Settlement]) -> None:
    if not settlements:
        return
    statement = (
        sa.update(outbox)
        .where(outbox.c.id == sa.bindparam("row"))
        .values(
            due_at=sa.bindparam("due"),
            chat_id=sa.bindparam("chat"),
            method=sa.bindparam("new_method"),
            params=sa.bindparam("new_params"),
            error=sa.bindparam("said"),
            tries=outbox.c.tries + 1,
        )
    )
    rows = []
    for one in settlements:
        become = one.instead or one.mail.outgoing
        rows.append(
            {
                "row": one.mail.id,
                "due": one.again_at,
                "chat": become.chat_id,
                "new_method": become.method,
                "new_params": _json(become.params),
                "said": _said(one),
            }
        )
    await connection.execute(statement, rows)


async def _mark_gone(connection: AsyncConnection, settlements: Sequence[Settlement], now: datetime) -> None:
    chats = [one.mail.outgoing.chat_id for one in settlements]
    if chats:
        statement = sa.update(people).where(people.c.chat_id.in_(chats), people.c.blocked_at.is_(None))
        await connection.execute(statement.values(blocked_at=now))


async def _hand_in_results(
    connection: AsyncConnection, settlements: Sequence[Settlement], now: datetime
) -> None:
    """What Telegram answered is input like any other, for the rows that asked for it."""
    arrivals = [
        Arrival(
            update_id=-one.mail.id,  # Telegram's own ids are positive
            chat_id=0,
            kind=Kind.RESULT,
            body=json.dumps({"result_for": one.mail.outgoing.result_for, "message_id": one.reply.message_id}),
        )
        for one in settlements
        if one.state is State.SENT and one.mail.outgoing.result_for
    ]
    if arrivals:
        positions = itertools.count(int(now.timestamp() * 1_000_000))
        await store_arrivals(connection, arrivals, now, lambda _now: next(positions), Flood())


def _edited_message(settlement: Settlement) -> int | None:
    known = settlement.mail.outgoing.params.get("message_id", "")
    is_id = known.isascii() and known.isdigit() and len(known) < 19
    return int(known) if settlement.state is State.SENT and is_id else None


def _said(settlement: Settlement) -> str | None:
    reply = settlement.reply
    return ascii(f"{reply.code} {reply.description}")[1:-1][:_ERROR_LENGTH] if reply.description else None


def _json(params: Any) -> str:
    return _as_json(dict(params))


def _row(outgoing: Outgoing, now: datetime) -> dict[str, Any]:
    return {
        "cause": outgoing.cause,
        "chat_id": outgoing.chat_id,
        "lane": outgoing.lane,
        "method": outgoing.method,
        "params": _json(outgoing.params),
        "uploads": _json(outgoing.uploads) if outgoing.uploads else None,
        "result_for": outgoing.result_for,
        "state": "waiting",
        "tries": 0,
        "created_at": now,
        "due_at": now,
    }


def _mail(row: Any) -> WaitingMail:
    outgoing = Outgoing(
        cause=row["cause"],
        chat_id=row["chat_id"],
        lane=Lane(row["lane"]),
        method=row["method"],
        params=json.loads(row["params"]),
        uploads=json.loads(row["uploads"]) if row["uploads"] else {},
        result_for=row["result_for"],
    )
    return WaitingMail(row["id"], outgoing, row["tries"], row["created_at"], row["due_at"])
