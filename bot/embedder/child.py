"""One process with the model as the bot sees it: started, asked, ended. Every fault of it is a ChildError."""

import math
import os
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from signal import SIGILL
from typing import IO, Final, TypeAlias, cast

import bot
from bot.embedder.wire import MARK, NO_MODEL, REPLY, VECTOR_BYTES, pack_request

Vector: TypeAlias = Sequence[float]
"""384 numbers, of length 1: a read-only memoryview of binary32, which numpy.asarray takes without a copy."""

_LENGTH_MAY_BE_OFF: Final = 0.001


class Fault(StrEnum):
    """What went wrong with a process."""

    MISSING = "missing"  # library, model or instructions of the processor: trying again is useless
    DIED = "died"  # it ended or closed its pipes
    SLOW = "slow"  # no whole reply in time
    GARBLED = "garbled"  # a reply that is none


class ChildError(Exception):
    """The process is of no use any more."""

    def __init__(self, fault: Fault, exit_code: int | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.exit_code = exit_code


def command(most_tokens: int) -> list[str]:
    """How the process is started; it imports nothing from the folder that it runs in."""
    return [sys.executable, "-P", "-s", "-m", "bot.embedder", str(most_tokens)]


class Child:
    """A running process. Not for two threads at once."""

    def __init__(self, line: Sequence[str]) -> None:
        """Start it, without waiting. Raises ChildError."""
        try:
            self._process = subprocess.Popen(  # noqa: S603  our own program
                line,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                cwd="/",
                # Nothing is inherited, least of all the token. More threads only wait for each other.
                env={"PYTHONPATH": str(Path(bot.__file__).parent.parent), "OMP_NUM_THREADS": "1"},
                start_new_session=True,
            )
        except OSError:
            raise ChildError(Fault.DIED) from None
        self._pipes = cast("tuple[IO[bytes], IO[bytes]]", (self._process.stdin, self._process.stdout))
        self._requests, self._replies = (pipe.fileno() for pipe in self._pipes)
        os.set_blocking(self._requests, False)
        os.set_blocking(self._replies, False)
        self._number = 0

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def wait_for_trial(self, seconds: float) -> None:
        """Until it has shown that it works. Raises ChildError, with MISSING where it never will."""
        try:
            self._reply(0, 1, time.monotonic() + seconds)
        except ChildError as error:
            if error.exit_code in {NO_MODEL, -SIGILL}:
                raise ChildError(Fault.MISSING, error.exit_code) from None
            raise

    def ask(self, texts: Sequence[str], seconds: float, *, are_questions: bool = True) -> list[Vector]:
        """The vectors of `plain` texts, MOST_TEXTS at most, within so many seconds. Raises ChildError."""
        deadline = time.monotonic() + seconds
        self._number = (self._number + 1) % 2**32
        self._send(pack_request(self._number, texts, are_questions=are_questions), deadline)
        return self._reply(self._number, len(texts), deadline)

    def look(self) -> None:
        """Between requests it must be silent and alive. Raises ChildError."""
        if _ready(self._replies, select.POLLIN, 0):
            raise ChildError(Fault.GARBLED) if self._read(1) else self._died()

    def kill(self) -> None:
        """End it from another thread; who waits for its reply gets a ChildError."""
        self._process.kill()

    def end(self) -> None:
        """End it, whatever it does, and leave nothing of it."""
        self._process.kill()
        self._process.wait()
        for pipe in self._pipes:
            pipe.close()

    def _send(self, request: bytes, deadline: float) -> None:
        while request:
            self._wait(self._requests, select.POLLOUT, deadline)
            try:
                request = request[os.write(self._requests, request) :]
            except BrokenPipeError:
                raise self._died() from None

    def _reply(self, number: int, count: int, deadline: float) -> list[Vector]:
        head = REPLY.pack(MARK, number, count)
        size = len(head) + count * VECTOR_BYTES
        reply = b""
        while len(reply) < size:
            self._wait(self._replies, select.POLLIN, deadline)
            more = self._read(size + 1 - len(reply))  # one byte too many shows a reply that is too long
            if not more:
                raise self._died()
            reply += more
            if reply[: len(head)] != head[: len(reply)]:
                raise ChildError(Fault.GARBLED)
        if len(reply) > size:
            raise ChildError(Fault.GARBLED)
        return _vectors(reply[len(head) :])

    def _read(self, size: int) -> bytes:
        return os.read(self._replies, size)

    def _wait(self, pipe: int, event: int, deadline: float) -> None:
        left = deadline - time.monotonic()
        if left <= 0 or not _ready(pipe, event, left):
            raise ChildError(Fault.SLOW)

    def _died(self) -> ChildError:
        """What is known of its end; who closed the pipe is ending, or will be ended."""
        try:
            return ChildError(Fault.DIED, self._process.wait(timeout=1))
        except subprocess.TimeoutExpired:
            return ChildError(Fault.DIED)


def _ready(pipe: int, event: int, seconds: float) -> bool:
    poll = select.poll()
    poll.register(pipe, event)
    return bool(poll.poll(math.ceil(seconds * 1000)))


def _vectors(floats: bytes) -> list[Vector]:
    """Raises ChildError: a vector that is not of length 1, be it for a NaN in it."""
    starts = range(0, len(floats), VECTOR_BYTES)
    vectors: list[Vector] = [memoryview(floats[start : start + VECTOR_BYTES]).cast("f") for start in starts]
    if not all(abs(math.hypot(*vector) - 1) <= _LENGTH_MAY_BE_OFF for vector in vectors):
        raise ChildError(Fault.GARBLED)
    return vectors
