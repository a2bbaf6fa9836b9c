"""What a citizen sees from the first word on, in Kazakh and in Russian."""

import pytest

from bot.clock import SystemClock, day_in_kazakhstan
from bot.faq.library import EMERGENCY, Library
from bot.faq.model import Group
from bot.people.model import Language
from bot.sandbox.citizen import Citizen
from tests.e2e.house import House, heard_by, number_in
from tests.e2e.phrases import Phrases

pytestmark = pytest.mark.asyncio(loop_scope="session")
both_languages = pytest.mark.parametrize("language", list(Language))

NAMES = {Language.KK: "Қазақша", Language.RU: "Русский"}
OTHER = {Language.KK: Language.RU, Language.RU: Language.KK}
WELCOME = {Language.KK: "Сәлеметсіз бе", Language.RU: "Здравствуйте"}
SOURCES = {Language.KK: "Дереккөз", Language.RU: "Источник"}


def rendered(library: Library, topic: str, language: Language) -> str:
    """The answer as it stands today."""
    return library.answer(topic, language, day_in_kazakhstan(SystemClock().now())).text.text


async def settled_in(house: House, language: Language) -> Citizen:
    """Somebody who has chosen a language and has the menu before them."""
    citizen = house.newcomer(OTHER[language])
    await citizen.says("/start")
    await citizen.reads()
    await citizen.presses(NAMES[language])
    await citizen.reads()
    return citizen


@both_languages
async def test_the_first_start_greets_in_both_languages_and_kazakh_comes_first(
    office: House, language: Language
) -> None:
    citizen = office.newcomer(language)
    await citizen.says("/start")
    heard = await citizen.reads()
    assert 0 <= heard.text.find(WELCOME[Language.KK]) < heard.text.find(WELCOME[Language.RU])
    assert heard.buttons[:2] == tuple(NAMES.values())


@both_languages
async def test_a_chosen_language_is_kept_and_a_second_start_shows_the_menu_in_it(
    office: House, library: Library, language: Language
) -> None:
    citizen = await settled_in(office, language)
    await citizen.says("/start")
    heard = await citizen.reads()
    assert [group.titles[language] for group in library.groups] == list(heard.buttons[: len(library.groups)])
    assert NAMES[OTHER[language]] in heard.buttons


async def back_to(citizen: Citizen, library: Library, group: Group, language: Language) -> None:
    """From an answer back to its chapter; from the emergency numbers the menu is the way."""
    back = f"← {group.titles[language]}"
    assert citizen.last is not None
    if back in citizen.last.buttons:
        await citizen.presses(back)
        await citizen.reads()
        return
    await citizen.presses(library.translator_of(language)("Menu"))
    await citizen.reads()
    await citizen.presses(group.titles[language])
    await citizen.reads()


@both_languages
async def test_one_walks_from_the_menu_to_every_topic_and_back_in_the_same_message(
    office: House, library: Library, language: Language
) -> None:
    citizen = await settled_in(office, language)
    for group in library.groups:
        await citizen.presses(group.titles[language])
        assert (await citizen.reads()).text == group.titles[language]
        for topic in library.topics_of(group.id):
            await citizen.presses(library.title(topic.id, language))
            answer = await citizen.reads()
            assert answer.text == rendered(library, topic.id, language)
            await back_to(citizen, library, group, language)
        assert citizen.last is not None
        message_id = citizen.last.message_id
        await citizen.presses(library.translator_of(language)("Menu"))
        menu = await citizen.reads()
        assert menu.edited
        assert menu.message_id == message_id


@both_languages
async def test_a_question_is_answered_with_its_sources_and_dates(
    office: House, library: Library, phrases: Phrases, language: Language
) -> None:
    citizen = await settled_in(office, language)
    text, topic = phrases.answered(language)
    await citizen.says(text)
    heard = await citizen.reads()
    assert heard.text == rendered(library, topic, language)
    assert SOURCES[language] in heard.text
    assert "20" in heard.text.split(SOURCES[language])[1], "a year stands with the sources"
    assert office.questions(citizen.chat_id) != []


@both_languages
async def test_a_first_message_that_asks_is_answered_in_its_own_language(
    office: House, library: Library, phrases: Phrases, language: Language
) -> None:
    citizen = office.newcomer(OTHER[language])
    text, topic = phrases.answered(language)
    await citizen.says(text)
    heard = await citizen.reads()
    assert heard.text == rendered(library, topic, language)
    assert NAMES[OTHER[language]] in heard.buttons, "the other language is offered, not demanded"


@both_languages
async def test_a_doubtful_question_gets_choices_and_the_chosen_one_is_shown(
    office: House, library: Library, phrases: Phrases, language: Language
) -> None:
    citizen = await settled_in(office, language)
    await citizen.says(phrases.with_choices(language))
    offered = await citizen.reads()
    none = library.translator_of(language)("None of these")
    assert 2 <= offered.buttons.index(none) <= 3, "two or three topics, then none of them"
    await citizen.presses(offered.buttons[0])
    heard = await citizen.reads()
    titles = {
        library.title(topic.id, language): topic.id
        for group in library.groups
        for topic in library.topics_of(group.id)
    }
    assert heard.text == rendered(library, titles[offered.buttons[0]], language)
    assert len(office.questions(citizen.chat_id)) == 1


