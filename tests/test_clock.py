from datetime import UTC, date, datetime, timedelta

import pytest

from bot.clock import KAZAKHSTAN, SystemClock, day_in_kazakhstan


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
