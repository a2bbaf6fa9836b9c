"""The catalogues of fixed sentences hold exactly what the program says."""

from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import bot
from bot.files.place import locales_dir
from bot.i18n import catalogue_path
from bot.people.model import Language

KEYWORDS = {**DEFAULT_KEYWORDS, "plural": (1, 2)}


def said() -> set[str]:
    """The English sentences in the code."""
    found = extract_from_dir(Path(bot.__file__).parent, keywords=KEYWORDS)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


@pytest.mark.parametrize("language", list(Language))
def test_a_catalogue_holds_exactly_the_sentences_of_the_program(language: Language) -> None:
    with catalogue_path(locales_dir(), language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    held = {
        message.id if isinstance(message.id, str) else message.id[0] for message in catalogue if message.id
    }
    assert held == said()


@pytest.mark.parametrize(("language", "forms"), [(Language.KK, 2), (Language.RU, 3)])
def test_a_catalogue_has_the_plural_forms_of_its_language(language: Language, forms: int) -> None:
    with catalogue_path(locales_dir(), language).open("rb") as file:
        catalogue = read_po(file)
    assert catalogue.num_plurals == forms
    assert catalogue.plural_expr != "0"
