"""Which messages belong together: one question comes in several short texts, an album in pieces."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.mail.model import JOINED, Arrival, Kind

QUIET = timedelta(seconds=0.4)
"""A text waits this long for the next one."""
LONGEST = timedelta(seconds=2)
"""No text waits longer, however many follow."""
MOST = 100
_SAME_MOMENT = 2  # seconds between Telegram's own times; more means that a backlog is being read


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

    def takes(self, arrival: Arrival, now: datetime) -> bool:
        """Whether the arrival is part of this burst. One that is due may be on its way and takes no more."""
        return (
            self.due_at > now
            and self.size < MOST
            and self.album == arrival.album
            and arrival.sent_at - self.sent_at <= _SAME_MOMENT
        )


@dataclass(frozen=True)
class Place:
    """Where an arrival stands in the queue, and what that means for those before it."""

    burst: int
    due_at: datetime
    renewed: Burst | None = None  # its rows become due with this one
    closed: Burst | None = None  # its rows are due now: something else came after them


class Queue:
    """The open bursts of the chats that a batch of arrivals comes from; at most one a chat."""

    def __init__(self, open_bursts: dict[int, Burst], now: datetime) -> None:
        self._open = open_bursts
        self._now = now

    def place(self, arrival: Arrival) -> Place:
        """Place one arrival; call it in the order of arrival."""
        before = self._open.pop(arrival.chat_id, None)
        may_join = arrival.kind in JOINED or arrival.kind is Kind.EDIT
        if may_join and before is not None and before.takes(arrival, self._now):
            due = min(self._now + QUIET, before.started_at + LONGEST)
            joined = replace(before, due_at=due, size=before.size + 1)
            self._open[arrival.chat_id] = joined
            return Place(joined.leader, due, renewed=joined)
        if arrival.kind not in JOINED:
            return Place(arrival.update_id, self._now, closed=before)
        due = self._now + QUIET
        self._open[arrival.chat_id] = Burst(
            arrival.chat_id, arrival.update_id, self._now, due, arrival.sent_at, arrival.album
        )
        return Place(arrival.update_id, due, closed=before)
