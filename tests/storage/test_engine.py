"""The door at which driver errors become ours, and the manners of connections."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.errors import StorageError
from bot.mail.model import Kind
from bot.storage.engine import translated_errors
from bot.storage.opening import Storage, open_storage
from tests.support.databases import ON_SQLITE
from tests.support.desk import question
from tests.support.mail import arrival
from tests.support.people import AIGERIM, NOON, STAFF_GROUP, person


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite3"


def address(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture
def locked(file: Path) -> Iterator[None]:
    """Another program holds the database."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    yield
    connection.close()


async def code_of_opening(url: str) -> str:
    with pytest.raises(StorageError) as caught:
        async with open_storage(url):
            pass
    return caught.value.code


@pytest.mark.usefixtures("impatient", "locked")
async def test_a_locked_database_cannot_be_opened(file: Path) -> None:
    assert await code_of_opening(address(file)) == "database_locked"


@pytest.mark.usefixtures("impatient")
async def test_a_database_that_is_locked_later_says_so_and_recovers(file: Path) -> None:
    async with open_storage(address(file)) as storage:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as caught:
            await storage.inbox.receive([arrival(1)], NOON)
        assert caught.value.code == "database_locked"
        assert await storage.is_alive()
        assert await storage.inbox.waiting() == 0
        other.close()
        assert await storage.inbox.receive([arrival(1)], NOON) == 1


async def test_a_file_that_is_no_database_is_named_so(file: Path) -> None:
    file.write_bytes(b"This is a shopping list, and a rather long one.\n" * 100)
    assert await code_of_opening(address(file)) == "database_not_one"


async def test_a_folder_in_place_of_the_file_cannot_be_opened(file: Path) -> None:
    file.mkdir()
    assert await code_of_opening(address(file)) == "database_unreachable"


async def test_the_folder_of_the_database_is_made(tmp_path: Path) -> None:
    async with open_storage(address(tmp_path / "a" / "b" / "bot.sqlite3")) as storage:
        assert await storage.is_alive()


async def test_a_file_in_place_of_the_folder_is_named_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert await code_of_opening(address(tmp_path / "data" / "bot.sqlite3")) == "data_dir_unusable"


async def test_a_server_that_does_not_answer_is_a_storage_error() -> None:
    assert await code_of_opening("postgresql+asyncpg://nobody@127.0.0.1:1/none") == "database_failed"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database is locked", "database_locked"),
        ("attempt to write a readonly database", "database_read_only"),
        ("unable to open database file", "database_unreachable"),
        ("file is not a database", "database_not_one"),
        ("database disk image is malformed", "database_not_one"),
        ("database or disk is full", "database_full"),
        ("disk I/O error", "database_full"),
        ("no such table: updates", "database_failed"),
    ],
)
def test_what_a_driver_says_becomes_a_code(said: str, code: str) -> None:
    with pytest.raises(StorageError) as caught, translated_errors():
        raise sa.exc.OperationalError(
            "SELECT 'a secret'", {"text": "a secret"}, sqlite3.OperationalError(said)
        )
    assert caught.value.code == code
    assert "secret" not in str(caught.value)


def test_our_own_errors_pass_the_door_unchanged() -> None:
    for error in (StorageError("database_newer", revision="x"), ValueError("x")):
        with pytest.raises(type(error)) as caught, translated_errors():
            raise error
        assert caught.value is error


async def test_an_error_of_the_database_holds_no_words_of_citizens(storage: Storage) -> None:
    with pytest.raises(StorageError) as caught:  # noqa: PT012  the whole round is meant
        async with storage.rounds.open(NOON) as round_:
            await round_.open_question(question("a", text="Менің құпиям"))
            await round_.open_question(question("a", text="Менің құпиям"))
    chain: BaseException | None = caught.value
    while chain is not None:
        assert "құпия" not in str(chain)
        chain = chain.__cause__


async def test_readers_see_only_what_was_committed(storage: Storage) -> None:
    async with storage.rounds.open(NOON) as round_:
        await storage.inbox.waiting()
        round_.remember(person())
        assert await storage.is_alive()
    assert await storage.inbox.receive([arrival(1, kind=Kind.OTHER)], NOON) == 1


@ON_SQLITE
async def test_sqlite_loses_nothing_at_a_power_cut(storage: Storage) -> None:
    async with storage.database.write() as connection:
        assert (await connection.exec_driver_sql("PRAGMA synchronous")).scalar() == 2
        assert (await connection.exec_driver_sql("PRAGMA journal_mode")).scalar() == "wal"
        assert (await connection.exec_driver_sql("PRAGMA foreign_keys")).scalar() == 1


async def test_an_open_storage_is_alive(url: str) -> None:
    async with open_storage(url) as storage:
        assert await storage.is_alive()


async def test_groups_are_chats_like_others(storage: Storage) -> None:
    await storage.inbox.receive([arrival(1, STAFF_GROUP, Kind.OTHER), arrival(2, AIGERIM)], NOON)
    assert [row.chat_id for _, row in await storage.inbox.page(0, 9)] == [STAFF_GROUP, AIGERIM]
