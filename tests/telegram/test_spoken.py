"""Commands that people write in words, through the real dispatcher and by themselves."""

import pytest

from bot.faq.library import Library
from bot.people.model import Expecting, Language
from bot.telegram import views
from bot.telegram.commands import HELP, LANGUAGE, MENU, MY, SOS
from bot.telegram.spoken import spoken_command
from tests.support.people import LANGUAGES, STAFF_GROUP
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
]


@pytest.mark.parametrize(("words", "meant"), SPOKEN.items())
def test_a_command_in_words_is_known_however_it_is_written(
    library: Library, words: str, meant: str | Language
) -> None:
    assert spoken_command(library, words) == meant


@pytest.mark.parametrize("words", UNSPOKEN)
def test_whoever_says_more_asks_something(library: Library, words: str) -> None:
    assert spoken_command(library, words) is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_words_open_the_same_as_the_command(library: Library, language: Language) -> None:
    words = {MENU: "menu, main menu, topics, back", SOS: "sos, danger", MY: "my questions"}
    for command, english in words.items():
        for word in library.translator_of(language)(english).split(","):
            said = await Visitor(library, language).writes(word.strip(), HANDOVER)
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


def test_no_word_means_two_commands(library: Library) -> None:
    """In one language it would open what is meant in the other."""
    meanings: dict[str, set[object]] = {}
    for language in LANGUAGES:
        _ = library.translator_of(language)
        lists = {
            MENU: _("menu, main menu, topics, back"),
            SOS: _("sos, danger"),
            MY: _("my questions"),
            HELP: _("help, what can you do, commands"),
            LANGUAGE: _("language, change the language"),
            Language.KK: _("Kazakh, in Kazakh"),
            Language.RU: _("Russian, in Russian"),
        }
        for meant, words in lists.items():
            for word in words.split(","):
                found = spoken_command(library, word)
                assert found == meant, word
                meanings.setdefault(word.strip().casefold(), set()).add(meant)
    assert all(len(meant) == 1 for meant in meanings.values())
