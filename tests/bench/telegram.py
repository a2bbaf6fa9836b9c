"""A stand-in for Telegram in a process of its own: orders come as JSON lines on standard input, answers go out."""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

from bot.sandbox.server import run_stand_in
from bot.sandbox.stand_in import Rules, StandIn

LOOK_EVERY = 0.002  # seconds
NOT_SERVED_WITHIN = 180.0

Answer = dict[str, Any]


async def flood(stand_in: StandIn, order: Answer) -> Answer:
    """So many new persons write one text each; the seconds until the last of them was answered."""
    first, count = order["first"], order["count"]
    for person in range(first, first + count):
        stand_in.add_person(person, "Айгүл", "kk")
    stand_in.transcript.clear()
    started = time.perf_counter()
    for person in range(first, first + count):
        stand_in.says(person, order["text"])
    async with asyncio.timeout(NOT_SERVED_WITHIN):
        while stand_in.transcript.counts["sendMessage"] < count:
            await asyncio.sleep(LOOK_EVERY)
    seconds = time.perf_counter() - started
    await asyncio.sleep(0.1)  # the last request is still being carried out
    answered = sum(_was_answered(stand_in, person) for person in range(first, first + count))
    return {"seconds": seconds, "answered": answered}


async def converse(stand_in: StandIn, order: Answer) -> Answer:
    """One person writes texts one after another; the seconds each waited for its answer."""
    person = order["first"]
    stand_in.add_person(person, "Айгүл", "kk")
    waits = []
    for text in order["texts"]:
        before = stand_in.world.journal.number
        started = time.perf_counter()
        stand_in.says(person, text)
        async with asyncio.timeout(NOT_SERVED_WITHIN):
            while not any(event.by_bot for event in stand_in.world.journal.since(person, before)):
                await stand_in.world.journal.wait(stand_in.world.journal.number, 1.0)
        waits.append(time.perf_counter() - started)
        await asyncio.sleep(order["pause"])
    return {"waits": waits}


async def answered(stand_in: StandIn, _order: Answer) -> Answer:
    """Wait until the bot that was just started has answered somebody."""
    done = await flood(stand_in, {"first": 1, "count": 1, "text": "/menu"})
    await asyncio.sleep(0.5)  # it may still be busy with its start
    return done


def _was_answered(stand_in: StandIn, person: int) -> bool:
    return any(event.by_bot for event in stand_in.world.journal.since(person, 0))


ORDERS: dict[str, Callable[[StandIn, Answer], Coroutine[Any, Any, Answer]]] = {
    "flood": flood,
    "converse": converse,
    "answered": answered,
}


async def _lines() -> AsyncIterator[bytes]:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        yield line


def _say(answer: Answer) -> None:
    print(json.dumps(answer), flush=True)


async def _serve() -> None:
    async with run_stand_in(rules=Rules(request_check=False)) as running:
        _say({"base": running.base, "token": running.token})
        async for line in _lines():
            order = json.loads(line)
            _say(await ORDERS[order["do"]](running.stand_in, order))


if __name__ == "__main__":
    asyncio.run(_serve())
