"""What becomes of an outbox row once the Bot API has answered: one pure function, no exceptions."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.mail.model import LARGEST_ID, Lane, Outgoing, Reply, ReplyKind, WaitingMail

MAX_TEXT = 4096
LONGEST_PAUSE = timedelta(minutes=5)
UNCLEAR_FOR_AT_MOST = timedelta(hours=24)
"""An answer of unknown fate is sent again for a day, ever more rarely: one duplicate beats silence."""

LONGEST_HOLD = 24 * 3600.0
"""Seconds; holds of hours were seen, and a probe finds out every minute whether one is still in force."""

_TOKEN_TROUBLE = {401, 404}  # the token was revoked: what waits can leave with the next one
_GONE = (
    "bot was blocked by the user",
    "user is deactivated",
    "bot can't initiate conversation",
    "chat not found",
    "bot was kicked",
    "bot is not a member",
    "peer_id_invalid",
)
_NOTHING_TO_DO = ("message is not modified", "query is too old", "message to delete not found")
_EDITS = ("editMessageText", "editMessageReplyMarkup")
_EDIT_LOST = ("message to edit not found", "message can't be edited", "message_id_invalid")
_PLAIN_PARAMS = ("chat_id", "message_thread_id", "text")


class State(StrEnum):
    """The state of an outbox row."""

    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Settlement:
    """What to write about a row, and what else follows from the answer."""

    mail: WaitingMail
    state: State
    reply: Reply
    again_at: datetime | None = None
    instead: Outgoing | None = None  # what the row becomes for the next try
    tell_staff: bool = False
    gone: bool = False  # the chat cannot be written to any more
    hold_for: float = 0.0  # seconds during which the lane must be silent

    @property
    def waits(self) -> bool:
        """Whether the row stays in the outbox."""
        return self.state is State.WAITING


def settle(mail: WaitingMail, reply: Reply, now: datetime) -> Settlement:
    """Decide the fate of a row from the Bot API's answer."""
    if reply.kind is ReplyKind.DONE:
        return Settlement(mail, State.SENT, reply)
    if reply.kind is ReplyKind.NOT_SENT or reply.code >= 500 or reply.code in _TOKEN_TROUBLE:
        return _later(mail, reply, now)
    if reply.kind is ReplyKind.UNCLEAR:
        return _unclear(mail, reply, now)
    if reply.code == 429:
        told = reply.retry_after or 0.0
        wait = min(told, LONGEST_HOLD) if told > 0 else 1.0
        # Due at once: the lane keeps the hold, and the row keeps its turn.
        return dataclasses.replace(_again(mail, reply, now), hold_for=wait)
    return _refused(mail, reply, now)


def _unclear(mail: WaitingMail, reply: Reply, now: datetime) -> Settlement:
    if now - mail.created_at > UNCLEAR_FOR_AT_MOST:
        return Settlement(mail, State.UNKNOWN, reply, tell_staff=True)
    return _later(mail, reply, now)


def _refused(mail: WaitingMail, reply: Reply, now: datetime) -> Settlement:
    said = reply.description.lower()
    if reply.migrate_to is not None and abs(reply.migrate_to) < LARGEST_ID:
        return _again(mail, reply, now, _readdressed(mail.outgoing, reply.migrate_to))
    if reply.code == 403 or any(sentence in said for sentence in _GONE):
        return _gone(mail, reply, now)
    if any(sentence in said for sentence in _NOTHING_TO_DO):
        return Settlement(mail, State.SENT, reply)
    if mail.outgoing.method in _EDITS and any(sentence in said for sentence in _EDIT_LOST):
        return _edit_lost(mail, reply, now)
    plain = _plain(mail.outgoing)
    if plain is None:
        return Settlement(mail, State.REFUSED, reply, tell_staff=True)
    return dataclasses.replace(_again(mail, reply, now, plain), tell_staff=True)


def _edit_lost(mail: WaitingMail, reply: Reply, now: datetime) -> Settlement:
    """A text comes as a message of its own; buttons are nothing without theirs."""
    if mail.outgoing.method == "editMessageReplyMarkup":
        return Settlement(mail, State.SENT, reply)
    return _again(mail, reply, now, _sent_anew(mail.outgoing))


def _gone(mail: WaitingMail, reply: Reply, now: datetime) -> Settlement:
    """A person who left is left alone; what staff must read waits until their group can be reached again."""
    if mail.outgoing.lane is not Lane.ANSWER:
        return dataclasses.replace(_later(mail, reply, now), gone=True)
    return Settlement(mail, State.REFUSED, reply, gone=True)


def _later(mail: WaitingMail, reply: Reply, now: datetime) -> Settlement:
    pause = min(timedelta(seconds=2 ** min(mail.tries, 16)), LONGEST_PAUSE)
    return _again(mail, reply, now + pause)


def _again(mail: WaitingMail, reply: Reply, at: datetime, instead: Outgoing | None = None) -> Settlement:
    return Settlement(mail, State.WAITING, reply, again_at=at, instead=instead)


def _readdressed(outgoing: Outgoing, chat_id: int) -> Outgoing:
    return dataclasses.replace(outgoing, chat_id=chat_id, params={**outgoing.params, "chat_id": str(chat_id)})


def _sent_anew(outgoing: Outgoing) -> Outgoing:
    params = {name: value for name, value in outgoing.params.items() if name != "message_id"}
    return dataclasses.replace(outgoing, method="sendMessage", params=params)


def _plain(outgoing: Outgoing) -> Outgoing | None:
    """The same words without entities and buttons; None where that is what was refused already."""
    if outgoing.method not in {"sendMessage", "editMessageText"} or not outgoing.params.get("text"):
        return None
    params = {name: value for name, value in outgoing.params.items() if name in _PLAIN_PARAMS}
    params["text"] = params["text"][:MAX_TEXT]
    if outgoing.method == "sendMessage" and params == dict(outgoing.params):
        return None
    return dataclasses.replace(outgoing, method="sendMessage", params=params)


def notice_cause(mail: WaitingMail, reply: Reply) -> str:
    """The cause of the notice that staff get about a row: the same trouble is told once."""
    return f"notice:{mail.outgoing.cause}:{reply.code or reply.kind.value}"
