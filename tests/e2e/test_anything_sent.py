"""Whatever somebody sends gets one answer: commands in every spelling, odd texts, pictures."""

import pytest

from bot.faq.library import Library
from bot.people.model import Language
from tests.e2e.house import House, number_in
from tests.e2e.phrases import Phrases

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("command", ["/nonsense", "/start2", "/123"])
async def test_an_unknown_command_gets_the_list_of_commands(office: House, command: str) -> None:
    citizen = office.newcomer("ru")
    await citizen.says(command)
    heard = await citizen.reads()
    assert "/menu" in heard.text
    assert office.questions(citizen.chat_id) == []


@pytest.mark.parametrize("command", ["/MENU", "/menu@sandbox_bot"])
async def test_a_command_is_understood_in_every_spelling_telegram_sends(
    office: House, library: Library, command: str
) -> None:
    citizen = office.newcomer("ru")
    await citizen.says(command)
    assert (await citizen.reads()).buttons[0] == library.groups[0].titles[Language.RU]


@pytest.mark.parametrize("command", ["/menu", "/nonsense"])
async def test_a_question_behind_a_command_is_answered_as_a_question(
    office: House, phrases: Phrases, command: str
) -> None:
    citizen = office.newcomer("ru")
    await citizen.says(f"{command} {phrases.unheard_of(Language.RU)}")
    number_in((await citizen.reads()).text)
    await office.settled()
    assert len(office.sent(citizen.chat_id)) == len(office.questions(citizen.chat_id)) == 1


ODD_TEXTS = (
    "?", "😀", "/", "//", "/ menu", "1", "12345678901234567890", "http://example.org/?a=b&c=<d>", "@somebody",
    "a", "ы", "\n\n.\n\n", "\u200b", "\u202eтекст наоборот", "<b>жирный</b> & <script>", "*_[`", "{number}",
    "%s %d", "' OR 1=1 --", "х" * 4096, "слово " * 682, "🇰🇿" * 500, "한국에서 일할 수 있나요?", "can I work?",
    "/start привет", "/help@another_bot", "ӘІҢҒҮҰҚӨҺ", "\u0301" * 50, "да", "STOP", "87012345678",
)  # fmt: skip


async def test_every_text_gets_exactly_one_message(office: House) -> None:
    citizens = []
    for text in ODD_TEXTS:
        citizen = office.newcomer("ru")
        await citizen.says(text)
        citizens.append((text, citizen))
    await office.settled()
    answers = {text[:30]: len(office.sent(citizen.chat_id)) for text, citizen in citizens}
    assert answers == dict.fromkeys(answers, 1)


@pytest.mark.parametrize("kind", ["photo", "voice", "document", "audio", "video", "video_note"])
async def test_what_is_no_text_gets_a_receipt_and_is_copied_to_staff(office: House, kind: str) -> None:
    citizen, officer = office.newcomer("ru"), office.officer()
    await citizen.sends(kind)
    number = number_in((await citizen.reads()).text)
    first, second = await officer.reads_many(2)
    assert number in first.text
    assert set(second.message) & {kind}, "the copy follows"


@pytest.mark.parametrize("kind", ["contact", "location", "sticker", "animation"])
async def test_what_asks_nothing_gets_a_friendly_line_and_neither_a_number_nor_a_copy(
    office: House, library: Library, kind: str
) -> None:
    citizen, officer = office.newcomer("ru"), office.officer()
    await citizen.sends(kind)
    heard = await citizen.reads()
    assert library.translator_of(Language.RU)("Menu") in heard.buttons
    await office.settled()
    assert office.questions(citizen.chat_id) == []
    assert await officer.hears_nothing(0.1)


async def test_the_bot_is_silent_in_groups(office: House) -> None:
    officer = office.officer()
    await officer.says("/menu")
    await officer.says("кто-нибудь видел этот вопрос?")
    await office.settled()
    assert await officer.hears_nothing(0.1)


async def test_the_commands_are_described_in_both_languages(office: House, library: Library) -> None:
    await office.settled()
    described = office.stand_in.world.profile.commands
    for language in Language:
        commands = {one["command"]: one["description"] for one in described["default", language.value]}
        assert commands.keys() >= {"start", "help", "menu", "language", "sos"}
        assert commands["menu"] == library.translator_of(language)("All topics")
    assert described["default", ""] == described["default", "kk"]
