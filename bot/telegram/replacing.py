"""New texts in the place of old ones, between two rounds of the carrier."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from bot.telegram.carrier import CarrierRound, Rounds


class Gaps:
    """The rounds of the carrier, and the moments between them, in which no handler is at work."""

    def __init__(self, rounds: Rounds) -> None:
        self._rounds = rounds
        self._busy = asyncio.Lock()

    @asynccontextmanager
    async def open(self, now: datetime) -> AsyncIterator[CarrierRound]:
        """A round, as the store opens it. Raises StorageError."""
        async with self._busy, self._rounds.open(now) as round_:
            yield round_

    @asynccontextmanager
    async def gap(self) -> AsyncIterator[None]:
        """A moment between two rounds: the next one waits."""
        async with self._busy:
            yield


def forget_kept() -> None:
    """Keyboards and word lists are kept by the library they were made from, and would keep it alive."""
    for name, module in list(sys.modules.items()):
        if name.startswith(__package__ + "."):
            for kept in list(vars(module).values()):
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()
