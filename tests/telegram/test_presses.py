"""Buttons, also old and broken ones, through the real dispatcher."""

from typing import Any

import pytest
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage

from bot.clock import day_in_kazakhstan
from bot.desk.model import Event, numbered
from bot.faq.library import EMERGENCY, Library
from bot.faq.model import Status
from bot.people.model import Expecting, Language
from bot.telegram.callbacks import (
    AskPress,
    ChoicePress,
    GroupPress,
    LanguagePress,
    MenuPress,
    MyPress,
    NonePress,
    Press,
    RatePress,
    TopicPress,
)
from tests.support.desk import question
from tests.support.people import AIGERIM, LANGUAGES, NOON, STAFF_GROUP, SVETLANA, person
from tests.support.telegram import Desk, buttons
from tests.support.updates import press_update
from tests.support.words import every_topic, is_in, topics_of_status
from tests.telegram.screens import ANSWER, HANDOVER, URGENT
from tests.telegram.visitor import Visitor

KK, RU = LANGUAGES


async def pressed(
    desk: Desk, data: Press | str | None, *, at: Any = "message", **changes: Any
) -> EditMessageText | SendMessage:
    """What the pressed button shows."""
    said = await desk.said(press_update(data, at=at), person=person(**changes))
    shown, noticed = (one.method for one in said)
    assert noticed == AnswerCallbackQuery(callback_query_id="55")
    assert isinstance(shown, EditMessageText | SendMessage)
    assert shown.chat_id == AIGERIM
    return shown


async def asked(desk: Desk, chat_id: int = AIGERIM) -> int:
    return await desk.round.open_question(question(chat_id=chat_id))


@pytest.mark.parametrize("at", ["message", "inaccessible"])
@pytest.mark.parametrize("seen", LANGUAGES)
async def test_the_menu_takes_the_place_of_the_message_with_the_button(
    desk: Desk, seen: Language, at: str
) -> None:
    shown = await pressed(desk, MenuPress(seen=seen), at=at)
    assert isinstance(shown, EditMessageText)
    assert shown.message_id == 77
    assert is_in(seen, shown.text)


async def test_a_button_without_a_message_is_answered_with_a_new_one(desk: Desk) -> None:
    assert isinstance(await pressed(desk, MenuPress(seen=KK), at=None), SendMessage)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_chapter_lists_its_topics(desk: Desk, library: Library, language: Language) -> None:
    for group in library.groups:
        shown = await pressed(desk, GroupPress(seen=language, group=group.id))
        assert shown.text == group.titles[language]
        listed = [
            (text, TopicPress.unpack(data).topic) for text, data in buttons(shown) if data.startswith("t:")
        ]
        assert listed == [
            (library.title(topic.id, language), topic.id) for topic in library.topics_of(group.id)
        ]
        assert any(data.startswith("m:") for _, data in buttons(shown))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_topic_can_be_read_and_left(desk: Desk, library: Library, language: Language) -> None:
    for topic in every_topic(library):
        desk.round.shown.clear()
        shown = await pressed(desk, TopicPress(seen=language, topic=topic))
        rendered = library.answer(topic, language, day_in_kazakhstan(NOON))
        assert shown.text == rendered.text.text
        kinds = {data.split(":")[0] for _, data in buttons(shown)}
        assert {"m", "a"} <= kinds
        assert ("g" in kinds) == (topic != EMERGENCY)
        ((shown_to, seen_topic, version, cause, about),) = desk.round.shown
        assert (seen_topic, version, about) == (topic, rendered.version, None)
        assert (shown_to.language, cause) == (language, f"update:1-{int(NOON.timestamp())}:0")


async def test_every_button_that_can_be_reached_from_the_menu_leads_somewhere(library: Library) -> None:
    visitor = Visitor(library)
    gone = (await visitor.presses("nonsense")).text
    open_ = [MenuPress(seen=language).pack() for language in LANGUAGES]
    known: set[str] = set()
    while open_:
        data = open_.pop()
        if data in known:
            continue
        known.add(data)
        heard = await visitor.presses(data)
        for method in heard.methods:
            assert getattr(method, "text", None) != gone, data
            open_ += [carried for _, carried in buttons(method)]
    assert {data.split(":")[0] for data in known} == set("mgtlasqr")
    opened = {TopicPress.unpack(data).topic for data in known if data.startswith("t:")}
    assert opened == set(every_topic(library))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [MenuPress, MyPress])
async def test_what_stands_under_an_answer_to_somebody_opens_below_it_and_else_in_its_place(
    library: Library, kind: type[MenuPress | MyPress], language: Language
) -> None:
    visitor = Visitor(library, language)
    assert isinstance((await visitor.presses(kind(seen=language))).screen, EditMessageText)
    assert isinstance((await visitor.presses(kind(seen=language, below=True))).screen, SendMessage)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_under_what_somebody_asked_for_nothing_opens_in_its_place(
    library: Library, language: Language
) -> None:
    """The number, the answer and whom to call stay readable."""
    visitor = Visitor(library, language)
    for decision in (ANSWER, HANDOVER, URGENT):
        for _, data in (await visitor.writes("?", decision)).buttons:
            if not data.startswith(RatePress.__prefix__):
                assert isinstance((await visitor.presses(data)).screen, SendMessage), data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "data",
    [
        "",
        "nonsense",
        "t",
        "t:",
        "t:kk",
        "t:en:basics.tourist_work",
        "t:kk:a:b:c",
        "c:kk:one:x",
        "x:kk",
        "🆘",
        "m:kk:more",
        None,
        "m:{}",
        "t:{}:basics.tourist_work",
        "c:{}:0:0:basics.tourist_work",
        "q:{}:0:-1",
        "k:{}:0:0:0",
        "r:{}:0:basics.tourist_work:1-a:z:0",
        "b:{}:0:1:z",
        "t:{}:0:gone.topic",
        "g:{}:0:gone",
        "n:{}:0:99",
        "p:{}:0:99",
        "b:{}:0:99:d",
        "k:{}:0:99:0",
        "r:{}:0:gone.topic:1-a:+:0",
        "n:{}:0:999999999999999999999999",
        "q:{}:0:999999999999999999999999",
    ],
)
async def test_a_button_that_means_nothing_any_more_says_so_and_shows_the_menu(
    desk: Desk, data: str | None, language: Language
) -> None:
    shown = await pressed(desk, data.format(language.value) if data else data, language=language)
    assert is_in(language, shown.text)
    assert any(carried.startswith("g:") for _, carried in buttons(shown))
    assert (desk.round.shown, desk.round.noted) == ([], [])