@both_languages
async def test_who_wants_none_of_the_choices_gets_the_receipt_of_the_same_question_once(
    office: House, library: Library, phrases: Phrases, language: Language
) -> None:
    citizen = await settled_in(office, language)
    officer = office.officer()
    await citizen.says(phrases.with_choices(language))
    offered = await citizen.reads()
    none = library.translator_of(language)("None of these")
    await citizen.presses(none, message_id=offered.message_id)
    number = number_in((await citizen.reads()).text)
    assert number in (await officer.reads()).text
    assert [f"K-{one:06d}" for one in office.questions(citizen.chat_id)] == [number]


@both_languages
async def test_a_question_without_an_answer_gets_a_receipt_with_its_number(
    office: House, phrases: Phrases, language: Language
) -> None:
    citizen = await settled_in(office, language)
    await citizen.says(phrases.unheard_of(language))
    number = number_in((await citizen.reads()).text)
    assert [f"K-{one:06d}" for one in office.questions(citizen.chat_id)] == [number]


@both_languages
async def test_a_greeting_gets_a_friendly_line_and_no_number(
    office: House, library: Library, phrases: Phrases, language: Language
) -> None:
    citizen = await settled_in(office, language)
    await citizen.says(phrases.courtesy(language))
    heard = await citizen.reads()
    assert library.translator_of(language)("Menu") in heard.buttons
    assert office.questions(citizen.chat_id) == []


@both_languages
async def test_help_and_sos_answer_in_the_chosen_language(
    office: House, library: Library, language: Language
) -> None:
    citizen = await settled_in(office, language)
    await citizen.says("/help")
    helped = await citizen.reads()
    assert library.translator_of(language)("All topics") in helped.text
    await citizen.says("/sos")
    assert (await citizen.reads()).text == rendered(library, EMERGENCY, language)


async def test_the_language_command_changes_the_language_of_everything_after(
    office: House, library: Library
) -> None:
    citizen = await settled_in(office, Language.RU)
    await citizen.says("/language")
    assert (await citizen.reads()).buttons[:2] == tuple(NAMES.values())
    await citizen.presses(NAMES[Language.KK])
    await citizen.reads()
    await citizen.says("/sos")
    assert (await citizen.reads()).text == rendered(library, EMERGENCY, Language.KK)


@both_languages
async def test_a_question_written_to_a_person_goes_to_people_even_if_there_is_an_answer(
    office: House, library: Library, phrases: Phrases, language: Language
) -> None:
    citizen = await settled_in(office, language)
    officer = office.officer()
    await citizen.presses(library.translator_of(language)("Ask a person"))
    await citizen.reads()
    text, _ = phrases.answered(language)
    await citizen.says(text)
    number = number_in((await citizen.reads()).text)
    at_the_desk = (await officer.reads()).text
    assert number in at_the_desk
    assert text in at_the_desk


async def test_a_button_keeps_to_the_language_of_its_text_until_one_was_chosen(
    office: House, library: Library, phrases: Phrases
) -> None:
    citizen = office.newcomer("kk")
    await citizen.says(phrases.answered(Language.RU)[0])
    await citizen.reads()
    await citizen.presses(library.translator_of(Language.RU)("Menu"))
    menu = await citizen.reads()
    assert menu.buttons[0] == library.groups[0].titles[Language.RU]


async def test_old_buttons_of_another_language_answer_in_the_chosen_one(
    office: House, library: Library, phrases: Phrases
) -> None:
    citizen = office.newcomer("ru")
    await citizen.says(phrases.answered(Language.RU)[0])
    old = await citizen.reads()
    await citizen.says("/language")
    await citizen.reads()
    await citizen.presses(NAMES[Language.KK])
    await citizen.reads()
    await citizen.presses(library.translator_of(Language.RU)("Menu"), message_id=old.message_id)
    menu = await citizen.reads()
    assert menu.message_id > old.message_id, "the answer above stays readable"
    assert menu.buttons[0] == library.groups[0].titles[Language.KK]


@both_languages
async def test_a_corrected_question_that_only_the_bot_has_seen_is_answered_anew_under_its_number(
    office: House, library: Library, phrases: Phrases, language: Language
) -> None:
    citizen = await settled_in(office, language)
    message_id = await citizen.says(phrases.with_choices(language))
    await citizen.reads()
    text, topic = phrases.answered(language)
    office.stand_in.edits(citizen.person_id, message_id, text)
    heard = await citizen.reads()
    assert heard.text == rendered(library, topic, language)
    assert heard.message["reply_to_message"]["message_id"] == message_id
    assert len(office.questions(citizen.chat_id)) == 1


@both_languages
async def test_a_corrected_question_that_people_have_is_passed_on_under_its_number_and_answered_if_it_can_be(
    office: House, library: Library, phrases: Phrases, language: Language
) -> None:
    citizen, officer = await settled_in(office, language), office.officer()
    message_id = await citizen.says(phrases.unheard_of(language))
    number = number_in((await citizen.reads()).text)
    text, topic = phrases.answered(language)
    office.stand_in.edits(citizen.person_id, message_id, text)
    assert (await citizen.reads()).text == rendered(library, topic, language)
    assert number in await heard_by(officer, lambda heard: text in heard)
    assert len(office.questions(citizen.chat_id)) == 1
