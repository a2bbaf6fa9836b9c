"""Somebody in danger: a voice message with one tap, and numbers that work where they are."""

import pytest

from bot.faq.library import Library
from bot.people.model import Language
from bot.sandbox.citizen import Citizen
from tests.e2e.house import House, heard_by, number_in
from tests.e2e.seeing import complaints_in

pytestmark = pytest.mark.asyncio(loop_scope="session")
both_languages = pytest.mark.parametrize("language", list(Language))
NAMES = {Language.KK: "Қазақша", Language.RU: "Русский"}


async def speaker_of(house: House, language: Language) -> Citizen:
    """Somebody who has chosen a language."""
    citizen = house.newcomer(language)
    await citizen.says("/start")
    await citizen.reads()
    await citizen.presses(NAMES[language])
    await citizen.reads()
    return citizen


def events_of(house: House, number: str) -> list[str]:
    statement = "SELECT event FROM ledger WHERE question = ? ORDER BY position"
    return [event for (event,) in house.rows(statement, int(number.removeprefix("K-")))]


@both_languages
@pytest.mark.parametrize("danger", ["Detained", "Missing", "Hospital", "Death"])
async def test_one_tap_under_a_voice_message_shows_whom_to_call_and_alarms_staff_once(
    office: House, library: Library, language: Language, danger: str
) -> None:
    citizen, officer = await speaker_of(office, language), office.officer()
    await citizen.sends("voice")
    receipt = await citizen.reads()
    number = number_in(receipt.text)
    label = library.translator_of(language)(danger)
    for _ in range(2):
        await citizen.presses(label, message_id=receipt.message_id)
    answer = await citizen.reads()
    assert complaints_in(answer.message, language) == []
    assert number in answer.text
    assert any(line in answer.text for line in ("112", "119", "1345"))
    await heard_by(officer, lambda said: said.startswith("🆘") and number in said)
    assert [await citizen.reads_toast() for _ in range(3)] == [""] * 3, "the language, and both taps"
    await office.settled()
    assert len(office.sent(citizen.chat_id)) == 3, "the greeting, the receipt, whom to call"
    assert events_of(office, number).count("raised") == 1


@both_languages
async def test_who_says_where_they_are_gets_the_numbers_of_that_country_also_after_a_kill(
    office: House, library: Library, language: Language
) -> None:
    citizen = await speaker_of(office, language)
    await citizen.says("/sos")
    in_korea = (await citizen.reads()).text
    await citizen.presses(library.translator_of(language)("I am in Kazakhstan"))
    at_home = await citizen.reads()
    assert complaints_in(at_home.message, language) == []
    await office.settled()
    await office.bot.kill()
    await office.start()
    await citizen.says("/sos")
    again = (await citizen.reads()).text
    assert again == at_home.text
    assert again != in_korea
