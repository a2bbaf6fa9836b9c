"""What an operator reads when the folder or the database cannot be used."""

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.bot_process import BotProcess
from tests.e2e.operating import complaint, settings_in

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_file_in_place_of_the_data_folder_is_said(lives: list[BotProcess], tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    assert str(tmp_path / "data") in await complaint(lives, tmp_path, settings_in(tmp_path), 1)


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder into which nobody can write: by its rights, or for root by how it is mounted."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o555)
    if not os.access(folder, os.W_OK):
        yield folder
        return
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("root can write everywhere, and mounting is not allowed here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


async def test_a_read_only_data_folder_is_said(
    lives: list[BotProcess], tmp_path: Path, read_only: Path
) -> None:
    said = await complaint(lives, tmp_path, settings_in(tmp_path), 1)
    assert str(read_only) in said
    assert "read-only" in said


def database_in(folder: Path) -> Path:
    (folder / "data").mkdir()
    return folder / "data" / "bot.sqlite3"


async def test_a_file_that_is_no_database_is_said(lives: list[BotProcess], tmp_path: Path) -> None:
    database_in(tmp_path).write_bytes(b"this is no database at all" * 1000)
    assert "no database" in await complaint(lives, tmp_path, settings_in(tmp_path), 1)


async def test_a_locked_database_is_said(lives: list[BotProcess], tmp_path: Path) -> None:
    with closing(sqlite3.connect(database_in(tmp_path), isolation_level=None)) as other:
        other.execute("CREATE TABLE t (x)")
        other.execute("BEGIN EXCLUSIVE")
        assert "locked" in await complaint(lives, tmp_path, settings_in(tmp_path), 1)


async def test_a_database_of_a_newer_version_is_said_and_left_alone(
    lives: list[BotProcess], tmp_path: Path
) -> None:
    migrating = BotProcess(tmp_path, settings_in(tmp_path), ("migrate",))
    lives.append(migrating)
    assert await migrating.ended() == 0
    with closing(sqlite3.connect(tmp_path / "data" / "bot.sqlite3")) as database:
        database.execute("UPDATE alembic_version SET version_num = '20991231_future'")
        database.commit()
    said = await complaint(lives, tmp_path, settings_in(tmp_path), 1)
    assert "newer" in said
    assert "20991231_future" in said


async def test_a_damaged_database_is_said(lives: list[BotProcess], tmp_path: Path) -> None:
    migrating = BotProcess(tmp_path, settings_in(tmp_path), ("migrate",))
    lives.append(migrating)
    assert await migrating.ended() == 0
    file = tmp_path / "data" / "bot.sqlite3"
    whole = file.read_bytes()
    file.write_bytes(whole[:200] + b"\xa5" * (len(whole) - 200))
    assert "damaged" in await complaint(lives, tmp_path, settings_in(tmp_path), 1)
