"""
The worked example for editors says what really happens: its steps are carried out on a topic of its own.

The topic is kept beside the test as it was before the first step, so that editing the real one breaks nothing here.
"""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.app import build_library
from bot.files.check import check
from bot.files.place import locales_dir
from bot.i18n import catalogue_path
from bot.people.model import Language
from tests.files.folders import answer_file, change, errors
from tests.support.source import ROOT

TODAY = date(2026, 11, 25)
TOPIC = "basics.tourist_work"
GUIDE = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")
MISTAKES = {Language.KK: "40 миллион вон", Language.RU: "{F099.fine_maks}"}
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def half(language: Language) -> str:
    """The part of the guide in one language."""
    _, kazakh, russian = re.split(r"^## (?:Қазақша|По-русски)$", GUIDE, flags=re.MULTILINE)
    return kazakh if language is Language.KK else russian


def quoted(language: Language, mark: str) -> str:
    """The one line of code in the guide that holds a mark."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", half(language), flags=re.MULTILINE | re.DOTALL)
    (line,) = {str(line) for block in blocks for line in block.splitlines() if mark in line}
    return line


def replace_field(text: str, field: str, line: str) -> str:
    """The fact F099 with another line for a field."""
    head, entry, tail = re.split(r"(^F099:\n(?:  .*\n)+)", text, flags=re.MULTILINE)
    changed, times = re.subn(rf"^ +{re.escape(field)}.*$", lambda _: line, entry, count=1, flags=re.MULTILINE)
    assert times == 1, field
    return head + changed + tail


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of the content after steps 2 to 4 of the guide."""
    locales = tmp_path / "locales"
    shutil.copytree(Path(__file__).with_name("editing_guide"), locales)
    for language in Language:
        catalogue = catalogue_path(locales, language)
        catalogue.parent.mkdir()
        shutil.copy(catalogue_path(locales_dir(), language), catalogue)
    facts = locales / "faq" / "facts.yaml"
    text = facts.read_text(encoding="utf-8")
    for field in ("values:", "as_of:", "- {title:"):
        text = replace_field(text, field, quoted(Language.KK, field))
    text = replace_field(text, "confirmed:", quoted(Language.KK, "confirmed:"))
    facts.write_text(text, encoding="utf-8")
    for language, mark in ((Language.KK, "Қызметкерден"), (Language.RU, "Спросите")):
        sentence = quoted(language, mark)
        file = answer_file(locales, language, TOPIC)
        change(file, sentence.rpartition(f" {mark}")[0], sentence)
        change(file, "revision: 1", "revision: 2")
    for language, mark in ((Language.KK, "зауытта бір ай"), (Language.RU, "на заводе, что")):
        line = next(one for one in half(language).splitlines() if mark in one and "ask" not in one)
        with (locales / language / "phrasings" / f"{TOPIC}.txt").open("a", encoding="utf-8") as file_of_lines:
            file_of_lines.write(line + "\n")
    return locales


@LANGUAGES
def test_after_its_steps_nothing_is_wrong(edited: Path, language: Language) -> None:
    assert errors(check(edited, TODAY, language)) == []


@LANGUAGES
def test_its_mistake_is_answered_as_it_says(edited: Path, language: Language) -> None:
    change(answer_file(edited, language, TOPIC), "{F099.fine_max}", MISTAKES[language])
    (found,) = errors(check(edited, TODAY, language))
    assert quoted(language, "error:") == f"{found.file}:{found.line}: {found.level}: {found.message}"


@LANGUAGES
def test_the_answer_then_says_what_it_promises(edited: Path, language: Language) -> None:
    answer = build_library(edited).answer(TOPIC, language, TODAY)
    promised = quoted(language, "•").replace(" ", "\N{NO-BREAK SPACE}")
    assert promised in answer.text.text.replace(" ", "\N{NO-BREAK SPACE}")


def test_both_halves_give_the_same_commands_and_the_same_facts() -> None:
    def blocks(language: Language) -> list[str]:
        code = re.findall(r"^```\w*\n(.*?)^```$", half(language), flags=re.MULTILINE | re.DOTALL)
        told = [one for one in code if one.startswith("  ") or " try\n" in one or " export " in one]
        return [one.replace(" --language kk", "") for one in told]

    assert blocks(Language.KK) == blocks(Language.RU)
    assert len(blocks(Language.KK)) == 5


def test_both_halves_explain_the_same_words() -> None:
    explained = [re.findall(r"^\| (`[^`]+`) \|", half(language), flags=re.MULTILINE) for language in Language]
    assert explained[0] == explained[1]
    assert len(explained[0]) > 5
