from pathlib import Path

import pytest

from bot.files.content import read_content
from tests.files.folders import answer_file, change, errors

WORDS = "дней.**"


def findings_for(locales: Path, text: str) -> list[tuple[str, int | None, str]]:
    """What is said about a text that stands on line 9 of an answer."""
    change(answer_file(locales), "- [сайт](https://gov.kz)", text)
    return [(one.level, one.line, one.message) for one in read_content(locales)[1]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{F999.days}", "Факта F999 нет"),
        ("{F2.days}", "не распознаётся"),
        ("{F002}", "не распознаётся"),
        ("{ F002.days }", "не распознаётся"),
        ("{F002.days", "не распознаётся"),
        ("F002.days}", "не распознаётся"),
        ("{F002.hours}", "Есть: days"),
        ("{F002.days:datives}", "«dative»?"),
        ("{F002.days.from}", "только у промежутка"),
        ("{F009.days}", "show: words"),
        ("{F081.end}", "в topics.yaml у темы его нет"),
        ("{ALL.first}", "{ALL.oldest}"),
        ("{ALL.oldest:dativ}", "«dative»?"),
        ("60 дней", "«60»"),
        ("с 28.02.2026", "«28.02.2026»"),
        ("в 2026 году", "«2026»"),
        ("звоните 1577-0071", "«1577-0071»"),
        ("звоните +82 2 397 1016", "«+82 2 397 1016»"),
        ("30-дневный срок", "{F002.days}"),
        ("# Заголовок", "Заголовки"),
        ("> цитата", "Цитаты"),
        ("`код`", "кавычки"),
        ("```\nкод\n```", "кавычки"),
        ("<b>жирно</b>", "Теги"),
        ("***", "Черта"),
        ("![рисунок](https://a.kz/a.png)", "Картинки"),
        ("**жирно", "не закрыты"),
        ("[слово](https://a.kz", "не закрыты"),
        ("[слово](http://a.kz)", "https://"),
        ("[слово](javascript:alert)", "https://"),
        ("[слово](tel:+8212)", "телефона не бывает"),
        ("смотрите http://a.kz", "https://"),
        ("смотрите www.hikorea.go.kr", "https://"),
    ],
)
def test_what_an_answer_may_not_say_is_explained_at_its_line(locales: Path, text: str, words: str) -> None:
    found = findings_for(locales, text)
    assert any(level == "error" and line == 9 and words in message for level, line, message in found), found


@pytest.mark.parametrize(
    "text",
    [
        "1. первое\n2. второе\n10. десятое",
        "Визы E-9, E-7-4, F‑4, H-2 и COVID-19, K-ETA.",
        "[сайт](https://a.kz/2026/01?x=30)",
        "https://a.kz/2026/01",
        "[звоните](tel:1345), [пишите](mailto:a1@b.kz)",
        "{F002.days:dative} или {F002.days}",
        "{ALL.oldest} – {ALL.newest:ablative}",
        "_курсив_ и **жирный *и курсив***",
        "- раз\n  - два\n\nтри",
        "снежинка 5*x".replace("5", ""),
    ],
)
def test_what_an_answer_may_say_is_left_alone(locales: Path, text: str) -> None:
    assert findings_for(locales, text) == []


def test_a_single_digit_may_just_count_things_and_is_only_warned_of(locales: Path) -> None:
    ((level, line, message),) = findings_for(locales, "слово\nесть 3 способа")
    assert (level, line) == ("warning", 10)
    assert "«3»" in message


def test_the_place_of_a_number_that_a_fact_holds_is_suggested(locales: Path) -> None:
    ((_, _, message),) = findings_for(locales, "До 30 дней")
    assert "например {F002.days}" in message


def test_a_case_is_not_for_addresses(locales: Path) -> None:
    change(locales / "faq" / "facts.yaml", "{days: 30}", "{days: 30, site: https://a.kz}")
    ((level, line, message),) = findings_for(locales, "{F002.site:dative}")
    assert (level, line) == ("error", 9)
    assert "{F002.site:dative}" in message


def test_a_value_may_be_the_address_of_a_link(locales: Path) -> None:
    change(locales / "faq" / "facts.yaml", "{days: 30}", "{days: 30, site: https://a.kz}")
    assert findings_for(locales, "[сайт]({F002.site})") == []


def test_the_second_text_is_checked_like_the_first(locales: Path) -> None:
    change(answer_file(locales, topic="visa_free.leaving"), "Бітті / закончилась", "{F999.a}")
    (finding,) = errors(read_content(locales)[1])
    assert (finding.line, "F999" in finding.message) == (10, True)


def test_the_text_for_who_is_at_home_is_checked_like_the_first(locales: Path) -> None:
    found = findings_for(locales, "## kazakhstan\nзвоните 1345 или {F999.a}")
    assert [level for level, line, _ in found if line == 10] == ["error", "error"]
    assert any("«1345»" in message for _, _, message in found)
    assert any("F999" in message for _, _, message in found)


def test_invisible_signs_are_found(locales: Path) -> None:
    found = findings_for(locales, "сло\u202eво")
    assert [(level, line, "U+202E" in message) for level, line, message in found] == [("error", 9, True)]
