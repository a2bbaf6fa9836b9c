"""Rows of the inbox and the outbox."""

from datetime import datetime, timedelta
from typing import Any

from bot.mail.model import Arrival, Kind, Lane, Outgoing, WaitingMail, WaitingUpdate
from tests.support.people import AIGERIM, NOON


def arrival(update_id: int, chat_id: int = AIGERIM, kind: Kind = Kind.TEXT, **changes: Any) -> Arrival:
    """An update that has just come."""
    fields: dict[str, Any] = {"body": f'{{"update_id":{update_id}}}', "sent_at": 1_764_000_000, "album": ""}
    return Arrival(update_id, chat_id, kind, **{**fields, **changes})


def waiting(
    update_id: int, chat_id: int = AIGERIM, kind: Kind = Kind.COMMAND, **changes: Any
) -> WaitingUpdate:
    """A stored update that is due."""
    fields: dict[str, Any] = {
        "body": f'{{"update_id":{update_id}}}',
        "burst": update_id,
        "tries": 0,
        "received_at": NOON,
        "due_at": NOON - timedelta(seconds=1),
        "person": None,
    }
    return WaitingUpdate(update_id, chat_id, kind, **{**fields, **changes})


def outgoing(cause: str = "update:1-1:0", chat_id: int = AIGERIM, **changes: Any) -> Outgoing:
    """An answer with a button and a bold word."""
    fields: dict[str, Any] = {
        "lane": Lane.ANSWER,
        "method": "sendMessage",
        "params": {
            "chat_id": str(chat_id),
            "text": "Сәлем",
            "entities": '[{"type":"bold","offset":0,"length":5}]',
            "reply_markup": '{"inline_keyboard":[]}',
        },
    }
    return Outgoing(cause, chat_id, **{**fields, **changes})


def mail(id_: int = 1, *, tries: int = 0, created_at: datetime = NOON, **changes: Any) -> WaitingMail:
    """An outbox row that waits."""
    cause = changes.pop("cause", f"update:{id_}-1:0")
    return WaitingMail(id_, outgoing(cause, **changes), tries, created_at, created_at)
