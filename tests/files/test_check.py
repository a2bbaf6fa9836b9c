from datetime import date
from pathlib import Path

import pytest

from bot.files.check import check
from bot.files.content import load_catalogue
from bot.files.findings import Finding
from bot.files.lengths import turning_days
from bot.i18n import catalogue_path
from bot.people.model import Language
from tests.files.folders import answer_file, change, errors

TODAY = date(2026, 11, 24)


def about(locales: Path, name: str, today: date = TODAY) -> list[Finding]:
    """What `check` says about one file, in Russian."""
    return [one for one in check(locales, today, Language.RU) if one.file.endswith(name)]


@pytest.mark.parametrize("language", list(Language))
def test_a_good_folder_is_in_order(locales: Path, language: Language) -> None:
    assert check(locales, TODAY, language) == []


def test_the_phrasings_are_checked_too(locales: Path) -> None:
    (locales / "kk" / "phrasings" / "visa_free.days.txt").unlink()
    assert any("visa_free.days" in one.file for one in check(locales, TODAY, Language.KK))


def test_an_overdue_review_is_warned_of_from_its_day_on(locales: Path) -> None:
    assert about(locales, "facts.yaml", date(2026, 11, 30)) == []
    (finding,) = about(locales, "facts.yaml", date(2026, 12, 1))
    assert (finding.level, finding.line) == ("warning", 12)
    assert "2026-12-01" in finding.message


@pytest.mark.parametrize(
    ("day", "warned"),
    [
        (date(2026, 11, 29), False),
        (date(2026, 11, 30), True),
        (date(2027, 2, 28), True),
        (date(2027, 3, 1), False),
    ],
)
def test_a_fact_that_ends_within_ninety_days_is_warned_of(locales: Path, day: date, warned: bool) -> None:
    facts = locales / "faq" / "facts.yaml"
    change(facts, "valid: {to: 2026-02-28}", "valid: {to: 2027-02-28}")
    change(facts, "review_every: 1 month", "review_every: 9 years")
    assert [one.level for one in about(locales, "facts.yaml", day)] == ["warning"] * warned


def test_unsigned_answers_are_one_warning_for_each_language(locales: Path) -> None:
    signature = '{by: "Министр", date: 2026-11-20, document: "№ 7"}'
    change(answer_file(locales), signature, '{by: "", date: null, document: ""}')
    (finding,) = about(locales, "locales/ru/faq")
    assert finding.level == "warning"
    assert "visa_free.days" in finding.message
    assert about(locales, "locales/kk/faq") == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("as_of: 2026-09", "as_of: 2027-01", "as_of"),
        (
            "  confirmed: {date: 2026-11-01, by: editor}\n  review_every: 1 month",
            "  confirmed: {date: 2026-12-01, by: editor}\n  review_every: 1 month",
            "в будущем",
        ),
    ],
)
def test_a_date_of_work_done_cannot_lie_ahead(locales: Path, old: str, new: str, words: str) -> None:
    change(locales / "faq" / "facts.yaml", old, new)
    found = errors(about(locales, "facts.yaml"))
    assert [words in one.message for one in found] == [True]


def test_a_source_that_speaks_for_this_year_or_month_does_not_lie_ahead(locales: Path) -> None:
    change(locales / "faq" / "facts.yaml", "as_of: 2026-09", "as_of: 2026-11")
    change(locales / "faq" / "facts.yaml", "as_of: 2025\n", "as_of: 2026\n")
    assert errors(about(locales, "facts.yaml")) == []


def test_an_answer_too_long_for_one_message_is_found(locales: Path) -> None:
    change(answer_file(locales), "- [сайт](https://gov.kz)", "сөз " * 1100)
    (finding,) = errors(about(locales, "visa_free.days.md"))
    assert finding.line == 7
    assert "4096" in finding.message


def test_an_answer_that_only_its_second_text_makes_too_long_is_found(locales: Path) -> None:
    facts = locales / "faq" / "facts.yaml"
    change(facts, "valid: {to: 2026-02-28}", "valid: {to: 2028-02-28}")
    change(answer_file(locales, topic="visa_free.leaving"), "Бітті / закончилась", "сөз " * 1100)
    assert [one.level for one in errors(about(locales, "ru/faq/visa_free.leaving.md"))] == ["error"]


