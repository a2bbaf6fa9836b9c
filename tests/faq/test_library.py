"""The content as the edges use it."""

import dataclasses
from datetime import date

import pytest

from bot.faq.library import Library
from bot.faq.model import Answer, Catalogue
from bot.i18n import Translations
from bot.people.model import Language, Place
from tests.faq.catalogues import TOPIC, catalogue, fact

KK, RU = Language.KK, Language.RU
TODAY = date(2026, 11, 24)


def library_of(content: Catalogue, translations: Translations) -> Library:
    return Library(content, translations.of)


def with_answers(content: Catalogue, **changes: object) -> Catalogue:
    def changed(answer: Answer) -> Answer:
        return dataclasses.replace(answer, **changes)  # type: ignore[arg-type]

    return dataclasses.replace(
        content, answers={key: changed(answer) for key, answer in content.answers.items()}
    )


def test_the_text_depends_on_the_place_where_there_is_one_for_it(translations: Translations) -> None:
    content = with_answers(catalogue("шетте"), at_home="үйде")
    library = library_of(content, translations)
    said = [library.answer(TOPIC, KK, TODAY, place).text.text for place in (None, *Place)]
    assert said == ["шетте", "шетте", "үйде"]


def test_what_is_the_same_everywhere_is_rendered_once(translations: Translations) -> None:
    library = library_of(catalogue("мәтін"), translations)
    first = library.answer(TOPIC, KK, TODAY)
    assert all(library.answer(TOPIC, KK, TODAY, place) is first for place in Place)


def test_a_kept_answer_belongs_to_its_day_and_its_language(translations: Translations) -> None:
    programme = fact("F081", {"end": date(2026, 11, 24)}, valid_to=date(2026, 11, 24))
    library = library_of(catalogue("{F081.end}", [programme], ended="Бітті"), translations)
    before, after = library.answer(TOPIC, KK, TODAY), library.answer(TOPIC, KK, date(2026, 11, 25))
    assert before.text.text != after.text.text == library.answer(TOPIC, KK, date(2026, 11, 25)).text.text
    assert library.answer(TOPIC, RU, TODAY).text.text != before.text.text


def test_a_chapter_that_has_nothing_to_read_is_no_chapter(translations: Translations) -> None:
    content = catalogue("мәтін")
    empty = dataclasses.replace(content.groups[0], id="empty")
    library = library_of(dataclasses.replace(content, groups=(empty, *content.groups)), translations)
    assert [group.id for group in library.groups] == ["visa_free"]
    assert library.group("empty") is None
    assert library.group("visa_free") is content.groups[0]


def test_of_listed_topics_only_those_that_exist_are_present(translations: Translations) -> None:
    library = library_of(catalogue("мәтін", urgent=True), translations)
    assert library.present(("gone.one", TOPIC, "gone.two")) == (TOPIC,)
    assert library.urgent_topics == (TOPIC,)
    assert TOPIC in library
    assert "gone.one" not in library
    with pytest.raises(KeyError):
        library.answer("gone.one", KK, TODAY)
