import pytest

from bot.faq.library import Library
from tests.support.people import STAFF_GROUP
from tests.support.telegram import Desk, real_library


@pytest.fixture(scope="session")
def library() -> Library:
    return real_library()


@pytest.fixture
def desk(library: Library) -> Desk:
    """Nobody is on duty."""
    return Desk(library)


@pytest.fixture
def staffed(library: Library) -> Desk:
    """There is a staff group."""
    return Desk(library, staff=STAFF_GROUP)
