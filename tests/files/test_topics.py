from pathlib import Path

import pytest

from bot.files.content import read_content
from tests.files.folders import change, errors


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("facts: [F002, F009]", "facts: [F002, F009, F200]", 7, "F200"),
        ("facts: [F002, F009]", "facts: [F002, F009, F009]", 7, "дважды"),
        ("related: [visa_free.leaving]", "related: visa_free.leaving", 10, "[F002, F003]"),
        ("status: answer", "status: anser", 6, "«answer»?"),
        ("status: answer", "status:", 6, "«status» пустое"),
        ("sensitive: false", "sensitive: sometimes", 8, "true"),
        ("related: [visa_free.leaving]", "related: [visa_free.leavin]", 10, "«visa_free.leaving»?"),
        ("related: [visa_free.leaving]", "related: [visa_free.days]", 10, "самой себя"),
        ("related: [visa_free.leaving]", "relatd: [visa_free.leaving]", 10, "«related»?"),
        ('{id: visa_free, kk: "Визасыз", ru', "{id: visa_free, ru", 2, "«kk» пустое"),
    ],
)
def test_a_mistake_in_a_topic_is_explained_at_its_line(
    locales: Path, old: str, new: str, line: int, words: str
) -> None:
    change(locales / "faq" / "topics.yaml", old, new)
    found = [one for one in errors(read_content(locales)[1]) if one.file == "locales/faq/topics.yaml"]
    assert [(one.line, words in one.message) for one in found] == [(line, True)], found


def test_a_chapter_that_does_not_exist_is_guessed(locales: Path) -> None:
    path = locales / "faq" / "topics.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("group: visa_free", "group: visafree"), encoding="utf-8"
    )
    found = errors(read_content(locales)[1])
    assert [(one.line, "«visa_free»?" in one.message) for one in found] == [(5, True), (12, True)]


def test_a_chapter_without_topics_is_only_warned_of(locales: Path) -> None:
    change(locales / "faq" / "topics.yaml", "topics:\n", '  - {id: eps, kk: "EPS", ru: "EPS"}\ntopics:\n')
    _, findings = read_content(locales)
    assert [(one.level, one.line, "«eps»" in one.message) for one in findings] == [("warning", 3, True)]


def test_a_chapter_may_be_listed_once(locales: Path) -> None:
    change(locales / "faq" / "topics.yaml", "topics:\n", '  - {id: visa_free, kk: "В", ru: "В"}\ntopics:\n')
    (finding,) = errors(read_content(locales)[1])
    assert (finding.line, "дважды" in finding.message) == (3, True)


@pytest.mark.parametrize("name", ["days", "visa_free.Days", "visa free.days", "visa_free." + "d" * 40])
def test_the_name_of_a_topic_fits_into_a_button(locales: Path, name: str) -> None:
    change(locales / "faq" / "topics.yaml", "  visa_free.days:", f"  {name}:")
    found = [one for one in errors(read_content(locales)[1]) if one.line == 4]
    assert len(found) == 1
    assert "глава.имя" in found[0].message


def test_a_topic_that_claims_an_answer_rests_on_facts(locales: Path) -> None:
    change(locales / "faq" / "topics.yaml", "facts: [F002, F009]", "facts: []")
    change(locales / "kk" / "faq" / "visa_free.days.md", "{F002.days}", "Отыз")
    change(locales / "ru" / "faq" / "visa_free.days.md", "{F002.days}", "Тридцать")
    (finding,) = errors(read_content(locales)[1])
    assert (finding.file, finding.line) == ("locales/faq/topics.yaml", 4)
    assert "status: staff" in finding.message


def test_a_topic_about_the_whole_catalogue_needs_no_facts_of_its_own(locales: Path) -> None:
    change(locales / "faq" / "topics.yaml", "facts: [F002, F009]", "facts: []")
    for language in ("kk", "ru"):
        change(locales / language / "faq" / "visa_free.days.md", "{F002.days}", "{ALL.oldest}")
    assert errors(read_content(locales)[1]) == []
