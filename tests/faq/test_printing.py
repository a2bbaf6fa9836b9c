from datetime import date
from typing import Any

import pytest

from bot.errors import ContentError
from bot.faq.model import Show
from bot.faq.places import find_places
from bot.faq.printing import print_place, print_value
from bot.faq.text import Entity, RichText
from bot.kazakh import Case
from bot.people.model import Language
from tests.faq.catalogues import catalogue, fact

KK, RU = Language.KK, Language.RU
FACTS = [
    fact("F092", {"end": date(2026, 2, 28)}, as_of="2014"),
    fact("F081", {"dates": {"from": date(2025, 12, 1), "to": date(2026, 2, 28)}, "days": 30}),
    fact("F009", {"days": 3}, show=Show.WORDS, as_of="2021-04"),
    fact("F051", {"sum": 24}, show=Show.STAFF, as_of="2001"),
]


def printed(place: str, language: Language = KK) -> str:
    return print_place(next(find_places(place)), catalogue("", FACTS), language).text


def test_a_date_is_put_into_the_case_asked_for() -> None:
    assert printed("{F092.end:dative}") == "2026 жылғы 28 ақпанға"
    assert printed("{F092.end:ablative}") == "2026 жылғы 28 ақпаннан"
    assert printed("{F092.end:dative}", RU) == "28 февраля 2026 года"


def test_a_number_is_put_into_the_case_asked_for() -> None:
    assert printed("{F081.days:dative}") == "30-ға"
    assert printed("{F081.days}") == "30"


def test_the_sides_of_a_period_can_be_printed_alone() -> None:
    assert printed("{F081.dates.from:ablative}") == "2025 жылғы 1 желтоқсаннан"
    assert printed("{F081.dates}", RU) == "с 1 декабря 2025 года по 28 февраля 2026 года"


def test_the_dates_of_the_whole_catalogue_leave_out_what_only_staff_may_see() -> None:
    assert printed("{ALL.oldest}") == "2014 жыл"
    assert printed("{ALL.newest:genitive}", RU) == "1 октября 2026 года"


@pytest.mark.parametrize(
    "place",
    [
        "{F009.days}",
        "{F051.sum}",
        "{F999.days}",
        "{F081.hours}",
        "{F081.days.from}",
        "{F092.end:instrumental}",
        "{ALL.best}",
    ],
)
def test_what_may_not_or_cannot_be_printed_is_an_error(place: str) -> None:
    with pytest.raises(ContentError) as caught:
        printed(place)
    assert caught.value.code == "place_unprintable"
    assert caught.value.facts["place"] == place


def test_a_phone_is_printed_as_written_and_marked_for_tapping() -> None:
    assert print_value("+82-1345", KK) == RichText("+82-1345", (Entity("phone_number", 0, 8),))


def test_an_address_is_printed_letter_by_letter() -> None:
    site = print_value("https://www.k-eta.go.kr/", RU)
    assert site == RichText("https://www.k-eta.go.kr", (Entity("url", 0, 23),))


@pytest.mark.parametrize(
    ("value", "kazakh", "russian"),
    [
        ({"from": 18, "to": 39}, "18–39", "18–39"),
        ({"amount": 2_156_880, "currency": "KRW"}, "2\xa0156\xa0880\xa0вон", "2\xa0156\xa0880\xa0вон"),
        ({"kk": "бес сала", "ru": "пять отраслей"}, "бес сала", "пять отраслей"),
        ({"kk": ["Астана", "Алматы"], "ru": ["Астана", "Алматы"]}, "Астана және Алматы", "Астана и Алматы"),
        (["E-8", "E-9", "H-2"], "E-8, E-9, H-2", "E-8, E-9 и H-2"),
        ("2026-03", "2026 жылғы наурыз", "март 2026 года"),
        ("E-9", "E-9", "E-9"),
    ],
)
def test_values_are_printed_in_the_language(value: Any, kazakh: str, russian: str) -> None:
    assert print_value(value, KK).text == kazakh
    assert print_value(value, RU).text == russian


def test_phones_in_a_row_stay_phones() -> None:
    rich = print_value(["112", "119"], RU)
    assert rich == RichText("112 и 119", (Entity("phone_number", 0, 3), Entity("phone_number", 6, 3)))


def test_a_sum_takes_a_kazakh_case() -> None:
    assert print_value({"amount": 500, "currency": "USD"}, KK, Case.DATIVE).text == "500\xa0долларға"
