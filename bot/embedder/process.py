"""The process with the model: requests come in by one pipe, vectors leave by the other."""

import os
import signal
from typing import Final

from bot.embedder import rights
from bot.embedder.engine import Engine, EngineError, package_folder
from bot.embedder.wire import (
    LONGEST_SECONDS,
    MOST_BYTES,
    NO_MODEL,
    REQUEST,
    TRIAL,
    WRONG_REQUEST,
    pack_reply,
    plain,
    unpack_texts,
)

_INPUT: Final = 0
_OUTPUT: Final = 1
_ERRORS: Final = 2


def serve(most_tokens: int) -> int:
    """Answer on standard output what comes on standard input until that ends; returns the exit code."""
    rights.leave_no_core()
    output = _own_output()
    try:
        model = _Model(most_tokens)
        trial = model.vector(plain(TRIAL), is_question=True)
    except EngineError:
        return NO_MODEL
    rights.give_up()
    _write(output, pack_reply(0, [trial]))
    try:
        while head := _read(REQUEST.size):
            number, are_questions, size = REQUEST.unpack(head)
            if size > MOST_BYTES:
                return WRONG_REQUEST
            texts = unpack_texts(_read(size))
            vectors = [model.vector(text, is_question=are_questions) for text in texts]
            _write(output, pack_reply(number, vectors))
    except ValueError:
        return WRONG_REQUEST
    return 0


class _Model:
    def __init__(self, most_tokens: int) -> None:
        self._engine = Engine(package_folder())
        self._most = most_tokens

    def vector(self, text: str, *, is_question: bool) -> bytes:
        signal.setitimer(signal.ITIMER_REAL, LONGEST_SECONDS)  # nobody handles SIGALRM: it ends the process
        short = self._engine.shortened(text, self._most, is_question=is_question)
        vector = self._engine.embed(short, is_question=is_question)
        signal.setitimer(signal.ITIMER_REAL, 0)
        return vector


def _own_output() -> int:
    """The pipe for replies, under a number of its own: what a library prints goes where errors go."""
    output = os.dup(_OUTPUT)
    os.dup2(_ERRORS, _OUTPUT)
    return output


def _read(size: int) -> bytes:
    """So many bytes; none at the end of the pipe. Raises ValueError: it ended in between."""
    read = b""
    while len(read) < size and (more := os.read(_INPUT, size - len(read))):
        read += more
    if read and len(read) < size:
        raise ValueError
    return read


def _write(output: int, reply: bytes) -> None:
    """All of it. Raises BrokenPipeError: nobody reads any more."""
    while reply:
        reply = reply[os.write(output, reply) :]
