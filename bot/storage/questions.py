"""Questions and the ledger."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.ledger import link, text_digest, written
from bot.desk.model import Event, LedgerEntry, NewQuestion, Question
from bot.people.model import Language
from bot.storage.tables import counters, ledger, questions

Noted = tuple[int, Event, dict[str, object]]
"""An event that waits to be linked: the question's number, what happened, facts."""


async def add_question(connection: AsyncConnection, new: NewQuestion, now: datetime) -> tuple[int, str]:
    """
    Store a question under the next number.

    Returns the number and the digest of its text. The counter rolls back with the transaction, and its row
    lock makes other processes wait, so numbers have no gaps.
    """
    counted = (
        sa.update(counters)
        .where(counters.c.name == "question")
        .values(value=counters.c.value + 1)
        .returning(counters.c.value)
    )
    number = int((await connection.execute(counted)).scalar_one())
    salt = secrets.token_hex(16)
    row = {
        "number": number,
        "cause": new.cause,
        "chat_id": new.chat_id,
        "message_id": new.message_id,
        "pseudonym": new.pseudonym,
        "language": new.language,
        "text": new.text,
        "salt": salt,
        "decision": new.decision,
        "topics": " ".join(new.topics),
        "confidence": new.confidence,
        "asked_at": now,
    }
    await connection.execute(sa.insert(questions), [row])
    return number, text_digest(salt, new.text)


async def find_question(connection: AsyncConnection, number: int) -> Question | None:
    """A question with what has happened to it."""
    if not 0 < number < 2**62:
        return None
    row = (await connection.execute(sa.select(questions).where(questions.c.number == number))).first()
    if row is None:
        return None
    happened = await connection.execute(sa.select(ledger.c.event).where(ledger.c.question == number))
    return Question(
        number=row.number,
        chat_id=row.chat_id,
        pseudonym=row.pseudonym,
        language=Language(row.language),
        text=row.text or "",
        decision=row.decision,
        topics=tuple(row.topics.split()),
        asked_at=row.asked_at,
        events=frozenset(Event(event) for event in happened.scalars()),
    )


async def append_events(connection: AsyncConnection, noted: Sequence[Noted], now: datetime) -> None:
    """Link events to the chain in the order in which they happened."""
    if not noted:
        return
    await _lock_the_chain(connection)
    last = await _last_link(connection)
    entries: list[LedgerEntry] = []
    for number, event, facts in noted:
        entry = link(last, number, event, now, facts)
        entries.append(entry)
        last = (entry.position, entry.hash)
    await connection.execute(sa.insert(ledger), [_row(entry) for entry in entries])


async def _lock_the_chain(connection: AsyncConnection) -> None:
    """Two programs that append at once would follow the same last link. SQLite has one writer anyway."""
    row = sa.select(counters.c.value).where(counters.c.name == "question")
    await connection.execute(row.with_for_update())


async def _last_link(connection: AsyncConnection) -> tuple[int, str] | None:
    statement = sa.select(ledger.c.position, ledger.c.hash).order_by(ledger.c.position.desc()).limit(1)
    row = (await connection.execute(statement)).first()
    return (row.position, row.hash) if row else None


def _row(entry: LedgerEntry) -> dict[str, Any]:
    return {
        "position": entry.position,
        "question": entry.question,
        "event": entry.event,
        "at": entry.at,
        "facts": written(entry.facts),
        "previous": entry.previous,
        "hash": entry.hash,
    }
