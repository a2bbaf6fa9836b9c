"""`bot doctor` as an operator runs it: against the stand-in, beside a running bot, and with everything wrong."""

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio

from bot.doctor import Level, Part
from bot.sandbox.cast import STAFF_CHAT_ID
from bot.sandbox.faults import Fault, FaultKind
from tests.e2e.bot_process import BotProcess
from tests.e2e.house import House, open_house
from tests.e2e.operating import TOKEN, settings_in

pytestmark = pytest.mark.asyncio(loop_scope="session")

Said = dict[Part, list[tuple[Level, str]]]


@pytest_asyncio.fixture(loop_scope="session")
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A stand-in with staff; no bot runs."""
    async with open_house(tmp_path) as opened:
        yield opened


async def doctor(house: House, **settings: str) -> tuple[int, Said]:
    """Run it to its end: the exit code and what it said of each part. Nothing secret may be in it."""
    life = BotProcess(house.folder, {**house.settings, **settings}, ("doctor",))
    house.lives.append(life)
    code = await life.ended(40)
    assert life.complaints == ""
    for token in (house.running.token, settings.get("BOT_TOKEN") or TOKEN):
        assert token.partition(":")[2] not in life.output
    return code, read(life.output)


def read(output: str) -> Said:
    """The lines by part; the last one must count them."""
    *lines, last = output.splitlines()
    said: Said = {part: [] for part in Part}
    for line in lines:
        level, part, sentence = re.split(r" {2,}", line, maxsplit=2)
        said[Part(part)].append((Level(level), sentence))
    levels = [level for found in said.values() for level, _ in found]
    assert last == f"{levels.count(Level.WRONG)} wrong, {levels.count(Level.LOOK)} to look at"
    assert all(said.values()), "every part has a line"
    return said


def wrong(said: Said) -> set[Part]:
    return {part for part, found in said.items() if any(level is Level.WRONG for level, _ in found)}


async def test_where_all_is_well_nothing_is_wrong(house: House) -> None:
    code, said = await doctor(house)
    assert (code, wrong(said)) == (0, set())
    for part in set(Part) - {Part.MINISTRY, Part.CONTENT}:
        assert [level for level, _ in said[part]] == [Level.OK], part
    assert "@sandbox_bot" in said[Part.TOKEN][0][1]
    assert not house.database.exists(), "looking makes nothing"


async def test_nothing_is_sent_and_no_update_is_taken(house: House) -> None:
    house.stand_in.says(1001, "сәлем")
    await doctor(house)
    asked = set(house.stand_in.transcript.counts)
    assert asked == {"getMe", "getWebhookInfo", "getChat", "getChatMember"}
    assert len(house.stand_in.world.updates) == 1


async def test_beside_a_running_bot_it_says_that_the_bot_runs(house: House) -> None:
    await house.start()
    running = house.bot
    code, said = await doctor(house)
    assert code == 0
    [(level, sentence)] = said[Part.DATABASE]
    assert level is Level.OK
    assert "bot runs" in sentence
    assert not running.has_ended
    assert await running.status("/readyz") == 200
    assert await running.stop() == 0


@pytest.mark.parametrize("status", ["left"])
async def test_a_bot_that_is_not_in_the_staff_group_is_wrong(house: House, status: str) -> None:
    house.stand_in.world.chats.group(STAFF_CHAT_ID).bot_status = status
    code, said = await doctor(house)
    assert (code, wrong(said)) == (1, {Part.STAFF})


async def test_no_staff_group_is_worth_a_look(house: House) -> None:
    code, said = await doctor(house, BOT_STAFF_CHAT_ID="")
    assert (code, said[Part.STAFF][0][0]) == (0, Level.LOOK)


async def test_a_webhook_is_wrong_and_its_address_is_not_told(house: House) -> None:
    house.stand_in.world.webhook_url = "https://s3cret.example/hook"
    code, said = await doctor(house)
    assert (code, wrong(said)) == (1, {Part.WEBHOOK})
    assert "s3cret" not in house.whole_output()
    assert "deleteWebhook" in said[Part.WEBHOOK][0][1]


async def test_a_token_that_telegram_refuses_is_wrong(house: House) -> None:
    code, said = await doctor(house, BOT_TOKEN=TOKEN)
    assert (code, wrong(said)) == (1, {Part.TOKEN})
    assert "BotFather" in said[Part.TOKEN][0][1]


async def test_without_a_token_the_rest_is_looked_at_all_the_same(house: House) -> None:
    code, said = await doctor(house, BOT_TOKEN="")
    assert (code, wrong(said)) == (1, {Part.TOKEN})
    assert said[Part.CLOCK][0][0] is Level.OK
    assert house.stand_in.transcript.counts == {}


async def test_without_a_network_the_rest_is_looked_at_all_the_same(house: House) -> None:
    code, said = await doctor(house, BOT_API_BASE=settings_in(house.folder)["BOT_API_BASE"])
    assert (code, wrong(said)) == (1, {Part.TOKEN})
    assert said[Part.CLOCK][0][0] is Level.LOOK
    assert said[Part.CONTENT][0][0] is not Level.WRONG


@pytest.mark.parametrize("kind", [FaultKind.HTML, FaultKind.HANG])
async def test_a_telegram_that_answers_nonsense_is_wrong(house: House, kind: FaultKind) -> None:
    house.stand_in.faults.add(Fault(kind, times=None, seconds=60))
    code, said = await doctor(house)
    assert (code, wrong(said)) == (1, {Part.TOKEN})


async def test_a_database_that_is_none_is_wrong_and_left_alone(house: House) -> None:
    house.database.parent.mkdir()
    house.database.write_bytes(b"no database " * 500)
    code, said = await doctor(house)
    assert (code, wrong(said)) == (1, {Part.DATABASE})
    assert house.database.read_bytes() == b"no database " * 500


async def test_a_database_that_another_program_locks_is_wrong(house: House) -> None:
    house.database.parent.mkdir()
    with closing(sqlite3.connect(house.database, isolation_level=None)) as other:
        other.execute("CREATE TABLE t (x)")
        other.execute("BEGIN EXCLUSIVE")
        code, said = await doctor(house)
    assert (code, wrong(said)) == (1, {Part.DATABASE})
    assert "locked" in said[Part.DATABASE][0][1]


async def test_a_file_in_place_of_the_data_folder_is_wrong(house: House) -> None:
    (house.folder / "data").write_text("a file")
    code, said = await doctor(house)
    assert (code, wrong(said)) == (1, {Part.DATABASE, Part.DISK})


async def test_what_only_the_ministry_can_fill_is_listed_and_stops_nothing(house: House) -> None:
    code, said = await doctor(house)
    assert code == 0
    assert all(level is not Level.WRONG for level, _ in said[Part.MINISTRY])
