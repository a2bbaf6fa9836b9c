"""A stand-in over real HTTP on a free port of this machine, with a clock that tests move."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from playwright.async_api import Browser

from bot.sandbox.server import run_stand_in
from bot.sandbox.stand_in import StandIn
from tests.sandbox.visits import browsing
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


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with browsing() as opened:
        yield opened
