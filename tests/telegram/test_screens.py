"""What holds on every screen: no dead end, one language, labels and data of a size that Telegram takes."""

import functools
from collections.abc import Iterator

import pytest

from bot.clock import day_in_kazakhstan
from bot.faq.library import Library
from bot.faq.text import utf16_length
from bot.people.model import Language, Place
from bot.telegram import dispatch
from bot.telegram.callbacks import AskPress, GroupPress, LanguagePress, MenuPress, SosPress
from bot.telegram.keyboards import LANGUAGE_NAMES
from tests.support.people import LANGUAGES, NOON, STAFF_GROUP
from tests.support.words import every_topic, foreign_sentences, has_kazakh, other_than
from tests.telegram.screens import Screen, every_screen
from tests.telegram.visitor import Visitor, carried

BOTH = {"/language"}
"""Screens in both languages."""


_reached: dict[tuple[Language, int | None], list[Screen]] = {}


@pytest.fixture(scope="module", autouse=True)
def one_dispatcher() -> Iterator[None]:
    """Everybody here shares it: it keeps nothing, and one for each of many hundreds takes a gigabyte."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dispatch, "build_dispatcher", functools.cache(dispatch.build_dispatcher))
        yield


@pytest.fixture(params=[None, STAFF_GROUP], ids=["nobody on duty", "staffed"])
def staff(request: pytest.FixtureRequest) -> int | None:
    on_duty: int | None = request.param
    return on_duty


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


@pytest.fixture
async def screens(library: Library, language: Language, staff: int | None) -> list[Screen]:
    """Reached once for all the tests: what somebody presses changes no screen of anybody else."""
    if (language, staff) not in _reached:
        _reached[language, staff] = await every_screen(library, language, staff)
    return _reached[language, staff]


def ways_out(screen: Screen, library: Library) -> set[str]:
    """Where one tap leads from a screen, and what it is itself."""
    chapters = {press.group for press in carried(screen.buttons, GroupPress)}
    found = {
        "menu": bool(carried(screen.buttons, MenuPress)) or chapters >= {one.id for one in library.groups},
        "sos": bool(carried(screen.buttons, SosPress)) or screen.name.startswith(("sos", "/sos")),
        "person": bool(carried(screen.buttons, AskPress)) or screen.name.startswith("ask"),
    }
    return {where for where, there in found.items() if there}


async def test_from_everywhere_one_tap_leads_to_the_menu_to_a_person_and_to_sos(
    screens: list[Screen], library: Library
) -> None:
    for screen in screens:
        assert ways_out(screen, library) == {"menu", "sos", "person"}, screen.name


async def test_telegram_takes_every_text_and_every_button(screens: list[Screen]) -> None:
    for screen in screens:
        assert 0 < utf16_length(screen.text) <= 4096, screen.name
        for label, data in screen.buttons:
            assert 0 < len(label) <= 30, (screen.name, label)
            assert 0 < len(data.encode()) <= 64, (screen.name, data)
        assert len({label for label, _ in screen.buttons}) == len(screen.buttons), screen.name


def own_words(screen: Screen, library: Library, language: Language) -> str:
    """The screen without the answers of the content, which are read by editors."""
    text = screen.text
    for topic in every_topic(library):
        for place in (None, *Place):
            answer = library.answer(topic, language, day_in_kazakhstan(NOON), place)
            text = text.replace(answer.text.text, "")
    return text


async def test_nothing_on_a_screen_is_in_the_other_language(
    screens: list[Screen], library: Library, language: Language
) -> None:
    other = other_than(language)
    foreign_titles = {library.title(topic, other) for topic in every_topic(library)}
    foreign_titles |= {group.titles[other] for group in library.groups}
    foreign_titles -= {library.title(topic, language) for topic in every_topic(library)}
    for screen in screens:
        if screen.name in BOTH:
            continue
        labels = [label for label, _ in screen.buttons if label not in LANGUAGE_NAMES.values()]
        said = "\n".join([own_words(screen, library, language), *labels])
        assert foreign_sentences(language, said) == [], screen.name
        assert not foreign_titles & {label.removeprefix("← ") for label in labels}, screen.name
        assert not (has_kazakh(said) and language is Language.RU), screen.name
        for paragraph in own_words(screen, library, language).split("\n\n"):
            is_a_sentence = len(paragraph) > 30 and language is Language.KK
            assert has_kazakh(paragraph) or not is_a_sentence, (screen.name, paragraph)


async def test_every_button_carries_the_language_of_its_screen(
    screens: list[Screen], language: Language
) -> None:
    for screen in screens:
        assert {data.split(":")[1] for _, data in screen.buttons} == {language.value}, screen.name


async def test_every_button_of_every_screen_is_answered_as_what_it_is(screens: list[Screen]) -> None:
    gone = next(screen.text for screen in screens if screen.name == "gone")
    for screen in screens:
        for label, data in screen.buttons:
            heard = await screen.visitor.presses(data)
            assert heard.methods, (screen.name, label)
            shown = [getattr(one, "text", None) for one in heard.methods]
            assert gone not in shown, (screen.name, label)


async def test_who_has_not_chosen_a_language_stays_in_that_of_the_button(
    library: Library, language: Language
) -> None:
    visitor = Visitor(library)
    heard = await visitor.presses(MenuPress(seen=language), hint=other_than(language).value)
    for _ in range(5):
        assert {data.split(":")[1] for _, data in heard.buttons} == {language.value}
        assert foreign_sentences(language, heard.text) == []
        onward = next(
            data for _, data in reversed(heard.buttons) if not data.startswith(LanguagePress.__prefix__)
        )
        heard = await visitor.presses(onward, hint=other_than(language).value)
