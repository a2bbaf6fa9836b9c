from datetime import date
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.faq.model import Confidence, Show, Status
from bot.files.content import load_catalogue, read_content
from bot.people.model import Language
from tests.files.folders import answer_file, change, errors


def only_error(locales: Path) -> tuple[str, int | None, str]:
    found = errors(read_content(locales)[1])
    assert len(found) == 1, found
    return found[0].file, found[0].line, found[0].message


def test_a_good_folder_has_nothing_to_find(locales: Path) -> None:
    catalogue, findings = read_content(locales)
    assert findings == []
    assert catalogue is not None
    assert list(catalogue.topics) == ["visa_free.days", "visa_free.leaving"]


def test_everything_in_the_files_arrives_in_the_catalogue(locales: Path) -> None:
    catalogue = load_catalogue(locales)
    fact = catalogue.facts["F081"]
    assert fact.values == {"start": date(2025, 12, 1), "end": date(2026, 2, 28)}
    assert (fact.valid_from, fact.valid_to, fact.review_by) == (None, date(2026, 2, 28), date(2026, 12, 1))
    assert (fact.confidence, fact.show) == (Confidence.PRESS, Show.VALUE)
    assert fact.doubt[Language.RU] == "Объявлена ли новая, не подтверждено."
    assert fact.sources[0].public is True
    topic = catalogue.topics["visa_free.leaving"]
    assert (topic.status, topic.sensitive, topic.related) == (Status.CAUTION, True, ("visa_free.days",))
    answer = catalogue.answers["visa_free.leaving", Language.RU]
    assert (answer.body, answer.ended) == ("{F081.end:dative} дней.", "Бітті / закончилась: {F081.end}.")
    assert answer.approved.date == date(2026, 11, 20)
    assert catalogue.groups[0].titles[Language.KK] == "Визасыз"


def test_broken_content_is_not_loaded_and_the_first_mistake_is_named(locales: Path) -> None:
    change(answer_file(locales), "{F002.days}", "{F999.days}")
    with pytest.raises(ContentError) as caught:
        load_catalogue(locales)
    assert caught.value.code == "content_broken"
    assert caught.value.facts["file"] == "locales/ru/faq/visa_free.days.md"
    assert caught.value.facts["line"] == 7
    assert caught.value.facts["count"] == 1


def test_an_editor_is_answered_in_the_language_asked_for(locales: Path) -> None:
    change(answer_file(locales), "{F002.days}", "{F999.days}")
    (finding,) = errors(read_content(locales, Language.KK)[1])
    assert "дерегі жоқ" in finding.message


@pytest.mark.parametrize("missing", ["faq/facts.yaml", "faq/topics.yaml"])
def test_without_facts_or_topics_there_is_no_catalogue(locales: Path, missing: str) -> None:
    (locales / missing).unlink()
    catalogue, findings = read_content(locales)
    assert catalogue is None
    assert any(one.file == f"locales/{missing}" and one.level == "error" for one in findings)
    with pytest.raises(ContentError):
        load_catalogue(locales)


@pytest.mark.parametrize("name", ["facts.yaml", "topics.yaml"])
@pytest.mark.parametrize("content", ["", "# only a comment\n", "- a\n- b\n", "just words\n"])
def test_an_empty_or_shapeless_list_is_explained(locales: Path, name: str, content: str) -> None:
    (locales / "faq" / name).write_text(content, encoding="utf-8")
    catalogue, findings = read_content(locales)
    assert catalogue is None
    assert any(one.file == f"locales/faq/{name}" for one in errors(findings))


def test_a_list_that_holds_itself_is_no_trap(locales: Path) -> None:
    (locales / "faq" / "facts.yaml").write_text("F001: &a\n  note: [*a]\n", encoding="utf-8")
    assert read_content(locales)[0] is None


def test_every_topic_needs_both_languages(locales: Path) -> None:
    answer_file(locales, Language.KK).unlink()
    file, line, message = only_error(locales)
    assert (file, line) == ("locales/kk/faq/visa_free.days.md", None)
    assert "на обоих языках" in message


def test_an_answer_without_topic_is_found_and_its_name_guessed(locales: Path) -> None:
    answer_file(locales).rename(answer_file(locales, topic="visa_free.dais"))
    found = errors(read_content(locales)[1])
    assert {one.file for one in found} == {
        "locales/ru/faq/visa_free.days.md",
        "locales/ru/faq/visa_free.dais.md",
    }
    assert any("«visa_free.days»?" in one.message for one in found)
