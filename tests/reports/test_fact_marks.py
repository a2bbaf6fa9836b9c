from datetime import date, timedelta
from typing import Any

import pytest

from bot.faq.model import Confidence, Show
from bot.people.model import Language
from bot.reports.fact_marks import ends_ahead, is_due, marks_of
from bot.reports.labels import Labels
from tests.faq.catalogues import HIDDEN_SOURCE, fact

TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)


def marks(labels: Labels, **changes: Any) -> list[str]:
    return [words.of(Language.RU).text for words in marks_of(fact("F001", **changes), TODAY, labels)]


def test_a_good_fact_has_no_mark(labels: Labels) -> None:
    assert marks(labels) == []
    assert marks(labels, review_by=TODAY + DAY, valid_to=TODAY + 91 * DAY, valid_from=TODAY) == []


@pytest.mark.parametrize("days", [0, 1, 90])
def test_what_ends_within_90_days_is_marked(labels: Labels, days: int) -> None:
    last = TODAY + days * DAY
    assert marks(labels, valid_to=last) == [f"Заканчивается {last:%d.%m.%Y}"]
    assert ends_ahead(fact("F001", valid_to=last), TODAY)


@pytest.mark.parametrize("days", [-1, -1000])
def test_what_has_ended_is_marked_however_long_ago(labels: Labels, days: int) -> None:
    last = TODAY + days * DAY
    assert marks(labels, valid_to=last) == [f"Закончилось {last:%d.%m.%Y}"]
    assert not ends_ahead(fact("F001", valid_to=last), TODAY)


def test_what_is_being_checked_is_marked_from_its_review_date_on(labels: Labels) -> None:
    assert marks(labels, review_by=TODAY) == ["Проверяется с 25.11.2026"]
    assert is_due(fact("F001", review_by=TODAY), TODAY)
    assert not is_due(fact("F001", review_by=TODAY + DAY), TODAY)


def test_an_ended_fact_may_also_be_overdue(labels: Labels) -> None:
    assert len(marks(labels, valid_to=TODAY - DAY, review_by=TODAY - DAY)) == 2


def test_what_has_not_begun_is_marked(labels: Labels) -> None:
    assert marks(labels, valid_from=TODAY + DAY) == ["Действует только с 26.11.2026"]


def test_what_no_official_body_stands_behind_is_marked_unless_nobody_sees_it(labels: Labels) -> None:
    weak = {"confidence": Confidence.WEAK, "sources": (HIDDEN_SOURCE,)}
    assert marks(labels, **weak) == ["Официально не подтверждено."]
    assert marks(labels, **weak, show=Show.STAFF) == []


def test_what_only_the_ministry_can_tell_is_marked(labels: Labels) -> None:
    assert marks(labels, ministry=True, show=Show.STAFF) == ["Подтвердить это может только министерство"]
    assert marks(labels, ministry=False, show=Show.STAFF) == []
