"""How long the language model takes for a text, how much memory, and how soon it is ready."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import psutil

from bot.embedder.child import Child, command
from bot.embedder.client import Limits
from bot.embedder.engine import package_folder
from bot.embedder.wire import plain

QUESTIONS = Path(__file__).parents[1] / "quality" / "dev.jsonl"
STARTS = 5
PATIENT = 60.0
LONGEST_TEXT = "\U0001f600" * Limits.characters
"""No text that is read to its end takes more tokens than it has letters."""


@dataclass(frozen=True)
class Model:
    """Seconds, and mebibytes of the process."""

    start: float  # the middle of some starts, until the first vector
    middle: float
    slow: float  # 95 of 100 questions are quicker
    longest: float  # the worst that a stranger can send
    mebibytes: float


def measure() -> Model | None:
    """The process as the bot starts it, one question after the other; None where it cannot be."""
    if package_folder() is None:
        return None
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    questions = [plain(json.loads(line)["text"], Limits.characters) for line in lines]
    starts = [_started()[1] for _ in range(STARTS)]
    child, last = _started(end=False)
    try:
        times = [_seconds(child, text) for text in questions]
        longest = median(_seconds(child, LONGEST_TEXT) for _ in range(STARTS))
        mebibytes = psutil.Process(child.pid).memory_info().rss / 2**20
    finally:
        child.end()
    return Model(median([*starts, last]), median(times), quantiles(times, n=20)[-1], longest, mebibytes)


def _started(*, end: bool = True) -> tuple[Child, float]:
    started = time.perf_counter()
    child = Child(command(Limits.tokens))
    child.wait_for_trial(PATIENT)
    took = time.perf_counter() - started
    if end:
        child.end()
    return child, took


def _seconds(child: Child, text: str) -> float:
    started = time.perf_counter()
    child.ask([text], PATIENT)
    return time.perf_counter() - started
