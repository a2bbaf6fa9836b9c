from pathlib import Path

from bot.files.content import read_content
from bot.people.model import Language
from tests.files.folders import answer_file, change, errors

ENDED = "\n\n## ended\nБітті / закончилась: {F081.end}."


def test_where_a_fact_can_end_a_second_text_is_demanded(locales: Path) -> None:
    change(answer_file(locales, topic="visa_free.leaving"), ENDED, "")
    (finding,) = errors(read_content(locales)[1])
    assert (finding.file, finding.line) == ("locales/ru/faq/visa_free.leaving.md", 7)
    assert "F081" in finding.message
    assert "2026-02-28" in finding.message


def test_a_fact_that_can_end_but_is_not_printed_demands_nothing(locales: Path) -> None:
    change(locales / "faq" / "topics.yaml", "facts: [F002, F009]", "facts: [F002, F009, F081]")
    assert read_content(locales)[1] == []


def test_a_fact_in_words_that_can_end_demands_a_second_text(locales: Path) -> None:
    change(locales / "faq" / "facts.yaml", "  as_of: 2025\n", "  as_of: 2025\n  valid: {to: 2027-01-01}\n")
    assert {one.file for one in errors(read_content(locales)[1])} == {
        "locales/kk/faq/visa_free.days.md",
        "locales/ru/faq/visa_free.days.md",
    }


def test_a_second_text_that_nobody_will_see_is_warned_of(locales: Path) -> None:
    change(answer_file(locales), "- [сайт](https://gov.kz)", "## ended\nпотом")
    (finding,) = read_content(locales)[1]
    assert (finding.level, finding.line) == ("warning", 10)


def test_the_language_that_lags_is_warned_of(locales: Path) -> None:
    change(answer_file(locales, Language.KK), "revision: 1", "revision: 2")
    (finding,) = read_content(locales)[1]
    assert (finding.level, finding.file, finding.line) == ("warning", "locales/ru/faq/visa_free.days.md", 4)


def test_texts_of_one_revision_that_print_different_facts_are_warned_of(locales: Path) -> None:
    change(answer_file(locales, Language.KK), "{F002.days}", "Бірнеше")
    (finding,) = read_content(locales)[1]
    assert (finding.level, finding.file) == ("warning", "locales/kk/faq/visa_free.days.md")
    assert "F002" in finding.message


def test_a_fact_that_nobody_needs_is_warned_of_unless_it_is_for_staff(locales: Path) -> None:
    change(locales / "faq" / "topics.yaml", "facts: [F002, F009]", "facts: [F002]")
    (finding,) = read_content(locales)[1]
    assert (finding.level, finding.line, "F009" in finding.message) == ("warning", 26, True)
    change(locales / "faq" / "facts.yaml", "show: words", "show: staff")
    assert read_content(locales)[1] == []
