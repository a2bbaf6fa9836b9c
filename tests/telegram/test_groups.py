"""What is said in groups, through the real dispatcher: silence, unless the bot is meant."""

import json
from typing import Any

import pytest
from aiogram.methods import SendMessage
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import day_in_kazakhstan
from bot.faq.library import EMERGENCY, Library
from bot.faq.matching.model import Decision, DecisionKind
from bot.faq.model import Status
from bot.people.model import Language
from bot.telegram.groups import addressed_words
from tests.support.people import LANGUAGES, NOON, OTHER_GROUP, STAFF_GROUP
from tests.support.telegram import Desk, decided, parcel
from tests.support.updates import BOT_ID, CONTENTS, ME, Raw, edit_update, group_update, named, sender
from tests.support.words import is_in, topics_of_status
from tests.telegram.screens import ANSWER, CHOOSE, COURTESY, HANDOVER, URGENT

NAME = f"@{ME['username']}"
REPLY: Raw = {
    "reply_to_message": {
        "message_id": 2, "date": 1, "chat": {"id": OTHER_GROUP, "type": "supergroup", "title": "x"},
        "from": {"id": BOT_ID, "is_bot": True, "first_name": "Bot"}, "text": "x",
    }
}  # fmt: skip
ADDRESSED: dict[str, tuple[Raw, str]] = {
    "name first": (named(f"{NAME} визасыз бола ма?"), "визасыз бола ма?"),
    "name last": (named(f"Можно ли без визы {NAME}"), "Можно ли без визы"),
    "emoji before": (named(f"🇰🇿👨‍👩‍👧 Можно? {NAME}"), "🇰🇿👨‍👩‍👧 Можно?"),
    "other case": (named("@Korea_Work_Bot можно?", "@Korea_Work_Bot"), "можно?"),
    "twice": (
        {
            "text": f"{NAME} можно? {NAME}",
            "entities": [
                {"type": "mention", "offset": 0, "length": len(NAME)},
                {"type": "mention", "offset": len(NAME) + 8, "length": len(NAME)},
            ],
        },
        "можно?",
    ),
    "command": (named(f"/menu{NAME}", f"/menu{NAME}", "bot_command"), "/menu"),
    "command and words": (named(f"/ask{NAME} можно?", f"/ask{NAME}", "bot_command"), "/ask можно?"),
    "caption": (
        {
            "photo": CONTENTS["photo"],
            "caption": f"{NAME} это правда?",
            "caption_entities": [{"type": "mention", "offset": 0, "length": len(NAME)}],
        },
        "это правда?",
    ),
    "reply": ({"text": "А документы?", **REPLY}, "А документы?"),
    "picture as a reply": ({"photo": CONTENTS["photo"], **REPLY}, ""),
}
SILENT: dict[str, Raw] = {
    "text": {"text": "Сәлем"},
    "the name without an entity": {"text": f"{NAME} можно?"},
    "another bot": named("@other_korea_work_bot можно?", "@other_korea_work_bot"),
    "a longer name": named(f"{NAME}2 можно?", f"{NAME}2"),
    "a command": named("/start", "/start", "bot_command"),
    "a command of another bot": named("/start@other_bot", "/start@other_bot", "bot_command"),
    "an entity of another kind": named(f"{NAME} можно?", kind="code"),
    "a reply to somebody": {
        "text": "да",
        "reply_to_message": {**REPLY["reply_to_message"], "from": sender()},
    },
    "a picture": {"photo": CONTENTS["photo"], "caption": "x"},
    "the bot was added": {"new_chat_members": [{"id": BOT_ID, "is_bot": True, "first_name": "Bot"}]},
    "a new title": {"new_chat_title": NAME},
}


