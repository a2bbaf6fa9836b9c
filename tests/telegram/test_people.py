"""Buttons by which a question reaches a person, through the real dispatcher."""

import pytest
from aiogram.methods import SendMessage

from bot.clock import day_in_kazakhstan
from bot.desk.model import Event, numbered
from bot.faq.library import Library
from bot.people.model import STILL_ASKING, Expecting, Language
from bot.telegram import receipts
from bot.telegram.callbacks import AboutPress, AskPress, Danger, NonePress, PassOnPress
from tests.support.desk import question
from tests.support.people import LANGUAGES, NOON, STAFF_GROUP, SVETLANA
from tests.support.updates import CONTENTS
from tests.support.words import is_in
from tests.telegram.screens import ANSWER, CHOOSE, HANDOVER
from tests.telegram.visitor import Visitor, carried

DANGERS = [danger for danger in Danger if danger is not Danger.OTHER]


@pytest.fixture
def visitor(library: Library) -> Visitor:
    return Visitor(library, Language.RU, staff=STAFF_GROUP)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_an_answer_the_question_can_go_to_a_person_as_it_is(
    library: Library, language: Language
) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    answer = await visitor.writes("Жұмыс? +7 701 123 45 67", ANSWER)
    asked = await visitor.presses(carried(answer.buttons, AskPress)[-1])
    assert isinstance(asked.screen, SendMessage)
    (press,) = carried(asked.buttons, PassOnPress)
    passed_on = await visitor.presses(press)
    assert is_in(language, passed_on.text)
    assert numbered(1) in passed_on.text
    (notice,) = passed_on.to_staff
    assert "Жұмыс? ▒▒▒" in notice
    assert library.title(ANSWER.topics[0], Language.KK) in notice
    assert visitor.round.events() == [Event.SHOWN, Event.HANDED_OVER]
    assert len(visitor.round.asked) == 1
    assert visitor.known.expecting is Expecting.NOTHING


async def test_a_question_is_passed_on_once(visitor: Visitor) -> None:
    await visitor.writes("?", ANSWER)
    press = PassOnPress(seen=Language.RU, question=1)
    first, second = [await visitor.presses(press) for _ in range(2)]
    assert first.text == second.text
    assert (len(first.to_staff), second.to_staff) == (1, [])
    assert visitor.round.events().count(Event.HANDED_OVER) == 1


async def test_what_came_with_a_question_goes_along(visitor: Visitor) -> None:
    await visitor.sends("photo", CONTENTS["photo"], ANSWER, caption="Это правда?")
    picture = visitor.last_message
    passed_on = await visitor.presses(PassOnPress(seen=Language.RU, question=1))
    assert passed_on.copied == [picture]
    again = await visitor.presses(PassOnPress(seen=Language.RU, question=1))
    assert again.copied == []


@pytest.mark.parametrize("decision", [ANSWER, CHOOSE, HANDOVER])
async def test_written_anew_it_is_a_question_of_its_own_for_a_person(
    visitor: Visitor, decision: object
) -> None:
    await visitor.writes("Первый", ANSWER)
    await visitor.presses(AskPress(seen=Language.RU, question=1))
    anew = await visitor.writes("Второй", decision)  # type: ignore[arg-type]
    assert numbered(2) in anew.text
    assert "Второй" in anew.to_staff[0]
    assert [one.text for one in visitor.round.asked] == ["Первый", "Второй"]
    assert visitor.known.expecting_until == NOON + STILL_ASKING


async def test_a_question_that_people_have_is_not_offered_again(visitor: Visitor) -> None:
    receipt = await visitor.writes("?", HANDOVER)
    for press in (*carried(receipt.buttons, AskPress), AskPress(seen=Language.RU, question=1)):
        asked = await visitor.presses(press)
        assert not carried(asked.buttons, PassOnPress)
        assert visitor.known.expecting is Expecting.STAFF_QUESTION


async def test_nobody_passes_on_or_reads_the_question_of_somebody_else(visitor: Visitor) -> None:
    number = await visitor.round.open_question(question(chat_id=SVETLANA))
    presses = (
        AskPress(seen=Language.RU, question=number),
        PassOnPress(seen=Language.RU, question=number),
        NonePress(seen=Language.RU, question=number),
        *(AboutPress(seen=Language.RU, question=number, about=danger) for danger in Danger),
    )
    for press in presses:
        heard = await visitor.presses(press)
        assert (heard.to_staff, heard.copied) == ([], [])
        assert numbered(number) not in heard.text
        assert not carried(heard.buttons, PassOnPress)
    assert visitor.round.noted == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("danger", DANGERS)
