from dataclasses import replace
from datetime import date

import pytest

from bot.faq.model import Catalogue
from bot.faq.rendering import render_answer
from bot.i18n import Translations
from bot.people.model import Language, Place
from bot.reports.texts import Part, texts_of
from tests.faq.catalogues import TOPIC, catalogue, fact
from tests.reports.contents import TODAY, odd

BEFORE, AFTER = date(2026, 11, 25), date(2027, 2, 1)


def parts(made: Catalogue, day: date, translations: Translations) -> dict[Part, str]:
    found = texts_of(made, TOPIC, Language.KK, day, translations.of(Language.KK))
    return {one.part: one.text.text for one in found}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_what_is_shown_today_is_what_a_citizen_sees(
    language: Language, day: date, translations: Translations
) -> None:
    translator = translations.of(language)
    today, *_ = texts_of(odd(), TOPIC, language, day, translator)
    assert today.part is Part.TODAY
    assert today.text == render_answer(odd(), TOPIC, language, day, translator).text


def test_who_is_at_home_has_a_text_of_their_own(translations: Translations) -> None:
    told = parts(odd(), BEFORE, translations)
    assert list(told) == [Part.TODAY, Part.TODAY_AT_HOME, Part.ENDED]
    seen = render_answer(
        odd(), TOPIC, Language.KK, BEFORE, translations.of(Language.KK), Place.KAZAKHSTAN
    ).text.text
    assert told[Part.TODAY_AT_HOME] == seen


def test_a_text_that_is_not_shown_today_is_printed_without_sources(translations: Translations) -> None:
    assert parts(odd(), BEFORE, translations)[Part.ENDED] == "Бітті: 30."
    after = parts(odd(), AFTER, translations)
    assert after[Part.TODAY].startswith("Бітті: 30.")
    assert (
        after[Part.BODY]
        == "30 күн, сайт: +82 2 1345\n\n• 10\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}вон\n• F-4 <b>"
    )


def test_every_text_of_the_file_stands_once(translations: Translations) -> None:
    plain = catalogue("Бір.", [fact("F001")])
    assert list(parts(plain, TODAY, translations)) == [Part.TODAY]
    same = {key: replace(answer, at_home=answer.body) for key, answer in plain.answers.items()}
    assert list(parts(replace(plain, answers=same), TODAY, translations)) == [Part.TODAY]
