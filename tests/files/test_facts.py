from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.files.content import read_content
from bot.files.facts import review_day
from tests.files.folders import change, errors


def test_only_the_ministry_can_fill_what_says_so(locales: Path) -> None:
    change(facts(locales), "  show: words\n", "  show: words\n  ministry: true\n")
    catalogue, findings = read_content(locales)
    assert findings == []
    assert catalogue is not None
    assert [one.id for one in catalogue.facts.values() if one.ministry] == ["F009"]


def facts(locales: Path) -> Path:
    return locales / "faq" / "facts.yaml"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("note: extension", "note: a: b", 27, "двоеточие"),
        ("public: false}", 'public: "false}', 35, "кавычка"),
        ("note: extension", "note: @extension", 27, "начинается со знака"),
        ("{days: 30}", "{days: 30", 3, "скобки"),
        ("note: extension", "note: extension\n  nota: x", 28, "«note»?"),
        ("note: extension", "note:", 27, "«note» пустое"),
        ("note: extension", "note: {a: 1}", 27, "простой текст"),
        ("F009:", "F9:", 26, "F002"),
        ("F009:", "F081:", 26, "второй раз, первый раз в строке 12"),
        ("as_of: 2026-09", "as_of: 09.2026", 4, "2026-01"),
        ("as_of: 2026-09", "as_of: 2026-13", 4, "2026-01"),
        ("{from: 2014-11-29}", "{from: 29.11.2014}", 5, "2026-01-30"),
        ("{from: 2014-11-29}", "{since: 2014-11-29}", 5, "from, to"),
        ("{from: 2014-11-29}", "{from: 2014-11-29, to: 2014-11-01}", 5, "раньше первого"),
        ("{from: 2014-11-29}", "always", 5, "фигурных скобках"),
        ("review_every: 1 month", "review_every: monthly", 18, "6 months"),
        ("review_every: 1 month", "review_every: 0 months", 18, "6 months"),
        ("confidence: press", "confidence: prese", 19, "«press»?"),
        ("show: words", "show: value", 33, "weak"),
        ("show: words", "show: Words", 33, "value, words, staff"),
        ("public: false", "public: maybe", 35, "true"),
        ('url: "https://agent.example"', 'url: "agent.example"', 35, "https://"),
        ('title: "Agent", ', "", 35, "«title» пустое"),
        ('    - {title: "Agent"', '      {title: "Agent"', 34, "дефиса"),
        ("    ru: Объявлена ли новая, не подтверждено.\n", "", 24, "«ru» пустое"),
        ("  values: {}", "  values: [1]", 28, "с названиями"),
        ("  values: {days: 30}", "  values: {Дни: 30, days: 30}", 3, "латинскими"),
        ("  values: {days: 30}", "  values: {days: 30, n: }", 3, "«n» пустое"),
        ("  values: {days: 30}", "  values: {days: 30, n: no}", 3, "Да и нет не печатаются"),
        ("  values: {days: 30}", "  values: {days: 30, n: 30 days}", 3, "только число"),
        ("  values: {days: 30}", '  values: {days: 30, n: "10,320"}', 3, "10000"),
        ("  values: {days: 30}", "  values: {days: 30, n: 10 320}", 3, "10000"),
        ("  values: {days: 30}", "  values: {days: 30, n: 30.01.2026}", 3, "2026-01-30"),
        ("  values: {days: 30}", "  values: {days: 30, n: 2026-02-30}", 3, "2026-01-30"),
        ("  values: {days: 30}", "  values: {days: 30, n: 18-39}", 3, "{from: 18, to: 39}"),
        ("  values: {days: 30}", "  values: {days: 30, phone: 12}", 3, "Такого телефона не бывает"),
        ("  values: {days: 30}", "  values: {days: 30, n: http://a.kz}", 3, "https://"),
        ("  values: {days: 30}", "  values: {days: 30, n: www.a.kz}", 3, "https://www.a.kz"),
        ("  values: {days: 30}", "  values: {days: 30, n: {amount: 5}}", 3, "currency"),
        ("  values: {days: 30}", "  values: {days: 30, n: {amount: 5, currency: won}}", 3, "currency"),
        ("  values: {days: 30}", "  values: {days: 30, n: {kk: а}}", 3, "на одном языке"),
        ("  values: {days: 30}", "  values: {days: 30, n: {a: 1}}", 3, "from, to"),
        ("  values: {days: 30}", "  values: {days: 30, n: {from: 39, to: 18}}", 3, "раньше начала"),
        (
            "  values: {days: 30}",
            "  values: {days: 30, n: {from: 2026-02-01, to: 2026-01-01}}",
            3,
            "раньше начала",
        ),
        ("  values: {days: 30}", "  values: {days: 30, n: {from: 18, to: 2026-01-01}}", 3, "две даты"),
    ],
)
def test_a_mistake_in_a_fact_is_explained_at_its_line(
    locales: Path, old: str, new: str, line: int, words: str
) -> None:
    change(facts(locales), old, new)
    found = [one for one in errors(read_content(locales)[1]) if one.file == "locales/faq/facts.yaml"]
    assert [(one.line, words in one.message) for one in found] == [(line, True)], found


