from datetime import date
from pathlib import Path

import pytest

from bot.files.check import check
from bot.people.model import Language


def errors_about(locales: Path, name: str) -> list[tuple[int | None, str]]:
    found = check(locales, date(2026, 11, 24), Language.RU)
    return [
        (one.line, one.message) for one in found if one.level == "error" and one.file == f"locales/faq/{name}"
    ]


def test_a_bank_line_that_is_no_example_is_named(locales: Path) -> None:
    bank = locales / "faq" / "bank.jsonl"
    bank.write_text('{"text": "сәлем", "expect": "courtesy"}\n{"text": "x", "expect": "nothing"}\n', "utf-8")
    [(line, message)] = errors_about(locales, "bank.jsonl")
    assert line == 2
    assert "JSON" in message


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: [b\n", 1, "скобки"),
        ("- a\n- b\n", 1, "не читается"),
        ("alarm.x: '@nothing'\n", None, "«nothing»"),
        ("alarm.x: '/3'\n", None, "ничего не ищет"),
    ],
)
def test_word_lists_that_cannot_be_used_are_explained(
    locales: Path, text: str, line: int | None, words: str
) -> None:
    (locales / "faq" / "words.yaml").write_text(text, encoding="utf-8")
    [(found, message)] = errors_about(locales, "words.yaml")
    assert found == line
    assert words in message
