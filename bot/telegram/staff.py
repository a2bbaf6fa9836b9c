"""What goes to the staff group, as plain messages."""

from collections.abc import Iterable, Sequence
from typing import Any

from aiogram.methods import CopyMessage, SendMessage, TelegramMethod

from bot.desk.masking import mask, storable
from bot.desk.model import Event, Question, numbered
from bot.people.model import Place, alarm_before
from bot.telegram.turn import Turn

_PIECE = 3500  # leaves room for the head of the message under Telegram's 4,096


def handed_over(
    turn: Turn, number: int, words: str, topics: Sequence[str], *, urgent: bool = False
) -> list[TelegramMethod[Any]]:
    """A question goes to people. Without a staff group it waits in the store; its number says so."""
    turn.round.note(number, Event.HANDED_OVER, urgent=urgent)
    before = alarm_before(turn.person, turn.received_at)
    if urgent:
        turn.remember(urgent_question=number, urgent_at=turn.now)
    if turn.staff_chat_id is None:
        return []
    _ = turn.library.translator_of(turn.staff_language)
    near = [turn.library.title(topic, turn.staff_language) for topic in turn.library.present(tuple(topics))]
    lines = [mask(storable(words)) or _("(no text: see the copy)")]
    if near:
        lines.append(_("Nearest topics: {topics}", topics=" · ".join(near)))
    elif turn.read_before is not None and turn.read_before in turn.library:
        title = turn.library.title(turn.read_before, turn.staff_language)
        lines.append(_("Read before: {topic}", topic=title))
    if before is not None and before != number:
        lines.insert(0, _("Goes on from {number}", number=numbered(before)))
    alarming = urgent or before is not None
    head = _head(turn, number, urgent=urgent)
    messages = staff_messages(turn.staff_chat_id, head, "\n\n".join(lines), siren=alarming)
    turn.awaits(messages[0], f"question:{number}")
    if alarming:
        turn.alarms(messages)
    return messages


def as_asked(turn: Turn, question: Question, topics: Sequence[str]) -> list[TelegramMethod[Any]]:
    """A stored question goes to people with all that was sent with it, once."""
    if question.is_handed_over:
        return []
    return [
        *handed_over(turn, question.number, question.text, topics),
        *copies(turn, question.attachments),
    ]


def corrected(turn: Turn, number: int, words: str) -> list[TelegramMethod[Any]]:
    """The person has corrected what people have; `words` are masked."""
    _ = turn.library.translator_of(turn.staff_language)
    return added(turn, number, words, _("corrected by the person"))


def added(turn: Turn, number: int, words: str, note: str = "") -> list[TelegramMethod[Any]]:
    """Something more about a question that people have; `words` are masked."""
    if turn.staff_chat_id is None:
        return []
    head = " · ".join(filter(None, (_head(turn, number, urgent=False), note)))
    messages = staff_messages(turn.staff_chat_id, head, words)
    if alarm_before(turn.person, turn.received_at) is not None:
        turn.alarms(messages)
    return messages


def copies(turn: Turn, message_ids: Iterable[int]) -> list[TelegramMethod[Any]]:
    """What is no text, as it is."""
    if turn.staff_chat_id is None:
        return []
    return [
        CopyMessage(chat_id=turn.staff_chat_id, from_chat_id=turn.person.chat_id, message_id=message_id)
        for message_id in message_ids
    ]


def staff_messages(chat_id: int, head: str, text: str, *, siren: bool = False) -> list[TelegramMethod[Any]]:
    """One message, or several where the text is long; nothing of it is cut off."""
    pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)] or [""]
    sign = "🆘 " if siren else ""
    return [SendMessage(chat_id=chat_id, text=f"{sign}{head}\n\n{piece}") for piece in pieces]


def _head(turn: Turn, number: int, *, urgent: bool) -> str:
    _ = turn.library.translator_of(turn.staff_language)
    mark = _("URGENT") if urgent else _("Question")
    places = {Place.KOREA: _("in Korea"), Place.KAZAKHSTAN: _("in Kazakhstan")}
    parts = [f"{mark} {numbered(number)}", turn.language.value]
    if turn.person.place is not None:
        parts.append(places[turn.person.place])
    return " · ".join([*parts, turn.person.pseudonym])
