"""The bot as an operator runs it: a process of its own, on settings and files of its own."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from aiohttp import ClientError, ClientSession, ClientTimeout

ROOT = Path(__file__).parents[2]
READY_WITHIN = 40.0
LOOK_EVERY = 0.02
_HEALTH = "Health and metrics: "


async def eventually(what: str, condition: Callable[[], bool], within: float = 10.0) -> None:
    """Wait until something is so. Errors: AssertionError that says what did not come true in that time."""
    end = time.monotonic() + within
    while not condition():
        assert time.monotonic() < end, f"not within {within} s: {what}"
        await asyncio.sleep(LOOK_EVERY)


class BotProcess:
    """
    One life of the bot. What it says on both streams is kept in files of its folder.

    The folder is also where it runs, so that no `.env` of a developer is read.
    """

    def __init__(self, folder: Path, settings: Mapping[str, str], command: Sequence[str] = ("run",)) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        lives = len(list(folder.glob("*.out")))
        self._out, self._err = folder / f"{lives}.out", folder / f"{lives}.err"
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", *command],
                cwd=folder,
                env=environment(settings),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
            )

    @property
    def output(self) -> str:
        """What it said on standard output so far."""
        return self._out.read_text(encoding="utf-8", errors="replace")

    @property
    def complaints(self) -> str:
        """What it said on standard error so far."""
        return self._err.read_text(encoding="utf-8", errors="replace")

    @property
    def process_id(self) -> int:
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    @property
    def address(self) -> str | None:
        """Where health and metrics are, once it has said so."""
        for line in self.output.splitlines():
            if line.startswith(_HEALTH):
                return line.removeprefix(_HEALTH).split("/healthz")[0]
        return None

    async def ready(self, within: float = READY_WITHIN) -> None:
        """Wait until it says that database, receiver and sender work. Errors: AssertionError."""
        end = time.monotonic() + within
        while await self.status("/readyz") != 200:
            assert not self.has_ended, f"it ended before it was ready: {self.complaints}"
            assert time.monotonic() < end, f"not ready within {within} s: {self.complaints}"
            await asyncio.sleep(LOOK_EVERY)

    async def status(self, path: str) -> int:
        """The HTTP status of a page; 0 while nobody listens."""
        return (await self.page(path))[0]

    async def page(self, path: str) -> tuple[int, str]:
        """Status and text of a page; status 0 while nobody listens."""
        if self.address is None:
            return 0, ""
        try:
            async with (
                ClientSession(timeout=ClientTimeout(total=5)) as session,
                session.get(self.address + path) as response,
            ):
                return response.status, await response.text()
        except (ClientError, OSError, TimeoutError):
            return 0, ""

    async def metric(self, name: str) -> float:
        """A number from the metrics; -1 where it is not there."""
        _, text = await self.page("/metrics")
        found = [line.split()[1] for line in text.splitlines() if line.startswith(f"{name} ")]
        return float(found[0]) if found else -1.0

    async def settled(self, within: float = 30.0) -> None:
        """Wait until nothing waits inside, to be carried or to leave. Errors: AssertionError."""
        end = time.monotonic() + within
        while await self.metric("bot_updates_waiting") or await self.metric("bot_outbox_waiting"):
            assert time.monotonic() < end, (
                f"something still waits after {within} s: {self.complaints[-3000:]}"
            )
            await asyncio.sleep(LOOK_EVERY)

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal; one that has ended does not mind."""
        self._process.send_signal(number)

    async def ended(self, within: float = 15.0) -> int:
        """Wait for its end; the exit code. Errors: AssertionError."""
        await eventually("the bot ended", lambda: self.has_ended, within)
        code = self._process.returncode
        assert code is not None
        return code

    async def stop(self) -> int:
        """Stop it as an operator does; the exit code."""
        self.signal(signal.SIGTERM)
        return await self.ended()

    async def kill(self) -> None:
        """End it between two instructions."""
        self.signal(signal.SIGKILL)
        await self.ended()

    def clear_away(self) -> None:
        """Leave nothing behind, whatever a test did."""
        if not self.has_ended:
            self._process.kill()
        self._process.wait()


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Ours without anything that sets up a bot, and then the settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    return {**kept, "PYTHONPATH": str(ROOT), **settings}
