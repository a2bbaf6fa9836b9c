"""
The databases of the contract tests: SQLite in a file, and PostgreSQL where TEST_POSTGRES_URL names one.

Every test gets a database of its own: a new file, or a new database on the server.
"""

import os
import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage import engine
from bot.storage.opening import Storage, open_storage
from tests.support.databases import POSTGRES, SQLITE


@pytest.fixture(params=[SQLITE, POSTGRES])
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an empty database."""
    if request.param == SQLITE:
        yield f"sqlite+aiosqlite:///{tmp_path / 'bot.sqlite3'}"
        return
    server = os.environ.get("TEST_POSTGRES_URL")
    if not server:
        pytest.skip("TEST_POSTGRES_URL is not set, so nothing is tried on PostgreSQL")
    name = f"test_{secrets.token_hex(6)}"
    admin = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with admin.connect() as connection:
        await connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    async with admin.connect() as connection:
        await connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    await admin.dispose()


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Storage]:
    """An open storage on an empty database."""
    async with open_storage(url) as opened:
        yield opened


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for a locked SQLite database."""
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 50)
