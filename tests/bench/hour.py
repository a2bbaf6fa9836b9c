"""The scripted hour: a crowd of both languages, every kind of message, every kind of fault, and kills."""

import asyncio
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from bot.sandbox.cast import STAFF_CHAT_ID
from bot.sandbox.flood import is_limited
from tests.bench.line import Line, at_least, at_most
from tests.e2e.reckoning import Reckoning
from tests.e2e.scripted_hour import Script, played

PEOPLE, MINUTES = 200, 60.0
PACE = 12.0
"""So many times faster than people are: Telegram's limits, which hold in real time, are reached at this pace."""
ACT_EVERY = 120.0
"""Seconds of the script between two things that one person does."""
FAULT_EVERY = 18.0
KILL_EVERY = 8 * 60.0
LEAST_IN_OWN_LANGUAGE = 0.95
MOST_MEBIBYTES = 250.0


@dataclass(frozen=True)
class Hour:
    """How much is played, and how fast."""

    people: int = PEOPLE
    minutes: float = MINUTES
    pace: float = PACE
    seed: int = 20261124

    @property
    def script(self) -> Script:
        seconds = 60 * self.minutes
        return Script(
            people=self.people,
            seconds=seconds / self.pace,
            pause=ACT_EVERY / self.pace,
            fault_every=FAULT_EVERY / self.pace,
            kills=int(seconds / KILL_EVERY),
            seed=self.seed,
            drain=1800.0,
        )


def measure(hour: Hour) -> list[Line]:
    """Play it and reckon up."""

    async def play() -> list[Line]:
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            async with played(hour.script, Path(folder)) as reckoning:
                seconds = time.monotonic() - started
                return [*_crowd(hour, reckoning, seconds), *_outcome(reckoning), *_cost(reckoning)]

    return asyncio.run(play())


def _crowd(hour: Hour, reckoning: Reckoning, seconds: float) -> Iterator[Line]:
    yield Line("people", hour.people, "")
    yield Line("  the script lasts", hour.minutes, "min")
    yield Line("  played, and everybody served, within", seconds / 60, "min")
    yield Line("updates", len(reckoning.records.updates_of_telegram), "")
    kinds = Counter(kept.kind for kept in reckoning.records.updates_of_telegram)
    for kind, count in sorted(kinds.items()):
        yield Line(f"  {kind}", count, "")
    yield Line("questions with a number", len(reckoning.records.numbers), "")
    handed = sum("handed_over" in events for events in reckoning.records.lives.values())
    yield Line("  handed over", handed, "")
    yield Line("messages to people", _messages(reckoning, staff=False), "")
    yield Line("messages to staff", _messages(reckoning, staff=True), "")
    yield Line("faults ordered", reckoning.trouble.faults, "")
    yield Line("kills", reckoning.trouble.kills, "")


def _messages(reckoning: Reckoning, *, staff: bool) -> int:
    sent = (row for row in reckoning.records.outbox if row.state == "sent" and is_limited(row.method))
    return sum((row.chat_id == STAFF_CHAT_ID) == staff for row in sent)


def _outcome(reckoning: Reckoning) -> Iterator[Line]:
    broken = reckoning.broken()
    for one in broken[:20]:
        print("BROKEN", one[:400], flush=True)
    yield at_most("promises broken", len(broken), "", 0)
    yield Line("messages that came twice", reckoning.doubled, "")
    own = reckoning.in_own_language
    share = sum(own) / len(own) if own else 1.0
    yield at_least("answers in the own language before one was chosen", share, "", LEAST_IN_OWN_LANGUAGE)
    pressed, told = reckoning.presses()
    yield Line("buttons pressed", pressed, "")
    yield Line("  confirmed", told / max(pressed, 1), "")
    yield Line("votes on an answer that had gone meanwhile", reckoning.late_votes, "")
    early = [one for one in reckoning.stand_in.flood.violations if one.after > 0]
    yield Line("requests in the first moments of an ordered silence", len(early), "")


def _cost(reckoning: Reckoning) -> Iterator[Line]:
    found = reckoning.records.waits(reckoning.texts())
    waits = [whole for _, whole in found]
    yield Line("a text is answered after (middle)", median(waits), "s")
    yield Line("  of these until it was written (middle)", median(written for written, _ in found), "s")
    yield Line("  nine of ten within", quantiles(waits, n=10)[-1], "s")
    yield Line("  ninety-nine of a hundred within", quantiles(waits, n=100)[-1], "s")
    yield at_most("peak memory", reckoning.trouble.peak_mebibytes, "MiB", MOST_MEBIBYTES)
    updates = len(reckoning.records.updates_of_telegram)
    yield Line("CPU an update, starts included", reckoning.trouble.cpu_seconds / updates * 1e3, "ms")


def hour_from(arguments: Sequence[str]) -> Hour:
    """What the command line asks for."""
    parser = ArgumentParser(prog="python -m tests.bench hour")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--pace", type=float, default=PACE, help="times faster than people are")
    parser.add_argument("--seed", type=int, default=Hour.seed)
    return Hour(**vars(parser.parse_args(arguments)))
