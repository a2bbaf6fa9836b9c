"""Pictures, voice messages, files, albums, stickers, contacts, places, through the real dispatcher."""

from typing import Any

import pytest
from aiogram.methods import SendMessage

from bot.clock import day_in_kazakhstan
from bot.desk.model import Event, numbered
from bot.faq.library import Library
from bot.faq.matching.model import DecisionKind
from bot.people.model import Expecting, Language
from bot.telegram.callbacks import AboutPress, Danger, SosPress
from tests.support.people import AIGERIM, LANGUAGES, NOON, STAFF_GROUP
from tests.support.telegram import decided
from tests.support.updates import CONTENTS, Raw, text_update
from tests.support.words import foreign_sentences, is_in
from tests.telegram.screens import ANSWER, CHOOSE, COURTESY, HANDOVER, URGENT
from tests.telegram.visitor import Heard, Visitor, carried

SPOKEN = ("voice", "video_note", "audio")
PLAYFUL = ("sticker", "dice", "animation", "game")
ASIDE = (*PLAYFUL, "contact", "location", "venue")
ASKING = tuple(kind for kind in CONTENTS if kind not in ASIDE)
CAPTIONED = ("photo", "video", "document", "voice", "video_note", "audio", "animation")


@pytest.fixture
def visitor(library: Library) -> Visitor:
    return Visitor(library, Language.RU, staff=STAFF_GROUP)


async def sent(visitor: Visitor, kind: str, decision: Any = None, **more: Any) -> Heard:
    return await visitor.sends(kind, CONTENTS[kind], decision, **more)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ASKING)
async def test_what_may_ask_something_gets_a_number_and_staff_get_it_as_it_is(
    library: Library, kind: str, language: Language
) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    heard = await sent(visitor, kind)
    assert is_in(language, heard.text)
    assert foreign_sentences(language, heard.text) == []
    assert numbered(1) in heard.text
    (notice,) = heard.to_staff
    assert numbered(1) in notice
    assert heard.copied == [visitor.last_message]
    (asked,) = visitor.round.asked
    assert asked.attachments == asked.messages == (visitor.last_message,)
    assert visitor.round.events() == [Event.HANDED_OVER]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ASIDE)
async def test_what_asks_nothing_gets_a_reply_and_no_number(
    library: Library, kind: str, language: Language
) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    heard = await sent(visitor, kind)
    assert is_in(language, heard.text)
    assert foreign_sentences(language, heard.text) == []
    assert len(heard.methods) == 1
    assert (visitor.round.asked, visitor.round.noted) == ([], [])


async def test_nothing_of_a_phone_number_or_a_place_is_kept_or_repeated(visitor: Visitor) -> None:
    for kind, said in (("contact", "7701"), ("location", "76.9"), ("venue", "76.9")):
        heard = await sent(visitor, kind)
        assert "не сохранил" in heard.text
        assert said not in heard.text
    assert (visitor.round.asked, visitor.round.sent) == ([], [])
    assert carried((await sent(visitor, "location")).buttons, SosPress)


@pytest.mark.parametrize("kind", CAPTIONED)
async def test_a_caption_is_answered_like_any_text(visitor: Visitor, library: Library, kind: str) -> None:
    heard = await sent(visitor, kind, ANSWER, caption="Можно ли работать туристом?")
    shown = library.answer(ANSWER.topics[0], Language.RU, day_in_kazakhstan(NOON))
    remark = "Само фото или файл я не вижу. Если дело в нём, передайте вопрос специалисту."
    assert heard.text == f"{shown.text.text}\n\n{remark}"
    assert heard.methods == [heard.screen]
    assert visitor.round.asked[0].text == "Можно ли работать туристом?"
    assert visitor.round.events() == [Event.SHOWN]


@pytest.mark.parametrize("kind", CAPTIONED)
async def test_danger_in_a_caption_alarms_and_staff_get_the_attachment(visitor: Visitor, kind: str) -> None:
    heard = await sent(visitor, kind, URGENT, caption="Меня задержала полиция, помогите")
    (notice,) = heard.to_staff
    assert notice.startswith("🆘")
    assert "Меня задержала полиция" in notice
    assert heard.copied == [visitor.last_message]
    assert (1, Event.HANDED_OVER, {"urgent": True}) in visitor.round.noted


@pytest.mark.parametrize("decision", [COURTESY, HANDOVER, None], ids=["courtesy", "handover", "unranked"])
async def test_a_caption_that_nothing_answers_goes_to_staff_with_the_picture(
    visitor: Visitor, decision: Any
) -> None:
    heard = await sent(visitor, "photo", decision, caption="Здравствуйте")
    assert numbered(1) in heard.text
    assert "Здравствуйте" in heard.to_staff[0]
    assert heard.copied == [visitor.last_message]


