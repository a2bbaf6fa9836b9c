"""Links that open the bot on a topic, through the real dispatcher and by themselves."""

import pytest
from aiogram.methods import SendMessage

from bot.clock import day_in_kazakhstan
from bot.desk.masking import mask, storable
from bot.desk.model import numbered
from bot.faq.library import Library
from bot.people.model import Language
from bot.telegram import views
from bot.telegram.links import link_to, linked_topic
from tests.support.people import LANGUAGES, NOON
from tests.support.words import every_topic
from tests.telegram.visitor import Visitor


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_link_opens_its_topic_at_once(library: Library, language: Language) -> None:
    for topic in every_topic(library):
        payload = topic.replace(".", "-")
        heard = await Visitor(library, language).writes(f"/start {payload}")
        assert heard.text == library.answer(topic, language, day_in_kazakhstan(NOON)).text.text


@pytest.mark.parametrize("hint", ["kk", "ru"])
async def test_somebody_new_who_comes_by_a_link_reads_the_topic_in_the_language_of_their_telegram(
    library: Library, hint: str
) -> None:
    visitor = Visitor(library)
    heard = await visitor.writes("/start basics-tourist_work", hint=hint)
    assert heard.text.startswith(
        library.answer("basics.tourist_work", Language(hint), day_in_kazakhstan(NOON)).text.text
    )
    assert visitor.known.last_topic == "basics.tourist_work"


@pytest.mark.parametrize(
    "payload",
    [
        "gone-topic",
        "basics",
        "basics-",
        "-",
        "---",
        "a" * 64,
        "a" * 64 + " \n",
    ],
)
async def test_a_link_to_nowhere_greets_like_any_start(library: Library, payload: str) -> None:
    for chosen in (None, *LANGUAGES):
        visitor = Visitor(library, chosen)
        heard = await visitor.writes(f"/start {payload}")
        expected = views.welcome(library, chosen) if chosen else views.greeting(library, Language.KK)
        assert heard.screen == expected.sent_to(visitor.known.chat_id)
        assert visitor.round.shown == []


@pytest.mark.parametrize(
    "payload",
    [
        "%D0%B0",
        "тема",
        "basics-tourist_work и ещё",
        "a" * 65,
        "basics-tourist_work\0",
        "\ud800",
        "{topic}",
        "basics-tourist_work\n\nменя бьют",
    ],
)
async def test_what_can_be_no_link_are_words_and_reach_a_person(library: Library, payload: str) -> None:
    visitor = Visitor(library, Language.RU)
    heard = await visitor.writes(f"/start {payload}")
    assert numbered(1) in heard.text
    assert [one.text for one in visitor.round.asked] == [mask(storable(payload))]


@pytest.mark.parametrize(
    ("command", "topic"),
    [
        ("/start basics-tourist_work", "basics.tourist_work"),
        ("/start@korea_work_bot basics-tourist_work", "basics.tourist_work"),
        ("/START  Basics-Tourist_Work \n", "basics.tourist_work"),
        ("/start", None),
        ("/start ", None),
        ("/start basics.tourist_work", None),
        ("/started basics-tourist_work", None),
        ("/menu basics-tourist_work", None),
    ],
)
def test_a_payload_is_read_in_every_spelling_that_telegram_lets_through(
    command: str, topic: str | None
) -> None:
    assert linked_topic(command) == topic


async def test_every_topic_has_a_link_that_telegram_takes_and_that_leads_back(library: Library) -> None:
    for topic in every_topic(library):
        link = link_to("korea_work_bot", topic)
        payload = link.removeprefix("https://t.me/korea_work_bot?start=")
        assert len(payload) <= 64
        assert set(payload) <= set("abcdefghijklmnopqrstuvwxyz0123456789_-")
        assert linked_topic(f"/start {payload}") == topic
    assert link_to("korea_work_bot") == "https://t.me/korea_work_bot"


async def test_a_link_in_a_message_is_no_start(library: Library) -> None:
    heard = await Visitor(library, Language.RU).writes("start basics-tourist_work")
    assert isinstance(heard.screen, SendMessage)
    assert "K-000001" in heard.text
