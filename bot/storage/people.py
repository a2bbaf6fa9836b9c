"""People: rows to persons and back."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.people.model import Expecting, Language, Person
from bot.storage.tables import people
from bot.storage.writing import upsert

CHANGING = ("language", "expecting", "last_topic", "blocked_at")


def person_from_row(row: Any) -> Person:
    """A person as stored; a conversation state of another version counts as none."""
    known = {state.value for state in Expecting}
    return Person(
        chat_id=row["chat_id"],
        pseudonym=row["pseudonym"],
        language=Language(row["language"]) if row["language"] else None,
        expecting=Expecting(row["expecting"]) if row["expecting"] in known else Expecting.NOTHING,
        last_topic=row["last_topic"],
        created_at=row["created_at"],
        blocked_at=row["blocked_at"],
    )


async def save_people(connection: AsyncConnection, persons: Iterable[Person]) -> None:
    """Write persons that are new or have changed."""
    rows = [
        {
            "chat_id": person.chat_id,
            "pseudonym": person.pseudonym,
            "language": person.language,
            "expecting": person.expecting,
            "last_topic": person.last_topic,
            "created_at": person.created_at,
            "blocked_at": person.blocked_at,
        }
        for person in persons
    ]
    if rows:
        await connection.execute(upsert(connection, people, "chat_id", CHANGING), rows)
