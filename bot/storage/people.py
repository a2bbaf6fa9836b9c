"""People: rows to persons and back."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.people.model import Expecting, Language, Person, Place
from bot.storage.tables import people
from bot.storage.writing import upsert

CHANGING = (
    "language", "expecting", "last_topic", "blocked_at", "place", "last_topic_at", "last_press", "pressed_at",
    "expecting_until", "urgent_question", "urgent_at", "misread_question", "misread_at",
)  # fmt: skip
_STATES = {state.value for state in Expecting}
_PLACES = {place.value for place in Place}


def person_from_row(row: Any) -> Person:
    """A person as stored; a conversation state or a place of another version counts as none."""
    return Person(
        chat_id=row["chat_id"],
        pseudonym=row["pseudonym"],
        language=Language(row["language"]) if row["language"] else None,
        expecting=Expecting(row["expecting"]) if row["expecting"] in _STATES else Expecting.NOTHING,
        last_topic=row["last_topic"],
        created_at=row["created_at"],
        blocked_at=row["blocked_at"],
        place=Place(row["place"]) if row["place"] in _PLACES else None,
        last_topic_at=row["last_topic_at"],
        last_press=row["last_press"],
        pressed_at=row["pressed_at"],
        expecting_until=row["expecting_until"],
        urgent_question=row["urgent_question"],
        urgent_at=row["urgent_at"],
        misread_question=row["misread_question"],
        misread_at=row["misread_at"],
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
            "place": person.place,
            "last_topic_at": person.last_topic_at,
            "last_press": person.last_press,
            "pressed_at": person.pressed_at,
            "expecting_until": person.expecting_until,
            "urgent_question": person.urgent_question,
            "urgent_at": person.urgent_at,
            "misread_question": person.misread_question,
            "misread_at": person.misread_at,
        }
        for person in persons
    ]
    if rows:
        await connection.execute(upsert(connection, people, ["chat_id"], CHANGING), rows)
