"""Column types that behave the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware moment. SQLite keeps it as text in UTC, which sorts as time does, and gives it back naive."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive time was about to be stored")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def autoincrement_key() -> sa.types.TypeEngine[int]:
    """A BIGINT key that SQLite can count up by itself, which it does for INTEGER only."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


# STRICT tables take only SQLite's own type names, and SQLAlchemy writes the standard's.
@compiles(sa.BigInteger, "sqlite")
@compiles(sa.SmallInteger, "sqlite")
@compiles(sa.Boolean, "sqlite")
def _integer(_type: Any, _compiler: Any, **_options: Any) -> str:
    return "INTEGER"


@compiles(sa.String, "sqlite")
@compiles(sa.DateTime, "sqlite")
def _text(_type: Any, _compiler: Any, **_options: Any) -> str:
    return "TEXT"


@compiles(sa.Float, "sqlite")
def _real(_type: Any, _compiler: Any, **_options: Any) -> str:
    return "REAL"
