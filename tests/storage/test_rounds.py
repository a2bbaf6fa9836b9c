"""The contract of the carrier's transactions, with people, questions and the ledger."""

import asyncio
import json
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.ledger import BEGINNING, link, text_digest
from bot.desk.model import Event, NewQuestion
from bot.errors import StorageError
from bot.people.model import Expecting, Language, Person, Place
from bot.storage.opening import Storage, open_storage
from bot.storage.people import person_from_row
from bot.storage.tables import ledger, outbox, people, questions, shown, updates
from tests.support.databases import rows_of
from tests.support.desk import question
from tests.support.mail import arrival, outgoing
from tests.support.people import AIGERIM, NOON, SVETLANA, person


async def find_person(connection: AsyncConnection, chat_id: int) -> Person | None:
    """The person of a private chat, as the row says."""
    row = (await connection.execute(sa.select(people).where(people.c.chat_id == chat_id))).mappings().first()
    return person_from_row(row) if row else None


async def ask(storage: Storage, *causes: str) -> list[int]:
    async with storage.rounds.open(NOON) as round_:
        return [await round_.open_question(question(cause)) for cause in causes]


async def test_everything_of_a_round_is_written_together(storage: Storage) -> None:
    await storage.inbox.receive([arrival(1), arrival(2)], NOON)
    async with storage.rounds.open(NOON) as round_:
        number = await round_.open_question(question())
        round_.remember(person())
        round_.show(person(language=Language.RU), "a.b", "v1", "update:1-1:0", number)
        round_.show(person(), "c.d", "v2", "update:1-1:1", None)
        round_.send([outgoing("update:1-1:0")])
        round_.finish([1, 2])
    assert [row["state"] for row in await rows_of(storage, updates)] == ["done", "done"]
    assert [row["cause"] for row in await rows_of(storage, outbox)] == ["update:1-1:0"]
    assert [row["chat_id"] for row in await rows_of(storage, people)] == [AIGERIM]
    seen = [
        (r["topic"], r["version"], r["language"], r["question"], r["shown_at"])
        for r in await rows_of(storage, shown)
    ]
    assert seen == [("a.b", "v1", "ru", number, NOON), ("c.d", "v2", "", None, NOON)]


async def test_of_a_round_that_fails_nothing_is_written(storage: Storage) -> None:
    await storage.inbox.receive([arrival(1)], NOON)
    with pytest.raises(RuntimeError):  # noqa: PT012  the whole round is meant
        async with storage.rounds.open(NOON) as round_:
            await round_.open_question(question())
            await round_.keep_file("ab", "x", b"x")
            round_.remember(person())
            round_.send([outgoing()])
            round_.finish([1])
            raise RuntimeError
    for table in (questions, ledger, people, outbox, shown):
        assert await rows_of(storage, table) == []
    assert await storage.inbox.waiting() == 1
    assert await storage.outbox.upload("ab") is None


async def test_a_round_in_which_nothing_happens_is_fine(storage: Storage) -> None:
    async with storage.rounds.open(NOON) as round_:
        round_.send([])
        round_.finish([])
    assert await rows_of(storage, updates) == []


async def test_questions_come_back_as_they_were_asked(storage: Storage) -> None:
    (number,) = await ask(storage, "a")
    async with storage.rounds.open(NOON) as round_:
        found = await round_.question(number)
    assert found is not None
    asked = question()
    assert (found.text, found.topics, found.language, found.decision) == (
        asked.text,
        asked.topics,
        asked.language,
        asked.decision,
    )
    assert (found.number, found.chat_id, found.pseudonym, found.asked_at) == (number, AIGERIM, "p", NOON)
    assert found.events == {Event.ASKED, Event.DECIDED}


@pytest.mark.parametrize("number", [0, -1, 7, 2**63 - 1, 2**63, 10**30])
async def test_a_number_that_was_never_given_is_no_question(storage: Storage, number: int) -> None:
    async with storage.rounds.open(NOON) as round_:
        assert await round_.question(number) is None


async def test_what_was_noted_in_the_same_round_counts(storage: Storage) -> None:
    async with storage.rounds.open(NOON) as round_:
        number = await round_.open_question(question())
        round_.note(number, Event.HANDED_OVER)
        found = await round_.question(number)
    assert found is not None
    assert found.is_handed_over


async def test_numbers_have_no_gaps_when_rounds_fail(storage: Storage) -> None:
    numbers = await ask(storage, "a", "b")
    with pytest.raises(RuntimeError):  # noqa: PT012  the whole round is meant
        async with storage.rounds.open(NOON) as round_:
            await round_.open_question(question("c"))
            raise RuntimeError
    assert [*numbers, *await ask(storage, "d")] == [1, 2, 3]


async def test_a_cause_asks_once(storage: Storage) -> None:
    await ask(storage, "a")
    with pytest.raises(StorageError):
        await ask(storage, "b", "a")
    assert await ask(storage, "c") == [2]


async def test_numbers_have_no_gaps_when_two_programs_write_at_once(url: str) -> None:
    """Two storages are what two processes would be."""

    async def work(storage: Storage, name: str) -> None:
        for number in range(10):
            try:
                async with storage.rounds.open(NOON) as round_:
                    await round_.open_question(question(f"{name}{number}"))
                    await asyncio.sleep(0)
                    if number % 4 == 3:
                        raise RuntimeError  # noqa: TRY301  the round must roll back
            except RuntimeError:
                continue

    async with open_storage(url) as one, open_storage(url) as two:
        await asyncio.gather(work(one, "a"), work(two, "b"))
        numbers = [row["number"] for row in await rows_of(one, questions)]
        assert numbers == list(range(1, 17))
        await assert_chain_holds(one, events=32)


