import asyncio

import pytest
from structlog.testing import capture_logs

from bot.background import Background


async def test_a_task_has_its_name_and_gives_its_result() -> None:
    background = Background()

    async def work() -> int:
        task = asyncio.current_task()
        assert task is not None
        assert task.get_name() == "counting"
        return 5

    assert await background.start("counting", work()) == 5
    await asyncio.sleep(0)
    assert len(background) == 0


async def test_a_failure_nobody_waits_for_is_logged_without_its_words() -> None:
    background = Background()

    async def work() -> None:
        raise ValueError("a citizen's words")

    with capture_logs() as logs:
        background.start("failing", work())
        await asyncio.sleep(0.01)
    assert [(line["task"], line["kind"]) for line in logs] == [("failing", "ValueError")]
    assert "words" not in str(logs)


async def test_closing_cancels_what_runs_and_waits_for_it() -> None:
    background = Background()
    ended: list[str] = []

    async def work() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.01)
            ended.append("x")

    with capture_logs() as logs:
        tasks = [background.start("long", work()) for _ in range(3)]
        await asyncio.sleep(0)
        await background.close()
    assert len(ended) == 3
    assert all(task.cancelled() for task in tasks)
    assert logs == []


async def test_closing_survives_a_task_that_fails_at_its_end() -> None:
    background = Background()

    async def work() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            raise ValueError

    with capture_logs():
        background.start("stubborn", work())
        await asyncio.sleep(0)
        await background.close()
    assert len(background) == 0


async def test_finishing_waits_so_long_and_no_longer() -> None:
    background = Background()
    done: list[int] = []

    async def work(seconds: float) -> None:
        await asyncio.sleep(seconds)
        done.append(1)

    background.start("short", work(0.01))
    background.start("long", work(60))
    await asyncio.wait_for(background.finish(0.1), 1)
    assert done == [1]
    await background.close()
    await background.finish(60)


async def test_what_was_awaited_raises_there() -> None:
    background = Background()

    async def work() -> None:
        raise ValueError("x")

    with capture_logs(), pytest.raises(ValueError, match="x"):
        await background.start("failing", work())
