"""Opening the database: folder, migrations, stores."""

import fcntl
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from bot.errors import StorageError
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
    if url.startswith(_SQLITE):
        _prepare_folder(Path(url.removeprefix(_SQLITE)).parent)
    database = Database(url)
    try:
        await migrate(database)
        yield Storage(database, SqlInbox(database), SqlOutbox(database), SqlRounds(database))
    finally:
        await database.close()


@contextmanager
def sole_user(url: str) -> Iterator[None]:
    """
    Hold a SQLite database for this process alone: two senders on one outbox would send everything twice.

    The lock goes with the process, however it ends. Raises StorageError("already_running").
    """
    if not url.startswith(_SQLITE):
        yield
        return
    file = Path(url.removeprefix(_SQLITE))
    _prepare_folder(file.parent)
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


def _prepare_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise StorageError("data_dir_unusable", folder=str(folder)) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise StorageError("data_dir_read_only", folder=str(folder))
