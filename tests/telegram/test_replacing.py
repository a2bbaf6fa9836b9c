"""New texts take the place of the old between two rounds, and nothing keeps the old alive."""

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import pytest

from bot.faq.library import EMERGENCY, Library
from bot.faq.matching.model import Decision, DecisionKind
from bot.people.model import Language
from bot.telegram.replacing import Gaps, forget_kept
from tests.support.people import AIGERIM, NOON, STAFF_GROUP
from tests.support.telegram import Desk, real_library
from tests.support.updates import text_update


class OneRound:
    """Opens rounds, and knows whether one is open."""

    def __init__(self) -> None:
        self.is_open = False

    @asynccontextmanager
    async def open(self, now: datetime) -> AsyncIterator[Any]:
        del now
        self.is_open = True
        try:
            yield self
        finally:
            self.is_open = False


async def test_texts_are_replaced_only_between_two_rounds() -> None:
    rounds = OneRound()
    gaps = Gaps(rounds)
    seen: list[bool] = []

    async def replace() -> None:
        async with gaps.gap():
            seen.append(rounds.is_open)

    async with gaps.open(NOON):
        replacing = asyncio.gather(replace())
        for _ in range(5):
            await asyncio.sleep(0)
        assert seen == []
    await replacing
    async with gaps.open(NOON):
        assert rounds.is_open
    assert seen == [False]


async def test_a_round_that_fails_leaves_the_gap_open() -> None:
    gaps = Gaps(OneRound())
    with pytest.raises(LookupError):
        async with gaps.open(NOON):
            raise LookupError
    async with asyncio.timeout(1), gaps.gap():
        return


async def everything_said(desk: Desk) -> None:
    """What fills every cache of keyboards and words."""
    for words in (
        "/start",
        "/menu",
        "/help",
        "/sos",
        "/my",
        "/language",
        "меню",
        "/start contacts-emergency",
    ):
        await desk.carry(text_update(words, AIGERIM))
    for kind, topics in (
        (DecisionKind.ANSWER, (EMERGENCY,)),
        (DecisionKind.URGENT, ()),
        (DecisionKind.HANDOVER, ()),
        (DecisionKind.COURTESY, ()),
    ):
        await desk.carry(text_update("слова", AIGERIM), decision=Decision(kind, topics, 0.9, Language.RU))


async def test_nothing_keeps_texts_alive_that_are_no_longer_in_force() -> None:
    desk = Desk(real_library(), staff=STAFF_GROUP)
    await everything_said(desk)
    old = weakref.ref(desk.library)
    desk.library = real_library()
    desk.dispatch.renew(desk.library)
    desk.round = type(desk.round)()
    forget_kept()
    gc.collect()
    assert old() is None


async def test_the_next_person_is_answered_from_the_new_texts(library: Library) -> None:
    desk = Desk(library)
    desk.dispatch.renew(Library(library._catalogue, library.translator_of))
    assert desk.dispatch._library is not library
    assert await desk.carry(text_update("/menu", AIGERIM))


async def test_a_decision_about_a_topic_that_is_gone_goes_to_people(library: Library) -> None:
    for kind, topics in (
        (DecisionKind.ANSWER, ("gone.topic",)),
        (DecisionKind.CHOOSE, ("gone.topic", "gone.too")),
        (DecisionKind.URGENT, ("gone.topic",)),
    ):
        desk = Desk(library, staff=STAFF_GROUP)
        decision = Decision(kind, topics, 0.9, Language.RU)
        said = await desk.carry(text_update("слова", AIGERIM), decision=decision)
        assert len(said) == 2
        assert "K-" in said[0].text  # type: ignore[attr-defined]
