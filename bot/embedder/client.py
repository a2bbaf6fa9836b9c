"""
The model for the rest of the bot: a text in, a vector out, or None when there is none to be had in time.

One thread owns the process: it starts it, hands it one text at a time, ends it when it hangs or talks
nonsense, and starts another after a pause that grows while nothing works. Nobody else waits for a pipe.
"""

import asyncio
import time
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Final, TypeAlias

from bot.embedder.child import Child, ChildError, Fault, Vector, command
from bot.embedder.engine import package_folder
from bot.embedder.remembered import Remembered, digest
from bot.embedder.watching import Outcome, State, Watch
from bot.embedder.wire import plain

_STRIKES: Final = 2
"""A text that broke so many processes gets none any more. One may have been the machine's fault."""
_IDLE_SECONDS: Final = 1.0
_CLOSING_SECONDS: Final = 5.0


@dataclass(frozen=True)
class Limits:
    """How much a text may take. Times in seconds."""

    patience: float = 0.25  # how long somebody who asks waits, the queue included
    hang: float = 2.0  # a process that needs longer for a text is ended; a busy machine is no reason to
    start: float = 10.0
    first_pause: float = 0.1
    longest_pause: float = 60.0
    characters: int = 400
    tokens: int = 128  # each takes one millisecond or two
    waiting: int = 32
    remembered: int = 2000  # vectors of 1.5 kB

    def pause(self, failures: int) -> float:
        """Seconds before the next process, after so many in a row that never answered."""
        return min(self.longest_pause, self.first_pause * 2.0 ** min(failures, 30))


@dataclass(frozen=True)
class _Asked:
    text: str
    key: bytes
    until: float
    answer: Future[Vector | None] = field(default_factory=Future)


_Said: TypeAlias = tuple[Vector | None, Outcome]


class ModelClient:
    """The process with the model, kept alive. All of it may be called from any thread and raises nothing."""

    def __init__(
        self, watch: Watch | None = None, *, line: list[str] | None = None, limits: Limits | None = None
    ) -> None:
        """`line`: another program to start than our own."""
        self._limits = limits or Limits()
        self._watch = watch or Watch()
        self._is_installed = line is not None or package_folder() is not None
        self._line = line or command(self._limits.tokens)
        self._state = State.STARTING
        self._settled = Event()
        self._closing = Event()
        self._queue: Queue[_Asked | None] = Queue(self._limits.waiting)
        self._vectors: Remembered[Vector] = Remembered(self._limits.remembered)
        self._strikes: Remembered[int] = Remembered(self._limits.remembered)
        self._thread = Thread(target=self._keep_alive, name="embedder", daemon=True)
        self._child: Child | None = None
        self._has_answered = False

    def start(self) -> None:
        """Start the process and return at once."""
        if self._is_installed:
            self._thread.start()
        else:
            self._become(State.ABSENT)

    def wait_until_ready(self, seconds: float) -> bool:
        """Wait until the model can be asked, or never will; says which."""
        self._settled.wait(seconds)
        return self.available()

    def available(self) -> bool:
        """Whether the model can be asked now."""
        return self._state is State.READY

    def close(self) -> None:
        """End the process."""
        self._closing.set()
        with suppress(Full):
            self._queue.put_nowait(None)
        if child := self._child:
            child.kill()
        if self._thread.is_alive():
            self._thread.join(_CLOSING_SECONDS)
        self._become(State.CLOSED)
        self._send_away()

    def embed_now(self, text: str) -> Vector | None:
        """The vector of a question; waits for it in this thread, `patience` at most."""
        asked = self._taken(text)
        if isinstance(asked, _Asked):
            try:
                asked = _said(asked.answer.result(self._limits.patience))
            except (TimeoutError, CancelledError):
                asked = None, Outcome.LATE
        return self._told(asked)

    async def embed(self, text: str) -> Vector | None:
        """The vector of a question; the same as `embed_now` without holding up the loop."""
        asked = self._taken(text)
        if isinstance(asked, _Asked):
            try:
                async with asyncio.timeout(self._limits.patience):
                    asked = _said(await asyncio.wrap_future(asked.answer))
            except TimeoutError:
                asked = None, Outcome.LATE
        return self._told(asked)

    def _told(self, said: _Said) -> Vector | None:
        vector, outcome = said
        self._watch.asked(outcome)
        return vector

    def _taken(self, text: str) -> _Asked | _Said:
        """The place of a text in the queue, or what can be said about it at once."""
        words = plain(text, self._limits.characters)
        if not words:
            return None, Outcome.BLANK
        key = digest(words)
        if (vector := self._vectors.get(key)) is not None:
            return vector, Outcome.REMEMBERED
        if (self._strikes.get(key) or 0) >= _STRIKES:
            return None, Outcome.REFUSED
        if not self.available():
            return None, Outcome.OUT
        asked = _Asked(words, key, time.monotonic() + self._limits.patience)
        try:
            self._queue.put_nowait(asked)
        except Full:
            return None, Outcome.BUSY
        return asked

    def _keep_alive(self) -> None:
        failures = 0
        while not self._closing.is_set():
            self._has_answered = False
            fault, exit_code = self._fault_of_a_life()
            if self._closing.is_set():
                return
            self._watch.failed(fault, exit_code)
            if fault is Fault.MISSING:
                self._become(State.ABSENT)
                return
            self._become(State.DOWN)
            failures = 0 if self._has_answered else failures
            self._closing.wait(self._limits.pause(failures))
            failures += 1

    def _fault_of_a_life(self) -> tuple[Fault, int | None]:
        """Start a process and serve it until it fails, or until the end."""
        try:
            self._child = child = Child(self._line)
            try:
                self._serve(child)
            finally:
                child.end()
        except ChildError as error:
            return error.fault, error.exit_code
        except Exception:  # noqa: BLE001  this thread must go on whatever the system runs out of
            return Fault.DIED, None
        return Fault.DIED, None

    def _serve(self, child: Child) -> None:
        child.wait_for_trial(self._limits.start)
        self._become(State.READY)
        while not self._closing.is_set():
            try:
                asked = self._queue.get(timeout=_IDLE_SECONDS)
            except Empty:
                child.look()
                continue
            if asked is None:
                return
            if time.monotonic() < asked.until and asked.answer.set_running_or_notify_cancel():
                self._answer(child, asked)

    def _answer(self, child: Child, asked: _Asked) -> None:
        vector = None
        try:
            child.look()  # what it did before is not the fault of this text
            vector = self._reckoned(child, asked)
        finally:
            asked.answer.set_result(vector)

    def _reckoned(self, child: Child, asked: _Asked) -> Vector:
        started = time.monotonic()
        try:
            [vector] = child.ask([asked.text], self._limits.hang)
        except ChildError:
            self._strikes.put(asked.key, (self._strikes.get(asked.key) or 0) + 1)
            raise
        self._watch.took(time.monotonic() - started)
        self._vectors.put(asked.key, vector)
        self._has_answered = True
        return vector

    def _send_away(self) -> None:
        """Whoever still waits in the queue waits for nothing."""
        with suppress(Empty):
            while True:
                asked = self._queue.get_nowait()
                if asked is not None and asked.answer.set_running_or_notify_cancel():
                    asked.answer.set_result(None)

    def _become(self, state: State) -> None:
        if state is not self._state:
            self._state = state
            self._watch.became(state)
        if state is not State.DOWN:
            self._settled.set()


def _said(vector: Vector | None) -> _Said:
    return vector, Outcome.ANSWERED if vector is not None else Outcome.FAILED
