"""Questions and the ledger."""

import dataclasses
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.ledger import link, text_digest, written
from bot.desk.model import Event, LedgerEntry, NewQuestion, Question
from bot.mail.model import LARGEST_ID
from bot.people.model import Language
from bot.storage.tables import counters, ledger, question_messages, questions
from bot.storage.writing import upsert

Noted = tuple[int, Event, dict[str, object]]
"""An event that waits to be linked: the question's number, what happened, facts."""
Happening = tuple[Event, Mapping[str, object]]
"""What happened to a question, and its facts."""


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
        "attachments": " ".join(map(str, new.attachments)),
    }
    await connection.execute(sa.insert(questions), [row])
    return number, text_digest(salt, new.text)


async def find_question(connection: AsyncConnection, number: int) -> Question | None:
    """A question with what has happened to it."""
    if not 0 < number < LARGEST_ID:
        return None
    return await _first(connection, sa.select(questions).where(questions.c.number == number))


async def find_question_of_message(
    connection: AsyncConnection, chat_id: int, message_id: int
) -> Question | None:
    """The question that a message asked; where it was asked anew, the newest."""
    if not 0 < message_id < LARGEST_ID:
        return None
    asked = question_messages
    statement = (
        sa.select(questions)
        .join(asked, asked.c.number == questions.c.number)
        .where(asked.c.chat_id == chat_id, asked.c.message_id == message_id)
    )
    found = await _first(connection, statement)
    if found is None:
        return None
    together = sa.select(sa.func.count()).select_from(asked).where(asked.c.number == found.number)
    return dataclasses.replace(found, parts=int((await connection.execute(together)).scalar_one()))


async def list_questions(
    connection: AsyncConnection, chat_id: int, *, skip: int, limit: int
) -> list[Question]:
    """A page of a person's questions, the newest first. What no page can be is an empty one."""
    if limit <= 0 or not 0 <= skip < LARGEST_ID:
        return []
    statement = (
        sa.select(questions)
        .where(questions.c.chat_id == chat_id)
        .order_by(questions.c.number.desc())
        .limit(min(limit, LARGEST_ID))
        .offset(skip)
    )
    return await _read(connection, statement)


def with_events(question: Question, happened: Iterable[Happening]) -> Question:
    """The question after some more has happened to it."""
    for event, facts in happened:
        question = dataclasses.replace(question, events=question.events | {event}, **_change(event, facts))
    return question


def _change(event: Event, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What else an event changes in the question."""
    if event is Event.SHOWN and facts.get("topic"):
        return {"shown_topic": str(facts["topic"])}
    if event is Event.SHOWN and facts.get("offered"):
        return {"offered": tuple(map(str, facts["offered"]))}
    if event is Event.DECIDED:
        return {"words_in": Language(facts["words_in"]) if facts.get("words_in") else None}
    return {}


async def correct_text(connection: AsyncConnection, number: int, text: str) -> str:
    """Put a text in place of a question's own, with a new salt; returns its digest."""
    salt = secrets.token_hex(16)
    statement = sa.update(questions).where(questions.c.number == number).values(text=text, salt=salt)
    await connection.execute(statement)
    return text_digest(salt, text)


async def link_messages(connection: AsyncConnection, asked: Mapping[tuple[int, int], int]) -> None:
    """Remember which messages (chat and message id) asked which question."""
    rows = [
        {"chat_id": chat_id, "message_id": message_id, "number": number}
        for (chat_id, message_id), number in asked.items()
    ]
    if rows:
        statement = upsert(connection, question_messages, ("chat_id", "message_id"), ("number",))
        await connection.execute(statement, rows)


async def _first(connection: AsyncConnection, statement: sa.Select[Any]) -> Question | None:
    return next(iter(await _read(connection, statement)), None)


async def _read(connection: AsyncConnection, statement: sa.Select[Any]) -> list[Question]:
    rows = (await connection.execute(statement)).all()
    if not rows:
        return []
    numbers = [row.number for row in rows]
    entries = (
        sa.select(ledger.c.question, ledger.c.event, ledger.c.facts)
        .where(ledger.c.question.in_(numbers))
        .order_by(ledger.c.position)
    )
    lives: dict[int, list[Happening]] = {number: [] for number in numbers}
    for number, event, facts in await connection.execute(entries):
        lives[number].append((Event(event), json.loads(facts)))
    return [with_events(_question(row), lives[row.number]) for row in rows]


def _question(row: Any) -> Question:
    return Question(
        number=row.number,
        chat_id=row.chat_id,
        pseudonym=row.pseudonym,
        language=Language(row.language),
        text=row.text or "",
        decision=row.decision,
        topics=tuple(row.topics.split()),
        asked_at=row.asked_at,
        events=frozenset(),
        attachments=tuple(map(int, row.attachments.split())),
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
