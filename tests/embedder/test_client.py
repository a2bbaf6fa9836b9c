import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.background import Background
from bot.embedder import client as client_module
from bot.embedder.child import Fault
from bot.embedder.client import Limits, ModelClient
from bot.embedder.watching import Outcome, State
from bot.faq.ports import Embedder
from tests.embedder import fake_model
from tests.embedder.watching import LONGEST_SECONDS, Witness
from tests.support.source import ROOT

LIMITS = Limits(patience=LONGEST_SECONDS, hang=LONGEST_SECONDS, first_pause=0.01)
HASTY = Limits(patience=LONGEST_SECONDS, hang=0.5, first_pause=0.01)


@contextmanager
def running(
    witness: Witness, limits: Limits = LIMITS, line: list[str] | None = None
) -> Iterator[ModelClient]:
    client = ModelClient(witness, line=line or fake_model.line(), limits=limits)
    client.start()
    try:
        yield client
    finally:
        client.close()


@pytest.fixture
def witness() -> Witness:
    return Witness()


def test_a_text_becomes_a_vector_and_is_asked_for_once(witness: Witness) -> None:
    with running(witness) as client:
        assert client.wait_until_ready(LONGEST_SECONDS)
        embed: Embedder = client.embed_now
        first, again = embed("Сәлем!"), embed(" Сәлем!\n")
    assert first is again
    assert first is not None
    assert len(first) == 384
    assert witness.outcomes == {Outcome.ANSWERED: 1, Outcome.REMEMBERED: 1}
    assert len(witness.times) == 1
    assert witness.states == [State.READY, State.CLOSED]


async def test_the_loop_goes_on_while_a_text_is_read(witness: Witness) -> None:
    with running(witness, HASTY) as client:
        client.wait_until_ready(LONGEST_SECONDS)
        waiting = Background().start("asking", client.embed(fake_model.HANG))
        await asyncio.sleep(0)
        assert not waiting.done()
        assert await waiting is None
        witness.wait_for(State.READY, State.DOWN, State.READY)
        assert await client.embed("сәлем") is not None


@pytest.mark.parametrize("text", fake_model.OF_TEXTS)
def test_after_any_fault_the_text_has_none_and_the_next_one_has_its_vector(
    text: str, witness: Witness
) -> None:
    with running(witness, HASTY) as client:
        client.wait_until_ready(LONGEST_SECONDS)
        assert client.embed_now(text) is None
        witness.wait_for(State.READY, State.DOWN, State.READY)
        assert client.embed_now("сәлем") is not None
    assert len(witness.faults) == 1
    assert witness.outcomes == {Outcome.FAILED: 1, Outcome.ANSWERED: 1}


def test_what_a_process_does_afterwards_is_no_fault_of_the_next_text(witness: Witness) -> None:
    with running(witness) as client:
        client.wait_until_ready(LONGEST_SECONDS)
        client.embed_now(fake_model.ASIDE)
        for _ in range(client_module._STRIKES + 1):
            client.embed_now("сәлем")
            client.wait_until_ready(LONGEST_SECONDS)
    assert Outcome.REFUSED not in witness.outcomes


def test_a_text_that_broke_two_processes_gets_no_third(witness: Witness) -> None:
    with running(witness) as client:
        client.wait_until_ready(LONGEST_SECONDS)
        for times in (1, 2):
            assert client.embed_now(fake_model.DIE) is None
            witness.wait_for(State.READY, *[State.DOWN, State.READY] * times)
        assert client.embed_now(fake_model.DIE) is None
        assert client.available()
    assert witness.outcomes == {Outcome.FAILED: 2, Outcome.REFUSED: 1}
    assert witness.faults == [Fault.DIED, Fault.DIED]


def test_who_cannot_wait_longer_goes_without_and_the_process_lives_on(witness: Witness) -> None:
    limits = Limits(patience=0.05, hang=LONGEST_SECONDS)
    with running(witness, limits) as client:
        client.wait_until_ready(LONGEST_SECONDS)
        assert client.embed_now(fake_model.HANG) is None
        assert asyncio.run(client.embed("сәлем")) is None
        assert client.available()
    assert witness.outcomes == {Outcome.LATE: 2}
    assert witness.faults == []


