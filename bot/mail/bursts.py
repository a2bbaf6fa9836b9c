"""Which messages belong together: one question comes in several short texts, an album in pieces."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.mail.model import JOINED, Arrival, Kind

QUIET = timedelta(seconds=0.4)
"""A text waits this long for the next one."""
LONGEST = timedelta(seconds=2)
"""No text waits longer, however many follow."""
SLOWED_QUIET = timedelta(seconds=5)
SLOWED_LONGEST = timedelta(seconds=15)
"""Who sends a flood gets fewer answers, each to more texts."""
MOST = 100
_MAY_JOIN = JOINED | {Kind.EDIT}


@dataclass(frozen=True)
class Burst:
    """Messages of one chat that wait to be carried together."""

    chat_id: int
    leader: int  # the update id of the first
    started_at: datetime
    due_at: datetime
    sent_at: int
    album: str
    size: int = 1
    slowed: bool = False

    @property
    def longest(self) -> timedelta:
        """How long its first row waits at most."""
        return SLOWED_LONGEST if self.slowed else LONGEST

    def takes(self, arrival: Arrival, now: datetime) -> bool:
        """
        Whether the arrival is part of this burst.

        One that is due may be on its way and takes no more. Where Telegram's own times lie further apart than
        a burst may last, a backlog is being read.
        """
        return (
            self.due_at > now
            and self.size < MOST
            and self.album == arrival.album
            and arrival.sent_at - self.sent_at <= self.longest.total_seconds()
        )

    def grown(self, now: datetime) -> "Burst":
        """With one more row, waiting anew."""
        quiet = SLOWED_QUIET if self.slowed else QUIET
        return replace(self, due_at=min(now + quiet, self.started_at + self.longest), size=self.size + 1)


@dataclass(frozen=True)
class Place:
    """Where an arrival stands in the queue, and what that means for those before it."""

    burst: int
    due_at: datetime
    renewed: Burst | None = None  # its rows become due with this one
    closed: Burst | None = None  # its rows are due now: something else came after them
    slowed: bool = False


class Queue:
    """The open bursts of the chats that a batch of arrivals comes from; at most one a chat."""

    def __init__(self, open_bursts: dict[int, Burst], now: datetime) -> None:
        self._open = open_bursts
        self._now = now

    def place(self, arrival: Arrival, *, slowed: bool = False) -> Place:
        """Place one arrival; call it in the order of arrival. `slowed`: its chat sends too much."""
        slowed = slowed and arrival.kind in JOINED  # a correction is no further text
        before = self._open.pop(arrival.chat_id, None)
        if before is not None and arrival.kind in _MAY_JOIN:
            wider = replace(before, slowed=before.slowed or slowed)
            if wider.takes(arrival, self._now):
                joined = self._open[arrival.chat_id] = wider.grown(self._now)
                return Place(joined.leader, joined.due_at, renewed=joined, slowed=joined.slowed)
        if arrival.kind not in JOINED:
            return Place(arrival.update_id, self._now, closed=before)
        begun = self._open[arrival.chat_id] = _begun(arrival, self._now, slowed=slowed)
        return Place(begun.leader, begun.due_at, closed=before, slowed=slowed)


def _begun(arrival: Arrival, now: datetime, *, slowed: bool) -> Burst:
    due = now + (SLOWED_QUIET if slowed else QUIET)
    return Burst(arrival.chat_id, arrival.update_id, now, due, arrival.sent_at, arrival.album, slowed=slowed)
