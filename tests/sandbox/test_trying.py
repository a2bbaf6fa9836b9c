"""The clock of `bot try`: one for the bot and for the stand-in."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.sandbox.trial import trying

PERSON = 1001


async def test_the_bot_lives_by_the_clock_that_is_moved_on_the_page(tmp_path: Path) -> None:
    async with trying(tmp_path) as trial:
        await trial.order("clock", to="2031-05-05T10:00+05:00")
        await trial.ask(PERSON, "/menu")
        newest = (await trial.look(f"chats/{PERSON}?limit=1"))["messages"][0]
        assert newest["date"] // 60 == 1_935_723_600 // 60
        with closing(sqlite3.connect(tmp_path / "data" / "try.sqlite3")) as database:
            [(created,)] = database.execute("SELECT created_at FROM people WHERE chat_id = ?", [PERSON])
    assert str(created).startswith("2031-05-05 05:00")
