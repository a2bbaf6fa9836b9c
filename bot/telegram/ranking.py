"""Deciding about texts side by side, outside any transaction, so that a slow one delays no other chat."""

import asyncio
import time
from collections.abc import Callable, Iterable

import structlog

from bot.background import Background
from bot.faq.matching.model import Decision
from bot.metrics import RANKING_SECONDS
from bot.telegram.answering import NO_DECISION

LONGEST_SECONDS = 5.0
AT_ONCE = 100
_log = structlog.get_logger()
Key = tuple[int, ...]


class Ranking:
    """Decisions in the making and made, by the update ids they are about. Lost at a crash and made again."""

    def __init__(
        self,
        decide: Callable[[str, str | None], Decision],
        background: Background,
        on_ranked: Callable[[], None],
    ) -> None:
        self._decide = decide
        self._background = background
        self._on_ranked = on_ranked
        self._started: set[Key] = set()
        self._made: dict[Key, Decision] = {}

    def decision(self, key: Key, words: Callable[[], str], after: str | None) -> Decision | None:
        """
        The decision about these updates; None while it is being made, or too many others are.

        `after`: the topic that the person has just read.
        """
        if key not in self._started and len(self._started) - len(self._made) < AT_ONCE:
            self._started.add(key)
            self._background.start("ranking", self._rank(key, words(), after))
        return self._made.get(key)

    def forget(self, keys: Iterable[Key]) -> None:
        """These updates are done with."""
        for key in keys:
            self._started.discard(key)
            self._made.pop(key, None)

    async def _rank(self, key: Key, words: str, after: str | None) -> None:
        started = time.perf_counter()
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                self._made[key] = await asyncio.to_thread(self._decide, words, after)
        except Exception as error:  # noqa: BLE001  whatever goes wrong, the question must reach a person
            _log.error("a text could not be ranked", kind=type(error).__name__)
            self._made[key] = NO_DECISION
        RANKING_SECONDS.observe(time.perf_counter() - started)
        self._on_ranked()
