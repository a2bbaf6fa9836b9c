"""Candidates as they are kept."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.errors import StorageError
from bot.faq.candidates import KEPT, Candidate, Filed, Key, Kind, Lesson, Source
from bot.faq.ratings import Reason
from bot.people.model import Language
from bot.storage.candidates import erase_candidates
from bot.storage.opening import Storage
from bot.storage.tables import candidates, questions
from tests.support.databases import rows_of
from tests.support.desk import question
from tests.support.people import NOON, SVETLANA

LATER = NOON + timedelta(minutes=1)


@pytest.fixture
async def number(storage: Storage) -> int:
    """Of a question of Aigerim; the next one is Svetlana's."""
    async with storage.rounds.open(NOON) as round_:
        first = await round_.open_question(question("a"))
        await round_.open_question(question("b", chat_id=SVETLANA, message_id=12))
    return first


def candidate(question: int = 1, about: str = "a.b", **changes: Any) -> Candidate:
    key = Key(question, changes.pop("kind", Kind.UNHELPFUL), changes.pop("source", Source.PERSON), about)
    fields: dict[str, Any] = {"text": "виза керек пе", "language": Language.KK, "topics": ("a.b",)}
    return Candidate(key, **{**fields, "content": "d1", **changes})


async def learn(storage: Storage, *lessons: Lesson, now: datetime = NOON) -> None:
    async with storage.rounds.open(now) as round_:
        for lesson in lessons:
            round_.learn(lesson)


def keeping(*kept: Candidate) -> Lesson:
    return Lesson(kept=kept)


async def test_a_candidate_is_kept_with_everything_that_is_known(storage: Storage, number: int) -> None:
    kept = candidate(number, topics=("a.b", "c.d"), reason=Reason.OUTDATED)
    await learn(storage, keeping(kept))
    (row,) = await rows_of(storage, candidates)
    assert row == {
        "id": 1,
        "question": number,
        "kind": "unhelpful",
        "source": "person",
        "about": "a.b",
        "text": "виза керек пе",
        "language": "kk",
        "topics": "a.b c.d",
        "reason": "outdated",
        "content": "d1",
        "created_at": NOON,
        "state": "new",
    }
    assert await storage.candidates.new() == [Filed(kept, NOON)]


async def test_every_kind_source_and_reason_comes_back(storage: Storage, number: int) -> None:
    kept = [
        candidate(number, f"{kind}.{source}.{reason}", kind=kind, source=source, reason=reason)
        for kind in Kind
        for source in Source
        for reason in Reason
    ]
    await learn(storage, keeping(*kept))
    assert [filed.candidate for filed in await storage.candidates.new()] == kept


async def test_the_same_press_twice_leaves_one_row_as_it_was(storage: Storage, number: int) -> None:
    await learn(storage, keeping(candidate(number)), keeping(candidate(number)))
    before = await rows_of(storage, candidates)
    await learn(storage, keeping(candidate(number, content="d2")), now=LATER)
    assert await rows_of(storage, candidates) == before
    assert len(before) == 1


async def test_a_changed_vote_takes_the_place_of_the_earlier(storage: Storage, number: int) -> None:
    await learn(storage, keeping(candidate(number)))
    changed = candidate(number, reason=Reason.WRONG, content="d2")
    await learn(storage, keeping(changed), now=LATER)
    assert await storage.candidates.new() == [Filed(changed, LATER)]


async def test_what_is_changed_lies_before_an_editor_again(storage: Storage, number: int) -> None:
    await learn(storage, keeping(candidate(number)))
    async with storage.database.write() as connection:
        await connection.execute(sa.update(candidates).values(state="rejected"))
    await learn(storage, keeping(candidate(number)))
    assert await storage.candidates.new() == []
    await learn(storage, keeping(candidate(number, reason=Reason.WRONG)))
    assert len(await storage.candidates.new()) == 1


async def test_each_question_kind_source_and_topic_has_a_row_of_its_own(
    storage: Storage, number: int
) -> None:
    different = [
        candidate(number),
        candidate(number + 1),
        candidate(number, kind=Kind.CONFIRMED),
        candidate(number, kind=Kind.CONFIRMED, source=Source.STAFF),
        candidate(number, about="c.d"),
    ]
    await learn(storage, keeping(*different))
    assert [filed.candidate for filed in await storage.candidates.new()] == different


async def test_what_is_taken_back_goes_and_nothing_else(storage: Storage, number: int) -> None:
    kept, other = candidate(number), candidate(number, about="c.d")
    await learn(storage, keeping(kept, other))
    await learn(storage, Lesson(dropped=(kept.key, candidate(number + 1).key)))
    assert [filed.candidate for filed in await storage.candidates.new()] == [other]


async def test_in_one_round_the_last_press_counts(storage: Storage, number: int) -> None:
    kept = candidate(number)
    await learn(storage, keeping(kept), Lesson(dropped=(kept.key,)))
    assert await rows_of(storage, candidates) == []
    await learn(storage, Lesson(dropped=(kept.key,)), keeping(kept))
    assert len(await rows_of(storage, candidates)) == 1


