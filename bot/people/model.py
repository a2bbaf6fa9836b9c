"""The person, their language and their place."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Language(StrEnum):
    """A language the bot speaks."""

    KK = "kk"
    RU = "ru"


class Place(StrEnum):
    """Where a person says they are: phone numbers work in one country only."""

    KOREA = "korea"
    KAZAKHSTAN = "kazakhstan"


class Expecting(StrEnum):
    """What the bot waits for from a person: the conversation state, kept with the person."""

    NOTHING = ""
    STAFF_QUESTION = "staff_question"  # the next text goes to a person unread by the matcher


def new_pseudonym() -> str:
    """A random name for a person, which cannot be computed from their Telegram id."""
    return secrets.token_hex(8)


@dataclass(frozen=True)
class Person:
    """Somebody who writes to the bot."""

    chat_id: int  # their private chat, the same number as their Telegram id
    pseudonym: str
    language: Language | None  # chosen by the person; None until then
    expecting: Expecting
    last_topic: str | None  # the topic shown last: "and the documents?" is about it
    created_at: datetime
    blocked_at: datetime | None  # when Telegram told us that they blocked the bot
    place: Place | None = None  # chosen by the person; None until then
    last_topic_at: datetime | None = None
    last_press: str = ""  # the button pressed last and its message, so that a double tap counts once
    pressed_at: datetime | None = None  # when that press was answered
    expecting_until: datetime | None = None  # when waiting for it ends by itself
    urgent_question: int | None = None  # the last question about somebody in danger
    urgent_at: datetime | None = None
    misread_question: int | None = None  # the last question that was answered with something else
    misread_at: datetime | None = None


IN_MIND = timedelta(minutes=30)
"""So long after reading a topic a short question may be about it."""


def topic_in_mind(person: Person | None, moment: datetime) -> str | None:
    """The topic that a person has just read: "and the documents?" is about it."""
    if person is None or person.last_topic_at is None or moment > person.last_topic_at + IN_MIND:
        return None
    return person.last_topic


def misread_question(person: Person, moment: datetime) -> int | None:
    """The question whose answer the person has just called an answer to something else."""
    if person.misread_at is None or moment > person.misread_at + IN_MIND:
        return None
    return person.misread_question


ABOUT_TO_ASK = timedelta(minutes=30)
"""So long somebody who wanted a person may take to write the question."""
STILL_ASKING = timedelta(minutes=2)
"""So long what follows the question still goes to the person who was asked for."""
AFTER_AN_ALARM = timedelta(minutes=30)
"""So long after an urgent message whatever follows is about it, and as urgent."""


def wants_a_person(person: Person, moment: datetime) -> bool:
    """Whether what the person sends now goes to people, unread by the matcher."""
    if person.expecting is not Expecting.STAFF_QUESTION:
        return False
    return person.expecting_until is None or moment < person.expecting_until


def alarm_before(person: Person, moment: datetime) -> int | None:
    """The number of the urgent question that the person has just asked."""
    if person.urgent_at is None or moment > person.urgent_at + AFTER_AN_ALARM:
        return None
    return person.urgent_question


DOUBLE_TAP = timedelta(seconds=2)
"""So long after its answer the same press is taken for the other half of a double tap."""


def is_double_tap(person: Person, press: str, received_at: datetime) -> bool:
    """Whether a press repeats the last one before the person could see what it did."""
    if press != person.last_press or person.pressed_at is None:
        return False
    return received_at < person.pressed_at + DOUBLE_TAP


def choose_language(
    stored: Language | None, of_text: Language | None, hint: str | None, default: Language
) -> Language:
    """The stored choice, else the language of the text, else Telegram's hint, else the default."""
    if stored is not None:
        return stored
    if of_text is not None:
        return of_text
    known = {language.value for language in Language}
    code = (hint or "").lower().split("-")[0]
    return Language(code) if code in known else default
