"""How long somebody waits for an answer, from the word said to the message in the chat."""

import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median, quantiles

from tests.bench.rig import Telegram, our_bot

TEXTS = ("можно ли работать по безвизу", "визасыз жұмыс істеуге бола ма", "сколько стоит учёба в политехе")
TIMES = 5
PAUSE = 1.2
"""Seconds between an answer and the next text: longer than the pacing of one chat."""

_persons = count(900_001)


@dataclass(frozen=True)
class Waits:
    """Seconds from the text to its answer; 0.4 of them the bot waits for a second text on purpose."""

    middle: float
    slow: float  # nine of ten are quicker
    command: float  # middle of commands, for which nothing is waited


def measure(telegram: Telegram) -> Waits:
    """One person at a time, on the settings the bot has by default."""
    with tempfile.TemporaryDirectory() as folder, our_bot(telegram, Path(folder), send_rate=None):
        texts = _converse(telegram, list(TEXTS) * TIMES)
        commands = _converse(telegram, ["/menu"] * TIMES)
    return Waits(median(texts), quantiles(texts, n=10)[-1], median(commands))


def _converse(telegram: Telegram, texts: list[str]) -> list[float]:
    waits: list[float] = telegram.order("converse", first=next(_persons), texts=texts, pause=PAUSE)["waits"]
    return waits
