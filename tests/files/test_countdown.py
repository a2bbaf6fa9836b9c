from datetime import date, timedelta

import pytest

from bot.faq.model import Fact
from bot.files.countdown import WIDTH, countdown_lines
from bot.people.model import Language
from tests.faq.catalogues import TOPIC, catalogue, fact

TODAY = date(2026, 11, 24)
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def table(*facts: Fact, language: Language = Language.RU) -> list[str]:
    return countdown_lines(catalogue("text", facts), TODAY, language)


def test_a_row_says_how_many_days_are_left_when_what_and_for_which_topics() -> None:
    row, topics = table(fact("F020", note="K-ETA is not needed", valid_to=date(2026, 12, 31)))[-2:]
    assert row.split(maxsplit=4) == ["37", "2026-12-31", "F020", "кончается", "K-ETA is not needed"]
    assert topics.strip() == f"темы: {TOPIC}"


def test_what_is_overdue_comes_first_and_counts_backwards() -> None:
    late = fact("F002", note="late", review_by=TODAY - timedelta(days=12))
    rows = table(fact("F001", note="soon", review_by=TODAY + timedelta(days=3)), late)
    assert [line.split()[:4] for line in rows if "2026-" in line and "F00" in line] == [
        ["-12", "2026-11-12", "F002", "просрочен"],
        ["3", "2026-11-27", "F001", "проверка"],
    ]


@LANGUAGES
def test_every_way_of_falling_due_has_a_word_in_the_language(language: Language) -> None:
    facts = [
        fact("F001", review_by=TODAY),
        fact("F002", review_by=TODAY + timedelta(days=1)),
        fact("F003", valid_to=TODAY),
        fact("F004", valid_to=TODAY - timedelta(days=1)),
    ]
    words = {line.split()[3] for line in table(*facts, language=language) if "  F00" in line}
    assert len(words) == 4


@LANGUAGES
def test_an_empty_table_is_one_sentence(language: Language) -> None:
    (line,) = table(fact("F001"), language=language)
    assert "2027-02-22" in line


@LANGUAGES
def test_no_line_is_longer_than_a_hundred_characters(language: Language) -> None:
    whole = catalogue("text", [fact("F001", note="very long words " * 30, review_by=TODAY)])
    (topic,) = whole.topics.values()
    names = [f"{'chapter' * 4}.{'name' * 6}{number}" for number in range(25)]
    many = {name: type(topic)(**{**vars(topic), "id": name}) for name in names}
    lines = countdown_lines(type(whole)(whole.groups, many, {}, whole.facts), TODAY, language)
    assert max(map(len, lines)) <= WIDTH
    text = " ".join(lines)
    assert names[9] in text
    assert names[10] not in text
    assert "15" in text.split()


def test_a_fact_that_no_topic_uses_is_listed_all_the_same() -> None:
    whole = catalogue("text", [fact("F001", review_by=TODAY)])
    lines = countdown_lines(type(whole)(whole.groups, {}, {}, whole.facts), TODAY, Language.RU)
    assert lines[-1].strip() == "ни одной темы"
