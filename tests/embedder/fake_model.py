"""A program that talks like the process with the model and does whatever wrong it is told to, by its texts."""

import json
import math
import os
import signal
import sys
from pathlib import Path

from bot.embedder.wire import NO_MODEL, REQUEST, VECTOR_BYTES, pack_reply, unpack_texts

DIE = "die"
HANG = "hang"
GARBAGE = "garbage"
HALF = "half"
TOO_LONG = "too long"
CLOSE = "close"
NOT_A_NUMBER = "not a number"
NOT_NORMAL = "not normal"
ANOTHER_NUMBER = "another number"
ASIDE = "aside"
"""A good reply, and then something that nobody asked for."""

OF_TEXTS = (DIE, HANG, GARBAGE, HALF, TOO_LONG, CLOSE, NOT_A_NUMBER, NOT_NORMAL, ANOTHER_NUMBER)
"""What it does wrong with a text."""


def line(start: str = "well", *more: str) -> list[str]:
    """How to start it."""
    return [sys.executable, "-S", "-P", "-m", "tests.embedder.fake_model", start, *more]


def vector(first: float = 1.0) -> bytes:
    """A vector along the first axis."""
    floats = memoryview(bytearray(VECTOR_BYTES)).cast("f")
    floats[0] = first
    return floats.tobytes()


def say(what: bytes) -> None:
    """Into the pipe, at once."""
    while what:
        what = what[os.write(1, what) :]


def read(size: int) -> bytes:
    """So many bytes of a request."""
    found = b""
    while len(found) < size and (more := os.read(0, size - len(found))):
        found += more
    return found


def hang() -> None:
    """Until killed; a pipe that is closed ends it too, so that a failed test leaves nothing."""
    while os.read(0, 1000):
        continue
    os._exit(0)


def begin(how: str) -> None:
    """The trial, or what comes instead of it."""
    if how == "no model":
        os._exit(NO_MODEL)
    if how == "wrong instruction":
        os.kill(os.getpid(), signal.SIGILL)
    if how == "dead":
        os._exit(1)
    if how == "silent":
        hang()
    if how == "talkative":
        say(b"Loading the model, please wait ...\n")
    if how == "telling":
        Path(sys.argv[2]).write_text(
            json.dumps([dict(os.environ), str(Path.cwd()), os.getsid(0) == os.getpid()])
        )
    say(pack_reply(0, [vector()]))


def answer(number: int, text: str) -> None:
    """A reply, or what the text asks for instead."""
    good = pack_reply(number, [vector()])
    if text == DIE:
        os._exit(1)
    if text == CLOSE:
        os.close(1)
    if text in {CLOSE, HANG}:
        hang()
    say(
        {
            GARBAGE: b"Segmentation fault (core dumped)\n",
            HALF: good[: len(good) // 2],
            TOO_LONG: good + b"\0",
            NOT_A_NUMBER: pack_reply(number, [vector(math.nan)]),
            NOT_NORMAL: pack_reply(number, [vector(2.0)]),
            ANOTHER_NUMBER: pack_reply(number + 1, [vector()]),
            ASIDE: good + pack_reply(0, [vector()]),
        }.get(text, good)
    )


def main() -> None:
    begin(sys.argv[1])
    while head := os.read(0, REQUEST.size):
        number, _, size = REQUEST.unpack(head)
        texts = unpack_texts(read(size))
        if len(texts) == 1:
            answer(number, texts[0])
        else:
            say(pack_reply(number, [vector()] * len(texts)))


if __name__ == "__main__":
    main()