def test_a_fact_needs_to_be_confirmed_by_somebody(locales: Path) -> None:
    text = facts(locales).read_text(encoding="utf-8")
    confirmed = "  confirmed: {date: 2026-11-01, by: editor}\n"
    facts(locales).write_text(text.replace(confirmed, "", 1), encoding="utf-8")
    (finding,) = errors(read_content(locales)[1])
    assert "confirmed: {date: 2026-11-23, by: editor}" in finding.message


def test_a_fact_that_citizens_see_needs_a_source(locales: Path) -> None:
    source = '  sources:\n    - {title: "Agent", url: "https://agent.example", date: 2025, public: false}\n'
    change(facts(locales), source, "")
    (finding,) = errors(read_content(locales)[1])
    assert (finding.line, "F009 нет источника" in finding.message) == (26, True)


def test_what_yaml_would_take_for_something_else_is_kept_as_written(locales: Path) -> None:
    values = (
        "{days: 30, phone: 1345, abroad: +82-1345, law: E-9, time: 09:00, year: '2026',"
        " rate: 7.50, month: 2024-06, list: [112, '119'], site: https://a.kz, age: {from: 18, to: 39},"
        " sum: {amount: 30000000, currency: KRW}, place: {kk: Сеул, ru: Сеул}}"
    )
    change(facts(locales), "{days: 30}", values)
    catalogue, findings = read_content(locales)
    assert findings == []
    assert catalogue is not None
    assert catalogue.facts["F002"].values == {
        "days": 30,
        "phone": "1345",
        "abroad": "+82-1345",
        "law": "E-9",
        "time": "09:00",
        "year": "2026",
        "rate": Decimal("7.50"),
        "month": "2024-06",
        "list": [112, "119"],
        "site": "https://a.kz",
        "age": {"from": 18, "to": 39},
        "sum": {"amount": 30_000_000, "currency": "KRW"},
        "place": {"kk": "Сеул", "ru": "Сеул"},
    }


@pytest.mark.parametrize(
    ("every", "day"),
    [
        ("10 days", date(2026, 2, 10)),
        ("2 weeks", date(2026, 2, 14)),
        ("1 month", date(2026, 2, 28)),
        ("6 months", date(2026, 7, 31)),
        ("11 months", date(2026, 12, 31)),
        ("1 year", date(2027, 1, 31)),
        ("half a year", None),
        ("0 days", None),
    ],
)
def test_a_review_falls_on_a_day_of_the_calendar(every: str, day: date | None) -> None:
    assert review_day(date(2026, 1, 31), every) == day


def test_a_tab_is_pointed_at(locales: Path) -> None:
    change(facts(locales), "  note: extension", "\tnote: extension")
    found = errors(read_content(locales)[1])
    assert (found[0].line, "табуляции" in found[0].message) == (27, True)


def test_windows_line_ends_and_a_signature_are_only_warned_of(locales: Path) -> None:
    text = facts(locales).read_text(encoding="utf-8")
    facts(locales).write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    catalogue, findings = read_content(locales)
    assert catalogue is not None
    assert [(one.level, one.line) for one in findings] == [("warning", 1), ("warning", 1)]
    assert any("BOM" in one.message for one in findings)
    assert any("CRLF" in one.message for one in findings)


def test_another_encoding_is_explained(locales: Path) -> None:
    text = facts(locales).read_text(encoding="utf-8")
    facts(locales).write_bytes(text.replace("extension", "продление").encode("cp1251", "replace"))
    found = errors(read_content(locales)[1])
    assert found[0].line == 11
    assert "UTF-8" in found[0].message
