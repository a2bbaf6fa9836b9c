"""Vectors of many texts at once, for training and for measuring."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Final

from bot.embedder.child import Child, ChildError, Vector, command
from bot.embedder.client import Limits
from bot.embedder.engine import package_folder
from bot.embedder.wire import LONGEST_SECONDS, plain

Progress = Callable[[int, int], None]
_BLOCK: Final = 16
_START_SECONDS: Final = 60.0


def embed_all(
    texts: Sequence[str],
    *,
    are_questions: bool = True,
    most_tokens: int = Limits.tokens,
    processes: int = 2,
    progress: Progress | None = None,
) -> list[Vector] | None:
    """
    The vectors in the order of the texts; None where there is no model, or it failed over one of them.

    They are the numbers that ModelClient gives for each text of up to 400 characters, however many processes
    share the work.
    `are_questions`: False for passages in which answers are looked for; the model knows both by a prefix.
    `progress` hears how many of how many are done, from several threads.
    """
    if package_folder() is None:
        return None
    blocks = [texts[start : start + _BLOCK] for start in range(0, len(texts), _BLOCK)]
    work = _Work(most_tokens, len(texts), are_questions=are_questions, progress=progress)
    try:
        with ThreadPoolExecutor(processes) as threads:
            shares = list(threads.map(work.embed, (blocks[first::processes] for first in range(processes))))
    except (ChildError, OSError):
        return None
    return [
        vector for place in range(len(blocks)) for vector in shares[place % processes][place // processes]
    ]


class _Work:
    def __init__(
        self, most_tokens: int, size: int, *, are_questions: bool, progress: Progress | None
    ) -> None:
        self._line = command(most_tokens)
        self._size = size
        self._are_questions = are_questions
        self._progress = progress
        self._done = count(1)

    def embed(self, blocks: Sequence[Sequence[str]]) -> list[list[Vector]]:
        """The vectors of each block, in a process for these. Raises ChildError."""
        if not blocks:
            return []
        child = Child(self._line)
        try:
            child.wait_for_trial(_START_SECONDS)
            return [self._embed_block(child, block) for block in blocks]
        finally:
            child.end()

    def _embed_block(self, child: Child, block: Sequence[str]) -> list[Vector]:
        words = [plain(text) for text in block]
        seconds = LONGEST_SECONDS * len(block)
        vectors = child.ask(words, seconds, are_questions=self._are_questions)
        if self._progress:
            self._progress(min(self._size, next(self._done) * _BLOCK), self._size)
        return vectors
