"""Editors change the content files while the bot works and before it starts: no bad file takes it down."""

import asyncio
import os
import shutil
import signal
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bot.faq.library import Library
from bot.people.model import Language
from bot.sandbox.cast import STAFF_CHAT_ID
from tests.e2e.bot_process import LOOK_EVERY, BotProcess, eventually
from tests.e2e.house import House, open_house
from tests.e2e.new_content import NEW_TITLES, copied_program, keep_chapters, remove_topic, retitle_topic
from tests.e2e.operating import complaint, settings_in
from tests.e2e.phrases import Phrases

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(300)]

WITHIN = 40.0
IN_FORCE = "Новые тексты действуют"
HAVE_ERRORS = "В файлах с текстами есть ошибки"
UNKNOWN = "{F999.days}"


@dataclass
class Scene:
    """A bot on a tree of its own, and one answer in it."""

    house: House
    tree: Path
    topic: str

    @property
    def locales(self) -> Path:
        return self.tree / "locales"

    @property
    def answer(self) -> Path:
        return self.locales / "ru" / "faq" / f"{self.topic}.md"

    def write(self, words: str) -> None:
        """The first words of the answer."""
        head, fence, body = self.answer.read_text(encoding="utf-8").rpartition("\n---\n")
        self.answer.write_text(f"{head}{fence}{words}\n\n{body}", encoding="utf-8")

    async def told(self, what: str, times: int) -> str:
        """What staff read last about the content files, once it is so much. Errors: AssertionError."""

        def found() -> list[str]:
            return [text for text in self.house.texts(STAFF_CHAT_ID) if what in text]

        await eventually(f"staff read {times} times: {what}", lambda: len(found()) >= times, WITHIN)
        assert len(found()) == times
        return found()[-1]

    async def until_good(self, *, good: bool) -> None:
        """Wait until the bot has seen how the files are. Errors: AssertionError."""
        end = time.monotonic() + WITHIN
        while await self.house.bot.metric("bot_content_good") != float(good):
            assert time.monotonic() < end, self.house.bot.complaints
            await asyncio.sleep(LOOK_EVERY)

    async def answered(self) -> str:
        """What a newcomer reads who follows a link to the topic."""
        citizen = self.house.newcomer()
        await citizen.says(f"/start {self.topic.replace('.', '-')}")
        return (await citizen.reads(WITHIN)).text


@pytest_asyncio.fixture(loop_scope="session")
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    tree = copied_program(tmp_path / "tree")
    keep_chapters(tree / "locales", "basics", "safety")
    settings = {"BOT_SEND_RATE": "0", "PYTHONPATH": str(tree), "BOT_DEFAULT_LANGUAGE": "ru"}
    async with open_house(tmp_path / "life", settings) as house:
        await house.start()
        found = Scene(house, tree, plain_topic(tree / "locales"))
        await found.until_good(good=True)
        await eventually("a copy is kept", lambda: len(copies(house)) == 1, WITHIN)
        yield found
        assert not house.bot.has_ended
        assert await house.bot.stop() == 0
        assert "Traceback" not in house.whole_output()
        assert house.stand_in.schema_errors == []


def plain_topic(locales: Path) -> str:
    """One whose body is shown whatever the day and whoever reads it."""
    files = sorted((locales / "ru" / "faq").glob("basics.*.md"))
    return next(file.stem for file in files if "\n## " not in file.read_text(encoding="utf-8"))


def copies(house: House) -> list[Path]:
    return sorted((house.folder / "data" / "content").glob("*-*"))


async def test_what_an_editor_changes_is_in_force_without_a_restart(scene: Scene, library: Library) -> None:
    process = scene.house.bot.process_id
    group = library.topic(scene.topic).group
    chapter = next(one.titles[Language.RU] for one in library.groups if one.id == group)
    citizen = scene.house.newcomer()
    await citizen.says("/menu")
    await citizen.reads()
    retitle_topic(scene.locales, scene.topic)
    catalogue = scene.locales / "ru" / "LC_MESSAGES" / "messages.po"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(
        text.replace('msgid "Menu"\nmsgstr "Меню"', 'msgid "Menu"\nmsgstr "Все главы"'), "utf-8"
    )

    said = await scene.told(IN_FORCE, 1)
    assert str(len(list((scene.locales / "ru" / "faq").glob("*.md")))) in said
    await citizen.presses(chapter)
    buttons = (await citizen.reads()).buttons
    assert NEW_TITLES[Language.RU] in buttons
    assert "Все главы" in buttons
    assert scene.house.bot.process_id == process
    await eventually("the new texts are kept too", lambda: len(copies(scene.house)) == 2, WITHIN)


