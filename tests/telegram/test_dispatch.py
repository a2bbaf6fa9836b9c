"""What is common to all updates: who speaks, what cannot be read, who blocked the bot."""

import warnings
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Router
from aiogram.methods import AnswerCallbackQuery, CopyMessage, SendMessage
from aiogram.types import Message

from bot.desk.model import Event, numbered
from bot.faq.library import Library
from bot.faq.matching.model import DecisionKind
from bot.mail.parcels import Parcel
from bot.people.model import DOUBLE_TAP, Language
from bot.telegram.callbacks import GroupPress, MenuPress, NonePress
from bot.telegram.dispatch import UnreadableUpdateError
from tests.support.people import AIGERIM, LANGUAGES, NOON, STAFF_GROUP, person
from tests.support.telegram import Desk, decided, parcel, stored
from tests.support.updates import (
    CONTENTS,
    Raw,
    edit_update,
    group_update,
    member_update,
    press_update,
    text_update,
)
from tests.support.words import is_in
from tests.telegram.screens import ANSWER, CHOOSE
from tests.telegram.visitor import Visitor

UNREADABLE: dict[str, Raw] = {
    "origin": text_update("Мені ұстады", forward_origin={"type": "hidden_user", "date": 1}),
    "date": {
        "update_id": 1,
        "message": {"text": "Мені ұстады", "date": "yesterday", "chat": {"id": AIGERIM, "type": "private"}},
    },
    "no chat": {"update_id": 1, "message": {"text": "Мені ұстады", "from": {"id": AIGERIM}}},
    "entities": text_update("Мені ұстады", entities="none"),
    "edit": edit_update("Мені ұстады", entities=[{"type": "bold"}]),
}


async def test_who_blocks_the_bot_is_marked_and_who_comes_back_is_not(desk: Desk) -> None:
    assert await desk.carry(member_update("kicked"), person=person()) == []
    assert desk.round.persons[AIGERIM].blocked_at == NOON
    assert await desk.carry(member_update("member"), person=desk.round.persons[AIGERIM]) == []
    assert desk.round.persons[AIGERIM].blocked_at is None


async def test_somebody_who_is_new_may_begin_by_blocking(desk: Desk) -> None:
    await desk.carry(member_update("kicked"))
    assert desk.round.persons[AIGERIM].blocked_at == NOON


@pytest.mark.parametrize("kind", ["my_chat_member", "chat_member"])
async def test_membership_in_groups_says_nothing_about_persons(desk: Desk, kind: str) -> None:
    chat = {"id": STAFF_GROUP, "type": "supergroup", "title": "x"}
    assert await desk.carry(member_update("member", chat=chat, kind=kind)) == []
    assert desk.round.persons == {}


@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE)
async def test_what_cannot_be_read_says_so_before_anything_happens(desk: Desk, raw: Raw) -> None:
    with pytest.raises(UnreadableUpdateError):
        await desk.said(raw)
    assert (desk.round.asked, desk.round.persons) == ([], {})


@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_its_words_go_to_people_and_the_citizen_gets_the_receipt(
    staffed: Desk, raw: Raw, language: Language
) -> None:
    said = await staffed.dispatch.salvage(
        parcel(raw, person=person(language=language)), None, staffed.round, NOON
    )
    receipt, notice = (one.method for one in said)
    assert isinstance(receipt, SendMessage)
    assert isinstance(notice, SendMessage)
    assert (receipt.chat_id, notice.chat_id) == (AIGERIM, STAFF_GROUP)
    assert numbered(1) in receipt.text
    assert is_in(language, receipt.text)
    assert "Мені ұстады" in notice.text
    assert said[1].result_for == "question:1"
    assert staffed.round.events() == [Event.HANDED_OVER]


async def test_of_a_picture_that_cannot_be_read_staff_get_a_copy(staffed: Desk) -> None:
    origin = {"type": "hidden_user", "date": 1}
    raw = text_update(None, photo=CONTENTS["photo"], forward_origin=origin)
    said = await staffed.dispatch.salvage(parcel(raw, person=person()), None, staffed.round, NOON)
    assert said[-1].method == CopyMessage(chat_id=STAFF_GROUP, from_chat_id=AIGERIM, message_id=11)


