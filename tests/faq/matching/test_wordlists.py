import pytest

from bot.errors import ContentError
from bot.faq.matching.alarm import compile_pattern
from bot.faq.matching.index import sounds_of
from bot.faq.matching.normal import words
from bot.faq.matching.wordlists import Span, WordLists

LISTS = WordLists(
    {
        "caught": ("задержал", "ұстап алд", "=схвачен"),
        "person": ("=брат", "=брата", "інім"),
        "negation": ("=не",),
        "wish": ("өлгім кел",),
        "coma": ("в кому",),
    }
)


def places(text: str, name: str) -> list[Span]:
    return LISTS.read(sounds_of(words(text))).places(name)


@pytest.mark.parametrize(
    "text", ["задержали", "ЗАДЕРЖАЛА", "zaderzhali", "задиржали", "ұстап алды", "устап алды", "ustap aldy"]
)
def test_an_entry_is_found_however_it_is_typed(text: str) -> None:
    assert places(text, "caught")


@pytest.mark.parametrize("text", ["задержат", "ұстап алса", "алды ұстап", "схваченный"])
def test_an_entry_is_not_found_in_another_form(text: str) -> None:
    assert places(text, "caught") == []


def test_kazakh_vowels_are_not_mixed_up() -> None:
    assert places("олгим келеди", "wish")
    assert places("алғым келеді", "wish") == []


def test_an_entry_of_two_words_spans_both() -> None:
    assert places("інім үйде ұстап алды", "caught") == [Span(2, 4)]


def test_a_small_word_of_an_entry_is_meant_whole() -> None:
    assert places("она впала в кому", "coma")
    assert places("вы кому пишете", "coma") == []


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("@caught @person", "брата вчера задержали", True),
        ("@caught @person /2", "брата вчера ночью на стройке задержали", False),
        ("@caught > @person", "брата задержали", False),
        ("@caught > @person", "задержали брата", True),
        ("@caught #2", "задержали прямо на улице", False),
        ("@caught !рейс", "рейс задержали", False),
        ("@caught", "брата не задержали", False),
    ],
)
def test_a_pattern_is_found_where_its_items_stand_as_asked(pattern: str, text: str, found: bool) -> None:
    compiled = compile_pattern(pattern, LISTS)
    assert (compiled.find(LISTS.read(sounds_of(words(text)))) is not None) is found


def test_a_pattern_with_an_unknown_list_is_refused() -> None:
    with pytest.raises(ContentError, match="unknown_word_list"):
        compile_pattern("@nobody", LISTS)


def test_a_pattern_that_asks_for_nothing_is_refused() -> None:
    with pytest.raises(ContentError, match="empty_pattern"):
        compile_pattern("/5 !рейс", LISTS)
