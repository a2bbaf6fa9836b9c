"""The words of the page: whole in both languages, and nowhere else."""

import json
import re

import pytest

from bot.sandbox.server import PAGE, page_files

WORDS: dict[str, dict[str, str]] = json.loads(PAGE.joinpath("words.json").read_text(encoding="utf-8"))
SOURCES = {
    name: PAGE.joinpath(name).read_text(encoding="utf-8")
    for name in page_files()
    if name.endswith((".js", ".html"))
}
SPOKEN = re.compile(r'data-(?:word|label|hint)="([a-z_]+)"|\bword\("([a-z_0-9]+)"')
BUILT = re.compile(r"\bword\(`([a-z_]+)\$\{")
NAMED = re.compile(r'"([a-z_0-9]+)"')
NO_SCRIPT = re.compile(r"<noscript>.*</noscript>|<button [^>]*data-speak.*</button>|/\[әғ.*?/i|/\[а-яё\]/i")


def test_every_word_is_there_in_both_languages_and_not_empty() -> None:
    for key, said in WORDS.items():
        assert list(said) == ["kk", "ru"], key
        assert all(text.strip() for text in said.values()), key


def test_both_languages_have_the_same_places() -> None:
    for key, said in WORDS.items():
        places = [sorted(re.findall(r"\{\w+\}", text)) for text in said.values()]
        assert places[0] == places[1], key


@pytest.mark.parametrize(("key", "count"), [("months", 12), ("weekdays", 7)])
def test_the_calendar_is_whole(key: str, count: int) -> None:
    assert [len(text.split()) for text in WORDS[key].values()] == [count, count]


def test_every_word_that_is_spoken_is_there() -> None:
    spoken = {one or other for source in SOURCES.values() for one, other in SPOKEN.findall(source)}
    assert len(spoken) > 80
    assert spoken - set(WORDS) == set()


def test_every_word_that_is_there_is_spoken() -> None:
    named = {name for source in SOURCES.values() for name in NAMED.findall(source)}
    stems = tuple({stem for source in SOURCES.values() for stem in BUILT.findall(source)})
    assert [key for key in WORDS if key not in named and not key.startswith(stems)] == []


def test_no_word_of_either_language_stands_outside() -> None:
    for name, source in SOURCES.items():
        rest = NO_SCRIPT.sub("", source)
        assert re.findall("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+", rest) in ([], ["Бот"]), name


def test_no_file_of_the_page_is_long() -> None:
    lengths = {name: len(source.splitlines()) for name, source in SOURCES.items()}
    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}
