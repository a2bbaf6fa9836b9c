"""The real content files: what citizens will read, on every day that changes it."""

import re
from datetime import date, timedelta

import pytest

from bot.faq.freshness import State, fact_state
from bot.faq.library import EMERGENCY
from bot.faq.rendering import Rendered, render_answer
from bot.faq.text import utf16_length
from bot.files.answers import TITLE_LENGTH
from bot.files.check import check
from bot.files.content import load_catalogue
from bot.files.lengths import MESSAGE_LIMIT, turning_days
from bot.files.place import locales_dir
from bot.i18n import Translations
from bot.people.model import Language, Place

CATALOGUE = load_catalogue(locales_dir())
TRANSLATIONS = Translations.load(locales_dir(), strict=True)
FIRST_DAY = date(2025, 1, 1)  # before the special programme: every state of its answers is passed
ANSWERS = sorted(CATALOGUE.answers)


def renderings(topic: str, language: Language) -> dict[tuple[date, Place], Rendered]:
    """The answer in each place, on the days that change it, and on the days before them."""
    turning = turning_days(CATALOGUE, topic, language, FIRST_DAY)
    days = {day - step for day in turning for step in (timedelta(0), timedelta(days=1))}
    translator = TRANSLATIONS.of(language)
    return {
        (day, place): render_answer(CATALOGUE, topic, language, day, translator, place)
        for day in days
        for place in Place
    }


@pytest.mark.parametrize(("topic", "language"), ANSWERS)
def test_every_answer_fits_into_a_message_in_every_state(topic: str, language: Language) -> None:
    for state, rendered in renderings(topic, language).items():
        assert 0 < utf16_length(rendered.text.text) <= MESSAGE_LIMIT, state


@pytest.mark.parametrize(("topic", "language"), ANSWERS)
def test_no_answer_shows_a_place_or_a_mark_of_markdown(topic: str, language: Language) -> None:
    for rendered in renderings(topic, language).values():
        assert not re.search(r"[{}\ue000-\uf8ff]|\*\*|\]\(|^#", rendered.text.text, re.MULTILINE)


@pytest.mark.parametrize(("topic", "language"), ANSWERS)
def test_every_entity_lies_inside_its_text(topic: str, language: Language) -> None:
    for rendered in renderings(topic, language).values():
        length = utf16_length(rendered.text.text)
        assert all(0 <= e.offset < e.offset + e.length <= length for e in rendered.text.entities)


@pytest.mark.parametrize(("topic", "language"), ANSWERS)
def test_no_answer_names_a_source_that_may_not_be_named(topic: str, language: Language) -> None:
    hidden = {s.url for fact in CATALOGUE.facts.values() for s in fact.sources if not s.public and s.url}
    for rendered in renderings(topic, language).values():
        assert not {e.url for e in rendered.text.entities} & hidden


@pytest.mark.parametrize(("topic", "language"), ANSWERS)
def test_no_ended_fact_is_shown_as_if_it_held(topic: str, language: Language) -> None:
    for (day, _), rendered in renderings(topic, language).items():
        ended = [id_ for id_ in rendered.facts if fact_state(CATALOGUE.facts[id_], day) is State.ENDED]
        assert not ended or rendered.state is State.ENDED


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("day", [date(2026, 2, 28), date(2026, 3, 1), date(2026, 12, 31), date(2027, 1, 1)])
def test_every_answer_can_be_shown_on_the_days_that_matter(day: date, language: Language) -> None:
    for topic in CATALOGUE.topics:
        assert render_answer(CATALOGUE, topic, language, day, TRANSLATIONS.of(language)).text.text


@pytest.mark.parametrize("language", list(Language))
def test_in_danger_who_is_at_home_reads_a_number_that_works_from_there(language: Language) -> None:
    """The short numbers work in Korea only; from Kazakhstan one needs the code of the country."""
    day = date(2026, 11, 24)
    abroad, home = (
        render_answer(CATALOGUE, EMERGENCY, language, day, TRANSLATIONS.of(language), place).text.text
        for place in Place
    )
    assert abroad != home
    assert "+82" in home


@pytest.mark.parametrize("language", list(Language))
def test_a_place_changes_only_what_has_a_text_for_it(language: Language) -> None:
    day = date(2026, 11, 24)
    for topic in CATALOGUE.topics:
        abroad, home = (
            render_answer(CATALOGUE, topic, language, day, TRANSLATIONS.of(language), place)
            for place in Place
        )
        has_its_own = CATALOGUE.answers[topic, language].at_home is not None
        assert (abroad.version != home.version) == has_its_own, topic


@pytest.mark.parametrize("language", list(Language))
def test_the_title_of_a_chapter_fits_a_button_behind_an_arrow(language: Language) -> None:
    for group in CATALOGUE.groups:
        assert 0 < len("← " + group.titles[language]) <= TITLE_LENGTH, group.id


@pytest.mark.parametrize("language", list(Language))
def test_the_content_files_hold_no_mistake(language: Language) -> None:
    day = max(fact.confirmed for fact in CATALOGUE.facts.values())
    assert [one for one in check(locales_dir(), day, language) if one.level == "error"] == []
