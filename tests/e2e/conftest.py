"""Two bots that most tests share, with and without staff, each with a stand-in of its own."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from bot.app import build_library
from bot.faq.library import Library
from bot.files.phrasings import load_matching_content
from bot.files.place import locales_dir
from tests.e2e.bot_process import BotProcess
from tests.e2e.house import House, open_house
from tests.e2e.phrases import Phrases


@pytest.fixture(scope="session")
def library() -> Library:
    """The answers the bot gives."""
    return build_library(locales_dir())


@pytest.fixture(scope="session")
def phrases(library: Library) -> Phrases:
    return Phrases(load_matching_content(locales_dir()), library)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def office_bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """A bot with a staff group, without pacing, so that tests need not wait."""
    async with open_house(tmp_path_factory.mktemp("office"), {"BOT_SEND_RATE": "0"}) as house:
        await house.start()
        yield house
        assert await house.bot.stop() == 0


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def lone_bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """A bot without staff, on the settings it has by default, but for a log in JSON."""
    settings = {"BOT_LOG_FORMAT": "json"}
    async with open_house(tmp_path_factory.mktemp("lone"), settings, with_staff=False) as house:
        await house.start()
        yield house
        assert await house.bot.stop() == 0


@pytest.fixture
def office(office_bot: House) -> Iterator[House]:
    yield from _checked(office_bot)


@pytest.fixture
def lone(lone_bot: House) -> Iterator[House]:
    yield from _checked(lone_bot)


def _checked(house: House) -> Iterator[House]:
    """Without what an earlier test ordered; afterwards nothing may have left that Telegram does not know."""
    house.stand_in.faults.clear()
    house.stand_in.flood.clear()
    house.stand_in.schema_errors.clear()
    yield house
    house.stand_in.faults.clear()
    assert house.stand_in.schema_errors == []
    assert not house.bot.has_ended, house.bot.complaints
    assert "Traceback" not in house.whole_output()
    assert house.running.token not in house.whole_output()


@pytest.fixture
def lives() -> Iterator[list[BotProcess]]:
    """Processes that are cleared away in the end, whatever a test did."""
    made: list[BotProcess] = []
    yield made
    for life in made:
        life.clear_away()
