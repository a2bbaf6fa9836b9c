"""Bringing a database to the newest form."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.errors import StorageError
from bot.storage.engine import Database

_LOCK_KEY = 7_150_311  # any number, the same for every process of this program


def configuration(connection: sa.Connection | None = None) -> Config:
    """Alembic's settings, without a file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


async def migrate(database: Database) -> None:
    """
    Bring the database to the newest revision.

    Raises StorageError("database_newer") where a newer program has already changed it.
    """
    async with database.write() as connection:
        await connection.run_sync(_upgrade)


def _upgrade(connection: sa.Connection) -> None:
    if connection.dialect.name == "postgresql":
        # Several processes may start at once; the first one works, the others find nothing to do.
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK_KEY)))
    config = configuration(connection)
    script = ScriptDirectory.from_config(config)
    known = {revision.revision for revision in script.walk_revisions()}
    present = set(MigrationContext.configure(connection).get_current_heads())
    if present - known:
        raise StorageError("database_newer", revision=min(present - known))
    if present != set(script.get_heads()):
        command.upgrade(config, "head")
