"""Commands that people write in words, through the real dispatcher and by themselves."""

import pytest

from bot.faq.library import Library
from bot.faq.matching.model import DecisionKind
from bot.people.model import Expecting, Language
from bot.telegram import views
from bot.telegram.callbacks import AskPress, MinePress
from bot.telegram.commands import ASK, HELP, LANGUAGE, MENU, MY, SOS
from bot.telegram.spoken import Meant, _commands, _languages, spoken_command
from tests.support.desk import question
from tests.support.people import LANGUAGES, STAFF_GROUP, SVETLANA
from tests.support.telegram import decided
from tests.support.updates import text_update
from tests.support.words import foreign_sentences, other_than
from tests.telegram.screens import ANSWER, COURTESY, HANDOVER, URGENT
from tests.telegram.visitor import Visitor

SPOKEN = {
    "меню": MENU,
    "Мәзір!": MENU,
    "мазир": MENU,
    "МЕНЮ...": MENU,
    "sos": SOS,
    "SOS!!!": SOS,
    "мои вопросы": MY,
    "Сұрақтарым": MY,
    "сурактарым": MY,
    "есть ответ?": MY,
    "К-12": 12,
    "K-000012": 12,
    "к 12": 12,
    "k12": 12,
    "помогите!!!": SOS,
    "Көмек": SOS,
    "комек керек": SOS,
    "живой человек": ASK,
    "Маман керек": ASK,
    "адаммен сөйлесу": ASK,
    "отмена": MENU,
    "Бас тарту": MENU,
    "покажите меню, пожалуйста": MENU,
    "маған мәзір көрсетіңіз": MENU,
    "напишите мне на русском, пожалуйста": Language.RU,
    "орысша жазыңызшы": Language.RU,
    "қазақша сөйлеңізші, өтінемін": Language.KK,
    "команды": HELP,
    "сменить язык": LANGUAGE,
    "по-русски": Language.RU,
    "на русском": Language.RU,
    "орысша": Language.RU,
    "қазақша": Language.KK,
    "казакша": Language.KK,
}
UNSPOKEN = [
    "",
    "   ",
    "?!",
    "🆘",
    "меню столовой в Корее",
    "где меню",
    "мне нужна справка по-русски",
    "sos как позвонить",
    "қазақша жұмыс",
    "меню " * 20,
    "пожалуйста",
    "маған жазыңыз",
    "помогите моему сыну",
    "көмек қалай алам",
    "человек пропал",
    "виза к 12",
    "к 12 часам",
    "K-",
    "K-1234567890123",
]


@pytest.mark.parametrize(("words", "meant"), SPOKEN.items())
def test_a_command_in_words_is_known_however_it_is_written(
    library: Library, words: str, meant: Meant
) -> None:
    assert spoken_command(library, words) == meant


@pytest.mark.parametrize("words", UNSPOKEN)
def test_whoever_says_more_asks_something(library: Library, words: str) -> None:
    assert spoken_command(library, words) is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_words_open_the_same_as_the_command(library: Library, language: Language) -> None:
    for command in (MENU, SOS, MY, HELP, LANGUAGE):
        for word in listed(library, language)[command]:
            said = await Visitor(library, language).writes(word, HANDOVER)
            expected = await Visitor(library, language).writes(f"/{command}")
            assert said.screen == expected.screen, word


async def test_words_in_place_of_a_command_open_no_question_and_end_the_wait_for_one(
    library: Library,
) -> None:
    visitor = Visitor(library, Language.RU, staff=STAFF_GROUP, expecting=Expecting.STAFF_QUESTION)
    for decision in (ANSWER, HANDOVER, COURTESY, None):
        heard = await visitor.writes("меню", decision)
        assert heard.methods == [views.menu(library, Language.RU).sent_to(visitor.known.chat_id)]
    assert (visitor.round.asked, visitor.round.noted) == ([], [])
    assert visitor.known.expecting is Expecting.NOTHING


async def test_danger_is_no_command(library: Library) -> None:
    visitor = Visitor(library, Language.RU, staff=STAFF_GROUP)
    heard = await visitor.writes("SOS", URGENT)
    assert heard.to_staff[0].startswith("🆘")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["по-русски", "орысша", "қазақша", "по-казахски"])
async def test_who_asks_for_a_language_in_either_gets_it_and_keeps_it(
    library: Library, words: str, language: Language
) -> None:
    wanted = spoken_command(library, words)
    assert isinstance(wanted, Language)
    visitor = Visitor(library, language)
    heard = await visitor.writes(words, HANDOVER)
    assert visitor.known.language is wanted
    assert foreign_sentences(wanted, heard.text) == []
    assert foreign_sentences(other_than(wanted), heard.text) != []
    later = await visitor.writes("/menu")
    assert later.screen == heard.screen


