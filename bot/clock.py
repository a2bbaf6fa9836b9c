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


def day_in_kazakhstan(moment: datetime) -> date:
    """The calendar day that citizens of Kazakhstan have at this moment."""
    return moment.astimezone(KAZAKHSTAN).date()
