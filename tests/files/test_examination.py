from datetime import date
from pathlib import Path

from bot.files.examination import look_at_content
from bot.i18n import catalogue_path
from bot.people.model import Language
from tests.files.folders import answer_file, change

TODAY = date(2026, 11, 24)


def test_a_good_folder_is_counted(locales: Path) -> None:
    seen = look_at_content(locales, TODAY)
    assert (seen.errors, seen.errors_of_catalogues, seen.topics, seen.overdue) == (0, 0, 2, 0)
    assert seen.soon == 1  # the review of F081 on the first of December
    assert seen.answers == dict.fromkeys(Language, 2)
    assert seen.unsigned == dict.fromkeys(Language, 0)
    assert seen.awaited == ()


def test_what_is_overdue_is_counted(locales: Path) -> None:
    assert look_at_content(locales, date(2026, 12, 1)).overdue == 1


def test_unsigned_answers_are_counted_for_each_language(locales: Path) -> None:
    signature = '{by: "Министр", date: 2026-11-20, document: "№ 7"}'
    change(answer_file(locales), signature, '{by: "", date: null, document: ""}')
    assert look_at_content(locales, TODAY).unsigned == {Language.KK: 0, Language.RU: 1}


def test_what_only_the_ministry_can_tell_is_named(locales: Path) -> None:
    change(locales / "faq" / "facts.yaml", "  show: words\n", "  show: words\n  ministry: true\n")
    assert look_at_content(locales, TODAY).awaited == (("F009", "extension"),)


def test_errors_of_the_catalogues_are_counted_apart_too(locales: Path) -> None:
    catalogue_path(locales, Language.KK).unlink()
    change(answer_file(locales), "{F002.days}", "{F002.dayz}")
    seen = look_at_content(locales, TODAY)
    assert seen.errors_of_catalogues == 1
    assert seen.errors > seen.errors_of_catalogues


def test_an_answer_that_is_missing_is_missed(locales: Path) -> None:
    answer_file(locales, Language.KK).unlink()
    seen = look_at_content(locales, TODAY)
    assert seen.answers == {Language.KK: 1, Language.RU: 2}
    assert seen.errors


def test_content_that_cannot_be_read_has_errors_and_nothing_else(locales: Path) -> None:
    (locales / "faq" / "facts.yaml").write_text("a: [", encoding="utf-8")
    seen = look_at_content(locales, TODAY)
    assert seen.errors
    assert seen.topics == 0
