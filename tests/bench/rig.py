"""The processes of a benchmark: the stand-in, and the bot that is measured."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

STOP_WITHIN = 15.0


class Telegram:
    """The stand-in in its process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        hello = self._read()
        self.base: str = hello["base"]
        self.token: str = hello["token"]

    def order(self, do: str, **what: Any) -> dict[str, Any]:
        """Let it do something, and wait for what came of it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, **what}) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the stand-in ended before it answered")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def telegram() -> Iterator[Telegram]:
    """A stand-in that answers at once and checks nothing."""
    command = [sys.executable, "-m", "tests.bench.telegram"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Telegram(process)
        finally:
            process.kill()


@contextmanager
def our_bot(telegram: Telegram, folder: Path, *, send_rate: str | None = "0") -> Iterator[psutil.Process]:
    """`bot run` on a database of its own; without pacing unless `send_rate` is None, the default."""
    settings = {
        "BOT_TOKEN": telegram.token,
        "BOT_API_BASE": telegram.base,
        "BOT_DATA_DIR": str(folder),
        "BOT_LISTEN": "127.0.0.1:0",
    }
    if send_rate is not None:
        settings["BOT_SEND_RATE"] = send_rate
    with _running([sys.executable, "-m", "bot", "run"], telegram, settings) as process:
        yield process


@contextmanager
def echo_bot(telegram: Telegram, _folder: Path) -> Iterator[psutil.Process]:
    """The plain aiogram bot."""
    command = [sys.executable, "-m", "tests.bench.echo", telegram.base, telegram.token]
    with _running(command, telegram, {}) as process:
        yield process


@contextmanager
def _running(command: list[str], telegram: Telegram, settings: dict[str, str]) -> Iterator[psutil.Process]:
    # What they log belongs to their cost, but not on this screen.
    process = psutil.Popen(
        command, env=clean_environment(settings), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        telegram.order("answered")
        yield process
    finally:
        process.terminate()
        _stopped(process)


def _stopped(process: psutil.Process) -> None:
    try:
        process.wait(STOP_WITHIN)
    except psutil.TimeoutExpired:
        process.kill()
        process.wait()


def clean_environment(settings: dict[str, str]) -> dict[str, str]:
    """Ours without anything that sets up a bot, and then the settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    return {**kept, **settings}


def cpu_seconds(process: psutil.Process) -> float:
    """What the process has used so far, in its own code and in the kernel's."""
    times = process.cpu_times()
    return float(times.user + times.system)


def peak_mebibytes(process: psutil.Process) -> float:
    """The most memory it ever had; where the system does not keep that, what it has now."""
    try:
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    except OSError:
        return float(process.memory_info().rss) / 2**20
    [kilobytes] = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(kilobytes) / 2**10
