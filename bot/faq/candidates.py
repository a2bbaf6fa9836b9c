"""
Words of citizens that may become phrasings: what was learnt from what people and staff pressed.

Nothing here teaches the matcher. An editor reads candidates and writes what is good into the phrasings.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.faq.ratings import Rating, Reason, Verdict
from bot.people.model import Language

KEPT = timedelta(days=90)
"""So long after its question a candidate is kept: what the strictest chapters allow for any text."""
LONGEST = 400
"""Characters. The matcher reads no further, and a longer story tells more about who asks than about how."""
_FEWEST_LETTERS = 2


class Kind(StrEnum):
    """What is known about the words."""

    NONE_OF_THESE = "none_of_these"  # no topic that was offered fits them
    UNHELPFUL = "unhelpful"  # 👎 under the topic that they were answered with
    CONFIRMED = "confirmed"  # this topic is meant by them


class Source(StrEnum):
    """From whom it is known."""

    PERSON = "person"  # pressed under what the bot had offered or answered
    LOOKED_UP = "looked_up"  # went on to this topic after an answer to something else
    STAFF = "staff"  # sent this topic as the answer to a case


class State(StrEnum):
    """Whether an editor has decided about it."""

    NEW = "new"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Asked:
    """A question as far as it is of use here."""

    number: int
    text: str  # masked, as it is stored; empty once it was erased
    language: Language  # of the words
    asked_at: datetime


@dataclass(frozen=True)
class Key:
    """Of what there is one candidate: a later press takes the place of an earlier one."""

    question: int
    kind: Kind
    source: Source
    about: str  # the topic; empty where the last press alone counts


@dataclass(frozen=True)
class Candidate:
    """Words, and what is known about them."""

    key: Key
    text: str  # masked, in one line
    language: Language
    topics: tuple[str, ...]  # those offered, the one shown, or the one confirmed: by the kind
    content: str  # digest of the content that was in force
    reason: Reason = Reason.NONE  # why a topic did not help


@dataclass(frozen=True)
class Filed:
    """A candidate as it lies before an editor."""

    candidate: Candidate
    at: datetime  # of the press that it comes from


@dataclass(frozen=True)
class Lesson:
    """What follows from one press: what is known no longer, and then what is known."""

    dropped: tuple[Key, ...] = ()
    kept: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Pressed:
    """When something was pressed, and the digest of the content that was in force."""

    at: datetime
    content: str


def wording(asked: Asked, now: datetime) -> str:
    """The words in one line; empty where they can be no phrasing or have been kept long enough."""
    words = " ".join(asked.text.split())
    letters = sum(letter.isalpha() for letter in words)
    is_one = letters >= _FEWEST_LETTERS and len(words) <= LONGEST
    return words if is_one and now < asked.asked_at + KEPT else ""


def none_of_these(asked: Asked, offered: tuple[str, ...], pressed: Pressed) -> Lesson:
    """The person took none of what was offered, so an earlier choice among it does not count."""
    key = Key(asked.number, Kind.NONE_OF_THESE, Source.PERSON, "")
    dropped = tuple(_confirmed(asked, topic) for topic in offered)
    return Lesson(dropped, _candidates(asked, key, offered, pressed))


def chosen(asked: Asked, topic: str, pressed: Pressed) -> Lesson:
    """The person took one of the offered topics."""
    none = Key(asked.number, Kind.NONE_OF_THESE, Source.PERSON, "")
    return Lesson((none,), _candidates(asked, _confirmed(asked, topic), (topic,), pressed))


def looked_up(asked: Asked, topic: str, pressed: Pressed) -> Lesson:
    """Answered with something else, the person found this topic; what was opened last was looked for."""
    key = Key(asked.number, Kind.CONFIRMED, Source.LOOKED_UP, "")
    return Lesson(kept=_candidates(asked, key, (topic,), pressed))


def sent_by_staff(asked: Asked, topic: str, pressed: Pressed) -> Lesson:
    """An officer answered the case with this topic."""
    key = Key(asked.number, Kind.CONFIRMED, Source.STAFF, topic)
    return Lesson(kept=_candidates(asked, key, (topic,), pressed))


def rated(asked: Asked, rating: Rating, pressed: Pressed) -> Lesson:
    """The last vote counts. "I asked something else" also takes back that the person had chosen the topic."""
    key = Key(asked.number, Kind.UNHELPFUL, Source.PERSON, rating.topic)
    if rating.verdict is Verdict.UP:
        return Lesson((key,))
    mistaken = rating.reason is Reason.OTHER_QUESTION
    dropped = (_confirmed(asked, rating.topic),) if mistaken else ()
    return Lesson(dropped, _candidates(asked, key, (rating.topic,), pressed, rating.reason))


def _confirmed(asked: Asked, topic: str) -> Key:
    return Key(asked.number, Kind.CONFIRMED, Source.PERSON, topic)


def _candidates(
    asked: Asked, key: Key, topics: tuple[str, ...], pressed: Pressed, reason: Reason = Reason.NONE
) -> tuple[Candidate, ...]:
    """One, or none where the words are no use."""
    words = wording(asked, pressed.at)
    return (Candidate(key, words, asked.language, topics, pressed.content, reason),) if words else ()
