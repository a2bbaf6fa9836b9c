"""/sos: whom to call depends on where somebody is, and they say it once."""

import pytest
from aiogram.methods import EditMessageText, SendMessage

from bot.clock import day_in_kazakhstan
from bot.faq.library import EMERGENCY, Library
from bot.people.model import Language, Place
from bot.telegram.callbacks import SosPress, TopicPress
from tests.support.people import LANGUAGES, NOON
from tests.telegram.screens import ANSWER
from tests.telegram.visitor import Heard, Visitor, carried


def text_for(library: Library, language: Language, place: Place | None) -> str:
    return library.answer(EMERGENCY, language, day_in_kazakhstan(NOON), place).text.text


def places(heard: Heard) -> set[Place | None]:
    return {press.place for press in carried(heard.buttons, SosPress)}


async def test_who_has_not_said_where_they_are_is_offered_both_places_under_the_numbers(
    library: Library,
) -> None:
    heard = await Visitor(library, Language.RU).writes("/sos")
    assert heard.text == text_for(library, Language.RU, None)
    assert places(heard) == set(Place)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", Place)
async def test_the_place_is_kept_and_only_the_other_one_is_offered(
    library: Library, place: Place, language: Language
) -> None:
    visitor = Visitor(library, language)
    first = await visitor.writes("/sos")
    (press,) = [one for one in carried(first.buttons, SosPress) if one.place is place]
    chosen = await visitor.presses(press)
    assert isinstance(chosen.screen, EditMessageText)
    assert visitor.known.place is place
    later = [await visitor.writes("/sos"), await visitor.presses(SosPress(seen=language))]
    for heard in (chosen, *later):
        assert heard.text == text_for(library, language, place)
        assert places(heard) == set(Place) - {place}


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_home_other_numbers_come_first(library: Library, language: Language) -> None:
    unknown, korea, home = (text_for(library, language, place) for place in (None, *Place))
    assert unknown == korea
    assert home != korea
    assert "+82" in home


async def test_a_place_can_be_changed(library: Library) -> None:
    visitor = Visitor(library, Language.RU, place=Place.KAZAKHSTAN)
    await visitor.presses(SosPress(seen=Language.RU, place=Place.KOREA))
    assert visitor.known.place is Place.KOREA
    assert (await visitor.writes("/sos")).text == text_for(library, Language.RU, Place.KOREA)


async def test_the_place_counts_wherever_the_topic_is_shown(library: Library) -> None:
    visitor = Visitor(library, Language.RU, place=Place.KAZAKHSTAN)
    heard = await visitor.presses(TopicPress(seen=Language.RU, topic=EMERGENCY))
    assert heard.text == text_for(library, Language.RU, Place.KAZAKHSTAN)
    heard = await visitor.writes("/start contacts-emergency")
    assert heard.text == text_for(library, Language.RU, Place.KAZAKHSTAN)


async def test_a_place_changes_nothing_where_the_text_has_only_one(library: Library) -> None:
    visitor = Visitor(library, Language.RU, place=Place.KAZAKHSTAN)
    heard = await visitor.writes("?", ANSWER)
    assert heard.text == library.answer(ANSWER.topics[0], Language.RU, day_in_kazakhstan(NOON)).text.text


async def test_what_else_is_urgent_can_be_read_below_the_numbers(library: Library) -> None:
    visitor = Visitor(library, Language.RU)
    sos = await visitor.writes("/sos")
    topics = carried(sos.buttons, TopicPress)
    assert topics
    for press in topics:
        assert library.topic(press.topic).urgent
        assert press.topic != EMERGENCY
        assert isinstance((await visitor.presses(press)).screen, SendMessage)


async def test_what_was_shown_in_danger_is_kept_with_its_version(library: Library) -> None:
    visitor = Visitor(library, Language.RU, place=Place.KAZAKHSTAN)
    await visitor.writes("/sos")
    ((_, topic, version, _, number),) = visitor.round.shown
    rendered = library.answer(EMERGENCY, Language.RU, day_in_kazakhstan(NOON), Place.KAZAKHSTAN)
    assert (topic, version, number) == (EMERGENCY, rendered.version, None)
    assert version != library.answer(EMERGENCY, Language.RU, day_in_kazakhstan(NOON)).version
