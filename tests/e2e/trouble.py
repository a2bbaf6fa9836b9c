"""What goes wrong while people write: everything that can, and the bot is killed again and again."""

import asyncio
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any

import psutil

from bot.sandbox.faults import Fault, FaultKind
from tests.e2e.house import House

RETRY_AFTER = 2
"""Seconds of silence that Telegram asks for."""
LONGEST_ORDER = 5.0
"""Seconds after which an order that no request has met is taken back."""
_METHODS = ("sendMessage", "sendMessage", "sendMessage", "editMessageText", "getUpdates", "copyMessage", None)
_REFUSALS: tuple[dict[str, Any], ...] = (
    {"code": 429, "description": f"Too Many Requests: retry after {RETRY_AFTER}", "retry_after": RETRY_AFTER},
    {"code": 429, "description": "Too Many Requests"},
    {"code": 500, "description": "Internal Server Error"},
    {"code": 502, "description": "Bad Gateway"},
    {"code": 503},
)
_FORBIDDEN = {"code": 403, "description": "Forbidden: bot was blocked by the user"}


@dataclass
class Trouble:
    """Orders faults and kills, and keeps what must be excused for them."""

    house: House
    chance: Random
    people: list[int]
    faults: int = 0
    forbidden: set[int] = field(default_factory=set)  # who was said to have blocked the bot
    started_at: list[float] = field(default_factory=list)  # when the bot was started again, in Unix seconds
    peak_mebibytes: float = 0.0
    cpu_seconds: float = 0.0
    _orders: list[tuple[float, Fault]] = field(default_factory=list)

    @property
    def kills(self) -> int:
        return len(self.started_at)

    async def go_on(self, seconds: float, pause: float, kills: int) -> None:
        """Faults one after another, so often on average, and so many kills in equal distances."""
        end = time.monotonic() + seconds
        until_kill = seconds / (kills + 1)
        next_kill = time.monotonic() + until_kill
        while time.monotonic() < end:
            await asyncio.sleep(min(self.chance.expovariate(1 / pause), max(end - time.monotonic(), 0)))
            self._order()
            if kills and time.monotonic() >= next_kill:
                kills, next_kill = kills - 1, next_kill + until_kill
                await self.kill_and_start()

    async def kill_and_start(self) -> None:
        """The bot ends between two instructions, and somebody starts it a moment later."""
        self.weigh()
        await self.house.bot.kill()
        await asyncio.sleep(self.chance.uniform(0.1, 1.0))
        self.started_at.append(self.house.stand_in.world.clock.now().timestamp())
        await self.house.start()

    def weigh(self) -> None:
        """What this life has used so far; the last moment to ask is before its end."""
        bot = self.house.bot
        assert not bot.has_ended, f"it ended by itself: {bot.complaints[-2000:]}"
        process = psutil.Process(bot.process_id)
        times = process.cpu_times()
        self.cpu_seconds += times.user + times.system
        self.peak_mebibytes = max(self.peak_mebibytes, _peak(process))

    def _order(self) -> None:
        self._take_back_what_nobody_met()
        self.faults += 1
        kind = self.chance.choice(list(FaultKind))
        method = self.chance.choice(_METHODS)
        chat = self.chance.choice(self.people) if self.chance.random() < 0.3 else None
        about: dict[str, Any] = {"times": self.chance.randint(1, 3)}
        if method in {"getUpdates", "copyMessage", None}:
            chat = None
        if kind in {FaultKind.HANG, FaultKind.SLOW}:
            about["seconds"] = self.chance.uniform(0.2, 2.0)
        if kind is FaultKind.ERROR:
            about |= self.chance.choice(_REFUSALS)
            if self.chance.random() < 0.15:
                chat, method = self.chance.choice(self.people), "sendMessage"
                about = {"times": 1, **_FORBIDDEN}
                self.forbidden.add(chat)
        fault = Fault(kind, method, chat, **about)
        self.house.stand_in.faults.add(fault)
        self._orders.append((time.monotonic(), fault))

    def _take_back_what_nobody_met(self) -> None:
        """Orders that pile up would be an outage without an end."""
        old = time.monotonic() - LONGEST_ORDER
        self._orders = [(at, fault) for at, fault in self._orders if at > old and not fault.spent]
        self.house.stand_in.faults.clear()
        for _, fault in self._orders:
            self.house.stand_in.faults.add(fault)


def _peak(process: psutil.Process) -> float:
    try:
        with open(f"/proc/{process.pid}/status", encoding="ascii") as status:  # noqa: PTH123
            [kilobytes] = [line.split()[1] for line in status if line.startswith("VmHWM:")]
        return int(kilobytes) / 2**10
    except OSError:
        return float(process.memory_info().rss) / 2**20
