"""Questions as handlers look for them: by number, by message, by person; and corrected ones."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from bot.desk.ledger import text_digest
from bot.desk.model import Event, NewQuestion, Question, decision_facts
from bot.errors import StorageError
from bot.people.model import Language
from bot.storage.opening import Storage
from bot.storage.tables import ledger, question_messages, questions
from tests.support.databases import rows_of
from tests.support.desk import question
from tests.support.people import AIGERIM, NOON, SVETLANA


async def ask(storage: Storage, *asked: NewQuestion) -> list[int]:
    async with storage.rounds.open(NOON) as round_:
        return [await round_.open_question(one) for one in asked]


async def found(storage: Storage, number: int) -> Question | None:
    async with storage.rounds.open(NOON) as round_:
        return await round_.question(number)


async def number_of(storage: Storage, message_id: int, chat_id: int = AIGERIM) -> int | None:
    async with storage.rounds.open(NOON) as round_:
        asked = await round_.question_of_message(chat_id, message_id)
    return asked.number if asked else None


async def page(storage: Storage, skip: int, limit: int, chat_id: int = AIGERIM) -> list[int]:
    async with storage.rounds.open(NOON) as round_:
        return [one.number for one in await round_.questions_of(chat_id, skip=skip, limit=limit)]


@contextmanager
def counted_statements(storage: Storage) -> Iterator[list[str]]:
    """The statements that the writer runs meanwhile."""
    ran: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        ran.append(statement)

    engine = storage.database.writer.sync_engine
    sa.event.listen(engine, "before_cursor_execute", note)
    yield ran
    sa.event.remove(engine, "before_cursor_execute", note)


async def test_attachments_come_back_in_their_order(storage: Storage) -> None:
    (number, plain) = await ask(storage, question("a", attachments=(13, 11, 2**40)), question("b"))
    assert [(await found(storage, one)).attachments for one in (number, plain)] == [(13, 11, 2**40), ()]  # type: ignore[union-attr]


async def test_the_topic_shown_last_is_known_also_when_it_was_shown_just_now(storage: Storage) -> None:
    (number, other) = await ask(storage, question("a"), question("b"))
    assert (await found(storage, number)).shown_topic == ""  # type: ignore[union-attr]
    for topic in ("a.b", "c.d"):
        async with storage.rounds.open(NOON) as round_:
            round_.note(number, Event.SHOWN, topic=topic, version="1")
            round_.note(other, Event.SHOWN, topic="x.y", version="1")
            round_.note(number, Event.CHOSEN, topic="e.f")
            fresh = await round_.question(number)
        stored = await found(storage, number)
        assert fresh is not None
        assert stored is not None
        assert (fresh.shown_topic, stored.shown_topic) == (topic, topic)
        assert fresh.events == stored.events == {Event.ASKED, Event.DECIDED, Event.SHOWN, Event.CHOSEN}


async def test_the_topics_offered_last_are_known_also_when_they_were_offered_just_now(
    storage: Storage,
) -> None:
    (number,) = await ask(storage, question())
    assert (await found(storage, number)).offered == ()  # type: ignore[union-attr]
    for offered in (("a.b", "c.d"), ("e.f", "a.b", "g.h")):
        async with storage.rounds.open(NOON) as round_:
            round_.note(number, Event.SHOWN, offered=list(offered))
            round_.note(number, Event.SHOWN, topic="a.b", version="1")
            fresh = await round_.question(number)
        stored = await found(storage, number)
        assert fresh is not None
        assert stored is not None
        assert (fresh.offered, stored.offered) == (offered, offered)
        assert (fresh.shown_topic, stored.shown_topic) == ("a.b", "a.b")


@pytest.mark.parametrize("words_in", [*Language, None])
async def test_the_language_of_the_words_is_what_was_decided_last(
    storage: Storage, words_in: Language | None
) -> None:
    (number,) = await ask(storage, question(words_in=words_in))
    assert (await found(storage, number)).words_in is words_in  # type: ignore[union-attr]
    for later in (Language.RU, None):
        async with storage.rounds.open(NOON) as round_:
            round_.note(number, Event.DECIDED, **decision_facts("answer", ["a.b"], 0.5, later))
        assert (await found(storage, number)).words_in is later  # type: ignore[union-attr]


async def test_every_message_of_a_burst_leads_to_its_question(storage: Storage) -> None:
    await ask(storage, question("a", message_id=13, messages=(11, 12, 13)), question("b", message_id=20))
    assert [await number_of(storage, message) for message in (11, 12, 13, 20, 14)] == [1, 1, 1, 2, None]


async def test_a_question_without_a_message_is_found_by_none(storage: Storage) -> None:
    await ask(storage, question(message_id=None))
    assert await rows_of(storage, question_messages) == []


async def test_the_same_message_number_in_another_chat_is_another_message(storage: Storage) -> None:
    await ask(storage, question("a"), question("b", chat_id=SVETLANA))
    assert [await number_of(storage, 11, chat) for chat in (AIGERIM, SVETLANA, 5)] == [1, 2, None]


async def test_a_message_that_asked_twice_leads_to_the_newer_question(storage: Storage) -> None:
    await ask(storage, question("a"), question("b"))
    assert await number_of(storage, 11) == 2
    await ask(storage, question("c"))
    assert await number_of(storage, 11) == 3


async def test_a_message_of_the_same_round_is_found(storage: Storage) -> None:
    async with storage.rounds.open(NOON) as round_:
        number = await round_.open_question(question(messages=(11, 12)))
        round_.note(number, Event.HANDED_OVER)
        asked = await round_.question_of_message(AIGERIM, 12)
    assert asked is not None
    assert (asked.number, asked.is_handed_over) == (number, True)


@pytest.mark.parametrize("message_id", [0, -1, 2**62, 2**63, 10**30])
async def test_what_can_be_no_message_asked_nothing(storage: Storage, message_id: int) -> None:
    assert await number_of(storage, message_id) is None


async def test_a_persons_questions_come_in_pages_the_newest_first(storage: Storage) -> None:
    await ask(storage, *(question(f"a{n}") for n in range(7)), question("b", chat_id=SVETLANA))
    assert [await page(storage, skip, 3) for skip in (0, 3, 6, 9)] == [[7, 6, 5], [4, 3, 2], [1], []]
    assert await page(storage, 0, 10, SVETLANA) == [8]
    assert await page(storage, 0, 10, 5) == []


@pytest.mark.parametrize(("skip", "limit"), [(-1, 3), (0, 0), (0, -1), (2**63, 3), (10**30, 1)])
async def test_a_page_that_cannot_be_is_empty(storage: Storage, skip: int, limit: int) -> None:
    await ask(storage, question())
    assert await page(storage, skip, limit) == []


async def test_a_page_costs_two_statements_and_has_all_events(storage: Storage) -> None:
    numbers = await ask(storage, *(question(f"a{n}") for n in range(5)))
    async with storage.rounds.open(NOON) as round_:
        round_.note(numbers[0], Event.SHOWN, topic="a.b")
    async with storage.rounds.open(NOON) as round_:
        round_.note(numbers[1], Event.HANDED_OVER)
        with counted_statements(storage) as ran:
            listed = await round_.questions_of(AIGERIM, skip=0, limit=5)
    assert len(ran) <= 2
    assert [one.is_handed_over for one in listed] == [False, False, False, True, False]
    assert [one.shown_topic for one in listed] == ["", "", "", "", "a.b"]


async def test_a_message_is_looked_up_in_three_statements(storage: Storage) -> None:
    await ask(storage, question())
    async with storage.rounds.open(NOON) as round_:
        with counted_statements(storage) as ran:
            assert await round_.question_of_message(AIGERIM, 11)
    assert len(ran) <= 3


async def test_a_question_looked_up_by_a_message_knows_how_many_asked_it(storage: Storage) -> None:
    async with storage.rounds.open(NOON) as round_:
        await round_.open_question(question(messages=(11, 12, 13)))
    async with storage.rounds.open(NOON) as round_:
        found = await round_.question_of_message(AIGERIM, 12)
    assert found is not None
    assert found.parts == 3


async def test_opening_questions_costs_no_statement_for_each_message(storage: Storage) -> None:
    async with storage.rounds.open(NOON) as round_:
        with counted_statements(storage) as ran:
            await round_.open_question(question(messages=tuple(range(1, 101))))
    assert len(ran) == 2
    assert len(await rows_of(storage, question_messages)) == 100


async def test_the_last_digest_in_the_ledger_is_that_of_the_stored_text(storage: Storage) -> None:
    (number, other) = await ask(storage, question("a"), question("b"))
    for text in ("Басқа сұрақ", "Другой вопрос", "Басқа сұрақ"):
        async with storage.rounds.open(NOON) as round_:
            await round_.correct_question(number, text)
            fresh = await round_.question(number)
        assert fresh is not None
        assert fresh.text == text
        assert Event.CORRECTED in fresh.events
        rows = {row["number"]: row for row in await rows_of(storage, questions)}
        assert (rows[number]["text"], rows[other]["text"]) == (text, question().text)
        assert await last_digest(storage, number) == text_digest(rows[number]["salt"], text)
        assert await last_digest(storage, other) == text_digest(rows[other]["salt"], question().text)


async def last_digest(storage: Storage, number: int) -> str:
    """What the ledger says last about a question's text."""
    facts = [json.loads(row["facts"]) for row in await rows_of(storage, ledger) if row["question"] == number]
    return str([one["text"] for one in facts if "text" in one][-1])


async def test_every_correction_has_a_salt_of_its_own_and_leaves_no_words_in_the_ledger(
    storage: Storage,
) -> None:
    (number,) = await ask(storage, question())
    salts = []
    for _ in range(2):
        async with storage.rounds.open(NOON) as round_:
            await round_.correct_question(number, "the same words")
        salts.append((await rows_of(storage, questions))[0]["salt"])
    assert len(set(salts)) == 2
    assert not any("words" in row["facts"] for row in await rows_of(storage, ledger))


async def test_of_a_correction_in_a_round_that_fails_nothing_is_kept(storage: Storage) -> None:
    (number,) = await ask(storage, question())
    before = await rows_of(storage, questions)
    with pytest.raises(RuntimeError):  # noqa: PT012  the whole round is meant
        async with storage.rounds.open(NOON) as round_:
            await round_.correct_question(number, "x")
            raise RuntimeError
    assert await rows_of(storage, questions) == before
    assert len(await rows_of(storage, ledger)) == 2


async def test_a_question_that_is_not_there_cannot_be_corrected(storage: Storage) -> None:
    with pytest.raises(StorageError):
        async with storage.rounds.open(NOON) as round_:
            await round_.correct_question(99, "x")
