"""Statements that both databases understand but spell differently."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection


def insert_new(connection: AsyncConnection, table: sa.Table) -> Any:
    """INSERT that leaves a row alone which is there already."""
    return _insert(connection, table).on_conflict_do_nothing()


def upsert(
    connection: AsyncConnection,
    table: sa.Table,
    key: Sequence[str],
    changed: Sequence[str],
    *,
    telling: Sequence[str] = (),
) -> Any:
    """
    INSERT that changes the named columns of a row which is there already.

    `telling`: where none of these columns differs, the row stays as it is.
    """
    statement = _insert(connection, table)
    differs = sa.or_(*(table.c[name] != statement.excluded[name] for name in telling)) if telling else None
    return statement.on_conflict_do_update(
        index_elements=key, set_={name: statement.excluded[name] for name in changed}, where=differs
    )


def _insert(connection: AsyncConnection, table: sa.Table) -> Any:
    # Each spelling is a megabyte or two that the other database never needs.
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite  # noqa: PLC0415

    return sqlite.insert(table)