async def test_a_burst_that_only_begins_with_a_command_is_a_question(library: Library) -> None:
    visitor = Visitor(library, Language.RU)
    await visitor.carry(
        text_update("меню", 1), text_update("Можно ли работать?", 2, message_id=12), decision=ANSWER
    )
    assert [one.text for one in visitor.round.asked] == ["меню\nМожно ли работать?"]


def listed(library: Library, language: Language) -> dict[str | Language, list[str]]:
    """What each command is called, as the catalogue says it."""
    translator = library.translator_of(language)
    lists = {**_commands(translator), **_languages(translator)}
    return {meant: [word.strip() for word in words.split(",")] for meant, words in lists.items()}


def test_no_word_means_two_commands(library: Library) -> None:
    """In one language it would open what is meant in the other."""
    meanings: dict[str, set[object]] = {}
    for language in LANGUAGES:
        for meant, words in listed(library, language).items():
            for word in words:
                assert spoken_command(library, word) == meant, word
                meanings.setdefault(word.casefold(), set()).add(meant)
    assert len(meanings) > 100
    assert all(len(meant) == 1 for meant in meanings.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["меню", "мәзір", "sos", "сұрақтарым", "нужен человек", "команды", "тіл"])
async def test_a_command_in_words_of_one_language_is_answered_in_that_of_the_person(
    library: Library, words: str, language: Language
) -> None:
    decision = decided(DecisionKind.HANDOVER, language=other_than(language))
    by_choice = await Visitor(library, language).writes(words, decision)
    by_hint = await Visitor(library).writes(words, decision, hint=language.value)
    for heard in (by_choice, by_hint):
        assert {data.split(":")[1] for _, data in heard.buttons} == {language.value}
    assert by_hint.text == by_choice.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["помогите", "көмек", "SOS", "құтқарыңыз", "срочно"])
async def test_a_cry_for_help_shows_whom_to_call_and_staff_are_alarmed_where_it_is_urgent(
    library: Library, words: str, language: Language
) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    heard = await visitor.writes(words, HANDOVER)
    assert heard.text == (await visitor.writes("/sos")).text
    assert (heard.to_staff, visitor.round.asked) == ([], [])
    urgent = await visitor.writes(words, URGENT)
    assert len(urgent.alarms) == len(visitor.round.asked) == 1


@pytest.mark.parametrize("words", ["по-русски", "на русском, пожалуйста", "не понимаю по-казахски"])
async def test_a_language_asked_for_in_words_comes_even_before_danger(library: Library, words: str) -> None:
    visitor = Visitor(library, Language.KK, staff=STAFF_GROUP)
    heard = await visitor.writes(words, URGENT)
    assert visitor.known.language is Language.RU
    assert heard.methods == [views.menu(library, Language.RU).sent_to(visitor.known.chat_id)]
    assert visitor.round.asked == []


@pytest.mark.parametrize("spelling", ["K-{:06d}", "к {}", "K{}", "к-{}", "К - 00{}"])
async def test_the_number_of_an_own_question_opens_it(library: Library, spelling: str) -> None:
    visitor = Visitor(library, Language.RU)
    for words in ("Первый", "Второй"):
        await visitor.writes(words, ANSWER)
    heard = await visitor.writes(spelling.format(2), HANDOVER)
    assert heard.text == (await visitor.presses(MinePress(seen=Language.RU, question=2))).text
    assert len(visitor.round.asked) == 2


async def test_a_number_of_somebody_else_or_of_nobody_opens_the_own_list(library: Library) -> None:
    visitor = Visitor(library, Language.RU)
    await visitor.writes("Мой", ANSWER)
    other = await visitor.round.open_question(question(chat_id=SVETLANA, text="құпия"))
    expected = await visitor.writes("/my")
    for number in (other, 99, 0, 999_999_999_999):
        heard = await visitor.writes(f"K-{number}", HANDOVER)
        assert heard.text == expected.text
        assert "құпия" not in heard.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_for_a_person_open_the_screen_for_asking_one(
    library: Library, language: Language
) -> None:
    for word in listed(library, language)[ASK]:
        visitor = Visitor(library, language, staff=STAFF_GROUP)
        heard = await visitor.writes(word, HANDOVER)
        button = await Visitor(library, language, staff=STAFF_GROUP).presses(AskPress(seen=language))
        assert (heard.text, heard.buttons) == (button.text, button.buttons), word
        assert visitor.known.expecting is Expecting.STAFF_QUESTION
        assert (heard.to_staff, visitor.round.asked) == ([], [])
