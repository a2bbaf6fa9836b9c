"""What reaches the people behind the bot, and what is promised where there are none."""

from pathlib import Path

import pytest

from bot.faq.library import Library
from bot.people.model import Language
from bot.sandbox.cast import OFFICER_ID, STAFF_CHAT_ID
from bot.sandbox.citizen import Citizen
from tests.e2e.bot_process import eventually
from tests.e2e.house import House, heard_by, number_in, open_house
from tests.e2e.phrases import Phrases

pytestmark = pytest.mark.asyncio(loop_scope="session")
both_languages = pytest.mark.parametrize("language", list(Language))

NOBODY = {Language.KK: "кезекші маман жоқ", Language.RU: "не могу обещать"}


@both_languages
async def test_a_handover_reaches_the_group_with_number_language_and_words(
    office: House, phrases: Phrases, language: Language
) -> None:
    citizen, officer = office.newcomer(language), office.officer()
    text = phrases.unheard_of(language)
    await citizen.says(text)
    number = number_in((await citizen.reads()).text)
    heard = await heard_by(officer, lambda said: number in said)
    assert text in heard
    assert language.value in heard
    assert str(citizen.chat_id) not in heard
    [question] = office.questions(citizen.chat_id)
    life = ["asked", "decided", "handed_over", "reached_staff"]
    await eventually("the ledger says that staff have it", lambda: _events(office, question) == life)


def _events(office: House, question: int) -> list[str]:
    found = office.rows("SELECT event FROM ledger WHERE question = ? ORDER BY position", question)
    return [event for (event,) in found]


@both_languages
async def test_an_urgent_message_alarms_the_group_and_says_whom_to_call(
    office: House, phrases: Phrases, language: Language
) -> None:
    citizen, officer = office.newcomer(language), office.officer()
    await citizen.says(phrases.of_danger(language))
    answer = (await citizen.reads()).text
    assert any(line in answer for line in ("112", "119", "1345"))
    heard = await heard_by(officer, lambda said: number_in(answer) in said)
    assert heard.startswith("🆘")


@both_languages
async def test_without_staff_the_receipt_promises_no_person(
    lone: House, phrases: Phrases, language: Language
) -> None:
    citizen = lone.newcomer(language)
    await citizen.says(phrases.unheard_of(language))
    receipt = (await citizen.reads()).text
    assert NOBODY[language] in receipt.lower()
    number_in(receipt)


@both_languages
async def test_without_staff_an_urgent_answer_says_to_call_oneself(
    lone: House, phrases: Phrases, language: Language
) -> None:
    citizen = lone.newcomer(language)
    await citizen.says(phrases.of_danger(language))
    answer = (await citizen.reads()).text
    number_in(answer)
    assert any(line in answer for line in ("112", "119", "1345"))
    own = {Language.KK: "өзіңіз", Language.RU: "сами"}
    assert own[language] in answer.lower()


async def wants_a_person(house: House, library: Library) -> Citizen:
    """Somebody whose next text goes to people, whatever it is."""
    citizen = house.newcomer("ru")
    await citizen.says("/menu")
    await citizen.reads()
    await citizen.presses(library.translator_of(Language.RU)("Ask a person"))
    await citizen.reads()
    return citizen


async def test_a_phone_number_never_reaches_the_group(office: House, library: Library) -> None:
    citizen, officer = await wants_a_person(office, library), office.officer()
    await citizen.says("перезвоните мне, мой телефон +7 701 234 56 78")
    number = number_in((await citizen.reads()).text)
    heard = await heard_by(officer, lambda said: number in said)
    assert "234" not in heard


async def test_a_question_longer_than_a_message_reaches_the_group_whole(
    office: House, library: Library
) -> None:
    citizen, officer = await wants_a_person(office, library), office.officer()
    for place in range(4):
        await citizen.says(f"часть-{place} " + "очень длинный рассказ " * 180)
    await citizen.reads()
    await office.settled()
    said = "".join(office.texts(officer.chat_id))
    assert all(f"часть-{place} " in said for place in range(4))


async def test_a_staff_group_that_became_a_supergroup_is_written_to_under_its_new_id(
    tmp_path: Path, phrases: Phrases
) -> None:
    async with open_house(tmp_path, {"BOT_SEND_RATE": "0"}) as house:
        await house.start()
        new = STAFF_CHAT_ID - 1
        house.stand_in.add_group(new, "Қызметкерлер · Сотрудники")
        house.stand_in.world.chats.groups[STAFF_CHAT_ID].migrated_to = new
        citizen, officer = house.newcomer("ru"), Citizen(house.stand_in, OFFICER_ID, chat_id=new)
        await citizen.says(phrases.unheard_of(Language.RU))
        number = number_in((await citizen.reads()).text)
        assert number in (await officer.reads(15)).text
        question = int(number.removeprefix("K-"))
        await eventually("staff have it", lambda: "reached_staff" in _events(house, question))
        assert house.sent(STAFF_CHAT_ID) == []
        assert await house.bot.stop() == 0
