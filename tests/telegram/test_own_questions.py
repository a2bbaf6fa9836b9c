"""/my: a person's own questions and where each of them stands."""

import dataclasses

import pytest
from aiogram.methods import EditMessageText, SendMessage

from bot.clock import day_in_kazakhstan
from bot.desk.model import Event, numbered
from bot.faq.library import Library
from bot.formats import format_date
from bot.people.model import Language
from bot.telegram.callbacks import ChoicePress, MinePress, MyPress, PassOnPress, TopicPress
from bot.telegram.own_questions import PAGE
from tests.support.desk import question
from tests.support.people import LANGUAGES, NOON, STAFF_GROUP, SVETLANA
from tests.support.telegram import decided
from tests.support.updates import CONTENTS
from tests.support.words import is_in
from tests.telegram.screens import ANSWER, CHOOSE, HANDOVER
from tests.telegram.visitor import Heard, Visitor, carried

RU = Language.RU


async def asking(library: Library, count: int, language: Language = RU) -> Visitor:
    """Somebody who has asked so many questions, with somebody else's in between."""
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    for number in range(1, count + 1):
        await visitor.writes(f"Вопрос {number}", ANSWER)
    return visitor


def listed(heard: Heard) -> list[int]:
    return [press.question for press in carried(heard.buttons, MinePress)]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_has_asked_nothing_is_told_so(library: Library, language: Language) -> None:
    heard = await Visitor(library, language).writes("/my")
    assert is_in(language, heard.text)
    assert listed(heard) == []


@pytest.mark.parametrize("count", [1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 2 * PAGE + 1])
async def test_the_pages_hold_every_question_once_the_newest_first(library: Library, count: int) -> None:
    visitor = await asking(library, count)
    seen: list[int] = []
    heard = await visitor.writes("/my")
    for page in range(100):
        assert len(listed(heard)) <= PAGE
        assert all(numbered(number) in heard.text for number in listed(heard))
        seen += listed(heard)
        turning = {press.page for press in carried(heard.buttons, MyPress)}
        assert turning <= {page - 1, page + 1}
        assert (page - 1 in turning) == (page > 0)
        if page + 1 not in turning:
            break
        heard = await visitor.presses(MyPress(seen=RU, page=page + 1))
        assert isinstance(heard.screen, EditMessageText)
    assert seen == list(range(count, 0, -1))


@pytest.mark.parametrize("page", [1, 2, 10**9])
async def test_a_page_behind_the_last_is_the_first(library: Library, page: int) -> None:
    visitor = await asking(library, 2)
    heard = await visitor.presses(MyPress(seen=RU, page=page))
    assert listed(heard) == [2, 1]
    assert not carried(heard.buttons, MyPress)


async def test_questions_of_others_are_neither_listed_nor_opened(library: Library) -> None:
    visitor = await asking(library, 2)
    number = await visitor.round.open_question(question(chat_id=SVETLANA, text="құпия"))
    for heard in (
        await visitor.writes("/my"),
        await visitor.presses(MinePress(seen=RU, question=number)),
        await visitor.presses(MinePress(seen=RU, question=99)),
    ):
        assert "құпия" not in heard.text
        assert numbered(number) not in heard.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_is_shown_whole_with_its_day_and_leads_back_to_its_page(
    library: Library, language: Language
) -> None:
    visitor = await asking(library, 1, language)
    words = "Первая строка\n\nи " + "слово " * 100 + "конец"
    await visitor.writes(words, ANSWER)
    in_list = await visitor.writes("/my")
    assert "конец" not in in_list.text
    assert "Первая строка и слово" in in_list.text
    one = await visitor.presses(MinePress(seen=language, question=2, page=3))
    assert words in one.text
    assert one.text.startswith(f"{numbered(2)} · {format_date(day_in_kazakhstan(NOON), language)}")
    assert [press.page for press in carried(one.buttons, MyPress)] == [3]


