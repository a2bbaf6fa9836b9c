import asyncio
import os
import shutil
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.errors import StorageError
from bot.faq.renewal import STILL_SECONDS
from bot.files import renewal as module
from bot.files.folder import digest_of
from bot.files.renewal import Renewal
from bot.files.starting import start_from
from bot.files.texts import Reader
from bot.i18n import catalogue_path
from bot.metrics import CONTENT_GOOD
from bot.people.model import Language
from tests.files.contents import PlainBot, source_of
from tests.files.folders import answer_file, change


class Office:
    """A bot that works on a folder; time passes only when it is told to."""

    def __init__(self, locales: Path, known: str | None = None) -> None:
        self.bot = PlainBot(known)
        self.renewal: Renewal = start_from(source_of(locales)).renewal
        self.now = 0.0

    async def looks(self, after: float = 0.0) -> None:
        self.now += after
        await self.renewal.look(self.bot, self.now)

    async def settles(self) -> None:
        """What was changed has been still for long enough."""
        await self.looks(0.5)
        await self.looks(STILL_SECONDS)

    def is_good(self) -> bool:
        [sample] = next(iter(CONTENT_GOOD.collect())).samples
        return sample.value == 1


@pytest.fixture
async def office(locales: Path) -> Office:
    found = Office(locales)
    await found.settles()
    assert (found.bot.told, found.bot.libraries, found.is_good()) == ([], [], True)
    return found


def retitle(locales: Path, old: str = "Сколько дней", new: str = "Сколько суток") -> None:
    file = answer_file(locales)
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


async def test_a_change_comes_into_force_once_it_is_still(office: Office, locales: Path) -> None:
    retitle(locales)
    await office.looks(1)
    assert office.bot.titles() == []
    await office.looks(STILL_SECONDS)
    assert office.bot.titles() == ["Сколько суток"]
    [state] = office.bot.told
    assert (state.is_good, state.topics) == (True, 2)
    await office.settles()
    assert len(office.bot.libraries) == len(office.bot.told) == 1


async def test_the_texts_in_force_know_from_which_files_they_are(office: Office, locales: Path) -> None:
    before = office.renewal.texts.library.digest
    retitle(locales)
    await office.settles()
    [library] = office.bot.libraries
    assert library.digest == digest_of(locales)
    assert before not in {"", library.digest}


async def test_sentences_of_the_catalogues_change_too(office: Office, locales: Path) -> None:
    change(catalogue_path(locales, Language.RU), 'msgid "Menu"\nmsgstr "Меню"', 'msgid "Menu"\nmsgstr "Все"')
    await office.settles()
    [library] = office.bot.libraries
    assert library.translator_of(Language.RU)("Menu") == "Все"


async def test_the_matcher_stays_where_it_has_nothing_to_learn(office: Office, locales: Path) -> None:
    matcher = office.renewal.texts.matcher
    change(answer_file(locales), "[сайт]", "[портал]")
    await office.settles()
    assert office.bot.titles() == ["Сколько дней"]
    assert office.renewal.texts.matcher is matcher
    retitle(locales)
    await office.settles()
    assert office.renewal.texts.matcher is not matcher


async def test_errors_leave_the_old_texts_in_force_and_are_told_once(office: Office, locales: Path) -> None:
    before = office.renewal.texts
    change(answer_file(locales), "{F002.days}", "{F999.days}")
    with capture_logs() as logs:
        await office.settles()
    assert [entry["event"] for entry in logs] == ["the content has errors, the old texts stay"]
    for save in range(10):
        os.utime(answer_file(locales), (save, save))
        await office.settles()
    [state] = office.bot.told
    assert state.troubles[0].place == "locales/ru/faq/visa_free.days.md:7"
    assert "F999" in state.troubles[0].said
    assert office.renewal.texts is before
    assert (office.bot.libraries, office.is_good()) == ([], False)


async def test_what_is_put_right_as_it_was_is_told_and_replaces_nothing(
    office: Office, locales: Path
) -> None:
    change(answer_file(locales), "{F002.days}", "{F999.days}")
    await office.settles()
    change(answer_file(locales), "{F999.days}", "{F002.days}")
    await office.settles()
    assert [state.is_good for state in office.bot.told] == [False, True]
    assert (office.bot.libraries, office.is_good()) == ([], True)


async def test_a_folder_that_goes_and_comes_back_changes_nothing(office: Office, locales: Path) -> None:
    shutil.move(locales, locales.parent / "away")
    await office.settles()
    assert [state.is_good for state in office.bot.told] == [False]
    shutil.move(locales.parent / "away", locales)
    await office.settles()
    assert [state.is_good for state in office.bot.told] == [False, True]
    assert office.bot.libraries == []


async def test_word_lists_that_were_there_may_not_get_lost(locales: Path) -> None:
    words = locales / "faq" / "words.yaml"
    words.write_text("greeting: [сәлем]\n", encoding="utf-8")
    office = Office(locales)
    async with office.renewal.going_on(office.bot, lambda: None):
        await until_kept(locales)
    words.unlink()
    await office.settles()
    [state] = office.bot.told
    assert state.troubles[0].place == "locales/faq/words.yaml"


async def until_kept(locales: Path) -> None:
    async with asyncio.timeout(10):
        while source_of(locales).copies.newest() is None:
            await asyncio.sleep(0.01)


async def test_an_error_that_no_check_foresaw_stops_nothing(
    office: Office, locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(Reader, "read", fails)
    retitle(locales)
    await office.settles()
    [state] = office.bot.told
    assert "RecursionError" in state.troubles[0].said
    monkeypatch.undo()
    os.utime(answer_file(locales), (1, 1))
    await office.settles()
    assert office.bot.titles() == ["Сколько суток"]


async def test_what_is_written_while_it_is_read_is_read_again(
    office: Office, locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = module.Source.read

    def disturbed(source: module.Source, before: object = None) -> object:
        read = real(source, before)  # type: ignore[arg-type]
        retitle(locales, "Сколько суток", "Сколько недель")
        return read

    monkeypatch.setattr(module.Source, "read", disturbed)
    retitle(locales)
    await office.settles()
    assert office.bot.titles() == []
    monkeypatch.undo()
    await office.settles()
    assert office.bot.titles() == ["Сколько недель"]


async def test_staff_who_could_not_be_told_are_told_later(office: Office, locales: Path) -> None:
    office.bot.fails = StorageError("database_locked")
    retitle(locales)
    await office.looks(1)
    with pytest.raises(StorageError):
        await office.looks(STILL_SECONDS)
    assert office.bot.titles() == ["Сколько суток"]
    office.bot.fails = None
    await office.looks(1)
    assert len(office.bot.told) == 1


async def test_staff_who_know_of_errors_are_told_when_a_start_is_good(locales: Path) -> None:
    office = Office(locales, known="bad:0123")
    await office.looks()
    assert office.bot.told == []
    await office.settles()
    assert [state.is_good for state in office.bot.told] == [True]


async def test_the_loop_goes_on_whatever_happens(locales: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr("bot.faq.renewal.STILL_SECONDS", 0.0)
    office, tidied = Office(locales), list[int]()
    office.bot.fails = StorageError("database_locked")
    async with office.renewal.going_on(office.bot, lambda: tidied.append(1)):
        await until_kept(locales)
        retitle(locales)
        async with asyncio.timeout(10):
            while not tidied:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.05)
            office.bot.fails = None
            while not office.bot.told:
                await asyncio.sleep(0.01)
    assert office.bot.titles() == ["Сколько суток"]
    assert tidied == [1]
