"""How fast a flood of new persons is answered, next to a plain aiogram bot that keeps nothing."""

import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median

import psutil

from tests.bench.rig import Telegram, cpu_seconds, echo_bot, our_bot, peak_mebibytes

PERSONS = 3000
ROUNDS = 3
SETTLED_AFTER = 1.0
"""Seconds: what is written after the last answer belongs to the cost as well."""

_persons = count(10_000, PERSONS)
Start = Callable[[Telegram, Path], AbstractContextManager[psutil.Process]]


@dataclass(frozen=True)
class Pace:
    """What one flood cost."""

    rate: float  # updates a second
    microseconds: float  # CPU of the bot's process, an update
    mebibytes: float  # its peak memory
    answered: int


def measure(telegram: Telegram, rounds: int = ROUNDS) -> tuple[Pace, Pace]:
    """Ours and the plain one, in turn, so that a busy moment of the machine meets both; medians."""
    ours, plain = [], []
    for _ in range(rounds):
        plain.append(flood(telegram, echo_bot))
        ours.append(flood(telegram, our_bot))
    return _median(ours), _median(plain)


def flood(telegram: Telegram, start: Start) -> Pace:
    """`/menu` from new persons, all at once, to a bot that was just started."""
    with tempfile.TemporaryDirectory() as folder, start(telegram, Path(folder)) as process:
        before = cpu_seconds(process)
        done = telegram.order("flood", first=next(_persons), count=PERSONS, text="/menu")
        time.sleep(SETTLED_AFTER)
        used = cpu_seconds(process) - before
        return Pace(
            rate=PERSONS / done["seconds"],
            microseconds=used / PERSONS * 1e6,
            mebibytes=peak_mebibytes(process),
            answered=done["answered"],
        )


def _median(paces: list[Pace]) -> Pace:
    return Pace(
        rate=median(pace.rate for pace in paces),
        microseconds=median(pace.microseconds for pace in paces),
        mebibytes=max(pace.mebibytes for pace in paces),
        answered=min(pace.answered for pace in paces),
    )
