"""A sender with all its fakes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from bot.background import Background
from bot.mail.fates import Settlement
from bot.mail.model import Lane, Outgoing
from bot.mail.pacing import Pacer
from bot.telegram.sender import Sender
from bot.telegram.wire import Wired
from tests.support.api import Answer, ScriptedApi
from tests.support.clocks import FrozenClock
from tests.support.mail import outgoing
from tests.support.outboxes import MemoryOutbox
from tests.support.people import AIGERIM, STAFF_GROUP

WHISPER = Wired("answerCallbackQuery", {"callback_query_id": "55"})


class SendingWorks:
    """A sender with its fakes."""

    def __init__(self, *rows: Outgoing, script: tuple[Answer, ...] = (), rate: float = 0) -> None:
        self.outbox = MemoryOutbox(*rows)
        self.api = ScriptedApi(*script)
        self.clock = FrozenClock()
        self.background = Background()
        self.stopping = asyncio.Event()
        self.results = 0
        api: Any = self.api
        self.sender = Sender(
            api=api,
            outbox=self.outbox,
            clock=self.clock,
            pacer=Pacer(rate),
            background=self.background,
            notice=notice_about,
        )
        self.sender.on_results = self._count

    def _count(self) -> None:
        self.results += 1

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        """The sender at work, stopped at the end."""
        task = self.background.start("sender", self.sender.run(self.stopping))
        yield task
        self.stopping.set()
        self.sender.wake()
        if self.api.gate:
            self.api.gate.set()
        await asyncio.wait_for(task, 2)
        await self.background.close()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for what must come about."""
        async with asyncio.timeout(2):
            while not condition():
                await asyncio.sleep(0.001)

    async def send_all(self) -> None:
        """Send until nothing waits."""
        async with self.running():
            await self.until(lambda: not self.outbox.rows)

    @property
    def texts(self) -> list[str]:
        return [params.get("text", "") for _, params in self.api.calls]


def notice_about(settlement: Settlement, cause: str) -> Outgoing:
    said = f"{settlement.reply.code} {settlement.mail.outgoing.cause}"
    return Outgoing(
        cause, STAFF_GROUP, Lane.STAFF, "sendMessage", {"chat_id": str(STAFF_GROUP), "text": said}
    )


def row(text: str, chat_id: int = AIGERIM, **changes: Any) -> Outgoing:
    return outgoing(text, chat_id, params={"chat_id": str(chat_id), "text": text}, **changes)
