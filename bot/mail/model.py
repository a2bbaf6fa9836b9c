"""The rows of the inbox (`updates`) and of the outbox, and what the Bot API answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from bot.people.model import Person

LARGEST_ID = 2**62
"""No id of Telegram's is larger, and no larger number fits into a database."""


class Kind(StrEnum):
    """What sort of update a row holds, as far as carrying it goes."""

    TEXT = "text"  # a free text in a private chat: waits for the next one, then is ranked
    ALBUM = "album"  # one of several pictures sent together: waits for its siblings
    COMMAND = "command"
    PRESS = "press"
    EDIT = "edit"  # an edited text in a private chat: ranked, never joined
    RESULT = "result"  # what Telegram answered to a row of our own outbox
    OTHER = "other"


UNRANKED = frozenset({Kind.COMMAND, Kind.PRESS, Kind.RESULT})
"""Everything else may hold words, be it a caption, and words decide."""
JOINED = frozenset({Kind.TEXT, Kind.ALBUM})
"""What waits for more of its kind. An edit joins what still waits, and waits for nothing itself."""


@dataclass(frozen=True)
class Arrival:
    """An update as it came in, with the little that receiving must know of it."""

    update_id: int
    chat_id: int  # 0 where it belongs to no chat
    kind: Kind
    body: str  # JSON in ASCII, so that no database stumbles over it
    sent_at: int = 0  # Telegram's own time of the message, seconds since 1970
    album: str = ""


@dataclass(frozen=True)
class WaitingUpdate:
    """A stored update that has not been carried yet, with the person who sent it (None: seen first now)."""

    update_id: int
    chat_id: int
    kind: Kind
    body: str
    burst: int  # the update id of the first row that it is joined with; its own where it stands alone
    tries: int
    received_at: datetime
    due_at: datetime
    person: Person | None
    slowed: bool = False  # too many texts came, so it waited longer for more


class Lane(IntEnum):
    """Who goes first."""

    ALARM = -1  # to staff: somebody is in danger
    ANSWER = 0
    STAFF = 1


@dataclass(frozen=True)
class Outgoing:
    """One request to the Bot API, as it goes on the wire."""

    cause: str  # unique: "update:123:0"; a second row with the same cause is never written
    chat_id: int
    lane: Lane
    method: str
    params: Mapping[str, str]
    uploads: Mapping[str, str] = field(default_factory=dict)  # parameter name to hash in `files`
    result_for: str = ""  # who wants to know what Telegram answered: "question:12"


@dataclass(frozen=True)
class WaitingMail:
    """An outbox row that has not left, or whose fate is unknown."""

    id: int
    outgoing: Outgoing
    tries: int
    created_at: datetime
    due_at: datetime


class ReplyKind(StrEnum):
    """What is known about a request after it was made."""

    DONE = "done"
    REFUSED = "refused"  # the Bot API said no, so nothing was carried out
    NOT_SENT = "not_sent"  # it surely never arrived: no connection, no name, refused
    UNCLEAR = "unclear"  # timeout, dropped connection, garbled answer: it may have been carried out


@dataclass(frozen=True)
class Reply:
    """What the Bot API answered, or what stands for it when it did not."""

    kind: ReplyKind
    result: Any = None
    code: int = 0
    description: str = ""
    retry_after: float | None = None
    migrate_to: int | None = None

    @property
    def message_id(self) -> int | None:
        """The id of the message that was sent or edited."""
        found = self.result.get("message_id") if isinstance(self.result, dict) else None
        return found if isinstance(found, int) and 0 < found < LARGEST_ID else None
