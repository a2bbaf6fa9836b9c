"""What goes to the staff group, as plain messages."""

from collections.abc import Sequence
from typing import Any

from aiogram.methods import SendMessage, TelegramMethod

from bot.desk.masking import mask, storable
from bot.desk.model import Event, numbered
from bot.telegram.turn import Turn

_PIECE = 3500  # leaves room for the head of the message under Telegram's 4,096


def handed_over(
    turn: Turn, number: int, words: str, topics: Sequence[str], *, urgent: bool = False
) -> list[TelegramMethod[Any]]:
    """A question goes to people. Without a staff group it waits in the store; its number says so."""
    turn.round.note(number, Event.HANDED_OVER, urgent=urgent)
    if turn.staff_chat_id is None:
        return []
    _ = turn.library.translator_of(turn.staff_language)
    mark = _("URGENT") if urgent else _("Question")
    head = f"{mark} {numbered(number)} · {turn.language.value} · {turn.person.pseudonym}"
    near = [turn.library.title(topic, turn.staff_language) for topic in turn.library.present(tuple(topics))]
    text = mask(storable(words)) or _("(no text: see the copy)")
    tail = "\n\n" + _("Nearest topics: {topics}", topics=" · ".join(near)) if near else ""
    messages = staff_messages(turn.staff_chat_id, head, text + tail, siren=urgent)
    turn.awaits(messages[0], f"question:{number}")
    return messages


def staff_messages(chat_id: int, head: str, text: str, *, siren: bool = False) -> list[TelegramMethod[Any]]:
    """One message, or several where the text is long; nothing of it is cut off."""
    pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)] or [""]
    sign = "🆘 " if siren else ""
    return [SendMessage(chat_id=chat_id, text=f"{sign}{head}\n\n{piece}") for piece in pieces]
