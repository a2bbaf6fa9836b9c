"""The one source of time. It is handed in, so tests and the sandbox can move it."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

KAZAKHSTAN = timezone(timedelta(hours=5), "Asia/Almaty")
"""One zone since March 2024. Fixed here, because system zone data may still say +06."""


class Clock(Protocol):
    """Tells the time, always aware and in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class MovableClock:
    """
    A clock that runs with another one and can be put forward by hand.

    It never goes back: what was written down with its time must stay in the past.
    """

    def __init__(self, base: Clock) -> None:
        self._base = base
        self._ahead = timedelta()

    def now(self) -> datetime:
        return self._base.now() + self._ahead

    @property
    def ahead(self) -> timedelta:
        """How far it was put forward in all."""
        return self._ahead

    def forward(self, by: timedelta) -> None:
        """Put it forward. Errors: ValueError for a negative time."""
        if by < timedelta():
            raise ValueError("a clock is never put back")
        self._ahead += by


def day_in_kazakhstan(moment: datetime) -> date:
    """The calendar day that citizens of Kazakhstan have at this moment."""
    return moment.astimezone(KAZAKHSTAN).date()