async def assert_chain_holds(storage: Storage, *, events: int) -> None:
    """Link all anew from what the database gives back."""
    rows = await rows_of(storage, ledger)
    assert [row["position"] for row in rows] == list(range(1, events + 1))
    last: tuple[int, str] | None = None
    for row in rows:
        entry = link(last, row["question"], Event(row["event"]), row["at"], json.loads(row["facts"]))
        assert (entry.previous, entry.hash) == (row["previous"], row["hash"])
        last = (entry.position, entry.hash)


async def test_the_ledger_is_a_chain_that_can_be_proved_from_the_database(storage: Storage) -> None:
    await ask(storage, "a", "b")
    async with storage.rounds.open(NOON + timedelta(microseconds=1)) as round_:
        round_.note(2, Event.CHOSEN, topic="a.b")
        round_.note(1, Event.HANDED_OVER, urgent=True)
    await assert_chain_holds(storage, events=6)
    rows = await rows_of(storage, ledger)
    assert rows[0]["previous"] == BEGINNING
    assert [(r["question"], r["event"]) for r in rows[-2:]] == [(2, "chosen"), (1, "handed_over")]


async def test_two_programs_that_only_note_keep_the_chain_whole(url: str) -> None:
    async def note(storage: Storage) -> None:
        for _ in range(5):
            async with storage.rounds.open(NOON) as round_:
                await round_.question(1)
                round_.note(1, Event.SHOWN)

    async with open_storage(url) as one, open_storage(url) as two:
        await ask(one, "a")
        await asyncio.gather(note(one), note(two))
        await assert_chain_holds(one, events=12)


async def test_the_ledger_holds_the_digest_of_the_text_and_never_the_text(storage: Storage) -> None:
    await ask(storage, "a")
    (stored,) = await rows_of(storage, questions)
    asked, decided = await rows_of(storage, ledger)
    assert text_digest(stored["salt"], stored["text"]) in asked["facts"]
    assert "Жұмыс" not in asked["facts"] + decided["facts"]
    assert "\\u0416" not in asked["facts"] + decided["facts"]


async def test_nothing_can_happen_to_a_question_that_is_not_there(storage: Storage) -> None:
    with pytest.raises(StorageError):
        async with storage.rounds.open(NOON) as round_:
            round_.note(99, Event.SHOWN)
    assert await rows_of(storage, ledger) == []


async def test_persons_come_back_as_they_were_remembered(storage: Storage) -> None:
    known = [
        person(),
        person(
            SVETLANA,
            language=Language.RU,
            expecting=Expecting.STAFF_QUESTION,
            last_topic="a.b",
            blocked_at=NOON,
            place=Place.KOREA,
            last_topic_at=NOON + timedelta(seconds=1),
            last_press="77:topic:a.b",
            pressed_at=NOON + timedelta(seconds=2),
            expecting_until=NOON + timedelta(minutes=30),
            urgent_question=12,
            urgent_at=NOON - timedelta(minutes=1),
            misread_question=11,
            misread_at=NOON - timedelta(minutes=2),
        ),
    ]
    async with storage.rounds.open(NOON) as round_:
        for one in known:
            round_.remember(one)
    async with storage.database.read() as connection:
        assert [await find_person(connection, one.chat_id) for one in known] == known
        assert await find_person(connection, 5) is None


async def test_a_change_of_a_person_keeps_pseudonym_and_first_day(storage: Storage) -> None:
    changed = person(
        pseudonym="other", created_at=NOON + timedelta(days=1), language=Language.KK, last_topic="x"
    )
    for one in (person(), changed):
        async with storage.rounds.open(NOON) as round_:
            round_.remember(one)
    async with storage.database.read() as connection:
        assert await find_person(connection, AIGERIM) == person(language=Language.KK, last_topic="x")


async def test_every_change_of_a_person_is_written(storage: Storage) -> None:
    before = person(place=Place.KOREA, last_press="a", pressed_at=NOON)
    changed = person(
        place=Place.KAZAKHSTAN,
        last_topic_at=NOON,
        last_press="b",
        pressed_at=NOON + timedelta(hours=1),
        expecting=Expecting.STAFF_QUESTION,
        expecting_until=NOON + timedelta(minutes=2),
        urgent_question=3,
        urgent_at=NOON,
        misread_question=4,
        misread_at=NOON,
    )
    for one in (before, changed):
        async with storage.rounds.open(NOON) as round_:
            round_.remember(one)
        async with storage.database.read() as connection:
            assert await find_person(connection, AIGERIM) == one


def test_a_place_of_another_version_counts_as_none() -> None:
    assert person_from_row({**vars(person()), "place": "mars"}) == person()


async def test_the_table_takes_no_place_that_nobody_knows(storage: Storage) -> None:
    async with storage.rounds.open(NOON) as round_:
        round_.remember(person())
    with pytest.raises(StorageError):
        async with storage.database.write() as connection:
            await connection.execute(sa.update(people).values(place="mars"))


async def test_a_conversation_state_of_another_version_counts_as_none(storage: Storage) -> None:
    async with storage.rounds.open(NOON) as round_:
        round_.remember(person())
    async with storage.database.write() as connection:
        await connection.execute(sa.update(people).values(expecting="from the future"))
    async with storage.database.read() as connection:
        assert await find_person(connection, AIGERIM) == person()


@pytest.mark.parametrize("broken", [question(language="en"), question(text=None, language=None)])
async def test_what_the_tables_do_not_take_is_a_storage_error(storage: Storage, broken: NewQuestion) -> None:
    with pytest.raises((StorageError, AttributeError)) as caught:
        async with storage.rounds.open(NOON) as round_:
            await round_.open_question(broken)
    assert not isinstance(caught.value, DBAPIError)
    assert await rows_of(storage, questions) == []