async def test_one_tap_on_a_danger_shows_whom_to_call_and_alarms_staff(
    library: Library, danger: Danger, language: Language
) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    voice = await visitor.sends("voice", CONTENTS["voice"])
    (press,) = [one for one in carried(voice.buttons, AboutPress) if one.about is danger]
    heard = await visitor.presses(press)
    assert isinstance(heard.screen, SendMessage)
    first_line, _, rest = heard.text.partition("\n\n")
    shown, _, last_line = rest.rpartition("\n\n")
    assert is_in(language, first_line)
    assert numbered(1) in first_line
    assert last_line == library.translator_of(language)(
        "Write here what happened and where: I pass it on at once."
    )
    topic = visitor.round.shown[-1][1]
    assert library.topic(topic).group == "rights"
    assert shown == library.answer(topic, language, day_in_kazakhstan(NOON)).text.text
    (alarm,) = heard.to_staff
    assert alarm.startswith("🆘")
    assert numbered(1) in alarm
    what = receipts.dangers(library, Language.KK)[danger]
    _ = library.translator_of(Language.KK)
    assert alarm.endswith(_("Chosen by button, without words: {what}", what=what))
    assert heard.alarms == [alarm]
    assert visitor.round.events() == [Event.HANDED_OVER, Event.SHOWN, Event.RAISED, Event.HANDED_OVER]
    assert visitor.round.noted[2] == (1, Event.RAISED, {"about": danger.name.lower()})
    assert visitor.round.noted[3] == (1, Event.HANDED_OVER, {"urgent": True})


async def test_who_is_detained_reads_what_to_do_then(visitor: Visitor, library: Library) -> None:
    await visitor.sends("voice", CONTENTS["voice"])
    heard = await visitor.presses(AboutPress(seen=Language.RU, question=1, about=Danger.DETAINED))
    shown = library.answer("rights.detained", Language.RU, day_in_kazakhstan(NOON))
    assert shown.text.text in heard.text


async def test_another_danger_tapped_later_is_told_to_staff_as_an_addition(visitor: Visitor) -> None:
    await visitor.sends("voice", CONTENTS["voice"])
    told = []
    for danger in DANGERS:
        heard = await visitor.presses(AboutPress(seen=Language.RU, question=1, about=danger))
        assert numbered(1) in heard.text
        assert heard.alarms == heard.to_staff
        told += heard.to_staff
    assert [one.startswith("🆘") for one in told] == [True, *[False] * (len(DANGERS) - 1)]
    names = receipts.dangers(visitor.library, Language.KK)
    assert all(names[danger] in one for danger, one in zip(DANGERS, told, strict=True))
    urgent = [facts for _, event, facts in visitor.round.noted if event is Event.HANDED_OVER]
    assert urgent == [{"urgent": False}, {"urgent": True}]
    raised = [facts["about"] for _, event, facts in visitor.round.noted if event is Event.RAISED]
    assert raised == [danger.name.lower() for danger in DANGERS]


async def test_something_else_alarms_nobody_and_opens_below_the_receipt(visitor: Visitor) -> None:
    await visitor.sends("voice", CONTENTS["voice"])
    heard = await visitor.presses(AboutPress(seen=Language.RU, question=1, about=Danger.OTHER))
    assert isinstance(heard.screen, SendMessage)
    assert numbered(1) in heard.text
    assert (heard.to_staff, heard.copied) == ([], [])
    assert visitor.round.events() == [Event.HANDED_OVER]
    assert not carried(heard.buttons, AboutPress)


async def test_without_staff_a_danger_says_to_call_oneself(library: Library) -> None:
    visitor = Visitor(library, Language.RU)
    await visitor.sends("voice", CONTENTS["voice"])
    heard = await visitor.presses(AboutPress(seen=Language.RU, question=1, about=Danger.HOSPITAL))
    assert heard.text.startswith("Сразу позвоните сами, телефоны ниже")
    assert "Напишите сюда" not in heard.text
    assert Event.RAISED in visitor.round.events()
