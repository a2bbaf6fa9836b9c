"""A clock that stands still until it is moved."""

from datetime import datetime, timedelta

from tests.support.people import NOON


class FrozenClock:
    """Tells the moment it was set to."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def pass_(self, seconds: float) -> None:
        """Time goes on."""
        self.moment += timedelta(seconds=seconds)
