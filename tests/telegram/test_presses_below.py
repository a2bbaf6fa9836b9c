"""What a button opens below the message that must stay, and what in its place."""

import pytest
from aiogram.methods import EditMessageText, SendMessage

from bot.desk.model import Event, numbered
from bot.faq.library import EMERGENCY, Library
from bot.faq.matching.model import DecisionKind
from bot.faq.model import Status
from bot.people.model import Language, Place
from bot.telegram.callbacks import ChoicePress, LanguagePress, RatePress, SosPress, TopicPress
from tests.support.people import LANGUAGES, STAFF_GROUP
from tests.support.telegram import decided
from tests.support.updates import CONTENTS
from tests.support.words import topics_of_status
from tests.telegram.screens import ANSWER, WAYS
from tests.telegram.visitor import Visitor, carried

RU = Language.RU


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whom_to_call_opens_below_whatever_stands_above(library: Library, language: Language) -> None:
    for name, way in WAYS.items():
        visitor = Visitor(library, language, staff=STAFF_GROUP)
        for press in carried((await way(visitor, language)).buttons, SosPress):
            if press.place is None:
                assert isinstance((await visitor.presses(press)).screen, SendMessage), name
    visitor = Visitor(library, language)
    for old in (SosPress(seen=language), "s:" + language.value):
        assert isinstance((await visitor.presses(old)).screen, SendMessage)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", Place)
async def test_the_place_changes_the_numbers_where_they_stand_and_says_that_it_is_kept(
    library: Library, place: Place, language: Language
) -> None:
    visitor = Visitor(library, language)
    sos = await visitor.presses(SosPress(seen=language))
    (press,) = [one for one in carried(sos.buttons, SosPress) if one.place is place]
    heard = await visitor.presses(press, message_id=500)
    assert isinstance(heard.screen, EditMessageText)
    assert heard.screen.message_id == 500
    assert heard.flashed == [library.translator_of(language)("I will remember it.")]
    assert visitor.known.place is place


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_topic_opened_below_an_answer_must_stay_itself(library: Library, language: Language) -> None:
    for topic in topics_of_status(library, *Status):
        visitor = Visitor(library, language)
        below = await visitor.presses(TopicPress(seen=language, topic=topic, below=True))
        assert isinstance(below.screen, SendMessage)
        for _, data in below.buttons:
            is_in_place = data.startswith(RatePress.__prefix__) or carried([("", data)], SosPress)
            if not is_in_place:
                assert isinstance((await visitor.presses(data)).screen, SendMessage), (topic, data)


async def test_a_topic_looked_up_in_the_menu_gives_way_to_what_is_read_next(library: Library) -> None:
    visitor = Visitor(library, RU)
    looked_up = await visitor.presses(TopicPress(seen=RU, topic=ANSWER.topics[0]))
    assert isinstance(looked_up.screen, EditMessageText)
    for press in carried(looked_up.buttons, TopicPress):
        assert isinstance((await visitor.presses(press)).screen, EditMessageText)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_topic_shown_anew_in_the_other_language_stays_or_gives_way_as_before(
    library: Library, language: Language
) -> None:
    for below in (True, False):
        visitor = Visitor(library)
        other = next(one for one in LANGUAGES if one is not language)
        press = LanguagePress(seen=other, language=language, topic=ANSWER.topics[0], below=below)
        shown = await visitor.presses(press)
        related = carried(shown.buttons, TopicPress)
        assert related
        assert {one.below for one in related} == {below}


async def test_an_offered_topic_that_only_staff_can_answer_is_handed_over_once_with_what_came_along(
    library: Library,
) -> None:
    for topic in topics_of_status(library, Status.STAFF):
        visitor = Visitor(library, RU, staff=STAFF_GROUP)
        offer = decided(DecisionKind.CHOOSE, topic, ANSWER.topics[0])
        offered = await visitor.sends("photo", CONTENTS["photo"], offer, caption="Это правда?")
        picture = visitor.last_message
        press = next(one for one in carried(offered.buttons, ChoicePress) if one.topic == topic)
        chosen = await visitor.presses(press)
        (notice,) = chosen.to_staff
        assert "Это правда?" in notice
        assert library.title(topic, Language.KK) in notice
        assert chosen.copied == [picture]
        assert numbered(1) in chosen.text
        again = await visitor.presses(press)
        assert (again.to_staff, again.copied) == ([], [])
        assert visitor.round.events().count(Event.HANDED_OVER) == 1


async def test_an_offered_topic_that_is_answered_here_bothers_nobody(library: Library) -> None:
    visitor = Visitor(library, RU, staff=STAFF_GROUP)
    offered = await visitor.sends(
        "photo", CONTENTS["photo"], decided(DecisionKind.CHOOSE, ANSWER.topics[0], EMERGENCY), caption="?"
    )
    for press in carried(offered.buttons, ChoicePress):
        chosen = await visitor.presses(press)
        assert (chosen.to_staff, chosen.copied) == ([], [])
    assert Event.HANDED_OVER not in visitor.round.events()
