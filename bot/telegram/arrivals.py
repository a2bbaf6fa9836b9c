"""
What receiving must know of an update, read from the raw JSON.

Nothing here may fail: an update that aiogram cannot parse must be stored, and salvaged, all the same.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeGuard

from bot.mail.model import Arrival, Kind
from bot.telegram.filters import command_of, without_command

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")
"""What we ask Telegram for. It remembers the last list, so it is said with every request."""

_LARGEST = 2**63 - 1
_as_json = json.JSONEncoder(separators=(",", ":")).encode


def arrival_from(raw: object) -> Arrival | None:
    """The update as it will be stored; None where it has no id by which it could be confirmed."""
    if not isinstance(raw, dict) or not _is_id(raw.get("update_id")) or raw["update_id"] < 0:
        return None
    update_id: int = raw["update_id"]
    body = _as_json(raw)
    what = next((kind for kind in KINDS if isinstance(raw.get(kind), dict)), "")
    if not what:
        return Arrival(update_id, 0, Kind.OTHER, body)
    event = raw[what]
    chat_id = chat_of(event)
    return Arrival(
        update_id=update_id,
        chat_id=chat_id,
        kind=_kind(what, event, is_private=is_private(event)),
        body=body,
        sent_at=event["date"] if _is_id(event.get("date")) else 0,
        album=ascii(event.get("media_group_id") or "") if what == "message" else "",
    )


def chat_of(event: Mapping[str, Any]) -> int:
    """The chat of an event; for a press on a button that of its message; 0 where there is none."""
    message = event.get("message")
    for holder in (event, message if isinstance(message, dict) else {}):
        chat = holder.get("chat")
        if isinstance(chat, dict) and _is_id(chat.get("id")):
            return int(chat["id"])
    sender = event.get("from")
    return int(sender["id"]) if isinstance(sender, dict) and _is_id(sender.get("id")) else 0


def is_private(event: Mapping[str, Any]) -> bool:
    """Whether a message comes from a private chat; in doubt it does, so that somebody answers."""
    chat = event.get("chat")
    kind = chat.get("type") if isinstance(chat, dict) else None
    return kind == "private" or (kind is None and chat_of(event) > 0)


def words_of(raw: Mapping[str, Any]) -> str:
    """The text or caption of a message or an edited message."""
    for kind in ("message", "edited_message"):
        event = raw.get(kind)
        if isinstance(event, dict):
            said = event.get("text") or event.get("caption")
            return without_command(said) if isinstance(said, str) else ""
    return ""


def message_id_of(raw: Mapping[str, Any]) -> int | None:
    """The id of the message that an update brings."""
    message = raw.get("message")
    found = message.get("message_id") if isinstance(message, dict) else None
    return found if _is_id(found) else None


def attachment_of(raw: Mapping[str, Any]) -> int | None:
    """The id of the message that an update brings, where it holds more than words."""
    message = raw.get("message")
    return message_id_of(raw) if isinstance(message, dict) and not message.get("text") else None


def words_together(raws: Iterable[Mapping[str, Any]]) -> str:
    """The words of updates that belong together, a line each; a corrected message counts as corrected."""
    numbers: list[object] = []
    said: list[str] = []
    for raw in raws:
        edited = raw.get("edited_message")
        corrected = edited.get("message_id") if isinstance(edited, dict) else None
        if corrected is not None and corrected in numbers:
            said[numbers.index(corrected)] = words_of(raw)
            continue
        numbers.append(message_id_of(raw) if corrected is None else corrected)
        said.append(words_of(raw))
    return "\n".join(filter(None, said))


def _kind(what: str, event: Mapping[str, Any], *, is_private: bool) -> Kind:
    if what == "callback_query":
        return Kind.PRESS
    text = event.get("text")
    if not is_private or what not in {"message", "edited_message"}:
        return Kind.OTHER
    if event.get("media_group_id") and what == "message":
        return Kind.ALBUM
    if not isinstance(text, str) or not text:
        return Kind.OTHER
    if command_of(text):
        return Kind.COMMAND
    return Kind.EDIT if what == "edited_message" else Kind.TEXT


def _is_id(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and -_LARGEST <= value <= _LARGEST