async def test_when_too_many_wait_the_next_goes_without_at_once(witness: Witness) -> None:
    limits = Limits(patience=LONGEST_SECONDS, hang=0.2, waiting=1)
    with running(witness, limits) as client:
        client.wait_until_ready(LONGEST_SECONDS)
        texts = [fake_model.HANG, "сәлем", "привет", "hello"]
        await asyncio.gather(*(client.embed(text) for text in texts))
    assert witness.outcomes[Outcome.BUSY] >= 2


def test_threads_share_one_process(witness: Witness) -> None:
    found: list[object] = []
    with running(witness) as client:
        client.wait_until_ready(LONGEST_SECONDS)
        threads = [
            Thread(target=lambda number: found.append(client.embed_now(f"текст {number}")), args=(number,))
            for number in range(20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(found) == 20
    assert None not in found
    assert witness.states == [State.READY, State.CLOSED]


@pytest.mark.parametrize("start", ["no model", "wrong instruction"])
def test_where_the_model_cannot_work_nobody_tries_again(start: str, witness: Witness) -> None:
    with running(witness, line=fake_model.line(start)) as client:
        assert not client.wait_until_ready(LONGEST_SECONDS)
        assert client.embed_now("сәлем") is None
    assert witness.states == [State.ABSENT, State.CLOSED]
    assert witness.faults == [Fault.MISSING]
    assert witness.outcomes == {Outcome.OUT: 1}


def test_without_the_package_no_process_is_started(witness: Witness, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "package_folder", lambda: None)
    client = ModelClient(witness)
    client.start()
    assert not client.wait_until_ready(0)
    assert client.embed_now("сәлем") is None
    client.close()
    assert witness.states == [State.ABSENT, State.CLOSED]


def test_a_process_that_never_comes_up_is_tried_again_and_again(witness: Witness) -> None:
    limits = Limits(first_pause=0.001, longest_pause=0.002, start=0.05)
    with running(witness, limits, fake_model.line("dead")) as client:
        witness.wait_for(State.DOWN)
        while len(witness.faults) < 3:
            assert not client.wait_until_ready(0.01)
    assert witness.states == [State.DOWN, State.CLOSED]


def test_pauses_grow_to_a_limit() -> None:
    pauses = [Limits().pause(failures) for failures in (0, 1, 2, 9, 10, 10_000)]
    assert pauses == [0.1, 0.2, 0.4, 51.2, 60.0, 60.0]


def test_a_process_that_dies_while_nobody_asks_is_replaced(
    witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "_IDLE_SECONDS", 0.01)
    with running(witness) as client:
        client.wait_until_ready(LONGEST_SECONDS)
        assert client._child is not None
        os.kill(client._child.pid, signal.SIGKILL)
        witness.wait_for(State.READY, State.DOWN, State.READY)
        assert client.embed_now("сәлем") is not None
    assert witness.exit_codes == [-signal.SIGKILL]


def test_whatever_the_system_runs_out_of_the_thread_goes_on(
    witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "Child", _out_of_memory)
    with running(witness) as client:
        witness.wait_for(State.DOWN)
        monkeypatch.undo()
        witness.wait_for(State.DOWN, State.READY)
        assert client.embed_now("сәлем") is not None


def _out_of_memory(_line: list[str]) -> None:
    raise MemoryError


@given(st.text(st.characters(codec=None), max_size=30))
def test_no_text_makes_it_raise_without_a_process(text: str) -> None:
    assert ModelClient(line=fake_model.line()).embed_now(text) is None


def test_closing_ends_the_process_in_the_middle_of_its_work(witness: Witness) -> None:
    with running(witness) as client:
        client.wait_until_ready(LONGEST_SECONDS)
        assert client._child is not None
        pid = client._child.pid
        asking = Thread(target=client.embed_now, args=(fake_model.HANG,))
        asking.start()
    asking.join(LONGEST_SECONDS)
    assert not asking.is_alive()
    assert not psutil.pid_exists(pid)
    assert not client._thread.is_alive()
    assert witness.faults == []


def test_a_bot_that_is_killed_leaves_no_process_behind() -> None:
    program = (
        "import os, signal\n"
        "from bot.embedder.client import ModelClient\n"
        "from tests.embedder import fake_model\n"
        "client = ModelClient(line=fake_model.line())\n"
        "client.start()\n"
        "client.wait_until_ready(20)\n"
        "os.write(1, str(client._child.pid).encode())\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, timeout=60, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    try:
        psutil.Process(int(killed.stdout)).wait(LONGEST_SECONDS)
    except psutil.NoSuchProcess:
        return
