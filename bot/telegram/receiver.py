"""
The receiver: getUpdates into the inbox.

aiogram's own polling confirms a batch before it is handled and loses it at every crash. Here a batch is
stored in one durable transaction, and only then does the next request confirm it.
"""

import asyncio
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.clock import Clock
from bot.errors import StorageError, TelegramError
from bot.mail.model import Arrival, Reply, ReplyKind
from bot.metrics import UPDATES_RECEIVED
from bot.telegram.api import BotApi
from bot.telegram.arrivals import KINDS, arrival_from

POLL_SECONDS = 50
_BATCH = "100"
_LONGEST_PAUSE = 30.0
_CONFLICTS = 3
_CONFLICTS_WITHIN = timedelta(minutes=1)
"""
After a kill our own last request may still hang at Telegram, so one conflict says nothing yet. Two programs
that poll for one token throw each other out in turn, so requests that succeed in between say nothing either.
"""

_log = structlog.get_logger()


class Inbox(Protocol):
    """Keeps arrivals for good before it returns. Raises StorageError."""

    async def receive(self, arrivals: list[Arrival], now: datetime) -> int: ...


class Receiver:
    """Polls until it is cancelled. Raises TelegramError where polling can never work."""

    def __init__(self, api: BotApi, inbox: Inbox, clock: Clock, on_stored: Callable[[], None]) -> None:
        self._api = api
        self._inbox = inbox
        self._clock = clock
        self._on_stored = on_stored
        self._offset: int | None = None
        self._conflicts: list[datetime] = []
        self._failures = 0
        self.is_working = False

    async def run(self) -> None:
        """Receive for ever."""
        while True:
            pause = await self.poll()
            if pause:
                await asyncio.sleep(pause)

    async def poll(self) -> float:
        """One request and what follows from it; returns the seconds to pause before the next."""
        reply = await self._api.call("getUpdates", self._params(), seconds=POLL_SECONDS + 15)
        if reply.kind is ReplyKind.DONE and isinstance(reply.result, list):
            return await self._keep(reply.result)
        self.is_working = False
        return self._pause_after(reply)

    def _params(self) -> dict[str, str]:
        # The first request after a failure is short, so that readiness comes back soon.
        params = {
            "timeout": str(POLL_SECONDS if self.is_working else 1),
            "limit": _BATCH,
            "allowed_updates": json.dumps(KINDS),
        }
        return params if self._offset is None else {**params, "offset": str(self._offset)}

    async def _keep(self, batch: list[object]) -> float:
        arrivals = [arrival for raw in batch if (arrival := arrival_from(raw)) is not None]
        if len(arrivals) < len(batch):
            _log.warning("updates without a usable id were passed over", count=len(batch) - len(arrivals))
        try:
            new = await self._inbox.receive(arrivals, self._clock.now()) if arrivals else 0
        except StorageError as error:
            self.is_working = False
            return self._failed(str(error))
        self._failures = 0
        self.is_working = True
        UPDATES_RECEIVED.inc(new)
        if arrivals:
            # Telegram counts from the last one up; its ids start anew after a quiet week.
            self._offset = arrivals[-1].update_id + 1
            self._on_stored()
        # A batch of nothing usable comes again at once and for ever; Telegram drops it after a day.
        return 0.0 if arrivals or not batch else 1.0

    def _pause_after(self, reply: Reply) -> float:
        if reply.code in {401, 404}:
            raise TelegramError("token_refused")
        if reply.code == 409:
            return self._conflict(reply)
        if reply.code == 429:
            return max(reply.retry_after or 1.0, 1.0)
        return self._failed(f"{reply.kind.value} {reply.code} {reply.description}")

    def _conflict(self, reply: Reply) -> float:
        if "webhook" in reply.description.lower():
            raise TelegramError("webhook_is_set")
        now = self._clock.now()
        self._conflicts = [at for at in self._conflicts if at > now - _CONFLICTS_WITHIN] + [now]
        if len(self._conflicts) >= _CONFLICTS:
            raise TelegramError("polled_elsewhere")
        return 1.0

    def _failed(self, said: str) -> float:
        if self._failures == 0:
            _log.warning("receiving failed, it will be tried again", said=said)
        self._failures += 1
        return min(2.0 ** (self._failures - 1), _LONGEST_PAUSE)
