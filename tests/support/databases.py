"""Looking into a database behind the stores' backs."""

from collections.abc import Mapping
from typing import Any

import pytest
import sqlalchemy as sa

from bot.storage.opening import Storage
from bot.storage.tables import updates

SQLITE, POSTGRES = "sqlite", "postgresql"
ON_SQLITE = pytest.mark.parametrize("url", [SQLITE], indirect=True)
"""For what only SQLite must be told to do."""


async def rows_of(storage: Storage, table: sa.Table = updates) -> list[Mapping[str, Any]]:
    """Every row of a table, by its primary key."""
    statement = sa.select(table).order_by(*table.primary_key.columns)
    async with storage.database.read() as connection:
        return [dict(row) for row in (await connection.execute(statement)).mappings()]
