"""Engines for SQLite and PostgreSQL, and the door at which driver errors become ours."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import StorageError

BUSY_MILLISECONDS = 5000
_CODES = {
    "database is locked": "database_locked",
    "readonly database": "database_read_only",
    "unable to open database file": "database_unreachable",
    "file is not a database": "database_not_one",
    "database disk image is malformed": "database_not_one",
    "disk is full": "database_full",
    "disk i/o error": "database_full",
}


class Database:
    """
    A writer and a reader.

    SQLite has one writer connection: waiters in a pool of several poll for the lock and stall for seconds,
    waiters for one connection queue. On PostgreSQL both engines are the same.
    """

    def __init__(self, url: str) -> None:
        self.is_sqlite = url.startswith("sqlite")
        if self.is_sqlite:
            self.writer = _engine(url, pool_size=1, max_overflow=0, pool_timeout=60)
            self.reader = _engine(url, pool_size=1, max_overflow=0, pool_timeout=60)
            _prepare_sqlite(self.writer, "BEGIN IMMEDIATE", "FULL")
            _prepare_sqlite(self.reader, "BEGIN", "NORMAL")
        else:
            self.writer = self.reader = _engine(url, pool_pre_ping=True)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """One write transaction: committed at the end, rolled back when the body raises."""
        with translated_errors():
            async with self.writer.begin() as connection:
                yield connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """One consistent look at what was committed."""
        with translated_errors():
            async with self.reader.begin() as connection:
                yield connection

    async def close(self) -> None:
        """Close every connection; without it aiosqlite's threads keep the process from ending."""
        await self.writer.dispose()
        await self.reader.dispose()


def _engine(url: str, **options: Any) -> AsyncEngine:
    # Parameters hold what citizens wrote, and errors end in logs.
    return create_async_engine(url, hide_parameters=True, **options)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Raise StorageError in place of what SQLAlchemy or a driver raises."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).lower()
        code = next((code for words, code in _CODES.items() if words in said), "database_failed")
        raise StorageError(code, kind=type(error.orig).__name__) from error
    except (SQLAlchemyError, OSError) as error:
        raise StorageError("database_failed", kind=type(error).__name__) from error


def _prepare_sqlite(engine: AsyncEngine, begin: str, synchronous: str) -> None:
    @sa.event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver opens no transactions of its own
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={BUSY_MILLISECONDS}",
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            "foreign_keys=ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    # A reader that turns writer in mid-transaction fails at once whatever busy_timeout says, so a writer
    # takes the lock from the start.
    @sa.event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)
