"""Statements that both databases understand but spell differently."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

type_of_row = dict[str, Any]


def insert_new(connection: AsyncConnection, table: sa.Table) -> Any:
    """INSERT that leaves a row alone which is there already."""
    return _insert(connection, table).on_conflict_do_nothing()


def upsert(connection: AsyncConnection, table: sa.Table, key: str, changed: Sequence[str]) -> Any:
    """INSERT that changes the named columns of a row which is there already."""
    statement = _insert(connection, table)
    return statement.on_conflict_do_update(
        index_elements=[key], set_={name: statement.excluded[name] for name in changed}
    )


def _insert(connection: AsyncConnection, table: sa.Table) -> Any:
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
