"""Opening the database: folder, migrations, stores."""

import fcntl
import os
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from bot.errors import StorageError
from bot.storage.candidates import SqlCandidates
from bot.storage.engine import Database
from bot.storage.inbox import SqlInbox
from bot.storage.migrating import migrate
from bot.storage.outbox import SqlOutbox
from bot.storage.rounds import SqlRounds

_SQLITE = "sqlite+aiosqlite:///"


@dataclass(frozen=True)
class Storage:
    """One store per need, all on one database."""

    database: Database
    inbox: SqlInbox
    outbox: SqlOutbox
    rounds: SqlRounds
    candidates: SqlCandidates

    async def is_alive(self) -> bool:
        """Whether the database answers."""
        with suppress(StorageError):
            async with self.database.read() as connection:
                await connection.execute(sa.select(1))
                return True
        return False


@asynccontextmanager
async def open_storage(url: str) -> AsyncIterator[Storage]:
    """
    Open the database at `url`, brought to the newest form.

    Raises StorageError with the code of what is in the way. Every connection is closed at the end.
    """
    _prepared_file(url)
    database = Database(url)
    try:
        await migrate(database)
        yield Storage(
            database=database,
            inbox=SqlInbox(database),
            outbox=SqlOutbox(database),
            rounds=SqlRounds(database),
            candidates=SqlCandidates(database),
        )
    finally:
        await database.close()


@asynccontextmanager
async def open_existing(url: str) -> AsyncIterator[Storage]:
    """The same; where there is no SQLite file none is made. Raises StorageError `database_missing` too."""
    file = url.removeprefix(_SQLITE)
    if file != url and not os.path.exists(file):  # noqa: ASYNC240, PTH110  nothing else runs beside it
        raise StorageError("database_missing", file=file)
    async with open_storage(url) as storage:
        yield storage


@contextmanager
def sole_user(url: str) -> Iterator[None]:
    """
    Hold a SQLite database for this process alone: two senders on one outbox would send everything twice.

    The lock goes with the process, however it ends. Raises StorageError("already_running").
    """
    file = _prepared_file(url)
    if file is None:
        yield
        return
    try:
        lock = file.with_suffix(".lock").open("w")
    except OSError:
        raise StorageError("data_dir_read_only", folder=str(file.parent)) from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StorageError("already_running", folder=str(file.parent)) from None
        yield


def _prepared_file(url: str) -> Path | None:
    """The file of a SQLite database, in a folder that can be written; None for another database."""
    if not url.startswith(_SQLITE):
        return None
    file = Path(url.removeprefix(_SQLITE))
    _prepare_folder(file.parent)
    try:
        # aiosqlite's thread outlives a connection that could not be made, and complains at the end.
        sqlite3.connect(file).close()
    except sqlite3.OperationalError:
        raise StorageError("database_unreachable", file=str(file)) from None
    return file


def _prepare_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise StorageError("data_dir_unusable", folder=str(folder)) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise StorageError("data_dir_read_only", folder=str(folder))
