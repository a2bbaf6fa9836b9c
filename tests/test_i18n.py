import logging
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.i18n import Translations, catalogue_path
from bot.people.model import Language

PLURALS = {
    "kk": "nplurals=2; plural=(n != 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 :"
    " n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
}
SENTENCES = {
    "kk": """
msgid "You have {n} question"
msgid_plural "You have {n} questions"
msgstr[0] "{n} сұрағыңыз бар"
msgstr[1] "{n} сұрағыңыз бар"

msgid "Good day, {name}"
msgstr "Сәлеметсіз бе, {name}"
""",
    "ru": """
msgid "You have {n} question"
msgid_plural "You have {n} questions"
msgstr[0] "У вас {n} вопрос"
msgstr[1] "У вас {n} вопроса"
msgstr[2] "У вас {n} вопросов"

#, fuzzy
msgid "Good day, {name}"
msgstr "Добрый день, {name}"
""",
}


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    for code, sentences in SENTENCES.items():
        path = catalogue_path(tmp_path, Language(code))
        path.parent.mkdir(parents=True)
        header = (
            'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
            f'"Plural-Forms: {PLURALS[code]}\\n"\n'
        )
        path.write_text(header + sentences, encoding="utf-8")
    return tmp_path


def test_a_sentence_is_translated_first_and_filled_afterwards(locales: Path) -> None:
    _ = Translations.load(locales).of(Language.KK)
    assert _("Good day, {name}", name="{n}") == "Сәлеметсіз бе, {n}"
    assert _.language is Language.KK


@pytest.mark.parametrize(
    ("n", "russian"), [(1, "вопрос"), (2, "вопроса"), (5, "вопросов"), (11, "вопросов"), (21, "вопрос")]
)
def test_numbers_choose_the_plural_form_of_the_language(locales: Path, n: int, russian: str) -> None:
    translations = Translations.load(locales)
    one, many = "You have {n} question", "You have {n} questions"
    assert translations.of(Language.RU).plural(one, many, n) == f"У вас {n} {russian}"
    assert translations.of(Language.KK).plural(one, many, n) == f"{n} сұрағыңыз бар"


def test_a_missing_sentence_is_an_error_where_translations_are_strict(locales: Path) -> None:
    _ = Translations.load(locales, strict=True).of(Language.KK)
    with pytest.raises(LookupError, match="Nobody wrote this"):
        _("Nobody wrote this")
    with pytest.raises(LookupError, match="One"):
        _.plural("One", "Many", 2)


def test_a_missing_sentence_is_said_in_english_and_logged_otherwise(
    locales: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _ = Translations.load(locales).of(Language.KK)
    with caplog.at_level(logging.WARNING):
        assert _("{n} left", n=3) == "3 left"
        assert _.plural("{n} day", "{n} days", 2) == "2 days"
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING"]


def test_a_doubtful_translation_reaches_nobody(locales: Path) -> None:
    _ = Translations.load(locales).of(Language.RU)
    assert _("Good day, {name}", name="Айгүл") == "Good day, Айгүл"


def test_a_translation_with_a_misspelt_place_is_said_in_english(
    locales: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = catalogue_path(locales, Language.KK)
    spoilt = path.read_text(encoding="utf-8").replace("Сәлеметсіз бе, {name}", "Сәлеметсіз бе, {nam}")
    path.write_text(spoilt, encoding="utf-8")
    _ = Translations.load(locales).of(Language.KK)
    with caplog.at_level(logging.WARNING):
        assert _("Good day, {name}", name="Айгүл") == "Good day, Айгүл"
    assert "Good day" in caplog.text
    with pytest.raises(LookupError):
        Translations.load(locales, strict=True).of(Language.KK)("Good day, {name}", name="Айгүл")


def test_a_missing_catalogue_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        Translations.load(tmp_path)
    assert caught.value.code == "catalogue_unreadable"
    assert "messages.po" in str(caught.value.facts["file"])


def test_a_broken_catalogue_is_named(locales: Path) -> None:
    catalogue_path(locales, Language.RU).write_text('msgid "a"\nAdded by hand\n', encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        Translations.load(locales)
    assert caught.value.code == "catalogue_unreadable"
