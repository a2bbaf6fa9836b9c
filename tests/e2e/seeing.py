"""What a citizen sees of a message: its language, and where its buttons lead."""

import re
from collections.abc import Iterator
from typing import Any

from bot.people.model import Language

Message = dict[str, Any]
"""A message of the bot as it goes over the wire."""

_KAZAKH = frozenset("әғқңөұүһі")
_FOREIGN = re.compile(r"«.*?»|https?://\S+", re.DOTALL)
"""What a citizen wrote, in quotation marks, and addresses: neither is said by the bot."""
_LEAST_KAZAKH = 0.05
"""So large a share of the letters of a Kazakh text stands in no Russian word; three times as much is usual."""
_MOST_IN_RUSSIAN = 0.02
"""The name of a place in Kazakhstan may stand in a Russian text."""
_TELLING = 25
"""A line of so many letters tells its language by itself."""
_SHORT = 20
"""A text of fewer letters, such as a title, may have none that tell its language."""


def language_of(text: str) -> Language | None:
    """The language of all of a text; None where it has no words, or is in both."""
    own = _FOREIGN.sub("", text.lower())
    share = _share_of_kazakh(own)
    if share is None:
        return None
    if share <= _MOST_IN_RUSSIAN:
        return Language.RU
    lines = (line for line in own.split("\n") if len(_letters(line)) >= _TELLING)
    is_kazakh = share >= _LEAST_KAZAKH and all(_share_of_kazakh(line) for line in lines)
    return Language.KK if is_kazakh else None


def is_for_both(message: Message) -> bool:
    """Whether a message asks for the language, so that it speaks both."""
    offered = {parts[3] for parts in _parts(message, "l")}
    return offered == {language.value for language in Language} and "\n" in text_of(message)


def text_of(message: Message) -> str:
    """The text or caption."""
    return str(message.get("text") or message.get("caption") or "")


def buttons(message: Message) -> list[dict[str, str]]:
    """All buttons, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def presses(message: Message) -> list[str]:
    """What the buttons carry."""
    return [button["callback_data"] for button in buttons(message) if "callback_data" in button]


def language_of_buttons(message: Message) -> Language | None:
    """The language that the buttons carry for the text above; None where they do not agree."""
    carried = {data.split(":")[1] for data in presses(message)}
    return Language(carried.pop()) if len(carried) == 1 else None


def ways_missing(message: Message) -> set[str]:
    """What cannot be reached by one tap from a message: the menu, whom to call, a person."""
    kinds = {data.split(":")[0] for data in presses(message)}
    text = text_of(message)
    return {
        way
        for way, is_there in {
            "menu": kinds & {"m", "g"},
            "sos": kinds & {"s"} or "112" in text or "119" in text,
            "person": kinds & {"a", "p"} or _asks_for_the_question(message),
        }.items()
        if not is_there
    }


def complaints_in(message: Message, language: Language) -> list[str]:
    """What is wrong with a message of the bot for a reader of this language."""
    found = [f"no way to {way} among {presses(message)}" for way in sorted(ways_missing(message))]
    if not text_of(message).strip():
        found.append("it says nothing")
    if not is_for_both(message) and not _is_in(text_of(message), language):
        found.append(f"it is not in {language}")
    return found


def _is_in(text: str, language: Language) -> bool:
    spoken = language_of(text)
    return spoken is language or (len(text) < _SHORT and spoken is not None)


def _asks_for_the_question(message: Message) -> bool:
    """Whether somebody is about to write to a person: nothing but the way back stands below."""
    return {data.split(":")[0] for data in presses(message)} - {"l"} == {"m", "s"}


def _parts(message: Message, kind: str) -> Iterator[list[str]]:
    return (parts for data in presses(message) if (parts := data.split(":"))[0] == kind)


def _letters(text: str) -> list[str]:
    return [letter for letter in text if "а" <= letter <= "я" or letter == "ё" or letter in _KAZAKH]


def _share_of_kazakh(text: str) -> float | None:
    letters = _letters(text)
    return sum(letter in _KAZAKH for letter in letters) / len(letters) if letters else None
