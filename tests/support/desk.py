"""Questions as they are stored."""

from typing import Any

from bot.desk.model import NewQuestion
from bot.people.model import Language
from tests.support.people import AIGERIM


def question(cause: str = "update:1-1", **changes: Any) -> NewQuestion:
    """A question that two topics were offered for."""
    fields: dict[str, Any] = {
        "cause": cause,
        "chat_id": AIGERIM,
        "message_id": 11,
        "pseudonym": "p",
        "language": Language.KK,
        "text": "Жұмыс істеуге бола ма?",
        "decision": "choose",
        "topics": ("a.b", "c.d"),
        "confidence": 0.75,
    }
    return NewQuestion(**{**fields, **changes})
