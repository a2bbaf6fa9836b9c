from datetime import date
from decimal import Decimal

import pytest

from bot.faq.values import Kind, kind_of


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (30, Kind.NUMBER),
        (Decimal("1.5"), Kind.NUMBER),
        (date(2026, 2, 28), Kind.DATE),
        ("2026-01-30", Kind.DATE),
        ("2026-01", Kind.DATE),
        ("2026", Kind.DATE),
        ("1345", Kind.PHONE),
        ("+82-10-6572-9311", Kind.PHONE),
        ("1577-0071", Kind.PHONE),
        ("+7 (7172) 74-37-23", Kind.PHONE),
        ("https://www.k-eta.go.kr", Kind.URL),
        ("E-7-4", Kind.TEXT),
        ("09:00", Kind.TEXT),
        ({"from": 18, "to": 39}, Kind.RANGE),
        ({"from": date(2025, 12, 1), "to": date(2026, 2, 28)}, Kind.PERIOD),
        ({"from": "2026-01"}, Kind.PERIOD),
        ({"amount": 10_000, "currency": "KRW"}, Kind.MONEY),
        ({"kk": "Астана", "ru": "Астана"}, Kind.WORDS),
        (["112", "119"], Kind.LIST),
    ],
)
def test_the_kind_of_a_value_is_told_by_its_form(value: object, kind: Kind) -> None:
    assert kind_of(value) is kind
