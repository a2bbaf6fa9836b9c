"""A bot, the stand-in it talks to, and the people who live there."""

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from bot.people.model import Language
from bot.sandbox.cast import OFFICER_ID, STAFF_CHAT_ID, bring_the_cast
from bot.sandbox.citizen import Citizen
from bot.sandbox.journal import Event, Sort
from bot.sandbox.server import Running, run_stand_in
from bot.sandbox.stand_in import StandIn
from tests.e2e.bot_process import BotProcess, eventually

NUMBER = re.compile(r"K-\d{6}")
_ids = count(20_001)


@dataclass
class House:
    """A running stand-in and the lives of the bot that talk to it."""

    running: Running
    folder: Path
    settings: dict[str, str]
    lives: list[BotProcess] = field(default_factory=list)

    @property
    def stand_in(self) -> StandIn:
        return self.running.stand_in

    @property
    def bot(self) -> BotProcess:
        """The life that goes on now, or the last one."""
        return self.lives[-1]

    @property
    def database(self) -> Path:
        return self.folder / "data" / "bot.sqlite3"

    def begin(self, **settings: str) -> BotProcess:
        """Start the bot without waiting for it."""
        self.lives.append(BotProcess(self.folder, {**self.settings, **settings}))
        return self.bot

    async def start(self, **settings: str) -> BotProcess:
        """Start the bot and wait until it is ready."""
        await self.begin(**settings).ready()
        return self.bot

    def newcomer(self, language: Language | str | None = Language.RU) -> Citizen:
        """Somebody who has never written; `language` is what their Telegram is set to."""
        person = next(_ids)
        self.stand_in.add_person(person, f"N{person}", language)
        return Citizen(self.stand_in, person)

    def officer(self) -> Citizen:
        """Somebody in the staff group, who reads what comes from now on."""
        return Citizen(self.stand_in, OFFICER_ID, chat_id=STAFF_CHAT_ID)

    def sent(self, chat_id: int) -> list[Event]:
        """The new messages of the bot in a chat, from the beginning; edits are not among them."""
        events = self.stand_in.world.journal.since(chat_id, 0)
        return [event for event in events if event.by_bot and event.sort is Sort.SENT]

    def texts(self, chat_id: int) -> list[str]:
        """What those messages say."""
        return [event.body.get("text") or event.body.get("caption") or "" for event in self.sent(chat_id)]

    async def settled(self, within: float = 30.0) -> None:
        """Wait until the bot has taken everything in and has sent everything it wants to."""
        await eventually("the bot took its updates", lambda: len(self.stand_in.world.updates) == 0, within)
        await self.bot.settled(within)

    def rows(self, statement: str, *values: Any) -> list[Any]:
        """Look into the bot's database."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)) as database:
            return database.execute(statement, values).fetchall()

    def questions(self, chat_id: int) -> list[int]:
        """The numbers of a person's questions."""
        found = self.rows("SELECT number FROM questions WHERE chat_id = ? ORDER BY number", chat_id)
        return [number for (number,) in found]

    def whole_output(self) -> str:
        """Everything that every life has said."""
        return "".join(life.output + life.complaints for life in self.lives)


@asynccontextmanager
async def open_house(
    folder: Path,
    settings: Mapping[str, str] | None = None,
    *,
    with_staff: bool = True,
    stand_in: StandIn | None = None,
) -> AsyncIterator[House]:
    """A stand-in with its cast, and the settings with which a bot can talk to it; no bot is started."""
    async with run_stand_in(stand_in) as running:
        bring_the_cast(running.stand_in)
        own = {
            "BOT_TOKEN": running.token,
            "BOT_API_BASE": running.base,
            "BOT_DATA_DIR": str(folder / "data"),
            "BOT_LISTEN": "127.0.0.1:0",
        }
        if with_staff:
            own["BOT_STAFF_CHAT_ID"] = str(STAFF_CHAT_ID)
        house = House(running, folder, {**own, **(settings or {})})
        try:
            yield house
        finally:
            for life in house.lives:
                life.clear_away()


async def heard_by(citizen: Citizen, wanted: Callable[[str], bool], within: float = 10.0) -> str:
    """The next text a citizen reads that is wanted, others passed over. Errors: TimeoutError."""
    async with asyncio.timeout(within):
        while True:
            heard = await citizen.reads(within)
            if wanted(heard.text):
                return heard.text


def number_in(text: str) -> str:
    """The one question number in a text. Errors: AssertionError."""
    found = NUMBER.findall(text)
    assert len(found) == 1, f"one number in: {text}"
    number: str = found[0]
    return number
