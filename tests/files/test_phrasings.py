import json
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.faq.matching.model import DecisionKind, Example
from bot.files.phrasings import check_phrasings, load_matching_content, phrasing_lines
from bot.people.model import Language


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    root = tmp_path / "locales"
    for language in Language:
        (root / language / "phrasings").mkdir(parents=True)
        (root / language / "faq").mkdir()
    (root / "faq").mkdir()
    return root


def phrase(locales: Path, language: Language, topic: str, *lines: str) -> None:
    (locales / language / "phrasings" / f"{topic}.txt").write_text("\n".join(lines), "utf-8")


def five(word: str) -> list[str]:
    return [f"{word} {number}" for number in ("один", "два", "три", "четыре", "пять")]


def test_comments_and_empty_lines_are_no_phrasings(locales: Path) -> None:
    phrase(locales, Language.RU, "a", "# о чём это", "", "можно ли  # коротко", "   ", "нужно ли")
    assert list(phrasing_lines(locales / "ru" / "phrasings" / "a.txt")) == [(3, "можно ли"), (5, "нужно ли")]


def test_titles_questions_and_both_languages_are_phrasings(locales: Path) -> None:
    phrase(locales, Language.KK, "a", "бола ма")
    phrase(locales, Language.RU, "a", "можно ли")
    answer = '---\ntitle: Можно   # до 30 знаков\nquestion: "Можно ли: да?"\nrevision: 1\n---\nquestion: не вопрос\n'
    (locales / "ru" / "faq" / "a.md").write_text(answer, "utf-8")
    assert set(load_matching_content(locales).phrasings["a"]) == {
        "бола ма",
        "можно ли",
        "Можно",
        "Можно ли: да?",
    }


def test_bank_words_and_sensitive_topics_are_read(locales: Path) -> None:
    line = {"text": "погода", "expect": "handover", "topic": "later", "lang": "ru"}
    (locales / "faq" / "bank.jsonl").write_text(json.dumps(line) + "\n\n", "utf-8")
    (locales / "faq" / "words.yaml").write_text(
        "list: >-\n  один, два три,\n  =no\nalarm.x:\n  - '@list /3'\n", "utf-8"
    )
    (locales / "faq" / "topics.yaml").write_text(
        "topics:\n  a: {sensitive: true, group: g, related: [b]}\n  b: {sensitive: false}\n  c: text\n",
        "utf-8",
    )
    content = load_matching_content(locales)
    assert content.bank == (Example("погода", DecisionKind.HANDOVER, (), "later", language=Language.RU),)
    assert content.samples[Language.RU][-1] == "погода"
    assert content.words == {"list": ("один", "два три", "=no"), "alarm.x": ("@list /3",)}
    assert content.sensitive == {"a"}
    assert content.groups == {"a": "g"}
    assert content.related == {"a": ("b",), "b": ()}


def test_an_empty_folder_has_empty_content(locales: Path) -> None:
    content = load_matching_content(locales)
    assert (dict(content.phrasings), content.bank, dict(content.words)) == ({}, (), {})


@pytest.mark.parametrize("line", ["{", '{"text": "a"}', '{"text": "a", "expect": "maybe"}', "[]", "5"])
def test_a_broken_bank_line_is_named(locales: Path, line: str) -> None:
    (locales / "faq" / "bank.jsonl").write_text(f'{{"text": "a", "expect": "urgent"}}\n{line}\n', "utf-8")
    with pytest.raises(ContentError) as error:
        load_matching_content(locales)
    assert error.value.facts["line"] == 2


@pytest.mark.parametrize("text", ["a: [", "- just\n- a list\n"])
def test_broken_word_lists_are_named(locales: Path, text: str) -> None:
    (locales / "faq" / "words.yaml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match="yaml_unusable"):
        load_matching_content(locales)


@pytest.mark.parametrize("language", list(Language))
def test_good_phrasings_have_no_findings(locales: Path, language: Language) -> None:
    for one in Language:
        phrase(locales, one, "a", *five(f"кошка {one}"))
    assert check_phrasings(locales, ["a"], language) == []


def test_a_phrasing_of_two_topics_is_an_error_with_both_places(locales: Path) -> None:
    for one in Language:
        phrase(locales, one, "a", *five(f"кошка {one}"), *(["Жұмыс бар ма?"] if one is Language.KK else []))
        phrase(locales, one, "b", *five(f"собака {one}"), *(["zhumys bar ma"] if one is Language.RU else []))
    (finding,) = check_phrasings(locales, ["a", "b"], Language.RU)
    assert (finding.level, finding.file, finding.line) == ("error", "locales/ru/phrasings/b.txt", 6)
    assert "locales/kk/phrasings/a.txt, строка 6" in finding.message


def test_missing_empty_and_short_files_are_found(locales: Path) -> None:
    phrase(locales, Language.KK, "a", "# ничего")
    phrase(locales, Language.KK, "b", "один раз", "два раза")
    phrase(locales, Language.RU, "b", *five("собака"))
    found = {(f.level, f.file) for f in check_phrasings(locales, ["a", "b"], Language.KK)}
    assert found == {
        ("error", "locales/kk/phrasings/a.txt"),
        ("error", "locales/ru/phrasings/a.txt"),
        ("warning", "locales/kk/phrasings/b.txt"),
    }


def test_a_phrasing_twice_in_a_file_is_a_warning(locales: Path) -> None:
    phrase(locales, Language.KK, "a", *five("мысық"))
    phrase(locales, Language.RU, "a", *five("кошка"), "Кошка, один!")
    (finding,) = check_phrasings(locales, ["a"], Language.RU)
    assert (finding.level, finding.line) == ("warning", 6)
    assert "строке 1" in finding.message


def test_phrasings_of_an_unknown_topic_are_an_error(locales: Path) -> None:
    phrase(locales, Language.RU, "typo", *five("кошка"))
    (finding,) = check_phrasings(locales, [], Language.RU)
    assert (finding.level, finding.file) == ("error", "locales/ru/phrasings/typo.txt")
