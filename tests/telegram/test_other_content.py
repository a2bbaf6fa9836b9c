"""Pictures, voice messages, files, albums, and what is said in groups, through the real dispatcher."""

import json
from typing import Any

import pytest
from aiogram.methods import CopyMessage, CopyMessages, SendMessage, TelegramMethod

from bot.clock import day_in_kazakhstan
from bot.desk.model import numbered
from bot.faq.library import Library
from bot.faq.matching.model import DecisionKind
from bot.people.model import Language
from tests.support.people import AIGERIM, NOON, STAFF_GROUP, person
from tests.support.telegram import Desk, decided, messages_to
from tests.support.updates import BOT_ID, Raw, group_update, text_update
from tests.support.words import is_in

CONTENTS: dict[str, Any] = {
    "photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}],
    "voice": {"file_id": "a", "file_unique_id": "b", "duration": 1},
    "video": {"file_id": "a", "file_unique_id": "b", "duration": 1, "width": 1, "height": 1},
    "video_note": {"file_id": "a", "file_unique_id": "b", "duration": 1, "length": 1},
    "audio": {"file_id": "a", "file_unique_id": "b", "duration": 1},
    "document": {"file_id": "a", "file_unique_id": "b"},
    "sticker": {"file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False},
    "contact": {"phone_number": "+77011234567", "first_name": "A"},
    "location": {"longitude": 1.0, "latitude": 2.0},
    "venue": {"location": {"longitude": 1.0, "latitude": 2.0}, "title": "t", "address": "a"},
    "dice": {"emoji": "🎲", "value": 3},
    "poll": {
        "id": "1", "question": "q", "options": [], "total_voter_count": 0, "is_closed": False, "is_anonymous": True,
        "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
    },
    "story": {"chat": {"id": 5, "type": "private"}, "id": 1},
    "game": {"title": "t", "description": "d", "photo": []},
    "invoice": {"title": "t", "description": "d", "start_parameter": "s", "currency": "KZT", "total_amount": 1},
    "something_new": {"a": 1},
}  # fmt: skip


@pytest.mark.parametrize("kind", CONTENTS)
async def test_whatever_else_a_person_sends_is_a_question_that_staff_get_as_it_is(
    staffed: Desk, kind: str
) -> None:
    raw = text_update(None, **{kind: CONTENTS[kind]})
    methods = await staffed.carry(raw, person=person(language=Language.RU))
    (receipt,) = messages_to(AIGERIM, methods)
    assert is_in(Language.RU, receipt.text)
    assert numbered(1) in receipt.text
    (notice,) = messages_to(STAFF_GROUP, methods)
    assert numbered(1) in notice.text
    assert methods[-1] == CopyMessage(chat_id=STAFF_GROUP, from_chat_id=AIGERIM, message_id=11)


async def test_without_staff_a_picture_is_kept_as_a_question(desk: Desk) -> None:
    (receipt,) = await desk.carry(
        text_update(None, photo=CONTENTS["photo"], caption="Мынау рас па?"), person=person()
    )
    assert isinstance(receipt, SendMessage)
    assert desk.round.asked[0].text == "Мынау рас па?"


CAPTIONED = text_update(None, photo=CONTENTS["photo"], caption="Меня задержала полиция, помогите")


async def test_a_caption_is_answered_like_any_text(staffed: Desk, library: Library) -> None:
    decision = decided(DecisionKind.ANSWER, "basics.tourist_work", language=Language.RU)
    (answer,) = await staffed.carry(CAPTIONED, decision=decision)
    assert isinstance(answer, SendMessage)
    shown = library.answer("basics.tourist_work", Language.RU, day_in_kazakhstan(NOON))
    assert answer.text == shown.text.text


async def test_danger_in_a_caption_alarms_and_staff_get_the_picture(staffed: Desk) -> None:
    decision = decided(DecisionKind.URGENT, "rights.detained", language=Language.RU)
    methods = await staffed.carry(CAPTIONED, decision=decision)
    (answer,) = messages_to(AIGERIM, methods)
    (notice,) = messages_to(STAFF_GROUP, methods)
    assert is_in(Language.RU, answer.text)
    assert notice.text.startswith("🆘")
    assert copied(methods) == [11]


async def test_a_greeting_under_a_picture_is_no_courtesy_but_a_question(staffed: Desk) -> None:
    methods = await staffed.carry(CAPTIONED, decision=decided(DecisionKind.COURTESY, language=Language.RU))
    (receipt,) = messages_to(AIGERIM, methods)
    assert numbered(1) in receipt.text
    assert copied(methods) == [11]


def copied(methods: list[TelegramMethod[Any]]) -> list[int]:
    """The ids of the messages that staff get copies of."""
    ids: list[int] = []
    for one in methods:
        if isinstance(one, CopyMessage):
            ids.append(one.message_id)
        if isinstance(one, CopyMessages):
            ids += one.message_ids
    return ids


async def test_an_album_is_one_question_and_staff_get_every_picture(staffed: Desk) -> None:
    raws: list[Raw] = []
    for number in (1, 2, 3):
        raw = text_update(None, number, photo=CONTENTS["photo"], media_group_id="9", caption=f"{number}-бет")
        raw["message"]["message_id"] = 100 + number
        raws.append(raw)
    methods = await staffed.carry(*raws, person=person(language=Language.KK))
    assert len(messages_to(AIGERIM, methods)) == 1
    assert [one.text for one in staffed.round.asked] == ["1-бет\n2-бет\n3-бет"]
    assert copied(methods) == [101, 102, 103]


@pytest.mark.parametrize(
    "content",
    [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": AIGERIM, "type": "private"}}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 5}},
        {"new_chat_title": "x"},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_the_noise_of_the_chat_itself_is_no_question(staffed: Desk, content: dict[str, Any]) -> None:
    assert await staffed.carry(text_update(None, **content), person=person()) == []
    assert staffed.round.asked == []


@pytest.mark.parametrize(
    "content",
    [
        {"text": "Сәлем"},
        {"text": "/start"},
        {"text": "/start@korea_work_bot"},
        {"photo": CONTENTS["photo"], "caption": "x"},
        {"new_chat_members": [{"id": BOT_ID, "is_bot": True, "first_name": "Bot"}]},
        {"new_chat_title": "x"},
    ],
    ids=lambda content: json.dumps(content)[:30],
)
async def test_in_groups_the_bot_is_silent(staffed: Desk, content: dict[str, Any]) -> None:
    assert await staffed.carry(group_update(**content)) == []
    assert (staffed.round.asked, staffed.round.persons) == ([], {})
