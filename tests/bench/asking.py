"""How long the command line takes, and how long deciding about one text."""

import subprocess
import sys
import time
from statistics import median

from bot.app import build_matcher
from bot.files.place import locales_dir
from tests.bench.rig import clean_environment

QUESTION = "можно ли поехать туристом и работать?"
TEXTS = (
    QUESTION,
    "Корея",
    "күйеуімді полиция ұстап кетті көмектесіңдер",
    "привет",
    "сәлем, менің туысым Кореяда жүр, паспортын жұмыс беруші алып қойған, не істеу керек",
    "виза бітіп қалды, өз еркіммен кетсем айыппұл болмай ма",
    "я хочу поговорить с человеком " * 20,
    "х" * 4096,
    "слово " * 682,
)
TIMES = 20


def second_ask() -> float:
    """Seconds of the second `bot ask` in a row; the first may have filled caches."""
    return [_ask() for _ in range(2)][1]


def _ask() -> float:
    started = time.perf_counter()
    command = [sys.executable, "-m", "bot", "ask", QUESTION]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=clean_environment({}))
    return time.perf_counter() - started


def deciding() -> tuple[float, float, float]:
    """Seconds to build the matcher, microseconds of the middle and of the slowest text."""
    started = time.perf_counter()
    matcher = build_matcher(locales_dir())
    built = time.perf_counter() - started
    each = [median(_decide(matcher.decide, text) for _ in range(TIMES)) for text in TEXTS]
    return built, median(each) * 1e6, max(each) * 1e6


def _decide(decide: object, text: str) -> float:
    assert callable(decide)
    started = time.perf_counter()
    decide(text)
    return time.perf_counter() - started
