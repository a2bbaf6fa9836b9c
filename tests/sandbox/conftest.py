"""A stand-in over real HTTP on a free port of this machine, with a clock that tests move."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from bot.sandbox.server import run_stand_in
from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import Api, HandClock, populate


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def stand_in(clock: HandClock) -> StandIn:
    made = StandIn(clock)
    populate(made)
    return made


@pytest.fixture
async def api(stand_in: StandIn) -> AsyncIterator[Api]:
    async with run_stand_in(stand_in) as running, ClientSession() as session:
        yield Api(running, session)