async def test_of_a_round_that_fails_nothing_is_learnt(storage: Storage, number: int) -> None:
    with pytest.raises(RuntimeError):  # noqa: PT012  the whole round is meant
        async with storage.rounds.open(NOON) as round_:
            round_.learn(keeping(candidate(number)))
            await round_.correct_question(number, "Басқа сұрақ")
            round_.learn(keeping(candidate(number)))
            raise RuntimeError
    assert await rows_of(storage, candidates) == []


async def test_a_question_of_the_same_round_can_be_learnt_from(storage: Storage) -> None:
    async with storage.rounds.open(NOON) as round_:
        asked = await round_.open_question(question())
        round_.learn(keeping(candidate(asked)))
    assert len(await storage.candidates.new()) == 1


async def test_nothing_is_learnt_from_a_question_that_is_not_there(storage: Storage, number: int) -> None:
    with pytest.raises(StorageError):
        await learn(storage, keeping(candidate(number + 7)))
    assert await rows_of(storage, candidates) == []


async def test_corrected_words_take_along_what_was_learnt_from_the_old_ones(
    storage: Storage, number: int
) -> None:
    await learn(storage, keeping(candidate(number), candidate(number + 1)))
    new = candidate(number, text="басқа сұрақ")
    async with storage.rounds.open(LATER) as round_:
        round_.learn(keeping(candidate(number, about="c.d"), candidate(number + 1, about="c.d")))
        await round_.correct_question(number, "Басқа сұрақ")
        round_.learn(keeping(new))
    left = [filed.candidate for filed in await storage.candidates.new()]
    assert sorted((one.key.question, one.key.about, one.text) for one in left) == [
        (number, "a.b", "басқа сұрақ"),
        (number + 1, "a.b", "виза керек пе"),
        (number + 1, "c.d", "виза керек пе"),
    ]


async def test_what_was_learnt_from_erased_questions_is_erased_in_the_same_transaction(
    storage: Storage, number: int
) -> None:
    await learn(storage, keeping(candidate(number), candidate(number + 1)))
    with pytest.raises(RuntimeError):  # noqa: PT012  the whole transaction is meant
        async with storage.database.write() as connection:
            await erase_candidates(connection, [number, number + 1])
            raise RuntimeError
    assert len(await rows_of(storage, candidates)) == 2
    async with storage.database.write() as connection:
        await erase_candidates(connection, [number, 99])
        await erase_candidates(connection, [])
    assert [row["question"] for row in await rows_of(storage, candidates)] == [number + 1]


async def test_the_words_of_an_erased_question_are_read_no_more_and_go_at_the_next_tidying(
    storage: Storage, number: int
) -> None:
    await learn(storage, keeping(candidate(number), candidate(number + 1)))
    async with storage.database.write() as connection:
        await connection.execute(
            sa.update(questions).where(questions.c.number == number).values(text=None, salt=None)
        )
    assert [filed.candidate.key.question for filed in await storage.candidates.new()] == [number + 1]
    assert await storage.candidates.forget_old(LATER) == 1
    assert [row["question"] for row in await rows_of(storage, candidates)] == [number + 1]


async def test_a_candidate_lives_as_long_as_its_question_is_young_however_late_the_press(
    storage: Storage, number: int
) -> None:
    await learn(storage, keeping(candidate(number)), now=NOON + KEPT / 2)
    assert await storage.candidates.forget_old(NOON + KEPT - timedelta(microseconds=1)) == 0
    assert await storage.candidates.forget_old(NOON + KEPT) == 1
    assert await rows_of(storage, candidates) == []


async def test_only_what_nobody_has_decided_about_is_counted(storage: Storage, number: int) -> None:
    assert await storage.candidates.waiting() == dict.fromkeys(Kind, 0)
    kinds = [Kind.UNHELPFUL, Kind.CONFIRMED, Kind.CONFIRMED]
    given = [candidate(number, kind=kind, about=f"a.{place}") for place, kind in enumerate(kinds)]
    await learn(storage, keeping(*given))
    async with storage.database.write() as connection:
        await connection.execute(
            sa.update(candidates).where(candidates.c.about == "a.1").values(state="accepted")
        )
    assert await storage.candidates.waiting() == {
        Kind.NONE_OF_THESE: 0,
        Kind.UNHELPFUL: 1,
        Kind.CONFIRMED: 1,
    }


@pytest.mark.parametrize("wrong", ["kind", "source", "reason", "language", "state"])
async def test_the_table_takes_no_word_that_nobody_knows(storage: Storage, number: int, wrong: str) -> None:
    row = {
        "question": number, "kind": "confirmed", "source": "staff", "about": "a", "text": "x", "language": "kk",
        "topics": "a", "reason": "", "content": "", "created_at": NOON, "state": "new",
    }  # fmt: skip
    with pytest.raises(StorageError):
        async with storage.database.write() as connection:
            await connection.execute(candidates.insert().values(**{**row, wrong: "maybe"}))
    async with storage.database.write() as connection:
        await connection.execute(candidates.insert().values(**row))
