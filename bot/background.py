"""The one place that may start a detached task: it names it, logs its failure and cancels it at the end."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import structlog

from bot.errors import BotError

_log = structlog.get_logger()
T = TypeVar("T")


class Background:
    """The tasks of one part of the program."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, name: str, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Start a task. A failure that is no BotError is logged; those are told by who waits for the task."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    async def close(self) -> None:
        """Cancel what still runs and wait for it."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def finish(self, seconds: float) -> None:
        """Let what runs come to its end, for at most so many seconds."""
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=seconds)

    def __len__(self) -> int:
        return len(self._tasks)

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None and not isinstance(error, BotError):
            _log.error("task failed", task=task.get_name(), kind=type(error).__name__)
