"""Looking at the database: what is in the way, how new it is, and that nothing is changed by it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.storage import examination
from bot.storage.engine import Database
from bot.storage.examination import look_at_database, look_at_disk
from bot.storage.opening import open_storage, sole_user
from tests.support.databases import ON_SQLITE


def file_of(url: str) -> Path:
    return Path(url.partition(":///")[2])


async def made(url: str) -> str:
    """The address of a database in its newest form."""
    async with open_storage(url):
        return url


async def refusal(url: str) -> str:
    with pytest.raises(StorageError) as caught:
        await look_at_database(url)
    return caught.value.code


async def execute(url: str, statement: str) -> None:
    database = Database(url)
    try:
        async with database.write() as connection:
            await connection.exec_driver_sql(statement)
    finally:
        await database.close()


async def test_a_database_in_its_newest_form_is_seen_as_such(url: str) -> None:
    seen = await look_at_database(await made(url))
    assert seen.exists
    assert seen.revision == seen.newest != ""
    assert not seen.damage


async def test_a_database_of_an_older_version_is_left_as_it_is(url: str) -> None:
    await execute(await made(url), "UPDATE alembic_version SET version_num = '20261124_core'")
    for _ in range(2):
        seen = await look_at_database(url)
        assert (seen.revision, seen.revision == seen.newest) == ("20261124_core", False)


async def test_a_database_of_a_newer_version_is_refused(url: str) -> None:
    await execute(await made(url), "UPDATE alembic_version SET version_num = '20991231_future'")
    assert await refusal(url) == "database_newer"


@ON_SQLITE
async def test_a_file_that_is_not_there_is_not_made(url: str) -> None:
    assert not (await look_at_database(url)).exists
    assert list(file_of(url).parent.iterdir()) == []


@ON_SQLITE
async def test_looking_leaves_nothing_behind(url: str) -> None:
    await made(url)
    file = file_of(url)
    before = file.read_bytes()
    await look_at_database(url)
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir()] == [file.name]


@ON_SQLITE
async def test_a_folder_that_will_be_made_is_fine(url: str) -> None:
    deeper = file_of(url).parent / "a" / "b" / "bot.sqlite3"
    assert not (await look_at_database(f"sqlite+aiosqlite:///{deeper}")).exists
    assert not deeper.parent.exists()


@ON_SQLITE
async def test_a_file_in_place_of_the_folder_is_refused(url: str) -> None:
    folder = file_of(url).parent / "data"
    folder.write_text("")
    assert await refusal(f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}") == "data_dir_unusable"


@ON_SQLITE
async def test_a_folder_that_cannot_be_written_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)
    assert await refusal(url) == "data_dir_read_only"
    assert not look_at_disk(file_of(url).parent).writable


@ON_SQLITE
async def test_a_folder_in_place_of_the_file_is_refused(url: str) -> None:
    file_of(url).mkdir()
    assert await refusal(url) == "database_unreachable"


@ON_SQLITE
async def test_a_running_bot_is_seen(url: str) -> None:
    await made(url)
    with sole_user(url):
        assert (await look_at_database(url)).in_use
    assert not (await look_at_database(url)).in_use


@ON_SQLITE
async def test_looking_lets_a_bot_start_at_once(url: str) -> None:
    await made(url)
    await look_at_database(url)
    with sole_user(url):
        pass


@ON_SQLITE
@pytest.mark.usefixtures("impatient")
async def test_a_lock_of_another_program_is_refused(url: str) -> None:
    await made(url)
    with closing(sqlite3.connect(file_of(url), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await refusal(url) == "database_locked"


@ON_SQLITE
async def test_a_file_that_is_no_database_is_refused(url: str) -> None:
    file_of(url).write_bytes(b"no database " * 500)
    assert await refusal(url) == "database_not_one"


@ON_SQLITE
async def test_damage_that_does_not_keep_the_database_from_opening_is_found(url: str) -> None:
    await made(url)
    await execute(url, "CREATE TABLE large (x TEXT)")
    await execute(url, "INSERT INTO large SELECT hex(randomblob(2000)) FROM pragma_function_list LIMIT 50")
    file = file_of(url)
    content = bytearray(file.read_bytes())
    content[-4096:] = b"\xa5" * 4096
    file.write_bytes(content)
    seen = await look_at_database(url)
    assert seen.damage
    assert seen.looked_through


@ON_SQLITE
async def test_a_database_too_large_to_be_looked_through_is_said_to_be_so(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await made(url)
    monkeypatch.setattr(examination, "LOOK_SECONDS", 0.0)
    monkeypatch.setattr(examination, "_STEPS", 1)
    assert examination._search_for_damage(file_of(url)) == (False, "")


async def test_a_server_without_its_driver_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_url: str) -> Database:
        raise ModuleNotFoundError("asyncpg")

    monkeypatch.setattr(examination, "Database", missing)
    assert await refusal("postgresql+asyncpg://bot@localhost/bot") == "driver_missing"


async def test_a_server_that_is_not_there_is_told() -> None:
    assert await refusal("postgresql+asyncpg://bot@127.0.0.1:9/bot") == "database_failed"


def test_a_folder_that_is_not_there_yet_is_judged_by_the_one_above(tmp_path: Path) -> None:
    seen = look_at_disk(tmp_path / "a" / "b")
    assert (seen.folder, seen.is_folder, seen.writable) == (tmp_path / "a" / "b", True, True)
    assert seen.free > 0
