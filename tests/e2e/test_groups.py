"""In a group the bot speaks when it is spoken to, and leads into the private chat."""

from urllib.parse import parse_qs, urlsplit

import pytest

from bot.faq.library import Library
from bot.people.model import Language
from bot.sandbox.citizen import Citizen
from tests.e2e.house import House
from tests.e2e.phrases import Phrases
from tests.e2e.seeing import buttons, language_of

pytestmark = pytest.mark.asyncio(loop_scope="session")
both_languages = pytest.mark.parametrize("language", list(Language))

GROUP = -1003000000001


def in_group(house: House, language: Language) -> tuple[Citizen, Citizen]:
    """Somebody new in a group whose messages the bot can all read: there, and alone with the bot."""
    if GROUP not in house.stand_in.world.chats.groups:
        house.stand_in.add_group(GROUP, "Жұмыс")
    alone = house.newcomer(language)
    return Citizen(house.stand_in, alone.person_id, chat_id=GROUP), alone


@both_languages
async def test_what_everybody_may_read_is_answered_there_and_opens_in_the_private_chat(
    office: House, library: Library, phrases: Phrases, language: Language
) -> None:
    citizen, alone = in_group(office, language)
    text, topic = phrases.answered_openly(language)
    asked = await citizen.says(f"@sandbox_bot {text}")
    heard = await citizen.reads()
    assert heard.message["reply_to_message"]["message_id"] == asked
    assert language_of(heard.text) is language
    [button] = buttons(heard.message)
    [payload] = parse_qs(urlsplit(button["url"]).query)["start"]
    await alone.says(f"/start {payload}")
    assert (await alone.reads()).text in heard.text
    assert payload == topic.replace(".", "-")
    assert office.questions(GROUP) == []


@both_languages
async def test_what_goes_to_a_person_is_asked_for_in_private(
    office: House, phrases: Phrases, language: Language
) -> None:
    citizen, _ = in_group(office, language)
    await citizen.says(f"@sandbox_bot {phrases.unheard_of(language)}")
    heard = await citizen.reads()
    assert language_of(heard.text) is language
    assert [button["url"].split("?")[0] for button in buttons(heard.message)] == ["https://t.me/sandbox_bot"]
    assert office.questions(GROUP) == []


@both_languages
async def test_what_people_say_to_each_other_is_left_alone(
    office: House, phrases: Phrases, language: Language
) -> None:
    citizen, _ = in_group(office, language)
    for text in (
        phrases.answered(language)[0],
        phrases.of_danger(language),
        "/menu@other_bot",
        "@somebody ?",
    ):
        await citizen.says(text)
    await citizen.sends("photo", caption=phrases.answered(language)[0])
    await office.settled()
    assert await citizen.hears_nothing(0.1)
