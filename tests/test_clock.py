from datetime import UTC, date, datetime, timedelta

import pytest

from bot.clock import KAZAKHSTAN, MovableClock, SystemClock, day_in_kazakhstan
from tests.support.clocks import FrozenClock
from tests.support.people import NOON


def test_the_time_is_aware_and_in_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 2, 28, 18, 59, 59, tzinfo=UTC), date(2026, 2, 28)),
        (datetime(2026, 2, 28, 19, 0, tzinfo=UTC), date(2026, 3, 1)),
        (datetime(2026, 12, 31, 19, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 3, 1, 0, 0, tzinfo=KAZAKHSTAN), date(2026, 3, 1)),
    ],
)
def test_the_day_changes_at_midnight_in_kazakhstan(moment: datetime, day: date) -> None:
    assert day_in_kazakhstan(moment) == day


def test_a_movable_clock_runs_with_its_base_and_keeps_its_lead() -> None:
    base = FrozenClock()
    clock = MovableClock(base)
    assert clock.now() == NOON
    clock.forward(timedelta(days=1))
    clock.forward(timedelta(hours=1))
    base.pass_(30)
    assert clock.now() == NOON + timedelta(days=1, hours=1, seconds=30)
    assert clock.ahead == timedelta(days=1, hours=1)


def test_a_movable_clock_is_never_put_back() -> None:
    clock = MovableClock(FrozenClock())
    with pytest.raises(ValueError, match="never put back"):
        clock.forward(timedelta(microseconds=-1))
    assert clock.now() == NOON
