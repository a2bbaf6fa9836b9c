"""Everything that is measured, as a table: what, how much, and how much it may be."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bot.embedder.client import Limits
from tests.bench import asking, embedding, hour, latency, throughput
from tests.bench.line import Line, at_least, at_most
from tests.bench.rig import telegram

SHARE_OF_PLAIN = 0.6
MOST_MICROSECONDS = 1000
MOST_MEBIBYTES = 250
MOST_SECONDS_TO_ANSWER = 1.0
MOST_SECONDS_TO_ASK = 1.5
MOST_SECONDS_TO_START = 0.5
MOST_MILLISECONDS = 60
MOST_FOR_ANY_TEXT = Limits.patience * 1000
MOST_MEBIBYTES_OF_MODEL = 100


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


def language_model() -> Iterator[Line]:
    """The process with the language model, where it can be."""
    found = embedding.measure()
    if found is None:
        return
    yield at_most("the language model is ready after", found.start, "s", MOST_SECONDS_TO_START)
    yield Line("  a question (middle)", found.middle * 1000, "ms")
    yield at_most("  95 of 100 questions within", found.slow * 1000, "ms", MOST_MILLISECONDS)
    yield at_most("  the longest text that is let through", found.longest * 1000, "ms", MOST_FOR_ANY_TEXT)
    yield at_most("  memory of its process", found.mebibytes, "MiB", MOST_MEBIBYTES_OF_MODEL)


def crowd(arguments: Sequence[str] = ()) -> Iterator[Line]:
    """The scripted hour."""
    yield from hour.measure(hour.hour_from(arguments))


def main(arguments: Sequence[str]) -> int:
    """Print the table, of everything or of the hour alone; 1 where a limit is missed."""
    parts: Sequence[Callable[[], Iterator[Line]]] = (flood, waits, command_line, language_model, crowd)
    if arguments[:1] == ["hour"]:
        parts = (partial(crowd, arguments[1:]),)
    lines = []
    for part in parts:
        for line in part():
            print(line, flush=True)
            lines.append(line)
    print(f"load of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    return 0 if all(line.is_well for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
