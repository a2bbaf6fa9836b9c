"""What `bot doctor` has looked at: plain findings of the edges, before anybody judges them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.mail.model import Reply
from bot.people.model import Language


@dataclass(frozen=True)
class TelegramSeen:
    """What the Bot API answered; None where nothing was asked because an earlier answer was missing."""

    me: Reply
    webhook: Reply | None = None
    chat: Reply | None = None  # the staff group
    member: Reply | None = None  # the bot in it


@dataclass(frozen=True)
class ClockSeen:
    """Our time and that of the server of the Bot API, which tells it to the second."""

    ours: datetime
    theirs: datetime | None  # None where it could not be learned

    @property
    def ahead(self) -> timedelta | None:
        """How far our clock is ahead; negative where it is behind."""
        return None if self.theirs is None else self.ours - self.theirs


@dataclass(frozen=True)
class DatabaseSeen:
    """A database that could be opened and written to, or a file that does not exist yet."""

    exists: bool
    revision: str = ""  # of its tables; empty where there are none
    newest: str = ""  # the revision that this program makes
    in_use: bool = False  # the bot runs on it; for a server it is not known
    looked_through: bool | None = None  # False where that took too long, None where a server does it itself
    damage: str = ""


@dataclass(frozen=True)
class DiskSeen:
    """The folder in which the bot keeps its files, or the folder in which it will be made."""

    folder: Path
    is_folder: bool  # False where a file is in the way
    writable: bool
    free: int  # bytes


@dataclass(frozen=True)
class ContentSeen:
    """The content files, counted."""

    errors: int
    errors_of_catalogues: int
    topics: int
    overdue: int  # facts whose review date has passed
    soon: int  # facts that end or fall due within 90 days
    answers: Mapping[Language, int]
    unsigned: Mapping[Language, int]
    awaited: tuple[tuple[str, str], ...]  # facts that only the ministry can fill: id and note


@dataclass(frozen=True)
class ModelSeen:
    """How messages are matched to topics."""

    semantic: bool  # whether a language model takes part
    seconds: float  # that building took
