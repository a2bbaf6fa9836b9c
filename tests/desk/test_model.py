from datetime import UTC, datetime

import pytest

from bot.desk.model import Event, Question, numbered
from bot.people.model import Language


@pytest.mark.parametrize(
    ("number", "written"), [(1, "K-000001"), (123, "K-000123"), (1_234_567, "K-1234567")]
)
def test_a_number_is_written_with_its_letter(number: int, written: str) -> None:
    assert numbered(number) == written


@pytest.mark.parametrize("event", list(Event))
def test_only_what_was_handed_over_waits_for_a_person(event: Event) -> None:
    asked = Question(
        1, 5, "p", Language.KK, "", "choose", (), datetime(2026, 1, 1, tzinfo=UTC), frozenset({event})
    )
    assert asked.is_handed_over == (event is Event.HANDED_OVER)