@pytest.mark.parametrize("stored", LANGUAGES)
async def test_the_stored_choice_comes_before_the_language_of_the_button(
    desk: Desk, stored: Language
) -> None:
    for seen in LANGUAGES:
        assert is_in(stored, (await pressed(desk, MenuPress(seen=seen), language=stored)).text)


async def test_a_choice_answers_the_question_it_was_offered_for(desk: Desk, library: Library) -> None:
    topic = topics_of_status(library, Status.ANSWER)[0]
    number = await asked(desk)
    shown = await pressed(desk, ChoicePress(seen=RU, question=number, topic=topic))
    assert shown.text == library.answer(topic, RU, day_in_kazakhstan(NOON)).text.text
    assert desk.round.events() == [Event.CHOSEN, Event.SHOWN]
    assert desk.round.noted[0] == (number, Event.CHOSEN, {"topic": topic})
    assert desk.round.shown[0][4] == number


@pytest.mark.parametrize("owner", [SVETLANA, None])
async def test_nobody_answers_the_question_of_somebody_else(
    desk: Desk, library: Library, owner: int | None
) -> None:
    topic = topics_of_status(library, Status.ANSWER)[0]
    number = await asked(desk, owner) if owner else 99
    await pressed(desk, ChoicePress(seen=RU, question=number, topic=topic))
    assert desk.round.noted == []
    assert desk.round.shown[0][4] is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_none_of_these_hands_the_question_over_once(staffed: Desk, language: Language) -> None:
    number = await asked(staffed)
    data = NonePress(seen=language, question=number)
    said = await staffed.said(press_update(data), person=person(language=language))
    receipt, _, notice = (one.method for one in said)
    assert isinstance(receipt, EditMessageText)
    assert isinstance(notice, SendMessage)
    assert numbered(number) in (receipt.text or "")
    assert is_in(language, receipt.text)
    assert (notice.chat_id, said[2].result_for) == (STAFF_GROUP, f"question:{number}")
    assert question().text in (notice.text or "")
    again = await pressed(staffed, data, language=language)
    assert again.text == receipt.text
    assert staffed.round.events() == [Event.HANDED_OVER]


async def test_nobody_hands_over_the_question_of_somebody_else(staffed: Desk) -> None:
    number = await asked(staffed, SVETLANA)
    shown = await pressed(staffed, NonePress(seen=KK, question=number))
    assert numbered(number) not in (shown.text or "")
    assert staffed.round.noted == []


@pytest.mark.parametrize("chosen", LANGUAGES)
async def test_a_chosen_language_is_kept_and_the_topic_is_shown_in_it(
    desk: Desk, library: Library, chosen: Language
) -> None:
    topic = topics_of_status(library, Status.ANSWER)[0]
    other = next(one for one in LANGUAGES if one is not chosen)
    shown = await pressed(desk, LanguagePress(seen=other, language=chosen, topic=topic), language=other)
    assert shown.text == library.answer(topic, chosen, day_in_kazakhstan(NOON)).text.text
    assert desk.round.persons[AIGERIM].language is chosen
    assert {data.split(":")[1] for _, data in buttons(shown)} == {chosen.value}
    without = await pressed(desk, LanguagePress(seen=other, language=chosen))
    assert is_in(chosen, without.text)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_asking_a_person_leaves_the_answer_above_and_waits_for_the_question(
    staffed: Desk, language: Language
) -> None:
    shown = await pressed(staffed, AskPress(seen=language), language=language)
    assert isinstance(shown, SendMessage)
    assert is_in(language, shown.text)
    assert staffed.round.persons[AIGERIM].expecting is Expecting.STAFF_QUESTION


async def test_without_staff_nobody_is_promised(desk: Desk, staffed: Desk) -> None:
    alone, attended = [await pressed(one, AskPress(seen=RU), language=RU) for one in (desk, staffed)]
    assert "не могу обещать" in (alone.text or "")
    assert "не могу обещать" not in (attended.text or "")


@pytest.mark.parametrize("data", [MenuPress(seen=KK), GroupPress(seen=KK, group="basics"), "nonsense"])
async def test_any_other_button_ends_the_wait_for_the_question(desk: Desk, data: Press | str) -> None:
    await pressed(desk, data, expecting=Expecting.STAFF_QUESTION)
    assert desk.round.persons[AIGERIM].expecting is Expecting.NOTHING


async def test_a_press_by_somebody_new_is_answered_and_remembered(desk: Desk) -> None:
    said = await desk.said(press_update(MenuPress(seen=RU), hint="kk"))
    shown = said[0].method
    assert isinstance(shown, EditMessageText)
    assert is_in(RU, shown.text)
    assert desk.round.persons[AIGERIM].chat_id == AIGERIM