async def test_one_unreadable_message_of_a_burst_salvages_all_its_words(staffed: Desk) -> None:
    raws = [text_update("Бірінші", 1), {**UNREADABLE["entities"], "update_id": 2}]
    with pytest.raises(UnreadableUpdateError):
        await staffed.said(*raws)
    await staffed.dispatch.salvage(parcel(*raws), None, staffed.round, NOON)
    assert staffed.round.asked[0].text == "Бірінші\nМені ұстады"


@pytest.mark.parametrize(
    "raw",
    [
        group_update(),
        member_update("kicked"),
        {"update_id": 1, "poll": {}},
        {"update_id": 1},
    ],
    ids=["group", "member", "poll", "nothing"],
)
async def test_what_is_no_message_of_a_citizen_has_nothing_to_salvage(staffed: Desk, raw: Raw) -> None:
    assert await staffed.dispatch.salvage(parcel(raw), None, staffed.round, NOON) == []
    assert (staffed.round.asked, staffed.round.persons) == ([], {})


async def test_danger_in_words_that_cannot_be_carried_is_told_as_such(staffed: Desk) -> None:
    raw = {"update_id": 1, "message": {"message_id": "x", "chat": {"id": AIGERIM}, "text": "Меня задержали"}}
    decision = decided(DecisionKind.URGENT, "rights.detained", language=Language.RU)
    said = await staffed.dispatch.salvage(parcel(raw), decision, staffed.round, NOON)
    to_citizen, to_staff = (one.method for one in said)
    assert isinstance(to_citizen, SendMessage)
    assert isinstance(to_staff, SendMessage)
    assert is_in(Language.RU, to_citizen.text)
    assert to_staff.text.startswith("🆘")


async def test_an_update_of_an_unknown_kind_is_passed_over_without_a_word(desk: Desk) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # aiogram's own would hold what a citizen wrote
        assert await desk.carry({"update_id": 1, "from_the_future": {"text": "сөз"}}) == []


async def test_a_button_that_cannot_be_answered_leads_to_the_menu_and_is_told_to_staff(staffed: Desk) -> None:
    said = await staffed.dispatch.salvage(parcel(press_update("m:kk")), None, staffed.round, NOON)
    to_citizen, to_staff = (one.method for one in said)
    assert isinstance(to_citizen, SendMessage)
    assert isinstance(to_staff, SendMessage)
    assert (to_citizen.chat_id, to_staff.chat_id) == (AIGERIM, STAFF_GROUP)
    assert to_citizen.reply_markup is not None
    assert "update:1-" in to_staff.text
    assert staffed.round.asked == []


@pytest.mark.parametrize(
    "raw",
    [{"update_id": 1, "poll": {"id": "1"}}, {"update_id": 1, "from_the_future": {"a": 1}}, {"update_id": 1}],
)
async def test_kinds_that_nobody_handles_are_passed_over(desk: Desk, raw: Raw) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # aiogram's own, about kinds it does not know
        try:
            assert await desk.carry(raw) == []
        except UnreadableUpdateError:
            assert await desk.dispatch.salvage(parcel(raw), None, desk.round, NOON) == []
    assert desk.round.persons == {}


@pytest.mark.parametrize("answer", [None, "x", SendMessage(chat_id=1, text="x"), ()])
async def test_a_handler_that_returns_no_list_is_an_error(desk: Desk, answer: Any) -> None:
    async def careless(_message: Message) -> Any:
        return answer

    router = Router()
    router.message.register(careless)
    desk.dispatch._dispatcher.sub_routers.insert(0, router)
    with pytest.raises(TypeError, match="a handler returned"):
        await desk.carry(text_update("x"))


