"""What people type with a slash, through the real dispatcher."""

from datetime import timedelta

import pytest
from aiogram.methods import SendMessage

from bot.clock import day_in_kazakhstan
from bot.faq.library import EMERGENCY, Library
from bot.mail.model import Kind
from bot.people.model import Expecting, Language, wants_a_person
from bot.telegram.callbacks import AskPress, GroupPress, LanguagePress, MenuPress
from bot.telegram.commands import command_lines
from tests.support.people import AIGERIM, LANGUAGES, NOON, STAFF_GROUP, person
from tests.support.telegram import Desk, buttons, parcel, stored
from tests.support.updates import text_update
from tests.support.words import foreign_sentences, has_kazakh, is_in, other_than
from tests.telegram.screens import ANSWER, URGENT
from tests.telegram.visitor import Visitor, carried

MINUTE = timedelta(minutes=1)
COMMANDS = ["start", "menu", "help", "language", "sos", "my"]


async def reply(
    desk: Desk, text: str, language: Language | None = None, hint: str | None = None
) -> SendMessage:
    """The one message that follows a text."""
    (method,) = await desk.carry(text_update(text, hint=hint), person=person(language=language))
    assert isinstance(method, SendMessage)
    assert method.chat_id == AIGERIM
    return method


async def test_the_first_start_greets_in_both_languages_kazakh_first(desk: Desk) -> None:
    for hint in (None, "ru", "kk"):
        said = await reply(desk, "/start", hint=hint)
        first, second = said.text.split("· · ·")
        assert foreign_sentences(Language.KK, first) == []
        assert has_kazakh(first)
        assert foreign_sentences(Language.RU, second) == []
        assert not has_kazakh(second)
        assert [press.language for press in carried(buttons(said), LanguagePress)] == list(LANGUAGES)


@pytest.mark.parametrize("chosen", [None, *LANGUAGES])
async def test_the_greeting_says_what_the_bot_is_not_and_who_sees_what_is_written(
    desk: Desk, chosen: Language | None
) -> None:
    said = (await reply(desk, "/start", chosen)).text
    told = {
        Language.KK: ("көші-қон қызметі емеспін", "министрлігінің қызметкерлері де оқи алады"),
        Language.RU: ("не миграционная служба", "прочитать и сотрудники Министерства труда"),
    }
    for language in LANGUAGES:
        wanted = chosen in {None, language}
        assert [words in said for words in told[language]] == [wanted, wanted]


