"""Looking at database and disk for `bot doctor`: nothing is made and nothing is changed."""

import asyncio
import fcntl
import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.errors import StorageError
from bot.examination import DatabaseSeen, DiskSeen
from bot.storage.engine import Database
from bot.storage.migrating import configuration

LOOK_SECONDS = 5.0
"""The longest search for damage; it holds up nobody, and only its end is missed."""
_SQLITE = "sqlite+aiosqlite:///"
_STEPS = 10_000  # of SQLite's machine between two looks at the time


async def look_at_database(url: str) -> DatabaseSeen:
    """
    Open the database, see whether it can be written, how new its tables are and whether it is whole.

    Raises StorageError with the code of what is in the way, TimeoutError where a server does not answer.
    """
    if not url.startswith(_SQLITE):
        return await _look_inside(url)
    file = Path(url.removeprefix(_SQLITE))
    if not _is_there(file):
        return DatabaseSeen(exists=False)
    in_use = _is_held(file.with_suffix(".lock"))
    seen = await _look_inside(url)
    looked_through, damage = await asyncio.to_thread(_search_for_damage, file)
    return DatabaseSeen(
        exists=True,
        revision=seen.revision,
        newest=seen.newest,
        in_use=in_use,
        looked_through=looked_through,
        damage=damage,
    )


def look_at_disk(folder: Path) -> DiskSeen:
    """The folder, or where it does not exist yet, the one in which it will be made."""
    there = _nearest(folder)
    return DiskSeen(
        folder=folder,
        is_folder=there.is_dir(),
        writable=os.access(there, os.W_OK | os.X_OK),
        free=shutil.disk_usage(there).free,
    )


async def _look_inside(url: str) -> DatabaseSeen:
    try:
        database = Database(url)
    except ModuleNotFoundError:
        raise StorageError("driver_missing") from None
    try:
        async with asyncio.timeout(2 * LOOK_SECONDS), database.write() as connection:
            return await connection.run_sync(_look_at_tables)
    finally:
        await database.close()


def _look_at_tables(connection: sa.Connection) -> DatabaseSeen:
    """In a transaction that may write and does not."""
    if connection.dialect.name == "postgresql" and _is_standby(connection):
        raise StorageError("database_read_only")
    script = ScriptDirectory.from_config(configuration(connection))
    known = {revision.revision for revision in script.walk_revisions()}
    present = set(MigrationContext.configure(connection).get_current_heads())
    if present - known:
        raise StorageError("database_newer", revision=min(present - known))
    return DatabaseSeen(
        exists=True, revision=min(present, default=""), newest=min(script.get_heads(), default="")
    )


def _is_standby(connection: sa.Connection) -> bool:
    return bool(connection.exec_driver_sql("SHOW transaction_read_only").scalar() == "on")


def _search_for_damage(file: Path) -> tuple[bool, str]:
    """Whether all of a SQLite file was looked through, and the first damage that was found."""
    end = time.monotonic() + LOOK_SECONDS
    with closing(sqlite3.connect(file)) as connection:
        connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.OperationalError:
            return False, ""
        except sqlite3.DatabaseError as error:
            return True, str(error)
    return True, "" if said == "ok" else str(said)


def _is_there(file: Path) -> bool:
    """Whether a file exists that can be opened, in a folder that can be written. Raises StorageError."""
    folder = look_at_disk(file.parent)
    if not folder.is_folder:
        raise StorageError("data_dir_unusable", folder=str(file.parent))
    if not folder.writable:
        raise StorageError("data_dir_read_only", folder=str(file.parent))
    if not file.exists():
        return False
    try:
        # aiosqlite's thread outlives a connection that could not be made, and complains at the end.
        sqlite3.connect(file).close()
    except sqlite3.OperationalError:
        raise StorageError("database_unreachable", file=str(file)) from None
    return True


def _is_held(lock: Path) -> bool:
    """
    Whether a running bot holds the lock file of a database.

    A bot that starts in this very instant would take us for another bot, so nothing is done meanwhile.
    """
    try:
        with lock.open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False  # nobody has ever run here
    return False


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above that exists."""
    absolute = folder.absolute()
    return next(one for one in (absolute, *absolute.parents) if one.exists())
