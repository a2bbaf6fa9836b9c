"""The person and their language."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Language(StrEnum):
    """A language the bot speaks."""

    KK = "kk"
    RU = "ru"


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
    last_topic: str | None  # the topic shown last, for the buttons of the next message
    created_at: datetime
    blocked_at: datetime | None  # when Telegram told us that they blocked the bot


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
