"""Opening and closing as whole programs do it."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.storage.opening import open_existing, open_storage, sole_user


def run(script: str, url: str) -> subprocess.CompletedProcess[str]:
    """Run a program that opens the storage; it must end by itself."""
    head = "import asyncio, sys\nfrom bot.storage.opening import open_storage\nURL = sys.argv[1]\n"
    program = head + textwrap.dedent(script)
    return subprocess.run(
        [sys.executable, "-c", program, url], capture_output=True, text=True, timeout=20, check=False
    )


def test_a_program_that_used_the_storage_ends(url: str) -> None:
    ended = run(
        """
        async def main():
            async with open_storage(URL) as storage:
                await asyncio.gather(*(storage.inbox.waiting() for _ in range(8)))
        asyncio.run(main())
        """,
        url,
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_program_that_failed_in_mid_transaction_ends_with_its_error(url: str) -> None:
    ended = run(
        """
        from bot.clock import SystemClock
        async def main():
            async with open_storage(URL) as storage:
                async with storage.rounds.open(SystemClock().now()):
                    raise RuntimeError("the reason")
        asyncio.run(main())
        """,
        url,
    )
    assert ended.returncode == 1
    assert ended.stderr.rstrip().endswith("RuntimeError: the reason")


def test_a_program_that_was_cancelled_in_mid_transaction_ends(url: str) -> None:
    ended = run(
        """
        from bot.clock import SystemClock
        async def work():
            async with open_storage(URL) as storage:
                async with storage.rounds.open(SystemClock().now()):
                    await asyncio.sleep(60)
        async def main():
            task = asyncio.get_running_loop().create_task(work())
            await asyncio.sleep(0.5)
            task.cancel()
            await asyncio.wait([task])
            print(task.cancelled())
        asyncio.run(main())
        """,
        url,
    )
    assert (ended.returncode, ended.stdout) == (0, "True\n")


def test_a_program_whose_database_cannot_be_opened_ends(tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    file.write_bytes(b"no database " * 500)
    ended = run(
        "async def main():\n    async with open_storage(URL): pass\nasyncio.run(main())",
        f"sqlite+aiosqlite:///{file}",
    )
    assert ended.returncode == 1
    assert "database_not_one" in ended.stderr


def test_a_program_whose_database_cannot_be_opened_says_nothing_else(tmp_path: Path) -> None:
    """A thread that reports to a loop which is gone would write a traceback of its own, now and then."""
    (tmp_path / "bot.sqlite3").mkdir()
    ended = run(
        """
        from bot.errors import StorageError
        async def main():
            async with open_storage(URL):
                pass
        for _ in range(40):
            try:
                asyncio.run(main())
            except StorageError as error:
                print(error.code)
        """,
        f"sqlite+aiosqlite:///{tmp_path / 'bot.sqlite3'}",
    )
    assert ended.stdout.split() == ["database_unreachable"] * 40
    assert ended.stderr == ""


def test_a_database_has_one_user_at_a_time(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'new' / 'bot.sqlite3'}"
    with sole_user(url):
        with pytest.raises(StorageError) as caught, sole_user(url):
            pass
        assert caught.value.code == "already_running"
        with sole_user(f"sqlite+aiosqlite:///{tmp_path / 'new' / 'try.sqlite3'}"):
            pass
    with sole_user(url):
        pass


def test_a_server_may_have_many_users() -> None:
    with sole_user("postgresql+asyncpg://a@b/c"), sole_user("postgresql+asyncpg://a@b/c"):
        pass


async def test_who_only_reads_makes_no_database(tmp_path: Path) -> None:
    file = tmp_path / "деректер" / "bot.sqlite3"
    url = f"sqlite+aiosqlite:///{file}"
    with pytest.raises(StorageError) as caught:
        async with open_existing(url):
            pass
    assert (caught.value.code, caught.value.facts) == ("database_missing", {"file": str(file)})
    assert list(tmp_path.iterdir()) == []
    async with open_storage(url):
        pass
    async with open_existing(url) as storage:
        assert await storage.is_alive()


async def test_a_server_has_its_database_already(url: str) -> None:
    async with open_storage(url):
        pass
    async with open_existing(url) as storage:
        assert await storage.candidates.new() == []
