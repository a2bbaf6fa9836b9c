"""What is carried next: at most one row or burst a chat, in order within each chat."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.mail.model import JOINED, Kind, WaitingUpdate
from bot.people.model import Person


@dataclass(frozen=True)
class Parcel:
    """Rows that are carried together."""

    rows: tuple[WaitingUpdate, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(row.update_id for row in self.rows)

    @property
    def cause(self) -> str:
        """
        What everything that follows from the parcel is caused by.

        The second of arrival is part of it: Telegram starts its ids anew at a random number after a quiet
        week, and causes are kept for ever.
        """
        first = self.rows[0]
        return f"update:{first.update_id}-{int(first.received_at.timestamp())}"

    @property
    def kind(self) -> Kind:
        return self.rows[0].kind

    @property
    def chat_id(self) -> int:
        return self.rows[0].chat_id

    @property
    def person(self) -> Person | None:
        return self.rows[0].person

    @property
    def received_at(self) -> datetime:
        """When the first of its rows came in."""
        return self.rows[0].received_at

    @property
    def tries(self) -> int:
        return max(row.tries for row in self.rows)


@dataclass
class Sorting:
    """Sorts waiting rows, handed in by order of arrival, into the parcels that may go now."""

    now: datetime
    _parcels: dict[int, list[WaitingUpdate]] = field(default_factory=dict)
    _closed: set[int] = field(default_factory=set)
    _seen: set[int] = field(default_factory=set)
    next_due: datetime | None = None

    def add(self, rows: Iterable[WaitingUpdate]) -> None:
        """Sort some more rows."""
        for row in rows:
            self._add(row)

    @property
    def parcels(self) -> list[Parcel]:
        """What may go now, in the order in which the chats' first rows came."""
        return [Parcel(tuple(rows)) for rows in self._parcels.values()]

    def __len__(self) -> int:
        return len(self._parcels)

    @property
    def open_bursts(self) -> list[int]:
        """The bursts that rows which were not handed in yet may belong to."""
        return [
            rows[0].burst
            for lane, rows in self._parcels.items()
            if rows[0].kind in JOINED and lane not in self._closed
        ]

    def _add(self, row: WaitingUpdate) -> None:
        # Rows that belong to no chat have no order among them.
        lane = row.chat_id or -row.update_id
        if lane in self._closed or row.update_id in self._seen:
            return
        self._seen.add(row.update_id)
        first = self._parcels.get(lane)
        if first is not None:
            self._join(lane, first, row)
        elif row.due_at > self.now:
            self._closed.add(lane)
            self.next_due = min(self.next_due or row.due_at, row.due_at)
        else:
            self._parcels[lane] = [row]

    def _join(self, lane: int, first: list[WaitingUpdate], row: WaitingUpdate) -> None:
        if row.burst == first[0].burst:
            first.append(row)
        else:
            self._closed.add(lane)
