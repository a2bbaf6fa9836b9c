"""A crowd, a bot and all the trouble there is, from the first word to the reckoning."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bot.sandbox.flood import FloodControl, Limits
from bot.sandbox.stand_in import Rules
from tests.e2e.bot_process import eventually
from tests.e2e.crowd import Plan, gather
from tests.e2e.house import House, open_house
from tests.e2e.new_content import copied_program
from tests.e2e.reckoning import Reckoning
from tests.e2e.trouble import Trouble
from tests.e2e.watching import WatchedStandIn


@dataclass(frozen=True)
class Script:
    """How many people do something how often, for how long, and how much goes wrong meanwhile."""

    people: int
    seconds: float
    pause: float  # seconds between two things that one person does, on average
    fault_every: float  # seconds between two orders of faults, on average
    kills: int
    seed: int = 20261124
    drain: float = 120.0  # the most seconds until everybody is served after the last word


@asynccontextmanager
async def played(script: Script, folder: Path) -> AsyncIterator[Reckoning]:
    """Play it to the end: everybody is served, staff have read everything, and the bot is still there."""
    stand_in = WatchedStandIn(Rules(limits=Limits()))
    tree = copied_program(folder / "tree")  # every life of the bot runs the same program, whoever works on it
    async with open_house(folder / "life", {"PYTHONPATH": str(tree)}, stand_in=stand_in) as house:
        actors = gather(stand_in, script.people, script.seed)
        trouble = Trouble(house, Random(script.seed), [actor.person_id for actor in actors])
        await house.start()
        plan = Plan(script.seconds, script.pause)
        await asyncio.gather(
            *(actor.live(plan) for actor in actors),
            trouble.go_on(script.seconds, script.fault_every, script.kills),
        )
        stand_in.faults.clear()
        await _serve_the_rest(house, script.drain)
        trouble.weigh()
        yield Reckoning(house, stand_in, actors, trouble)
        assert await house.bot.stop() == 0


async def _serve_the_rest(house: House, within: float) -> None:
    """
    First citizens, within Telegram's limits; then, without them, staff.

    Staff read twenty messages a minute at most, which takes longer than anybody wants to wait for here.
    """
    await eventually("updates were taken", lambda: len(house.stand_in.world.updates) == 0, within)
    end = time.monotonic() + within
    while _citizens_wait(house):
        assert time.monotonic() < end, f"citizens still wait: {house.bot.complaints[-2000:]}"
        await asyncio.sleep(0.25)
    violations = house.stand_in.flood.violations
    house.stand_in.flood = FloodControl(None)
    house.stand_in.flood.violations = violations
    assert await house.bot.stop() == 0
    await house.start(BOT_SEND_RATE="0")
    await house.settled(within)


def _citizens_wait(house: House) -> bool:
    [(updates, mail)] = house.rows(
        "SELECT (SELECT count(*) FROM updates WHERE state = 'waiting' AND chat_id > 0),"
        " (SELECT count(*) FROM outbox WHERE state = 'waiting' AND chat_id > 0)"
    )
    return bool(updates or mail)