async def test_every_label_of_the_greeting_is_in_both_languages_or_in_none(
    desk: Desk, library: Library
) -> None:
    pressed = buttons(await reply(desk, "/start"))
    for kind, text in ((MenuPress, "Menu"), (AskPress, "A person")):
        (label,) = [label for label, data in pressed if data.startswith(f"{kind.__prefix__}:")]
        assert label == " · ".join(library.translator_of(language)(text) for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_later_start_greets_in_the_chosen_language_and_shows_the_chapters(
    desk: Desk, library: Library, language: Language
) -> None:
    said = await reply(desk, "/start", language, hint=other_than(language).value)
    assert is_in(language, said.text)
    assert foreign_sentences(language, said.text) == []
    assert buttons(said) == buttons(await reply(desk, "/menu", language))
    assert {press.group for press in carried(buttons(said), GroupPress)} == {g.id for g in library.groups}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_menu_opens_every_chapter_in_its_language(
    desk: Desk, library: Library, language: Language
) -> None:
    pressed = buttons(await reply(desk, "/menu", language))
    chapters = [(text, GroupPress.unpack(data)) for text, data in pressed if data.startswith("g:")]
    assert [(text, press.group) for text, press in chapters] == [
        (g.titles[language], g.id) for g in library.groups
    ]
    assert {press.seen for _, press in chapters} == {language}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_lists_every_command(desk: Desk, library: Library, language: Language) -> None:
    said = await reply(desk, "/help", language)
    assert is_in(language, said.text)
    for line in command_lines(library.translator_of(language)):
        assert line in said.text
    assert all(f"/{command}" in said.text for command in COMMANDS)


async def test_the_language_is_asked_for_in_both(desk: Desk) -> None:
    said = await reply(desk, "/language", Language.RU)
    kazakh, russian = said.text.splitlines()
    assert has_kazakh(kazakh)
    assert not has_kazakh(russian)
    assert [press.language for press in carried(buttons(said), LanguagePress)] == list(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_sos_says_whom_to_call_and_keeps_what_was_shown(
    desk: Desk, library: Library, language: Language
) -> None:
    said = await reply(desk, "/sos", language)
    rendered = library.answer(EMERGENCY, language, day_in_kazakhstan(NOON))
    assert said.text == rendered.text.text
    ((shown_to, topic, version, cause, question),) = desk.round.shown
    assert (topic, version, question) == (EMERGENCY, rendered.version, None)
    assert cause.endswith(":0")
    assert shown_to.language is language
    assert desk.round.persons[AIGERIM].last_topic == EMERGENCY


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["/stay", "/nope", "/nope@korea_work_bot", "/x\n", "/ask"])
async def test_an_unknown_command_is_answered_with_the_known_ones(
    desk: Desk, text: str, language: Language
) -> None:
    said = await reply(desk, text, language)
    assert is_in(language, said.text)
    assert all(f"/{command}" in said.text for command in COMMANDS)


@pytest.mark.parametrize("spelling", ["/{}", "/{}@korea_work_bot", "/{} ", "/{}\n", "/{}@Korea_Work_Bot  "])
@pytest.mark.parametrize("command", COMMANDS)
async def test_a_command_is_known_in_every_spelling(desk: Desk, command: str, spelling: str) -> None:
    expected = await reply(desk, f"/{command}", Language.RU)
    for written in (command, command.upper(), command.title()):
        assert await reply(desk, spelling.format(written), Language.RU) == expected


@pytest.mark.parametrize("command", [*COMMANDS, "nope"])
async def test_a_command_ends_the_wait_for_a_question_to_people_but_whom_to_call_does_not(
    desk: Desk, command: str
) -> None:
    asking = person(language=Language.KK, expecting=Expecting.STAFF_QUESTION, expecting_until=NOON + MINUTE)
    await desk.carry(text_update(f"/{command}"), person=asking)
    known = desk.round.persons.get(AIGERIM, asking)
    assert wants_a_person(known, NOON) == (command == "sos")


@pytest.mark.parametrize("command", [*COMMANDS, "nope", "start@korea_work_bot"])
async def test_words_behind_a_command_are_a_question_like_any_other(library: Library, command: str) -> None:
    visitor = Visitor(library, Language.KK, staff=STAFF_GROUP)
    raw = text_update(f"/{command} баламды ұстап алды")
    assert stored(raw).kind is Kind.TEXT
    assert visitor.desk.dispatch.words(parcel(raw)) == "баламды ұстап алды"
    heard = await visitor.carry(raw, decision=URGENT)
    assert [one.text for one in visitor.round.asked] == ["баламды ұстап алды"]
    assert "баламды ұстап алды" in heard.alarms[0]
    calm = await visitor.carry(raw, decision=ANSWER)
    assert calm.text == library.answer(ANSWER.topics[0], Language.KK, day_in_kazakhstan(NOON)).text.text


async def test_a_command_whose_correction_brings_words_is_asked(library: Library) -> None:
    visitor = Visitor(library, Language.RU, staff=STAFF_GROUP)
    await visitor.writes("/sos")
    await visitor.corrects(visitor.last_message, "/sos сына задержали", URGENT)
    assert [one.text for one in visitor.round.asked] == ["сына задержали"]


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_command_opens_no_question(desk: Desk, command: str) -> None:
    await reply(desk, f"/{command}", Language.KK)
    assert desk.round.asked == []


@pytest.mark.parametrize(
    ("hint", "language"), [("ru", Language.RU), ("kk", Language.KK), ("en", Language.KK), (None, Language.KK)]
)
async def test_who_chose_no_language_is_answered_in_that_of_their_telegram(
    desk: Desk, hint: str | None, language: Language
) -> None:
    assert is_in(language, (await reply(desk, "/menu", hint=hint)).text)


async def test_the_default_language_comes_last(library: Library) -> None:
    desk = Desk(library, language=Language.RU)
    assert is_in(Language.RU, (await reply(desk, "/menu")).text)
    assert is_in(Language.KK, (await reply(desk, "/menu", hint="kk")).text)