def test_an_answer_that_is_too_long_only_for_who_is_at_home_is_found(locales: Path) -> None:
    for language in Language:
        change(answer_file(locales, language), "- [сайт](https://gov.kz)", "## kazakhstan\n" + "сөз " * 1100)
    (finding,) = errors(about(locales, "ru/faq/visa_free.days.md"))
    assert "4096" in finding.message


def test_the_days_that_change_an_answer_are_all_looked_at(locales: Path) -> None:
    change(locales / "faq" / "facts.yaml", "valid: {to: 2026-02-28}", "valid: {to: 2028-02-28}")
    days = turning_days(load_catalogue(locales), "visa_free.leaving", Language.KK, TODAY)
    assert days == [
        TODAY,
        date(2026, 12, 1),  # its review
        date(2028, 1, 29),  # it ends soon
        date(2028, 2, 29),  # it has ended
    ]


def test_the_days_that_change_what_who_is_at_home_reads_are_looked_at_too(locales: Path) -> None:
    facts = locales / "faq" / "facts.yaml"
    change(facts, "valid: {to: 2026-02-28}", "valid: {to: 2028-02-28}")
    before = turning_days(load_catalogue(locales), "visa_free.days", Language.KK, TODAY)
    change(locales / "faq" / "topics.yaml", "facts: [F002, F009]", "facts: [F002, F009, F081]")
    for language in Language:
        sections = "## kazakhstan\n{F081.end}\n## ended\nпотом"
        change(answer_file(locales, language), "- [сайт](https://gov.kz)", sections)
    after = turning_days(load_catalogue(locales), "visa_free.days", Language.KK, TODAY)
    assert {date(2028, 1, 29), date(2028, 2, 29)} <= set(after) - set(before)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ('msgid "As of {date}."\nmsgstr ""', "не переведена"),
        ('msgid "As of {date}."\nmsgstr "По состоянию на {day}."', "{date}"),
        ('msgid "As of {date}."\nmsgstr "По состоянию."', "{date}"),
        ('msgid "As of {date}."\nmsgstr "По состоянию на {date."', "{date}"),
        ('#, fuzzy\nmsgid "As of {date}."\nmsgstr "По состоянию на {date}."', "fuzzy"),
    ],
)
def test_a_fixed_sentence_with_a_hole_is_found(locales: Path, entry: str, words: str) -> None:
    change(
        catalogue_path(locales, Language.RU),
        'msgid "As of {date}."\nmsgstr "По состоянию на {date}."',
        entry,
    )
    found = errors(about(locales, "messages.po"))
    assert [words in one.message for one in found] == [True], found
    line = (
        catalogue_path(locales, Language.RU).read_text(encoding="utf-8").split("\n")[(found[0].line or 0) - 1]
    )
    assert line == 'msgid "As of {date}."'


def test_an_empty_plural_form_is_found(locales: Path) -> None:
    change(catalogue_path(locales, Language.RU), 'msgstr[2] "и ещё {n}"', 'msgstr[2] ""')
    (finding,) = errors(about(locales, "ru/LC_MESSAGES/messages.po"))
    assert "and {n} more" in finding.message


def test_a_sentence_that_one_language_lacks_is_found(locales: Path) -> None:
    path = catalogue_path(locales, Language.KK)
    change(path, 'msgid "Not confirmed officially."\nmsgstr "Ресми растауы жоқ."\n', "")
    (finding,) = errors(about(locales, "kk/LC_MESSAGES/messages.po"))
    assert "Not confirmed officially." in finding.message


def test_a_missing_or_broken_catalogue_is_found(locales: Path) -> None:
    catalogue_path(locales, Language.KK).unlink()
    change(catalogue_path(locales, Language.RU), 'msgid "Source:"', "Source:")
    found = errors(check(locales, TODAY, Language.RU))
    assert {one.file for one in found} == {
        "locales/kk/LC_MESSAGES/messages.po",
        "locales/ru/LC_MESSAGES/messages.po",
    }


def test_findings_come_in_the_order_of_files_and_lines_and_only_once(locales: Path) -> None:
    change(answer_file(locales), "- [сайт](https://gov.kz)", "{F998.a}\n{F997.a}")
    change(locales / "faq" / "facts.yaml", "as_of: 2026-09", "as_of: soon")
    found = [(one.file, one.line) for one in errors(check(locales, TODAY, Language.KK))]
    assert found == sorted(set(found))
    assert len(found) == 3
