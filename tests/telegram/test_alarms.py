"""What staff read before everything else, what somebody in danger reads, and what follows a danger."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram.methods import SendMessage

from bot.clock import day_in_kazakhstan
from bot.desk.model import Event, numbered
from bot.faq.library import EMERGENCY, Library
from bot.faq.matching.model import DecisionKind
from bot.faq.model import Status
from bot.mail.model import Lane
from bot.people.model import Language, Place
from bot.telegram.callbacks import AboutPress, Danger, NonePress, PassOnPress
from bot.telegram.carrier import outgoing_from
from bot.telegram.session import mute_bot
from bot.telegram.turn import Said
from bot.telegram.wire import Wire
from tests.support.people import AIGERIM, LANGUAGES, NOON, STAFF_GROUP, person
from tests.support.telegram import Desk, decided, parcel
from tests.support.updates import CONTENTS, ME, text_update
from tests.support.words import is_in, topics_of_status
from tests.telegram.screens import ANSWER, CHOOSE, HANDOVER, URGENT
from tests.telegram.visitor import Visitor

RU = Language.RU


@pytest.fixture
def visitor(library: Library) -> Visitor:
    return Visitor(library, RU, staff=STAFF_GROUP)


@pytest.mark.parametrize(
    ("chat_id", "alarm", "lane"),
    [
        (STAFF_GROUP, True, Lane.ALARM),
        (STAFF_GROUP, False, Lane.STAFF),
        (AIGERIM, True, Lane.ANSWER),
        (AIGERIM, False, Lane.ANSWER),
    ],
)
async def test_only_to_staff_there_are_alarms_and_each_has_its_lane(
    chat_id: int, lane: Lane, *, alarm: bool
) -> None:
    method = SendMessage(chat_id=chat_id, text="x")
    wired = await Wire(mute_bot(ME)).prepare(method)
    row = outgoing_from(wired, "update:1-1:0", STAFF_GROUP, Said(method, "question:1", alarm=alarm))
    assert (row.lane, row.result_for) == (lane, "question:1")


def test_an_alarm_goes_before_the_answers_and_the_answers_before_the_rest() -> None:
    assert sorted(Lane) == [Lane.ALARM, Lane.ANSWER, Lane.STAFF]


async def test_of_what_staff_get_only_the_urgent_is_an_alarm(visitor: Visitor) -> None:
    calm = await visitor.writes("?", HANDOVER)
    assert (calm.alarms, len(calm.to_staff)) == ([], 1)
    urgent = await visitor.writes("Меня бьют " * 800, URGENT)
    assert urgent.alarms == urgent.to_staff
    assert len(urgent.alarms) > 1


async def test_what_cannot_be_carried_is_an_alarm_too_where_it_is_urgent(staffed: Desk) -> None:
    raw = {"update_id": 1, "message": {"message_id": "x", "chat": {"id": AIGERIM}, "text": "Меня задержали"}}
    said = await staffed.dispatch.salvage(parcel(raw), URGENT, staffed.round, NOON)
    assert [one.alarm for one in said] == [False, True]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", ["rights.detained", EMERGENCY])
async def test_who_is_in_danger_reads_first_to_call_and_last_what_to_write(
    library: Library, topic: str, language: Language
) -> None:
    attended = Visitor(library, language, staff=STAFF_GROUP)
    alone = Visitor(library, language)
    decision = decided(DecisionKind.URGENT, topic)
    texts = [
        (await visitor.writes("Көмек керек, ұстап алды", decision)).text for visitor in (attended, alone)
    ]
    shown = library.answer(topic, language, day_in_kazakhstan(NOON)).text.text
    to_call = {Language.KK: "қоңырау шал", Language.RU: "позвоните"}[language]
    for text in texts:
        first_line = text.split("\n\n")[0]
        assert is_in(language, first_line)
        assert to_call in first_line.split(".")[0].split(":")[0]
        assert first_line.endswith(f"{numbered(1)}."), "the mark comes last, lest it be dialled"
        assert shown in text
    last_line = library.translator_of(language)("Write here what happened and where: I pass it on at once.")
    assert texts[0].endswith(f"\n\n{last_line}")
    assert texts[1].endswith(shown)


@pytest.mark.parametrize(
    ("place", "said"), [(Place.KOREA, "Кореяда"), (Place.KAZAKHSTAN, "Қазақстанда"), (None, None)]
)
@pytest.mark.parametrize("decision", [URGENT, HANDOVER], ids=str)
async def test_staff_read_where_the_person_is_as_far_as_it_is_known(
    library: Library, decision: Any, place: Place | None, said: str | None
) -> None:
    visitor = Visitor(library, RU, staff=STAFF_GROUP, place=place)
    heard = await visitor.writes("?", decision)
    head = heard.to_staff[0].split("\n\n")[0].split(" · ")
    named = {"Кореяда", "Қазақстанда"} & set(head)
    assert named == ({said} if said else set())
    assert {"ru", visitor.known.pseudonym} <= set(head)


FOLLOWING: dict[str, Any] = {
    "a text": lambda visitor: visitor.writes("Сеул", HANDOVER),
    "a picture": lambda visitor: visitor.sends("photo", CONTENTS["photo"]),
    "a picture with words": lambda visitor: visitor.sends(
        "photo", CONTENTS["photo"], HANDOVER, caption="Вот"
    ),
    "a voice message": lambda visitor: visitor.sends("voice", CONTENTS["voice"]),
    "another danger": lambda visitor: visitor.writes("Меня бьют", URGENT),
    "a question passed on": lambda visitor: visitor.presses(PassOnPress(seen=RU, question=1)),
    "none of the topics": lambda visitor: visitor.presses(NonePress(seen=RU, question=2)),
}


async def in_danger(library: Library) -> Visitor:
    """Somebody who asked twice in peace, then was in danger: K-000003."""
    visitor = Visitor(library, RU, staff=STAFF_GROUP)
    await visitor.writes("?", ANSWER)
    await visitor.writes("?", CHOOSE)
    await visitor.writes("Меня задержали", URGENT)
    return visitor


@pytest.mark.parametrize("following", FOLLOWING.values(), ids=FOLLOWING)
async def test_what_follows_a_danger_goes_on_from_it_and_is_an_alarm_too(
    library: Library, following: Any
) -> None:
    goes_on = library.translator_of(Language.KK)("Goes on from {number}", number=numbered(3))
    visitor = await in_danger(library)
    visitor.now += timedelta(minutes=29)
    heard = await following(visitor)
    (notice,) = heard.to_staff
    assert heard.alarms == [notice]
    assert notice.startswith("🆘")
    assert goes_on in notice
    visitor = await in_danger(library)
    visitor.now += timedelta(minutes=31)
    late = await following(visitor)
    assert goes_on not in late.to_staff[0]
    assert bool(late.alarms) == (following is FOLLOWING["another danger"])


async def test_a_danger_by_itself_goes_on_from_nothing_and_the_newest_counts(visitor: Visitor) -> None:
    goes_on = visitor.library.translator_of(Language.KK)("Goes on from {number}", number=numbered(1))
    first = await visitor.writes("Меня бьют", URGENT)
    assert goes_on not in first.to_staff[0]
    assert (visitor.known.urgent_question, visitor.known.urgent_at) == (1, NOON)
    visitor.now += timedelta(minutes=20)
    await visitor.writes("Меня задержали", URGENT)
    visitor.now += timedelta(minutes=20)
    later = await visitor.writes("Сеул", HANDOVER)
    assert numbered(2) in later.to_staff[0]
    assert goes_on not in later.to_staff[0]
    assert later.alarms


async def test_only_what_goes_to_people_is_told_and_only_of_this_person(visitor: Visitor) -> None:
    await visitor.writes("Меня бьют", URGENT)
    assert (await visitor.writes("Можно ли работать?", ANSWER)).to_staff == []
    other = await visitor.desk.said(text_update("?", chat_id=5), decision=HANDOVER, person=person(5))
    assert [one.alarm for one in other] == [False, False]


async def test_a_correction_after_a_danger_is_an_alarm(visitor: Visitor) -> None:
    await visitor.writes("?", HANDOVER)
    calm = await visitor.corrects(visitor.last_message, "Точнее", HANDOVER)
    assert (len(calm.to_staff), calm.alarms) == (1, [])
    message = visitor.last_message
    await visitor.writes("Меня бьют", URGENT)
    urgent = await visitor.corrects(message - 1, "Ещё точнее", HANDOVER)
    assert urgent.alarms == urgent.to_staff
    assert len(urgent.alarms) == 1


async def test_a_danger_told_by_button_begins_it_as_well(visitor: Visitor) -> None:
    await visitor.sends("voice", CONTENTS["voice"])
    await visitor.presses(AboutPress(seen=RU, question=1, about=Danger.DETAINED))
    heard = await visitor.writes("Сеул, вокзал", HANDOVER)
    assert heard.alarms == heard.to_staff
    assert numbered(1) in heard.to_staff[0]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_while_their_group_cannot_be_written_to_nobody_is_promised(
    library: Library, language: Language
) -> None:
    """As if nobody were on duty; but what they are to read is written all the same, and waits."""
    visitor, alone = Visitor(library, language, staff=STAFF_GROUP), Visitor(library, language)
    said: dict[bool, list[str]] = {}
    for listens in (True, False, True):
        visitor.desk.staff_listens = listens
        for one in (visitor, alone):
            one.round.questions.clear()
            one.round.asked_by.clear()
            one.known = person(language=language)
        heard = [
            [
                await one.writes("?", HANDOVER),
                await one.corrects(one.last_message, "Иначе", HANDOVER),
                await one.sends("photo", CONTENTS["photo"]),
                await one.writes("?", URGENT),
                await one.writes("специалист", HANDOVER),
            ]
            for one in (visitor, alone)
        ]
        texts = [[each.text for each in one] for one in heard]
        assert said.setdefault(listens, texts[0]) == texts[0]
        assert [a == b for a, b in zip(*texts, strict=True)] == [not listens] * 5
        assert [bool(each.to_staff) for each in heard[0]] == [True, True, True, True, False]
    assert visitor.round.events().count(Event.HANDED_OVER) == 9


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_answer_about_a_danger_that_people_must_complete_is_an_alarm(
    library: Library, language: Language
) -> None:
    """Recognised as a topic or as a danger, it is the same message to the citizen and to staff."""
    for topic in topics_of_status(library, Status.PARTIAL, Status.STAFF):
        visitor, in_words = (Visitor(library, language, staff=STAFF_GROUP) for _ in range(2))
        heard = await visitor.writes("?", decided(DecisionKind.ANSWER, topic))
        urgent = await in_words.writes("?", decided(DecisionKind.URGENT, topic))
        is_the_same = (heard.text, heard.to_staff) == (urgent.text, urgent.to_staff)
        assert is_the_same == bool(heard.alarms) == library.topic(topic).urgent, topic


async def test_under_a_picture_a_topic_of_danger_alarms_and_brings_the_picture_along(
    library: Library,
) -> None:
    for topic in topics_of_status(library, Status.PARTIAL, Status.STAFF):
        if library.topic(topic).urgent:
            visitor = Visitor(library, RU, staff=STAFF_GROUP)
            decision = decided(DecisionKind.ANSWER, topic)
            heard = await visitor.sends("photo", CONTENTS["photo"], decision, caption="?")
            assert len(heard.alarms) == 1, topic
            assert heard.copied == [visitor.last_message]