async def test_what_a_handler_raises_comes_out(desk: Desk) -> None:
    async def broken(_message: Message) -> None:
        raise ZeroDivisionError

    router = Router()
    router.message.register(broken)
    desk.dispatch._dispatcher.sub_routers.insert(0, router)
    with pytest.raises(ZeroDivisionError):
        await desk.carry(text_update("x"))


async def test_a_photo_of_somebody_who_had_blocked_the_bot_lets_them_be_written_to(desk: Desk) -> None:
    await desk.carry(text_update(None, photo=CONTENTS["photo"]), person=person(blocked_at=NOON))
    assert desk.round.persons[AIGERIM].blocked_at is None


MENU = MenuPress(seen=Language.KK)
NOTICED = [AnswerCallbackQuery(callback_query_id="55")]


@pytest.mark.parametrize(("late", "answered"), [(-1.0, False), (0.0, False), (1.9, False), (2.0, True)])
async def test_the_other_half_of_a_double_tap_is_only_noticed(
    library: Library, late: float, *, answered: bool
) -> None:
    """What counts is when it came: before two seconds after the first half was answered."""
    visitor = Visitor(library, Language.KK)
    await visitor.presses(MENU, message_id=5)
    answered_at = visitor.now
    visitor.now += timedelta(seconds=60)  # it may well be carried much later
    raw = press_update(MENU, 9, message_id=5)
    heard = await visitor.carry(raw, received_at=answered_at + timedelta(seconds=late))
    assert (heard.methods != NOTICED) == answered
    assert timedelta(seconds=2) == DOUBLE_TAP


async def test_a_double_tap_does_nothing_twice(library: Library) -> None:
    visitor = Visitor(library, Language.KK, staff=STAFF_GROUP)
    await visitor.writes("?", CHOOSE)
    press = NonePress(seen=Language.KK, question=1)
    first = await visitor.presses(press, message_id=5)
    second = await visitor.presses(press, message_id=5)
    assert len(first.to_staff) == 1
    assert second.methods == NOTICED
    assert visitor.round.events().count(Event.HANDED_OVER) == 1


async def test_another_button_or_another_message_is_no_double_tap(library: Library) -> None:
    visitor = Visitor(library, Language.KK)
    await visitor.presses(MENU, message_id=5)
    assert (await visitor.presses(GroupPress(seen=Language.KK, group="basics"), message_id=5)).screen
    assert (await visitor.presses(MENU, message_id=5)).screen
    assert (await visitor.presses(MENU, message_id=6)).screen


async def test_a_press_that_could_not_be_carried_is_answered_when_it_is_tried_again(desk: Desk) -> None:
    """Nothing of a round that was rolled back is remembered, so the press is not its own double."""
    raw = press_update(MENU)
    for _ in range(2):
        assert len(await desk.said(raw, person=person())) == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_sends_a_flood_is_told_once_in_the_answer(library: Library, language: Language) -> None:
    calm, flooding = (Visitor(library, language) for _ in range(2))
    raws = [text_update("бір", 1), text_update("екі", 2, message_id=12)]
    usual = await calm.carry(*raws, decision=ANSWER)
    slowed = await flooding.carry(*raws, decision=ANSWER, slowed=True)
    assert slowed.methods == [slowed.screen]
    line = slowed.text.removeprefix(usual.text).strip()
    assert is_in(language, line)
    assert slowed.text.count(line) == 1
    assert slowed.buttons == usual.buttons
    assert (
        [one.text for one in flooding.round.asked] == [one.text for one in calm.round.asked] == ["бір\nекі"]
    )
    assert flooding.round.noted == calm.round.noted


async def test_one_slowed_row_of_many_is_enough_to_say_so(library: Library) -> None:
    visitor = Visitor(library, Language.RU)
    rows = [stored(text_update("раз", n), visitor.known, burst=1, slowed=n == 2) for n in (1, 2, 3)]
    said = await visitor.desk.dispatch.carry(Parcel(tuple(rows)), ANSWER, visitor.round, NOON)
    (message,) = (one.method for one in said)
    assert isinstance(message, SendMessage)
    assert "Вы пишете очень много подряд" in message.text
