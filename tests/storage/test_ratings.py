"""Ratings as they are kept."""

from datetime import timedelta
from typing import Any

import pytest

from bot.errors import StorageError
from bot.faq.ratings import Rating, Reason, Verdict
from bot.people.model import Language
from bot.storage.opening import Storage
from bot.storage.tables import ratings
from tests.support.databases import rows_of
from tests.support.people import AIGERIM, NOON, SVETLANA

LATER = NOON + timedelta(minutes=1)


def rating(verdict: Verdict = Verdict.UP, chat_id: int = AIGERIM, **changes: Any) -> Rating:
    fields: dict[str, Any] = {"topic": "a.b", "language": Language.KK, "version": "v1"}
    return Rating(chat_id, **{**fields, **changes, "verdict": verdict})


async def rate(storage: Storage, *given: Rating, now: Any = NOON) -> None:
    async with storage.rounds.open(now) as round_:
        for one in given:
            round_.rate(one)


async def test_a_rating_is_kept_with_everything_that_was_said(storage: Storage) -> None:
    await rate(storage, rating(Verdict.DOWN, reason=Reason.OUTDATED, question=7))
    assert await rows_of(storage, ratings) == [
        {
            "chat_id": AIGERIM,
            "topic": "a.b",
            "language": "kk",
            "version": "v1",
            "verdict": "down",
            "reason": "outdated",
            "question": 7,
            "rated_at": NOON,
        }
    ]


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("verdict", list(Verdict))
async def test_every_verdict_and_reason_fits(storage: Storage, verdict: Verdict, reason: Reason) -> None:
    await rate(storage, rating(verdict, reason=reason))
    (row,) = await rows_of(storage, ratings)
    assert (row["verdict"], row["reason"]) == (verdict, reason)


async def test_a_later_verdict_replaces_the_earlier(storage: Storage) -> None:
    await rate(storage, rating(Verdict.DOWN, reason=Reason.WRONG, question=7))
    await rate(storage, rating(Verdict.UP, question=8), now=LATER)
    (row,) = await rows_of(storage, ratings)
    assert (row["verdict"], row["reason"], row["question"], row["rated_at"]) == ("up", "", 8, LATER)


async def test_in_one_round_too_the_last_verdict_counts(storage: Storage) -> None:
    await rate(storage, rating(Verdict.UP), rating(Verdict.DOWN), rating(Verdict.DOWN, reason=Reason.UNCLEAR))
    (row,) = await rows_of(storage, ratings)
    assert (row["verdict"], row["reason"]) == ("down", "unclear")


async def test_each_person_topic_language_and_version_has_a_verdict_of_its_own(storage: Storage) -> None:
    different = [
        rating(),
        rating(chat_id=SVETLANA),
        rating(topic="c.d"),
        rating(language=Language.RU),
        rating(version="v2"),
    ]
    await rate(storage, *different)
    await rate(storage, *different)
    assert len(await rows_of(storage, ratings)) == len(different)


@pytest.mark.parametrize("wrong", [{"verdict": "maybe"}, {"reason": "boring"}, {"language": "en"}])
async def test_the_table_takes_no_word_that_nobody_knows(storage: Storage, wrong: dict[str, str]) -> None:
    row = {"chat_id": 1, "topic": "a", "language": "kk", "version": "1", "verdict": "up", "reason": ""}
    with pytest.raises(StorageError):
        async with storage.database.write() as connection:
            await connection.execute(ratings.insert().values(**{**row, **wrong}, rated_at=NOON))
