"""What Telegram is told about the bot, and how long it may be."""

from collections.abc import Callable
from typing import Any

import pytest
from aiogram.methods import SetMyCommands, SetMyDescription, SetMyName, SetMyShortDescription

from bot.faq.library import Library
from bot.people.model import Language
from bot.telegram.commands import announced, command_lines
from tests.support.people import LANGUAGES
from tests.support.words import foreign_sentences, has_kazakh

TOLD: dict[type[Any], tuple[Callable[[Any], str], int]] = {
    SetMyName: (lambda one: one.name, 64),
    SetMyDescription: (lambda one: one.description, 512),
    SetMyShortDescription: (lambda one: one.short_description, 120),
    SetMyCommands: (lambda one: max((c.description for c in one.commands), key=len), 256),
}
"""Where the text of a request stands, and what Telegram takes of it at most."""


@pytest.mark.parametrize("kind", TOLD, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("default", LANGUAGES)
def test_each_thing_is_told_in_both_languages_and_to_everybody_else(
    library: Library, default: Language, kind: type[Any]
) -> None:
    text_of, most = TOLD[kind]
    told = {one.language_code: one for one in announced(library, default) if isinstance(one, kind)}
    assert told.keys() == {*LANGUAGES, None}
    texts = {code: text_of(one) for code, one in told.items()}
    assert texts[None] == texts[default]
    for language in LANGUAGES:
        assert 0 < len(texts[language]) <= most
        assert foreign_sentences(language, texts[language]) == []
        assert has_kazakh(texts[language]) == (language is Language.KK)


@pytest.mark.parametrize("default", LANGUAGES)
def test_nothing_is_told_twice_and_names_come_last(library: Library, default: Language) -> None:
    requests = list(announced(library, default))
    keys = [(type(one), getattr(one, "language_code", "")) for one in requests]
    assert len(set(keys)) == len(keys) == 3 * len(TOLD)
    assert [kind for kind, _ in keys[-3:]] == [SetMyName] * 3


def test_telegram_is_told_the_same_commands_as_the_help_lists(library: Library) -> None:
    for one in announced(library, Language.KK):
        if isinstance(one, SetMyCommands) and one.language_code:
            translator = library.translator_of(Language(one.language_code))
            lines = [f"/{command.command} – {command.description}" for command in one.commands]
            assert lines == command_lines(translator)
            assert all(command.command.isascii() and command.command.islower() for command in one.commands)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_description_says_that_it_is_no_immigration_service(library: Library, language: Language) -> None:
    (description,) = [
        one.description
        for one in announced(library, language)
        if isinstance(one, SetMyDescription) and one.language_code == language
    ]
    assert {Language.KK: "көші-қон қызметі емес", Language.RU: "не миграционная служба"}[language] in str(
        description
    )
