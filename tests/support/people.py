"""The people of the tests: Aigerim asks in Kazakh, Svetlana in Russian; nobody else is a person."""

from datetime import UTC, datetime
from typing import Any

from bot.people.model import Expecting, Language, Person

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
AIGERIM = 1001
SVETLANA = 1002
STAFF_GROUP = -1001000000001
OTHER_GROUP = -1001000000002


def person(chat_id: int = AIGERIM, **changes: Any) -> Person:
    """Somebody who has written before and chosen no language."""
    fields: dict[str, Any] = {
        "chat_id": chat_id,
        "pseudonym": f"pseudonym-{chat_id}",
        "language": None,
        "expecting": Expecting.NOTHING,
        "last_topic": None,
        "created_at": NOON,
        "blocked_at": None,
    }
    return Person(**{**fields, **changes})


LANGUAGES = tuple(Language)
