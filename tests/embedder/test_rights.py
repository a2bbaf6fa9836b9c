import json
import subprocess
import sys
from typing import Any

import pytest

from tests.support.source import ROOT

PROGRAM = """
import ctypes, json, os, resource, socket, sys
from bot.embedder import rights

def works(act, *arguments):
    try:
        act(*arguments)
    except (OSError, MemoryError):
        return False
    return True

def attempts():
    return {
        "reading on": works(os.read, reading, 1),
        "opening": works(os.open, kept, os.O_RDONLY),
        "connecting": works(socket.socket),
        "a gigabyte more": works(bytearray, 2**30),
        "deleting": works(os.unlink, kept),
    }

kept, other = sys.argv[1:]
reading = os.open(kept, os.O_RDONLY)
before = attempts()
os.rename(other, kept)
rights.leave_no_core()
rights.give_up()
after = attempts()
limits = [resource.getrlimit(what) for what in (resource.RLIMIT_CORE, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE)]
landlock = ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) >= 1
print(json.dumps({"before": before, "after": after, "limits": limits, "landlock": landlock}))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What a process could do before it gave up its rights, and afterwards."""
    folder = tmp_path_factory.mktemp("rights")
    files = [folder / "kept", folder / "other"]
    for file in files:
        file.write_text("words")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *files], cwd=ROOT, stdout=subprocess.PIPE, timeout=60, check=True
    )
    return json.loads(done.stdout)


def test_what_is_open_stays_open_and_nothing_can_be_opened(found: Any) -> None:
    assert all(found["before"].values())
    after = found["after"]
    assert after["reading on"]
    assert not after["opening"]
    assert not after["connecting"]


def test_memory_has_a_limit_and_no_process_no_file_no_core_can_be_made(found: Any) -> None:
    assert not found["after"]["a gigabyte more"]
    assert found["limits"] == [[0, 0]] * 3


def test_where_the_system_knows_landlock_nothing_can_be_deleted(found: Any) -> None:
    assert found["after"]["deleting"] is not found["landlock"]
