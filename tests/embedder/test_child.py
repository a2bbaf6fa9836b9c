import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from bot.embedder.child import Child, ChildError, Fault, command
from bot.embedder.wire import MOST_CHARACTERS, MOST_TEXTS
from tests.embedder import fake_model

PATIENT = 20.0
SHORT = 0.1


@contextmanager
def running(start: str = "well", *more: str) -> Iterator[Child]:
    child = Child(fake_model.line(start, *more))
    try:
        yield child
    finally:
        child.end()


def fault_at_start(start: str, seconds: float = PATIENT) -> ChildError:
    with running(start) as child, pytest.raises(ChildError) as found:
        child.wait_for_trial(seconds)
    return found.value


def fault_over(text: str, seconds: float = PATIENT) -> Fault:
    with running() as child:
        child.wait_for_trial(PATIENT)
        with pytest.raises(ChildError) as found:
            child.ask([text], seconds)
    return found.value.fault


def test_a_process_answers_one_text_after_the_other() -> None:
    with running() as child:
        child.wait_for_trial(PATIENT)
        for text in ("сәлем", "привет", "x"):
            [vector] = child.ask([text], PATIENT)
            assert (len(vector), vector[0], sum(vector)) == (384, 1.0, 1.0)
        child.look()


def test_more_than_a_pipe_holds_goes_through_it() -> None:
    texts = ["ж" * MOST_CHARACTERS] * MOST_TEXTS
    with running() as child:
        child.wait_for_trial(PATIENT)
        assert len(child.ask(texts, PATIENT)) == MOST_TEXTS


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (fake_model.DIE, Fault.DIED),
        (fake_model.CLOSE, Fault.DIED),
        (fake_model.GARBAGE, Fault.GARBLED),
        (fake_model.TOO_LONG, Fault.GARBLED),
        (fake_model.NOT_A_NUMBER, Fault.GARBLED),
        (fake_model.NOT_NORMAL, Fault.GARBLED),
        (fake_model.ANOTHER_NUMBER, Fault.GARBLED),
    ],
)
def test_every_wrong_reply_is_recognised(text: str, fault: Fault) -> None:
    assert fault_over(text) is fault


@pytest.mark.parametrize("text", [fake_model.HANG, fake_model.HALF])
def test_a_reply_that_does_not_come_is_waited_for_no_longer_than_allowed(text: str) -> None:
    assert fault_over(text, SHORT) is Fault.SLOW


def test_what_comes_without_a_request_is_noticed_before_the_next() -> None:
    def ask_twice(child: Child) -> None:
        child.wait_for_trial(PATIENT)
        child.ask([fake_model.ASIDE], PATIENT)
        child.ask(["сәлем"], PATIENT)

    with running() as child, pytest.raises(ChildError) as found:
        ask_twice(child)
    assert found.value.fault is Fault.GARBLED


def test_a_process_that_was_killed_is_noticed_by_looking() -> None:
    with running() as child:
        child.wait_for_trial(PATIENT)
        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # it has ended, and Child does not know yet
        with pytest.raises(ChildError) as found:
            child.look()
    assert (found.value.fault, found.value.exit_code) == (Fault.DIED, -9)


@pytest.mark.parametrize("start", ["no model", "wrong instruction"])
def test_where_the_model_cannot_work_it_is_missing(start: str) -> None:
    assert fault_at_start(start).fault is Fault.MISSING


def test_other_faults_at_the_start_may_pass() -> None:
    assert fault_at_start("dead").fault is Fault.DIED
    assert fault_at_start("talkative").fault is Fault.GARBLED
    assert fault_at_start("silent", SHORT).fault is Fault.SLOW


def test_a_program_that_cannot_be_started_is_a_fault_too(tmp_path: Path) -> None:
    with pytest.raises(ChildError) as found:
        Child([str(tmp_path / "nothing here")])
    assert found.value.fault is Fault.DIED


def test_the_process_inherits_no_secret_and_no_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456:" + "a" * 35)
    with running("telling", str(tmp_path / "told")) as child:
        child.wait_for_trial(PATIENT)
    environment, folder, is_alone = json.loads((tmp_path / "told").read_text())
    assert environment.keys() <= {"PYTHONPATH", "OMP_NUM_THREADS", "LC_CTYPE"}
    assert (folder, is_alone) == ("/", True)


def test_ending_leaves_neither_a_process_nor_an_open_pipe() -> None:
    before = sum(1 for _ in Path("/dev/fd").iterdir())
    with running() as child:
        child.wait_for_trial(PATIENT)
        pid = child.pid
    assert not psutil.pid_exists(pid)
    assert sum(1 for _ in Path("/dev/fd").iterdir()) == before


def test_the_program_is_not_looked_for_in_the_folder_it_runs_in() -> None:
    assert "-P" in command(128)
    assert command(128)[-3:] == ["-m", "bot.embedder", "128"]
