import signal
import subprocess
import sys
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.embedder.wire import MOST_BYTES, NO_MODEL, REPLY, REQUEST, VECTOR_BYTES, WRONG_REQUEST, pack_request
from tests.embedder.model import needs_model
from tests.support.source import ROOT

ONE_REPLY = REPLY.size + VECTOR_BYTES
FEW = settings(max_examples=6, deadline=None)  # each starts a process


def run(
    said: bytes, *options: str, program: Sequence[str] = ("-m", "bot.embedder", "128")
) -> tuple[int, bytes]:
    """The exit code and what the process wrote."""
    ended = subprocess.run(
        [sys.executable, *options, *program],
        input=said,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    return ended.returncode, ended.stdout


@needs_model
def test_it_shows_that_it_works_and_ends_with_its_input() -> None:
    code, replies = run(b"")
    assert code == 0
    assert REPLY.unpack(replies[: REPLY.size]) == (b"E5v1", 0, 1)
    assert len(replies) == ONE_REPLY


def test_without_the_package_it_says_so_by_its_exit_code() -> None:
    assert run(b"", "-S") == (NO_MODEL, b"")


@needs_model
def test_it_reads_no_more_than_it_should() -> None:
    code, replies = run(REQUEST.pack(1, 1, MOST_BYTES + 1))
    assert (code, len(replies)) == (WRONG_REQUEST, ONE_REPLY)


@needs_model
def test_half_a_request_is_not_answered() -> None:
    code, replies = run(pack_request(1, ["сәлем"], are_questions=True)[:-1])
    assert (code, len(replies)) == (WRONG_REQUEST, ONE_REPLY)


@needs_model
@FEW
@given(st.lists(st.binary(max_size=200), max_size=10))
def test_any_bytes_in_a_request_are_texts(bodies: list[bytes]) -> None:
    asked = [body.replace(b"\0", b" ") for body in bodies]
    code, replies = run(b"".join(REQUEST.pack(1, 1, len(body)) + body for body in asked))
    assert (code, len(replies)) == (0, (1 + len(asked)) * ONE_REPLY)


@needs_model
@FEW
@given(st.binary(min_size=1, max_size=200))
def test_nonsense_ends_the_process_in_order(said: bytes) -> None:
    code, _ = run(said)
    assert code in {0, WRONG_REQUEST}


def test_a_text_that_takes_for_ever_ends_the_process() -> None:
    program = (
        "from bot.embedder import process\n"
        "class Stuck:\n"
        "    def __init__(self, folder): pass\n"
        "    def shortened(self, text, most, *, is_question): return text\n"
        "    def embed(self, text, *, is_question):\n"
        "        while True: pass\n"
        "process.Engine, process.LONGEST_SECONDS = Stuck, 0.05\n"
        "process.serve(128)\n"
    )
    code, replies = run(b"", program=("-c", program))
    assert (code, replies) == (-signal.SIGALRM, b"")


def test_what_a_library_prints_is_no_reply() -> None:
    program = (
        "import os\n"
        "from bot.embedder import process\n"
        "class Talkative:\n"
        "    def __init__(self, folder): os.write(1, b'hello')\n"
        "    def shortened(self, text, most, *, is_question): return text\n"
        "    def embed(self, text, *, is_question): return bytes(1536)\n"
        "process.Engine = Talkative\n"
        "process.serve(128)\n"
    )
    code, replies = run(b"", program=("-c", program))
    assert (code, len(replies)) == (0, ONE_REPLY)


def test_it_imports_nothing_but_itself_and_the_standard_library() -> None:
    program = (
        "import sys\n"
        "import bot.embedder.process\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} - sys.stdlib_module_names - {'__main__'}))\n"
        "print('asyncio' in sys.modules, 'subprocess' in sys.modules)\n"
    )
    _, said = run(b"", "-S", program=("-c", program))
    assert said.decode().split("\n")[:2] == ["['bot']", "False False"]
