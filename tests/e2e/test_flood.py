"""Who writes more than anybody can answer gets fewer answers, is told so, and no word is lost."""

import asyncio

import pytest

from bot.faq.library import Library
from bot.people.model import Language
from tests.e2e.house import House
from tests.e2e.phrases import Phrases

pytestmark = pytest.mark.asyncio(loop_scope="session")
TEXTS = 60


@pytest.mark.parametrize("language", list(Language))
async def test_sixty_texts_in_a_row_get_few_answers_that_say_why_and_all_are_kept(
    office: House, library: Library, phrases: Phrases, language: Language
) -> None:
    citizen, other = office.newcomer(language), office.newcomer(language)
    for place in range(TEXTS):
        await citizen.says(f"{phrases.unheard_of(language)} [{place}]")
        await asyncio.sleep(0.04)  # the pace of somebody who is beside themselves
    await other.says("/menu")
    await other.reads(2)
    await office.settled(40)
    answers = office.texts(citizen.chat_id)
    told = library.translator_of(language)(
        "You are writing a lot at once. I put your messages together and answer less often; none is lost."
    )
    assert 1 <= len(answers) <= 4
    assert told in answers[-1]
    kept = "\n".join(
        text for (text,) in office.rows("SELECT text FROM questions WHERE chat_id = ?", citizen.chat_id)
    )
    assert all(f"[{place}]" in kept for place in range(TEXTS))
    assert len(office.questions(citizen.chat_id)) == len(answers)
