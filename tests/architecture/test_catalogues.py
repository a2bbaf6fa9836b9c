"""The catalogues of fixed sentences are complete, well formed and have the places of the English sentences."""

import shutil
import string
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

from bot.files.place import locales_dir
from bot.i18n import catalogue_path
from bot.people.model import Language
from tests.support.source import PACKAGE

KEYWORDS = {**DEFAULT_KEYWORDS, "plural": (1, 2)}
PLURALS = {Language.KK: 2, Language.RU: 3}


def messages(language: Language) -> Iterator[Message]:
    with catalogue_path(locales_dir(), language).open("rb") as file:
        yield from (message for message in read_po(file, locale=language) if message.id)


def forms(said: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [said] if isinstance(said, str) else list(said or ())


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", list(Language))
def test_every_sentence_of_the_program_is_in_the_catalogue_and_nothing_else(language: Language) -> None:
    said = {forms(message)[0] for _, _, message, _, _ in extract_from_dir(PACKAGE, keywords=KEYWORDS)}
    assert {forms(message.id)[0] for message in messages(language)} == said


@pytest.mark.parametrize("language", list(Language))
def test_every_sentence_is_translated_in_every_form_and_approved(language: Language) -> None:
    for message in messages(language):
        assert all(form.strip() for form in forms(message.string)), message.id
        assert not message.fuzzy, message.id
        assert not message.pluralizable or len(forms(message.string)) == PLURALS[language], message.id


@pytest.mark.parametrize("language", list(Language))
def test_every_translation_has_the_places_of_its_sentence(language: Language) -> None:
    for message in messages(language):
        wanted = set().union(*(places(form) for form in forms(message.id)))
        assert all(name.isidentifier() for name in wanted), message.id
        for form in forms(message.string):
            assert places(form) <= wanted, message.id
            assert message.pluralizable or places(form) == wanted, message.id


@pytest.mark.parametrize("language", list(Language))
def test_every_translation_keeps_the_paragraphs(language: Language) -> None:
    for message in messages(language):
        for form in forms(message.string):
            assert form == form.strip(), message.id
            assert form.count("\n\n") == forms(message.id)[0].count("\n\n"), message.id


@pytest.mark.parametrize("language", list(Language))
def test_gettext_itself_finds_nothing_wrong(language: Language, tmp_path: Path) -> None:
    msgfmt = shutil.which("msgfmt")
    if msgfmt is None:
        pytest.skip("msgfmt (gettext) is not installed, so the catalogues are checked by Babel only")
    path = catalogue_path(locales_dir(), language)
    checked = subprocess.run(
        [msgfmt, "--check", "--output-file", str(tmp_path / "x.mo"), str(path)],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, "")
