"""Everything that is measured, as a table: what, how much, and how much it may be."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench import asking, latency, throughput
from tests.bench.rig import telegram

SHARE_OF_PLAIN = 0.6
MOST_MICROSECONDS = 1000
MOST_MEBIBYTES = 250
MOST_SECONDS_TO_ANSWER = 1.0
MOST_SECONDS_TO_ASK = 1.5


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    what: str
    found: float
    unit: str
    allowed: str = ""
    is_well: bool = True

    def __str__(self) -> str:
        judged = "" if not self.allowed else f"  {self.allowed:<12}{'ok' if self.is_well else 'MISSED'}"
        return f"{self.what:<58}{self.found:>10,.2f} {self.unit:<6}{judged}".rstrip()


def at_most(what: str, found: float, unit: str, limit: float) -> Line:
    return Line(what, found, unit, f"<= {limit:,g}", found <= limit)


def at_least(what: str, found: float, unit: str, limit: float) -> Line:
    return Line(what, found, unit, f">= {limit:,g}", found >= limit)


def flood() -> Iterator[Line]:
    """`/menu` from new persons, ours and a plain aiogram bot in turn."""
    with telegram() as stand_in:
        ours, plain = throughput.measure(stand_in)
        yield Line("plain aiogram echo bot, which keeps nothing", plain.rate, "/s")
        yield Line("  its CPU an update", plain.microseconds, "us")
        yield Line("  its peak memory", plain.mebibytes, "MiB")
        yield Line(f"/menu from {throughput.PERSONS} new persons", ours.rate, "/s")
        yield at_least("  share of the plain bot's rate", ours.rate / plain.rate, "", SHARE_OF_PLAIN)
        yield at_most("  CPU an update", ours.microseconds, "us", MOST_MICROSECONDS)
        yield at_most("  peak memory", ours.mebibytes, "MiB", MOST_MEBIBYTES)
        yield at_least("  persons answered", ours.answered, "", throughput.PERSONS)


def waits() -> Iterator[Line]:
    """How long one person waits while nobody else writes."""
    with telegram() as stand_in:
        found = latency.measure(stand_in)
    yield at_most("a lone text is answered after (middle)", found.middle, "s", MOST_SECONDS_TO_ANSWER)
    yield at_most("  nine of ten within", found.slow, "s", MOST_SECONDS_TO_ANSWER)
    yield Line("a command is answered after (middle)", found.command, "s")


def command_line() -> Iterator[Line]:
    """`bot ask`, and the deciding inside."""
    yield at_most("second run of bot ask", asking.second_ask(), "s", MOST_SECONDS_TO_ASK)
    built, middle, slowest = asking.deciding()
    yield Line("building the matcher", built, "s")
    yield Line("deciding about a text (middle)", middle, "us")
    yield Line("  the slowest of them", slowest, "us")


def main() -> int:
    """Print the table; 1 where a limit is missed."""
    lines = []
    for part in (flood, waits, command_line):
        for line in part():
            print(line, flush=True)
            lines.append(line)
    print(f"load of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    return 0 if all(line.is_well for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
