"""Migrations on every database: up, down, up; and what they leave is what the models say."""

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.errors import StorageError
from bot.storage.engine import Database
from bot.storage.migrating import configuration, migrate
from bot.storage.opening import Storage, open_storage
from bot.storage.tables import metadata, people, question_messages, questions
from tests.support.databases import ON_SQLITE

REVISIONS = [script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()][
    ::-1
]


async def tables(database: Database) -> set[str]:
    async with database.read() as connection:
        return set(await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names()))


async def step(database: Database, to: str, *, up: bool) -> None:
    def run(connection: sa.Connection) -> None:
        (command.upgrade if up else command.downgrade)(configuration(connection), to)

    async with database.write() as connection:
        await connection.run_sync(run)


async def test_every_migration_goes_up_down_and_up_again(url: str) -> None:
    database = Database(url)
    try:
        for revision in REVISIONS:
            await step(database, revision, up=True)
            after = await tables(database)
            await step(database, "-1", up=False)
            await step(database, revision, up=True)
            assert await tables(database) == after
        await step(database, "base", up=False)
        assert await tables(database) <= {"alembic_version", "sqlite_sequence"}
    finally:
        await database.close()


async def test_what_was_asked_before_messages_were_kept_is_found_by_its_message(url: str) -> None:
    columns = (
        "number, cause, chat_id, message_id, pseudonym, language, decision, topics, confidence, asked_at"
    )
    values = ", ".join(
        f"({number}, 'c{number}', {chat}, {message}, 'p', 'kk', 'answer', '', 1, '2026-11-24 12:00:00')"
        for number, chat, message in ((1, 7, 11), (2, 7, "NULL"), (3, 8, 11), (4, 7, 11))  # 4: an edit of 1
    )
    database = Database(url)
    try:
        await step(database, "20261124_core", up=True)
        async with database.write() as connection:
            await connection.exec_driver_sql(f"INSERT INTO questions ({columns}) VALUES {values}")  # noqa: S608
        await step(database, "20261125_conversation", up=True)
        async with database.read() as connection:
            kept = await connection.execute(sa.select(question_messages).order_by("chat_id"))
            assert [tuple(row) for row in kept] == [(7, 11, 4), (8, 11, 3)]
            rows = await connection.execute(sa.select(questions.c.attachments))
            assert list(rows.scalars()) == ["", "", "", ""]
    finally:
        await database.close()


async def test_candidates_come_to_a_database_in_use_and_go_without_harm_to_it(url: str) -> None:
    asked = (
        "INSERT INTO questions (number, cause, chat_id, pseudonym, language, text, decision, topics, confidence,"
        " asked_at) VALUES (1, 'c', 7, 'p', 'kk', 'виза', 'choose', 'a.b c.d', 1, '2026-11-24 12:00:00')"
    )
    known = (
        "INSERT INTO people (chat_id, pseudonym, expecting, created_at)"
        " VALUES (7, 'p', '', '2026-11-24 12:00:00')"
    )
    learnt = (
        "INSERT INTO candidates (question, kind, source, about, text, language, topics, reason, content,"
        " created_at, state) VALUES (1, 'confirmed', 'person', 'a.b', 'виза', 'kk', 'a.b', '', '',"
        " '2026-11-24 12:00:00', 'new')"
    )
    database = Database(url)
    try:
        await step(database, "20261125_conversation", up=True)
        async with database.write() as connection:
            for statement in (asked, known):
                await connection.exec_driver_sql(statement)
        await step(database, "20261126_candidates", up=True)
        async with database.write() as connection:
            await connection.exec_driver_sql(learnt)
            row = (await connection.execute(sa.select(people))).mappings().one()
        assert (row["pseudonym"], row["misread_question"], row["misread_at"]) == ("p", None, None)
        await step(database, "-1", up=False)
        async with database.read() as connection:
            for table in ("questions", "people"):
                assert (await connection.exec_driver_sql(f"SELECT count(*) FROM {table}")).scalar() == 1  # noqa: S608
        await step(database, "head", up=True)
    finally:
        await database.close()


async def test_the_models_say_what_the_database_is(storage: Storage) -> None:
    def differences(connection: sa.Connection) -> list[object]:
        options = {"compare_type": True, "compare_server_default": True}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))

    async with storage.database.read() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_twice_changes_nothing(url: str) -> None:
    for _ in range(2):
        async with open_storage(url) as storage:
            found = await tables(storage.database)
    assert found - {"sqlite_sequence"} == set(metadata.tables) | {"alembic_version"}


async def test_a_database_of_a_newer_program_is_left_alone(url: str) -> None:
    async with open_storage(url) as storage, storage.database.write() as connection:
        await connection.execute(sa.text("UPDATE alembic_version SET version_num = '20991231_future'"))
    with pytest.raises(StorageError) as caught:
        async with open_storage(url):
            pass
    assert (caught.value.code, caught.value.facts) == ("database_newer", {"revision": "20991231_future"})


async def test_a_migration_that_fails_leaves_nothing_behind(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(url)
    monkeypatch.setattr("alembic.op.bulk_insert", None)  # the last thing that the first migration does
    try:
        with pytest.raises(TypeError):
            await migrate(database)
        assert await tables(database) == set()
    finally:
        await database.close()


def fitting(column: sa.Column[object]) -> object:
    """A value that the column takes."""
    named = {"state": "waiting", "language": "kk", "place": "korea"}
    if column.name in named:
        return named[column.name]
    kinds = {sa.Integer: 0, sa.Boolean: 0, sa.LargeBinary: b"x", sa.Float: 0.5}
    return next((value for kind, value in kinds.items() if isinstance(column.type, kind)), "2026-11-24")


async def insert(storage: Storage, table: str, row: dict[str, object]) -> None:
    statement = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608  names of our own tables
    async with storage.database.write() as connection:
        await connection.exec_driver_sql(statement, tuple(row.values()))


@ON_SQLITE
@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("updates", "tries", "many"),
        ("people", "pseudonym", b"x"),
        ("questions", "confidence", "high"),
        ("files", "content", "text"),
    ],
)
async def test_sqlite_takes_no_value_of_another_type(
    storage: Storage, table: str, column: str, value: str | bytes
) -> None:
    row = {one.name: fitting(one) for one in metadata.tables[table].columns}
    with pytest.raises(StorageError) as caught:
        await insert(storage, table, {**row, column: value})
    assert "cannot store" in str(caught.value.__cause__)
    await insert(storage, table, row)


@ON_SQLITE
async def test_every_table_is_strict(storage: Storage) -> None:
    async with storage.database.read() as connection:
        listed = (await connection.exec_driver_sql("PRAGMA table_list")).mappings().all()
    ours = {row["name"]: row["strict"] for row in listed if row["name"] in metadata.tables}
    assert ours == dict.fromkeys(metadata.tables, 1)


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_constraint_has_a_name(table: sa.Table) -> None:
    assert all(constraint.name for constraint in table.constraints)
