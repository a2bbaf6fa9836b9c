import json

import pytest

from bot.faq.library import Library
from bot.faq.renewal import Trouble, bad, good
from bot.faq.text import utf16_length
from bot.mail.model import Lane
from bot.people.model import Language
from bot.telegram.content_news import content_news, mark_of, message_about_content
from tests.support.people import NOON, STAFF_GROUP

TROUBLES = [Trouble(f"locales/ru/faq/eps.what_is.md:{line}", "Нет факта «F999».") for line in range(1, 6)]


@pytest.mark.parametrize(("topics", "words"), [(1, "1 тема."), (3, "3 темы."), (105, "105 тем.")])
def test_good_news_is_one_short_line(library: Library, topics: int, words: str) -> None:
    text = content_news(good("0", topics), library.translator_of(Language.RU)).text
    assert text == f"Новые тексты действуют: {words}"


@pytest.mark.parametrize("language", list(Language))
def test_bad_news_names_the_first_places_and_how_many_more(library: Library, language: Language) -> None:
    told = content_news(bad(TROUBLES), library.translator_of(language))
    assert [f"eps.what_is.md:{line}" in told.text for line in range(1, 6)] == [True] * 3 + [False] * 2
    assert "2" in told.text.split("\n\n")[-2]
    assert "python -m bot check" in told.text


def test_names_of_files_are_marked_so_that_they_are_no_links(library: Library) -> None:
    state = bad([Trouble("locales/ru/faq/eps.what_is.md:7", "🆘 неверно"), *TROUBLES[:1]])
    row = message_about_content(
        state, content_news(state, library.translator_of(Language.KK)), STAFF_GROUP, NOON
    )
    units = row.params["text"].encode("utf-16-le")
    marked = [
        units[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
        for one in json.loads(row.params["entities"])
    ]
    assert marked == [state.troubles[0].place, state.troubles[1].place]
    assert json.loads(row.params["link_preview_options"]) == {"is_disabled": True}
    assert (row.chat_id, row.lane, row.method) == (STAFF_GROUP, Lane.STAFF, "sendMessage")


def test_however_long_the_troubles_are_the_message_fits(library: Library) -> None:
    state = bad([Trouble("ә" * 5000, "🆘" * 5000)] * 3)
    assert utf16_length(content_news(state, library.translator_of(Language.KK)).text) <= 4096


def test_the_mark_can_be_read_from_the_cause(library: Library) -> None:
    for state in (good("abc", 1), bad(TROUBLES)):
        text = content_news(state, library.translator_of(Language.KK))
        assert mark_of(message_about_content(state, text, STAFF_GROUP, NOON).cause) == state.mark
