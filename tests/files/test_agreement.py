from pathlib import Path

import pytest

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


def at_home(locales: Path, text: str, *languages: Language, topic: str = "visa_free.days") -> None:
    """Add a text for who is in Kazakhstan, as the last of its file."""
    for language in languages:
        file = answer_file(locales, language, topic)
        file.write_text(f"{file.read_text(encoding='utf-8')}\n## kazakhstan\n{text}\n", encoding="utf-8")


def test_a_text_for_who_is_at_home_in_both_languages_is_in_order(locales: Path) -> None:
    at_home(locales, "{F002.days}", *Language)
    assert read_content(locales)[1] == []


@pytest.mark.parametrize(("has_it", "lacks_it"), [(Language.KK, Language.RU), (Language.RU, Language.KK)])
def test_a_text_for_who_is_at_home_in_one_language_alone_is_a_mistake(
    locales: Path, has_it: Language, lacks_it: Language
) -> None:
    at_home(locales, "{F002.days}", has_it)
    (finding,) = errors(read_content(locales)[1])
    assert finding.file == f"locales/{lacks_it}/faq/visa_free.days.md"
    assert f"{has_it}/faq/visa_free.days.md" in finding.message
    assert "## kazakhstan" in finding.message


def test_a_fact_that_ends_in_the_text_for_who_is_at_home_demands_a_second_text_too(locales: Path) -> None:
    change(locales / "faq" / "topics.yaml", "facts: [F002, F009]", "facts: [F002, F009, F081]")
    at_home(locales, "{F081.end}", *Language)
    assert {one.file for one in errors(read_content(locales)[1])} == {
        "locales/kk/faq/visa_free.days.md",
        "locales/ru/faq/visa_free.days.md",
    }


def test_a_second_text_that_only_who_is_at_home_will_see_is_needed(locales: Path) -> None:
    change(locales / "faq" / "topics.yaml", "facts: [F002, F009]", "facts: [F002, F009, F081]")
    for language in Language:
        change(answer_file(locales, language), "- [сайт](https://gov.kz)", "## ended\nпотом")
    at_home(locales, "{F081.end}", *Language)
    assert read_content(locales)[1] == []


def test_a_fact_that_only_the_text_for_who_is_at_home_prints_is_used(locales: Path) -> None:
    facts = locales / "faq" / "facts.yaml"
    old = facts.read_text(encoding="utf-8")
    new = old.split("F081:")[0].replace("F002:", "F003:", 1)
    facts.write_text(f"{old}{new}", encoding="utf-8")
    assert any("F003" in one.message for one in read_content(locales)[1])
    change(locales / "faq" / "topics.yaml", "facts: [F002, F009]", "facts: [F002, F009, F003]")
    at_home(locales, "{F003.days}", *Language)
    assert read_content(locales)[1] == []


def test_a_fact_that_one_language_prints_only_at_home_makes_the_pair_differ(locales: Path) -> None:
    change(locales / "faq" / "topics.yaml", "facts: [F002, F009]", "facts: [F002, F009, F081]")
    for language in Language:
        change(answer_file(locales, language), "- [сайт](https://gov.kz)", "## ended\nпотом")
    at_home(locales, "{F081.end}", Language.KK)
    at_home(locales, "дома", Language.RU)
    found = read_content(locales)[1]
    assert any(one.level == "warning" and "F081" in one.message for one in found), found


def test_a_topic_without_a_confirmed_fact_is_warned_of(locales: Path) -> None:
    topics = locales / "faq" / "topics.yaml"
    change(topics, "facts: [F002, F009]", "facts: [F009]")
    change(topics, "status: answer", "status: partial")
    found = [one for one in read_content(locales)[1] if "visa_free.days" in one.message]
    assert [(one.level, one.file, one.line) for one in found] == [("warning", "locales/faq/topics.yaml", 4)]


def test_what_staff_answer_anyway_is_one_warning_for_all(locales: Path) -> None:
    topics = locales / "faq" / "topics.yaml"
    change(topics, "facts: [F002, F009]", "facts: []")
    change(topics, "facts: [F081]", "facts: [F009]")
    change(topics, "status: answer", "status: staff")
    change(topics, "status: caution", "status: staff")
    (finding,) = [one for one in read_content(locales)[1] if "visa_free.days" in one.message]
    assert (finding.level, finding.line) == ("warning", None)
    assert "2 (visa_free.days, visa_free.leaving)" in finding.message


def test_what_opens_a_question_to_staff_needs_no_fact(locales: Path) -> None:
    topics = locales / "faq" / "topics.yaml"
    change(topics, "facts: [F002, F009]", "facts: [F009]")
    change(topics, "status: answer", "status: action")
    assert not [one for one in read_content(locales)[1] if "visa_free.days" in one.message]