async def test_a_broken_file_changes_nothing_but_that_staff_are_told_once(scene: Scene) -> None:
    before = await scene.answered()
    scene.write(UNKNOWN)
    said = await scene.told(HAVE_ERRORS, 1)
    assert f"locales/ru/faq/{scene.topic}.md:7" in said
    assert "F999" in said
    assert await scene.house.bot.metric("bot_content_good") == 0
    for save in range(10):
        os.utime(scene.answer, (save, save))
        await asyncio.sleep(0.3)
    assert await scene.answered() == before
    scene.answer.write_text(scene.answer.read_text(encoding="utf-8").replace(UNKNOWN, "Исправлено."), "utf-8")
    await scene.told(IN_FORCE, 1)
    assert (await scene.answered()).startswith("Исправлено.")
    await scene.told(HAVE_ERRORS, 1)


async def test_a_bot_that_starts_on_broken_files_works_with_its_copy(scene: Scene) -> None:
    before = await scene.answered()
    await scene.house.bot.kill()
    scene.write(UNKNOWN)
    await scene.house.start()
    [line] = [line for line in scene.house.bot.complaints.splitlines() if "copy of the last good" in line]
    assert f"locales/ru/faq/{scene.topic}.md, line 7" in line
    await scene.told(HAVE_ERRORS, 1)
    assert await scene.answered() == before

    await scene.house.bot.kill()
    shutil.move(scene.locales, scene.tree / "elsewhere")
    await scene.house.start()
    assert await scene.answered() == before
    shutil.move(scene.tree / "elsewhere", scene.locales)
    scene.answer.write_text(scene.answer.read_text(encoding="utf-8").replace(UNKNOWN, "Исправлено."), "utf-8")
    await scene.told(IN_FORCE, 1)
    assert (await scene.answered()).startswith("Исправлено.")


async def test_a_bot_killed_in_the_midst_of_a_change_starts_with_one_of_the_two(scene: Scene) -> None:
    for word, moment in (("Раз.", 2.2), ("Два.", 3.5), ("Три.", 5.0)):
        scene.write(word)
        await asyncio.sleep(moment)
        scene.house.bot.signal(signal.SIGKILL)
        await scene.house.bot.ended()
        await scene.house.start()
        assert (await scene.answered()).startswith(word)
        await eventually("at most two copies are kept", lambda: len(copies(scene.house)) <= 2, WITHIN)


def not_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00" * 100)


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def endless(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def in_a_circle(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def enormous(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(50 * 2**20)


def nowhere(file: Path) -> None:
    file.unlink()


def remove(file: Path) -> None:
    if file.is_dir() and not file.is_symlink():
        file.rmdir()
    else:
        file.unlink(missing_ok=True)


SPOILT = (
    ("ru/faq/{}.md", not_text),
    ("kk/phrasings/{}.txt", a_folder),
    ("faq/bank.jsonl", endless),
    ("faq/topics.yaml", in_a_circle),
    ("faq/facts.yaml", enormous),
    ("faq/words.yaml", nowhere),
)


async def test_nothing_that_lies_in_the_place_of_a_file_stops_the_bot(scene: Scene) -> None:
    before = await scene.answered()
    for name, spoil in SPOILT:
        file = scene.locales / name.format(scene.topic)
        text = file.read_bytes()
        spoil(file)
        await scene.until_good(good=False)
        assert await scene.answered() == before
        remove(file)
        file.write_bytes(text)
        await scene.until_good(good=True)


async def test_a_topic_may_go_while_people_ask_about_it(scene: Scene, phrases: Phrases) -> None:
    text, topic = phrases.answered(Language.RU)
    remove_topic(scene.locales, topic)
    citizen = scene.house.newcomer()
    while not [one for one in scene.house.texts(STAFF_CHAT_ID) if IN_FORCE in one]:
        await citizen.says(text)
        assert (await citizen.reads(WITHIN)).text
        await asyncio.sleep(0.5)
    await scene.house.settled()
    assert scene.house.rows("SELECT count(*) FROM updates WHERE state = 'poison' OR tries > 0") == [(0,)]


async def test_without_a_place_for_the_copy_the_bot_works_all_the_same(tmp_path: Path) -> None:
    async with open_house(tmp_path, {"BOT_SEND_RATE": "0"}) as house:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "content").write_text("a file")
        await house.start()
        await eventually("it says so", lambda: "no copy of the content" in house.bot.complaints, WITHIN)
        assert await house.bot.stop() == 0


async def test_without_a_copy_a_bot_on_broken_files_ends_with_what_is_wrong(
    lives: list[BotProcess], tmp_path: Path
) -> None:
    tree = copied_program(tmp_path / "tree")
    topic = plain_topic(tree / "locales")
    (tree / "locales" / "ru" / "faq" / f"{topic}.md").write_bytes(b"\xff\xfe")
    life = BotProcess(tmp_path, settings_in(tmp_path, PYTHONPATH=str(tree)))
    lives.append(life)
    assert await life.ended(40) == 1
    assert f"locales/ru/faq/{topic}.md" in life.complaints
    assert "Traceback" not in life.complaints

    shutil.rmtree(tree / "locales")
    said = await complaint(lives, tmp_path, settings_in(tmp_path, PYTHONPATH=str(tree)), 1)
    assert "locales" in said
