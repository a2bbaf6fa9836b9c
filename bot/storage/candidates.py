"""Candidates: words of citizens that wait for an editor."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.faq.candidates import KEPT, Candidate, Filed, Key, Kind, Source, State
from bot.faq.ratings import Reason
from bot.people.model import Language
from bot.storage.engine import Database
from bot.storage.tables import candidates, questions
from bot.storage.writing import upsert

_KEY = ("question", "kind", "source", "about")
_TELLING = ("text", "language", "topics", "reason")
_CHANGING = (*_TELLING, "content", "created_at", "state")
_FORGOTTEN_AT_ONCE = 5000
_WITH_QUESTION = candidates.join(questions, questions.c.number == candidates.c.question)


class SqlCandidates:
    """What editors and the tidying need of the table; the carrier's rounds write it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def new(self) -> list[Filed]:
        """All that nobody has decided about, the oldest first; none whose question was erased."""
        statement = (
            sa.select(candidates)
            .select_from(_WITH_QUESTION)
            .where(candidates.c.state == State.NEW, questions.c.text.is_not(None))
            .order_by(candidates.c.id)
        )
        async with self._database.read() as connection:
            return [_filed(row) for row in (await connection.execute(statement)).mappings()]

    async def waiting(self) -> dict[Kind, int]:
        """How many of each kind nobody has decided about."""
        statement = (
            sa.select(candidates.c.kind, sa.func.count())
            .where(candidates.c.state == State.NEW)
            .group_by(candidates.c.kind)
        )
        async with self._database.read() as connection:
            counted = {Kind(kind): int(count) for kind, count in await connection.execute(statement)}
        return {kind: counted.get(kind, 0) for kind in Kind}

    async def forget_old(self, now: datetime) -> int:
        """Delete what was kept long enough or whose question was erased, a bounded number at once."""
        old = (
            sa.select(candidates.c.id)
            .select_from(_WITH_QUESTION)
            .where(sa.or_(questions.c.asked_at <= now - KEPT, questions.c.text.is_(None)))
            .limit(_FORGOTTEN_AT_ONCE)
        )
        async with self._database.write() as connection:
            result = await connection.execute(sa.delete(candidates).where(candidates.c.id.in_(old)))
            return int(result.rowcount)


async def save_lessons(
    connection: AsyncConnection, learnt: Mapping[Key, Candidate | None], now: datetime
) -> None:
    """Write what is known now; None: nothing any more. What says the same as before stays as it is."""
    rows = [_row(one, now) for one in learnt.values() if one is not None]
    dropped = [_bound(key) for key, one in learnt.items() if one is None]
    if dropped:
        these = (candidates.c[name] == sa.bindparam(f"key_{name}") for name in _KEY)
        await connection.execute(sa.delete(candidates).where(*these), dropped)
    if rows:
        statement = upsert(connection, candidates, _KEY, _CHANGING, telling=_TELLING)
        await connection.execute(statement, rows)


async def erase_candidates(connection: AsyncConnection, numbers: Iterable[int]) -> None:
    """
    Delete whatever was learnt from questions, given by their numbers.

    Whoever erases or changes the text of a question calls this in the same transaction.
    """
    rows = [{"number": number} for number in numbers]
    if rows:
        statement = sa.delete(candidates).where(candidates.c.question == sa.bindparam("number"))
        await connection.execute(statement, rows)


def _bound(key: Key) -> dict[str, Any]:
    return {f"key_{name}": getattr(key, name) for name in _KEY}


def _row(candidate: Candidate, now: datetime) -> dict[str, Any]:
    return {
        **{name: getattr(candidate.key, name) for name in _KEY},
        "text": candidate.text,
        "language": candidate.language,
        "topics": " ".join(candidate.topics),
        "reason": candidate.reason,
        "content": candidate.content,
        "created_at": now,
        "state": State.NEW,
    }


def _filed(row: Any) -> Filed:
    key = Key(row["question"], Kind(row["kind"]), Source(row["source"]), row["about"])
    return Filed(
        Candidate(
            key=key,
            text=row["text"],
            language=Language(row["language"]),
            topics=tuple(row["topics"].split()),
            content=row["content"],
            reason=Reason(row["reason"]),
        ),
        row["created_at"],
    )
