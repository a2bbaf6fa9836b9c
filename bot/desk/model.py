"""A question and the events of its life."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.people.model import Language


class Event(StrEnum):
    """What can happen to a question. The ledger keeps these in order; the state follows from them."""

    ASKED = "asked"
    DECIDED = "decided"
    SHOWN = "shown"
    CHOSEN = "chosen"
    RATED = "rated"
    CORRECTED = "corrected"  # the person edited the message
    RAISED = "raised"  # the person told that it is about somebody in danger
    HANDED_OVER = "handed_over"
    REACHED_STAFF = "reached_staff"  # Telegram confirmed the message in the staff group


@dataclass(frozen=True)
class NewQuestion:
    """A message that asks, as it is stored: masked, with what the bot decided."""

    cause: str
    chat_id: int
    message_id: int | None
    pseudonym: str
    language: Language
    text: str
    decision: str
    topics: tuple[str, ...]
    confidence: float
    attachments: tuple[int, ...] = ()  # messages that hold more than words: pictures, voice …
    messages: tuple[int, ...] = ()  # all that ask it together; none: `message_id` alone
    words_in: Language | None = None  # the language of the words, where they tell; `language` is the answer's


@dataclass(frozen=True)
class Question:
    """A stored question; the text is empty once it was erased."""

    number: int
    chat_id: int
    pseudonym: str
    language: Language
    text: str
    decision: str
    topics: tuple[str, ...]
    asked_at: datetime
    events: frozenset[Event]
    attachments: tuple[int, ...] = ()
    shown_topic: str = ""  # the topic shown for it last
    parts: int = 1  # how many messages asked it together, where that was looked up
    offered: tuple[str, ...] = ()  # the topics offered for it last
    words_in: Language | None = None  # the language of its words, where that was known

    @property
    def is_handed_over(self) -> bool:
        """Whether the question already waits for a person."""
        return Event.HANDED_OVER in self.events


@dataclass(frozen=True)
class LedgerEntry:
    """One link of the chain."""

    position: int
    question: int
    event: Event
    at: datetime
    facts: Mapping[str, object]
    previous: str
    hash: str


def decision_facts(
    decision: str, topics: Iterable[str], confidence: float, words_in: Language | None
) -> dict[str, object]:
    """What the ledger holds about a decision; the language of the words where they told it."""
    facts: dict[str, object] = {
        "decision": decision,
        "topics": list(topics),
        "confidence": round(confidence, 4),
    }
    return facts | ({"words_in": words_in.value} if words_in else {})


def numbered(number: int) -> str:
    """How a question's number is written: K-000123."""
    return f"K-{number:06d}"
