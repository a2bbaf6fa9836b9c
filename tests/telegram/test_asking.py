"""The wish for a person: how it begins, what it is not ended by, and when it is over."""

import dataclasses
from datetime import timedelta
from typing import Any

import pytest
from aiogram.methods import EditMessageText, SendMessage

from bot.desk.model import numbered
from bot.faq.library import EMERGENCY, Library
from bot.faq.matching.model import DecisionKind
from bot.faq.model import Status
from bot.people.model import ABOUT_TO_ASK, STILL_ASKING, Expecting, Language, Place
from bot.telegram.callbacks import (
    AskPress,
    GroupPress,
    LanguagePress,
    MenuPress,
    PassOnPress,
    RatePress,
    SosPress,
    TopicPress,
    Vote,
)
from tests.support.people import LANGUAGES, STAFF_GROUP
from tests.support.telegram import decided
from tests.support.updates import CONTENTS
from tests.support.words import is_in, topics_of_status
from tests.telegram.screens import ANSWER, CHOOSE, COURTESY, HANDOVER, URGENT
from tests.telegram.visitor import Heard, Visitor, carried

RU = Language.RU


@pytest.fixture
def visitor(library: Library) -> Visitor:
    return Visitor(library, RU, staff=STAFF_GROUP)


async def wants_one(visitor: Visitor) -> bool:
    """Whether what would be answered at once goes to a person now."""
    return bool((await visitor.writes("Можно ли работать?", ANSWER)).to_staff)


async def asked_for(library: Library) -> Visitor:
    visitor = Visitor(library, RU, staff=STAFF_GROUP)
    await visitor.presses(AskPress(seen=RU))
    return visitor


@pytest.mark.parametrize(
    ("late", "waits"), [(ABOUT_TO_ASK - timedelta(seconds=1), True), (ABOUT_TO_ASK, False)]
)
async def test_half_an_hour_is_given_for_writing_the_question(
    library: Library, late: timedelta, *, waits: bool
) -> None:
    visitor = await asked_for(library)
    visitor.now += late
    assert await wants_one(visitor) is waits
    assert timedelta(minutes=30) == ABOUT_TO_ASK


@pytest.mark.parametrize(
    ("late", "waits"), [(STILL_ASKING - timedelta(seconds=1), True), (STILL_ASKING, False)]
)
async def test_what_follows_the_question_within_two_minutes_goes_to_the_same_person(
    library: Library, late: timedelta, *, waits: bool
) -> None:
    visitor = await asked_for(library)
    visitor.now += timedelta(minutes=20)
    assert await wants_one(visitor)
    visitor.now += late
    assert await wants_one(visitor) is waits
    assert (visitor.known.expecting is Expecting.STAFF_QUESTION) is waits
    assert timedelta(minutes=2) == STILL_ASKING


DETOURS: dict[str, Any] = {
    "a picture": lambda visitor: visitor.sends("photo", CONTENTS["photo"]),
    "a picture with words": lambda visitor: visitor.sends("photo", CONTENTS["photo"], ANSWER, caption="Вот"),
    "a voice message": lambda visitor: visitor.sends("voice", CONTENTS["voice"]),
    "a courtesy": lambda visitor: visitor.writes("Здравствуйте", COURTESY),
    "a sticker": lambda visitor: visitor.sends("sticker", CONTENTS["sticker"]),
    "danger": lambda visitor: visitor.writes("Меня бьют", URGENT),
    "/sos": lambda visitor: visitor.writes("/sos"),
    "sos in words": lambda visitor: visitor.writes("помогите", HANDOVER),
    "sos by button": lambda visitor: visitor.presses(SosPress(seen=RU, below=True)),
    "the same wish": lambda visitor: visitor.presses(AskPress(seen=RU)),
}


@pytest.mark.parametrize("detour", DETOURS.values(), ids=DETOURS)
async def test_on_the_way_to_the_question_nothing_of_this_ends_the_wish(
    library: Library, detour: Any
) -> None:
    visitor = await asked_for(library)
    await detour(visitor)
    assert await wants_one(visitor)