@pytest.mark.parametrize("decision", [CHOOSE, HANDOVER, URGENT, None], ids=str)
async def test_only_where_the_caption_is_answered_it_is_said_that_the_picture_was_not_seen(
    visitor: Visitor, decision: Any
) -> None:
    heard = await sent(visitor, "photo", decision, caption="Это правда?")
    assert ("Само фото или файл я не вижу" in heard.text) == (decision is CHOOSE)


async def test_choices_for_a_caption_keep_the_picture_until_none_of_them_fits(visitor: Visitor) -> None:
    heard = await sent(visitor, "photo", CHOOSE, caption="Это правда?")
    assert (heard.copied, heard.to_staff) == ([], [])
    picture = visitor.last_message
    (none,) = [data for _, data in heard.buttons if data.startswith("n:")]
    handed_over = await visitor.presses(none)
    assert len(handed_over.to_staff) == 1
    assert handed_over.copied == [picture]


@pytest.mark.parametrize("kind", ["photo", "voice"])
async def test_who_wanted_a_person_gets_one_whatever_the_caption_says(library: Library, kind: str) -> None:
    visitor = Visitor(library, Language.RU, staff=STAFF_GROUP, expecting=Expecting.STAFF_QUESTION)
    heard = await sent(visitor, kind, ANSWER, caption="Можно ли работать?")
    assert numbered(1) in heard.text
    assert heard.copied == [visitor.last_message]
    assert visitor.known.expecting is Expecting.STAFF_QUESTION  # the words for it may still follow


async def test_an_album_is_one_question_and_staff_get_every_picture(visitor: Visitor) -> None:
    raws: list[Raw] = []
    for number in (1, 2, 3):
        more = {"media_group_id": "9", "caption": f"{number}-бет", "message_id": 100 + number}
        raws.append(text_update(None, number, photo=CONTENTS["photo"], **more))
    heard = await visitor.carry(*raws)
    assert isinstance(heard.screen, SendMessage)
    assert [one.text for one in visitor.round.asked] == ["1-бет\n2-бет\n3-бет"]
    assert visitor.round.asked[0].attachments == (101, 102, 103)
    assert heard.copied == [101, 102, 103]


async def test_without_staff_a_picture_is_kept_as_a_question(library: Library) -> None:
    visitor = Visitor(library, Language.RU)
    heard = await sent(visitor, "photo", caption="Это правда?")
    assert heard.methods == [heard.screen]
    assert "не могу обещать" in heard.text
    assert visitor.round.asked[0].text == "Это правда?"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SPOKEN)
async def test_a_voice_message_asks_in_one_tap_what_it_is_about(
    library: Library, kind: str, language: Language
) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    heard = await sent(visitor, kind)
    taps = carried(heard.buttons, AboutPress)
    assert [(press.question, press.about) for press in taps] == [(1, danger) for danger in Danger]
    assert visitor.round.asked[0].decision == "handover"


async def test_a_voice_message_with_a_caption_is_answered_by_its_words(visitor: Visitor) -> None:
    heard = await sent(visitor, "voice", ANSWER, caption="Можно ли работать туристом?")
    assert not carried(heard.buttons, AboutPress)
    assert visitor.round.events() == [Event.SHOWN]


@pytest.mark.parametrize(
    "content",
    [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": AIGERIM, "type": "private"}}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 5}},
        {"new_chat_title": "x"},
        {"write_access_allowed": {}},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_the_noise_of_the_chat_itself_is_no_question(visitor: Visitor, content: dict[str, Any]) -> None:
    assert (await visitor.carry(text_update(None, **content))).methods == []
    assert visitor.round.asked == []


async def test_a_place_that_moves_is_no_new_message(visitor: Visitor) -> None:
    moving = CONTENTS["location"] | {"live_period": 900}
    await sent(visitor, "location")
    heard = await visitor.corrects(visitor.last_message, None, location=moving)
    assert heard.methods == []


async def test_what_a_person_sends_after_a_topic_tells_staff_what_they_had_read(visitor: Visitor) -> None:
    await visitor.writes("?", ANSWER)
    heard = await visitor.sends("document", CONTENTS["document"])
    title = visitor.library.title(ANSWER.topics[0], Language.KK)
    assert title in heard.to_staff[0]


async def test_a_decision_about_a_picture_names_the_nearest_topics_to_staff(visitor: Visitor) -> None:
    near = decided(DecisionKind.HANDOVER, "rights.detained", "not.there")
    heard = await sent(visitor, "photo", near, caption="?")
    assert visitor.library.title("rights.detained", Language.KK) in heard.to_staff[0]