async def states(visitor: Visitor, number: int) -> tuple[str, str]:
    """What is said of where a question stands: alone, and in the list."""
    alone = (await visitor.presses(MinePress(seen=visitor.known.language or RU, question=number))).text
    in_list = (await visitor.writes("/my")).text
    state = alone.rsplit("\n\n", 1)[1]
    return state, in_list


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_fate_of_a_question_has_its_own_sentence(library: Library, language: Language) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    told = []
    for number, decision in enumerate((ANSWER, CHOOSE, HANDOVER, HANDOVER), start=1):
        await visitor.writes("?", decision)
        if number == 4:
            visitor.round.note(number, Event.REACHED_STAFF, message=5)
        state, in_list = await states(visitor, number)
        assert state in in_list
        assert is_in(language, state)
        told.append(state)
    assert library.title(ANSWER.topics[0], language) in told[0]
    assert len(set(told)) == 4


async def test_a_question_answered_by_a_choice_names_the_chosen_topic(library: Library) -> None:
    visitor = Visitor(library, RU)
    await visitor.writes("?", CHOOSE)
    topic = CHOOSE.topics[1]
    await visitor.presses(ChoicePress(seen=RU, question=1, topic=topic))
    state, _ = await states(visitor, 1)
    assert library.title(topic, RU) in state
    one = await visitor.presses(MinePress(seen=RU, question=1))
    assert [press.topic for press in carried(one.buttons, TopicPress)] == [topic]


async def test_what_was_offered_can_still_be_chosen_from_here(library: Library) -> None:
    visitor = Visitor(library, RU)
    await visitor.writes("?", CHOOSE)
    one = await visitor.presses(MinePress(seen=RU, question=1))
    choices = carried(one.buttons, ChoicePress)
    assert [press.topic for press in choices] == list(CHOOSE.topics)
    assert not carried(one.buttons, TopicPress)
    await visitor.presses(choices[0])
    state, _ = await states(visitor, 1)
    assert library.title(CHOOSE.topics[0], RU) in state


async def test_a_question_that_no_person_has_can_be_passed_on_from_here(library: Library) -> None:
    visitor = await asking(library, 1)
    one = await visitor.presses(MinePress(seen=RU, question=1))
    (press,) = carried(one.buttons, PassOnPress)
    assert len((await visitor.presses(press)).to_staff) == 1
    later = await visitor.presses(MinePress(seen=RU, question=1))
    assert not carried(later.buttons, PassOnPress)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_erased_text_and_a_message_without_words_are_told_apart(
    library: Library, language: Language
) -> None:
    visitor = Visitor(library, language)
    await visitor.writes("Құпия", ANSWER)
    await visitor.sends("voice", CONTENTS["voice"])
    visitor.round.questions[1] = dataclasses.replace(visitor.round.questions[1], text="")
    shown = [(await visitor.presses(MinePress(seen=language, question=n))).text for n in (1, 2)]
    told = [text.split("\n\n")[1] for text in shown]
    translator = library.translator_of(language)
    assert told == [
        translator("(the text has been erased)"),
        translator("(a message without words)"),
    ]


async def test_a_topic_that_is_gone_leaves_the_list_readable(library: Library) -> None:
    visitor = await asking(library, 1)
    await visitor.writes("?", decided(HANDOVER.kind, "gone.topic"))
    visitor.round.questions[1] = dataclasses.replace(
        visitor.round.questions[1], shown_topic="gone.topic", topics=("gone.topic",)
    )
    assert listed(await visitor.writes("/my")) == [2, 1]
    for number in (1, 2):
        one = await visitor.presses(MinePress(seen=RU, question=number))
        assert not carried(one.buttons, TopicPress)


@pytest.mark.parametrize("letter", ["я", "ө\n", "🆘"])
async def test_a_question_of_any_length_fits_into_a_message(library: Library, letter: str) -> None:
    visitor = Visitor(library, RU)
    for _ in range(PAGE):
        await visitor.writes(letter * 12_000, ANSWER)
    heard = [await visitor.presses(MinePress(seen=RU, question=1)), await visitor.writes("/my")]
    for one in heard:
        assert len(one.text) <= 4096  # Telegram counts characters here, not UTF-16 units


async def test_the_list_opens_below_a_receipt_and_in_place_of_a_menu(library: Library) -> None:
    visitor = await asking(library, 1)
    assert isinstance((await visitor.presses(MyPress(seen=RU, below=True))).screen, SendMessage)
    assert isinstance((await visitor.presses(MyPress(seen=RU))).screen, EditMessageText)
