"""`bot try` in a process of its own, told what to do through its control API."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from tests.e2e.bot_process import BotProcess, eventually

ADDRESS = "Chat with the bot here: "
PATIENCE = 15.0


class Trial:
    """A running `bot try`, told what to do through its control API."""

    def __init__(self, page: str, session: ClientSession) -> None:
        self.page = page
        self._session = session

    async def order(self, path: str, **order: object) -> Any:
        async with self._session.post(f"{self.page}_control/{path}", json=order) as response:
            answer = await response.json()
            assert response.status == 200, answer
            return answer

    async def look(self, path: str) -> Any:
        async with self._session.get(f"{self.page}_control/{path}") as response:
            return await response.json()

    async def said_by_bot(self, chat: int) -> int:
        people = (await self.look("people"))["people"]
        return next(int(person["said_by_bot"]) for person in people if person["id"] == chat)

    async def ask(self, person: int, text: str) -> None:
        """Write, and wait until the bot has answered."""
        before = await self.said_by_bot(person)
        await self.order("say", person=person, text=text)
        async with asyncio.timeout(PATIENCE):
            while await self.said_by_bot(person) == before:
                await asyncio.sleep(0.05)


@asynccontextmanager
async def trying(folder: Path) -> AsyncIterator[Trial]:
    """The bot as `make run` starts it without a token, on a folder of its own."""
    settings = {"BOT_DATA_DIR": str(folder / "data"), "BOT_LISTEN": "127.0.0.1:0"}
    life = BotProcess(folder, settings, ("try",))
    try:
        await life.ready()
        await eventually("the address of the page", lambda: ADDRESS in life.output)
        page = life.output.partition(ADDRESS)[2].splitlines()[0]
        async with ClientSession() as session:
            yield Trial(page, session)
        await life.stop()
    finally:
        life.clear_away()
