import functools
from collections.abc import Iterator

import pytest

from bot.faq.library import Library
from bot.telegram import dispatch
from tests.support.people import STAFF_GROUP
from tests.support.telegram import Desk, real_library


@pytest.fixture(scope="session")
def library() -> Library:
    return real_library()


@pytest.fixture(scope="session", autouse=True)
def one_dispatcher() -> Iterator[None]:
    """Desks share it: it keeps nothing, and one for each of thousands takes a gigabyte."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dispatch, "build_dispatcher", functools.cache(dispatch.build_dispatcher))
        yield


@pytest.fixture
def desk(library: Library) -> Desk:
    """Nobody is on duty."""
    return Desk(library)


@pytest.fixture
def staffed(library: Library) -> Desk:
    """There is a staff group."""
    return Desk(library, staff=STAFF_GROUP)
