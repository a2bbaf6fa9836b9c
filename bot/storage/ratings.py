"""What persons think of answers."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.faq.ratings import Rating
from bot.storage.tables import ratings
from bot.storage.writing import upsert

_KEY = ("chat_id", "topic", "language", "version")
_VERDICT = ("verdict", "reason", "question", "rated_at")


async def save_ratings(connection: AsyncConnection, given: Iterable[Rating], now: datetime) -> None:
    """Write verdicts; a later one of the same person on the same version replaces the earlier."""
    rows = [
        {
            "chat_id": rating.chat_id,
            "topic": rating.topic,
            "language": rating.language,
            "version": rating.version,
            "verdict": rating.verdict,
            "reason": rating.reason,
            "question": rating.question,
            "rated_at": now,
        }
        for rating in given
    ]
    if rows:
        await connection.execute(upsert(connection, ratings, _KEY, _VERDICT), rows)
