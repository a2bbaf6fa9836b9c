import os
import shutil
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.files.folder import digest_of
from bot.files.renewal import Source
from bot.files.starting import start_from
from bot.people.model import Language
from tests.files.contents import source_of
from tests.files.folders import answer_file, change

TOPIC = "visa_free.days"


@pytest.fixture
def source(locales: Path) -> Source:
    """The bot has worked on this content before."""
    found = source_of(locales)
    found.copies.keep(locales, digest_of(locales))
    return found


def body(source: Source) -> str:
    library = start_from(source).renewal.texts.library
    return library.title(TOPIC, Language.RU)


def test_good_content_is_started_with(source: Source, locales: Path) -> None:
    change(answer_file(locales), "title: Сколько дней", "title: Сколько суток")
    started = start_from(source)
    assert started.replaced is None
    assert started.renewal.state is not None
    assert started.renewal.state.is_good
    assert body(source) == "Сколько суток"


def test_where_a_check_would_change_nothing_the_start_does_not_wait_for_it(
    source: Source, locales: Path
) -> None:
    assert start_from(source).renewal.state is None
    assert start_from(source_of(locales)).replaced is None
    shutil.rmtree(locales.parent / "data")
    assert start_from(source).renewal.state is None


@pytest.mark.parametrize("spoil", ["{F999.days}", "javascript"])
def test_in_the_place_of_errors_the_copy_is_used_and_that_is_said(
    source: Source, locales: Path, spoil: str
) -> None:
    change(answer_file(locales), "title: Сколько дней", "title: Сколько суток")
    if spoil.startswith("{"):
        change(answer_file(locales), "{F002.days}", spoil)
    else:
        change(answer_file(locales), "https://gov.kz", "javascript:alert(1)")
    started = start_from(source)
    assert started.renewal.texts.library.title(TOPIC, Language.RU) == "Сколько дней"
    assert started.replaced is not None
    assert started.replaced.code == "content_copy_used"
    assert started.replaced.facts["file"] == "locales/ru/faq/visa_free.days.md"
    assert started.renewal.state is not None
    assert not started.renewal.state.is_good


def test_what_only_a_check_finds_is_a_reason_for_the_copy_too(source: Source, locales: Path) -> None:
    (locales / "kk" / "phrasings" / f"{TOPIC}.txt").unlink()
    assert start_from(source).replaced is not None
    shutil.rmtree(locales.parent / "data")
    assert start_from(source).replaced is None  # better than nothing, as there is no copy


@pytest.mark.parametrize(
    "name", ["faq/facts.yaml", "faq/topics.yaml", "kk/LC_MESSAGES/messages.po", "ru/faq"]
)
def test_missing_files_are_made_up_for(source: Source, locales: Path, name: str) -> None:
    gone = locales / name
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    assert body(source) == "Сколько дней"


def test_a_missing_folder_is_made_up_for(source: Source, locales: Path) -> None:
    shutil.rmtree(locales)
    assert body(source) == "Сколько дней"


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(source: Source, locales: Path) -> None:
    answer_file(locales).unlink()
    os.mkfifo(answer_file(locales))
    assert body(source) == "Сколько дней"
    shutil.rmtree(locales.parent / "data")
    with pytest.raises(ContentError) as caught:
        start_from(source)
    assert caught.value.code == "content_broken"


def test_without_a_copy_errors_end_the_start(locales: Path) -> None:
    change(answer_file(locales), "{F002.days}", "{F999.days}")
    with pytest.raises(ContentError) as caught:
        start_from(source_of(locales))
    assert caught.value.facts["file"] == "locales/ru/faq/visa_free.days.md"
    shutil.rmtree(locales)
    with pytest.raises(ContentError) as missing:
        start_from(source_of(locales))
    assert missing.value.code == "locales_missing"


def test_a_damaged_copy_is_as_none(source: Source, locales: Path) -> None:
    newest = source.copies.newest()
    assert newest is not None
    change(newest / "faq" / "facts.yaml", "days: 30", "days: 90")
    change(answer_file(locales), "{F002.days}", "{F999.days}")
    with pytest.raises(ContentError):
        start_from(source)


def test_an_error_that_nobody_foresaw_is_said_without_a_traceback(
    locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("bot.files.starting.build_texts", fails)
    with pytest.raises(ContentError) as caught:
        start_from(source_of(locales))
    assert "RecursionError" in str(caught.value.facts["problem"])