async def heard(desk: Desk, content: Raw, decision: Decision | None, hint: str = "ru") -> SendMessage:
    """The one message with which the bot answers in the group."""
    raw = group_update(chat_id=OTHER_GROUP, hint=hint, **content)
    (said,) = await desk.carry(raw, decision=decision)
    assert isinstance(said, SendMessage)
    assert said.chat_id == OTHER_GROUP
    assert said.reply_parameters is not None
    assert said.reply_parameters.message_id == raw["message"]["message_id"]
    return said


def links(said: SendMessage) -> list[str]:
    keyboard: Any = said.reply_markup
    return [one.url for row in keyboard.inline_keyboard for one in row]


@pytest.mark.parametrize(("content", "words"), ADDRESSED.values(), ids=ADDRESSED)
async def test_who_means_the_bot_is_answered_by_what_they_said_without_its_name(
    staffed: Desk, content: Raw, words: str
) -> None:
    raw = group_update(chat_id=OTHER_GROUP, **content)
    assert staffed.dispatch.words(parcel(raw)) == words
    await heard(staffed, content, ANSWER)


@pytest.mark.parametrize("content", SILENT.values(), ids=SILENT)
@pytest.mark.parametrize("group", [OTHER_GROUP, STAFF_GROUP])
async def test_whatever_else_is_said_in_a_group_the_bot_is_silent(
    staffed: Desk, content: Raw, group: int
) -> None:
    raw = group_update(chat_id=group, **content)
    assert staffed.dispatch.words(parcel(raw)) == ""
    assert await staffed.carry(raw, decision=ANSWER) == []
    assert (staffed.round.asked, staffed.round.persons, staffed.round.shown) == ([], {}, [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("decision", [ANSWER, URGENT, HANDOVER, COURTESY, None], ids=str)
@pytest.mark.parametrize("name", ["reply", "picture as a reply"])
async def test_staff_who_reply_to_the_bot_learn_that_it_reached_nobody(
    library: Library, name: str, decision: Decision | None, language: Language
) -> None:
    desk = Desk(library, staff=STAFF_GROUP, language=language)
    raw = group_update(chat_id=STAFF_GROUP, hint="en", **ADDRESSED[name][0])
    (said,) = await desk.carry(raw, decision=decision)
    assert isinstance(said, SendMessage)
    assert said.text == library.translator_of(language)(
        "This reply has stayed here: I cannot carry answers to citizens yet."
    )
    assert said.chat_id == STAFF_GROUP
    assert said.reply_parameters is not None
    assert said.reply_parameters.message_id == raw["message"]["message_id"]
    assert (desk.round.asked, desk.round.persons, desk.round.shown) == ([], {}, [])


async def test_an_edited_message_of_a_group_is_not_answered_again(staffed: Desk) -> None:
    raw = edit_update(f"{NAME} можно?", entities=named(f"{NAME} можно?")["entities"])
    raw["edited_message"]["chat"] = {"id": OTHER_GROUP, "type": "supergroup", "title": "x"}
    assert await staffed.carry(raw, decision=ANSWER) == []


@pytest.mark.parametrize("hint", LANGUAGES)
async def test_what_everybody_may_read_is_answered_in_the_group(
    staffed: Desk, library: Library, hint: Language
) -> None:
    said = await heard(staffed, named(f"{NAME} можно?"), ANSWER, hint)
    topic = ANSWER.topics[0]
    assert said.text.startswith(library.answer(topic, hint, day_in_kazakhstan(NOON)).text.text)
    assert is_in(hint, said.text.rsplit("\n\n", 1)[1])
    assert links(said) == [f"https://t.me/{ME['username']}?start=basics-tourist_work"]
    assert [(one[1], one[4]) for one in staffed.round.shown] == [(topic, None)]


def private(library: Library) -> dict[str, Decision | None]:
    """Decisions whose answers are nobody else's business, or are none."""
    sensitive = [t for t in topics_of_status(library, *Status) if library.topic(t).sensitive]
    for_people = topics_of_status(library, Status.STAFF, Status.ACTION)
    closed = {t: decided(DecisionKind.ANSWER, t) for t in (*sensitive, *for_people)}
    return closed | {"choose": CHOOSE, "handover": HANDOVER, "courtesy": COURTESY, "unranked": None}


@pytest.mark.parametrize("hint", LANGUAGES)
async def test_the_rest_is_answered_in_private_only_and_opens_no_question(
    staffed: Desk, library: Library, hint: Language
) -> None:
    for name, decision in private(library).items():
        said = await heard(staffed, named(f"{NAME} можно?"), decision, hint)
        assert is_in(hint, said.text), name
        (link,) = links(said)
        assert link.startswith(f"https://t.me/{ME['username']}"), name
        for topic in decision.topics if decision else ():
            assert library.answer(topic, hint, day_in_kazakhstan(NOON)).text.text not in said.text
    assert (staffed.round.asked, staffed.round.noted, staffed.round.shown) == ([], [], [])
    assert staffed.round.persons == {}


@pytest.mark.parametrize("hint", LANGUAGES)
async def test_danger_in_a_group_says_whom_to_call_and_that_staff_do_not_read_it(
    staffed: Desk, library: Library, hint: Language
) -> None:
    said = await heard(staffed, named(f"{NAME} ұстап алды"), URGENT, hint)
    numbers, last_line = said.text.rsplit("\n\n", 1)
    assert numbers == library.answer(EMERGENCY, hint, day_in_kazakhstan(NOON)).text.text
    assert last_line == library.translator_of(hint)(
        "The ministry's staff do not read this group. To reach them, write in the private chat."
    )
    calm = await heard(staffed, named(f"{NAME} можно?"), ANSWER, hint)
    assert last_line not in calm.text


@pytest.mark.parametrize("hint", LANGUAGES)
@pytest.mark.parametrize("decision", [COURTESY, None], ids=["courtesy", "nothing asked"])
async def test_who_asks_nothing_in_a_group_is_told_where_to_write_and_not_that_it_is_too_private(
    staffed: Desk, library: Library, decision: Decision | None, hint: Language
) -> None:
    _ = library.translator_of(hint)
    said = await heard(staffed, named(f"{NAME} сәлем"), decision, hint)
    assert said.text == _("Write your question in the private chat.")
    asked = await heard(staffed, named(f"{NAME} сәлем"), HANDOVER, hint)
    assert asked.text.startswith(
        _(
            "Everybody reads along here, so I answer such questions only in private. Press the button and write your question there."
        )
    )


async def test_a_group_is_answered_in_the_language_of_the_words(staffed: Desk) -> None:
    decision = decided(DecisionKind.HANDOVER, language=Language.KK)
    assert is_in(Language.KK, (await heard(staffed, named(f"{NAME} болады ма"), decision, "ru")).text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=10,
    ),
    st.sampled_from(["message", "entities", "text", "reply_to_message", "from", "caption"]),
)
def test_nothing_that_comes_can_make_the_look_at_a_group_fail(strange: Any, where: str) -> None:
    raw = json.loads(json.dumps(group_update(chat_id=OTHER_GROUP, **named(f"{NAME} можно?"), **REPLY)))
    holder = raw if where == "message" else raw["message"]
    holder[where] = strange
    assert isinstance(addressed_words(raw, BOT_ID, str(ME["username"])), str | None)


@given(
    st.text(alphabet=st.sampled_from("aя🆘🇰🇿 \u200d"), max_size=20), st.integers(-5, 60), st.integers(-5, 60)
)
def test_entities_that_lie_anywhere_are_no_trap(before: str, offset: int, length: int) -> None:
    content: Raw = {
        "text": f"{before}{NAME}",
        "entities": [{"type": "mention", "offset": offset, "length": length}],
    }
    found = addressed_words(group_update(chat_id=OTHER_GROUP, **content), BOT_ID, str(ME["username"]))
    assert found is None or NAME not in found