ENDS: dict[str, Any] = {
    "/menu": lambda visitor: visitor.writes("/menu"),
    "/start": lambda visitor: visitor.writes("/start"),
    "the menu in words": lambda visitor: visitor.writes("меню", HANDOVER),
    "cancelled in words": lambda visitor: visitor.writes("отмена", HANDOVER),
    "cancelled in Kazakh": lambda visitor: visitor.writes("керек емес", HANDOVER),
    "the menu": lambda visitor: visitor.presses(MenuPress(seen=RU)),
    "a chapter": lambda visitor: visitor.presses(GroupPress(seen=RU, group="basics")),
    "a topic": lambda visitor: visitor.presses(TopicPress(seen=RU, topic=EMERGENCY, below=True)),
    "another language": lambda visitor: visitor.presses(LanguagePress(seen=RU, language=Language.KK)),
    "a button that is gone": lambda visitor: visitor.presses("nonsense"),
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
async def test_who_goes_elsewhere_does_not_want_a_person_any_more(library: Library, end: Any) -> None:
    visitor = await asked_for(library)
    heard = await end(visitor)
    assert heard.to_staff == []
    assert not await wants_one(visitor)


async def test_a_place_told_on_the_way_is_kept_and_shown_in_place(library: Library) -> None:
    visitor = await asked_for(library)
    heard = await visitor.presses(SosPress(seen=RU, place=Place.KOREA))
    assert isinstance(heard.screen, EditMessageText)
    assert heard.flashed == ["Запомнил."]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_asks_for_a_person_in_their_own_words_is_waited_for(
    library: Library, language: Language
) -> None:
    for topic in topics_of_status(library, Status.ACTION):
        visitor = Visitor(library, language, staff=STAFF_GROUP)
        heard = await visitor.writes("Соедините с человеком", decided(DecisionKind.ANSWER, topic))
        assert heard.to_staff == [], topic
        assert await wants_one(visitor), topic


@pytest.mark.parametrize("vote", [vote for vote in Vote if vote not in {Vote.UP, Vote.DOWN}])
async def test_who_was_not_helped_and_says_why_is_waited_for(visitor: Visitor, vote: Vote) -> None:
    heard = await visitor.writes("?", ANSWER)
    press = carried(heard.buttons, RatePress)[0].model_copy(update={"vote": vote})
    told = await visitor.presses(press)
    assert any(words in told.text for words in ("напишите заново", "напишите вопрос здесь"))
    assert await wants_one(visitor)


@pytest.mark.parametrize("vote", [Vote.UP, Vote.DOWN])
async def test_a_vote_without_a_reason_is_no_wish_for_a_person(visitor: Visitor, vote: Vote) -> None:
    heard = await visitor.writes("?", ANSWER)
    await visitor.presses(carried(heard.buttons, RatePress)[0].model_copy(update={"vote": vote}))
    assert not await wants_one(visitor)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_hello_to_the_person_who_was_asked_for_shows_how_to_ask(
    library: Library, language: Language
) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    asked = await visitor.presses(AskPress(seen=language))
    hello = await visitor.writes("Сәлем", COURTESY)
    assert (hello.text, hello.buttons) == (asked.text, asked.buttons)
    assert (hello.to_staff, visitor.round.asked) == ([], [])


async def asking_about(visitor: Visitor, number: int) -> Heard:
    return await visitor.presses(AskPress(seen=visitor.known.language or RU, question=number))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_screen_for_asking_quotes_the_question_that_it_can_pass_on(
    library: Library, language: Language
) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    await visitor.writes("Первая строка\n  и " + "слово " * 100, ANSWER)
    heard = await asking_about(visitor, 1)
    assert "«Первая строка и слово слово" in heard.text
    assert "…»" in heard.text
    assert [press.question for press in carried(heard.buttons, PassOnPress)] == [1]
    assert is_in(language, heard.text)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_says_of_a_question_that_staff_have_that_they_have_it(
    library: Library, language: Language
) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    await visitor.writes("құпия сөз", HANDOVER)
    heard = await asking_about(visitor, 1)
    _ = library.translator_of(language)
    known = _(
        "Your question {number} is with them already: write if you want to add something.", number=numbered(1)
    )
    assert known in heard.text
    assert "құпия сөз" not in heard.text
    assert not carried(heard.buttons, PassOnPress)
    assert known not in (await asking_about(visitor, 0)).text


async def test_a_question_without_words_is_not_quoted(visitor: Visitor) -> None:
    await visitor.writes("?", CHOOSE)
    visitor.round.questions[1] = dataclasses.replace(visitor.round.questions[1], text="")
    heard = await asking_about(visitor, 1)
    assert "«" not in heard.text
    assert not carried(heard.buttons, PassOnPress)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_can_think_better_of_it_or_call_for_help_from_there(
    library: Library, language: Language
) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    heard = await asking_about(visitor, 0)
    labels = dict(heard.buttons)
    cancel = labels.pop(library.translator_of(language)("Cancel"))
    (sos,) = carried(heard.buttons, SosPress)
    called = await visitor.presses(sos)
    assert isinstance(called.screen, SendMessage)
    cancelled = await visitor.presses(cancel)
    assert isinstance(cancelled.screen, EditMessageText)
    assert cancelled.text == (await visitor.writes("/menu")).text
    assert not await wants_one(visitor)


async def test_who_asked_for_nobody_is_answered_by_the_program(visitor: Visitor) -> None:
    assert not await wants_one(visitor)
    await visitor.sends("photo", CONTENTS["photo"])
    await visitor.writes("?", HANDOVER)
    assert not await wants_one(visitor)
