"""Many people at once, everything they can do, and everything that can go wrong: nobody is forgotten."""

import copy
import dataclasses
from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from bot.people.model import Language
from bot.sandbox.journal import Sort
from tests.e2e.reckoning import Reckoning
from tests.e2e.records import Records
from tests.e2e.scripted_hour import Script, played
from tests.e2e.seeing import language_of, text_of

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

SCRIPT = Script(people=60, seconds=20.0, pause=4.0, fault_every=0.8, kills=2)
LEAST_IN_OWN_LANGUAGE = 0.95
"""Who never chose a language may have written in a mixture; hardly anybody has."""
LEAST_PRESSES_TOLD = 0.25
"""A press is confirmed once and never again, and not while Telegram wants silence or the bot is away."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def reckoning(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Reckoning]:
    async with played(SCRIPT, tmp_path_factory.mktemp("crowd")) as reckoning:
        yield reckoning


async def test_a_crowd_is_served_once_each_in_its_language_through_faults_and_kills(
    reckoning: Reckoning,
) -> None:
    assert reckoning.broken() == []
    assert len(reckoning.texts()) >= SCRIPT.people, "there was something to do"
    assert reckoning.trouble.kills == SCRIPT.kills
    own = reckoning.in_own_language
    assert sum(own) >= LEAST_IN_OWN_LANGUAGE * len(own)
    pressed, told = reckoning.presses()
    assert told >= LEAST_PRESSES_TOLD * pressed > 0


def loses_an_answer(records: Records) -> None:
    texts = {kept.update_id for kept in records.updates.values() if kept.kind == "command"}
    records.outbox.remove(next(row for row in records.outbox if row.update_id in texts))


def answers_twice(records: Records) -> None:
    texts = {kept.update_id for kept in records.updates.values() if kept.kind == "text"}
    records.outbox.append(next(row for row in records.outbox if row.update_id in texts))


def answers_in_a_group(records: Records) -> None:
    update = next(one for one in records.updates.values() if one.chat_id < 0)
    row = records.outbox[-1]
    cause = f"update:{update.update_id}-1:7"
    more = dataclasses.replace(row, cause=cause, chat_id=update.chat_id, id=row.id + 1, message_id=None)
    records.outbox += [more, dataclasses.replace(more, cause=f"{cause}1")]


def forgets_an_update(records: Records) -> None:
    del records.updates[max(records.updates)]


def poisons_an_update(records: Records) -> None:
    last = max(records.updates)
    records.updates[last] = dataclasses.replace(records.updates[last], state="poison")


def keeps_something_waiting(records: Records) -> None:
    records.outbox[-1] = dataclasses.replace(records.outbox[-1], state="waiting")


def refuses_an_answer(records: Records) -> None:
    records.outbox[-1] = dataclasses.replace(records.outbox[-1], state="refused", error="400 Bad Request")


def claims_to_have_sent(records: Records) -> None:
    sent = next(row for row in records.outbox if row.method == "sendMessage" and row.state == "sent")
    records.outbox[records.outbox.index(sent)] = dataclasses.replace(sent, message_id=1)


def skips_a_number(records: Records) -> None:
    records.numbers.remove(2)


def rewrites_the_ledger(records: Records) -> None:
    records.ledger[3] = dataclasses.replace(records.ledger[3], question=records.ledger[3].question + 1)


def never_reaches_staff(records: Records) -> None:
    reached = next(entry for entry in records.ledger if entry.event == "reached_staff")
    records.ledger.remove(reached)


@pytest.mark.parametrize(
    "deed",
    [
        loses_an_answer, answers_twice, answers_in_a_group, forgets_an_update, poisons_an_update,
        keeps_something_waiting, refuses_an_answer, claims_to_have_sent, skips_a_number, rewrites_the_ledger,
        never_reaches_staff,
    ],
)  # fmt: skip
async def test_the_reckoning_finds_what_the_records_betray(
    reckoning: Reckoning, deed: Callable[[Records], None]
) -> None:
    another = dataclasses.replace(reckoning, in_own_language=[], doubled=0)
    another.records.outbox, another.records.updates, another.records.ledger = (
        list(reckoning.records.outbox),
        dict(reckoning.records.updates),
        list(reckoning.records.ledger),
    )
    another.records.numbers = list(reckoning.records.numbers)
    deed(another.records)
    assert another.broken() != []


@pytest.mark.parametrize("fault", ["another language", "no buttons", "a message more"])
async def test_the_reckoning_finds_what_a_citizen_would_have_seen(reckoning: Reckoning, fault: str) -> None:
    journal = reckoning.stand_in.journal
    person, events = next(
        (chat, events)
        for chat, events in journal.happened.items()
        if chat in reckoning.people and any(event.sort is Sort.SENT and event.by_bot for event in events)
    )
    place = next(
        place
        for place, event in enumerate(events)
        if event.by_bot and event.sort is Sort.SENT and language_of(text_of(event.body))
    )
    changed = copy.deepcopy(events[place])
    if fault == "another language":
        is_kazakh = language_of(text_of(changed.body)) is Language.KK
        changed.body["text"] = "Это по-русски." if is_kazakh else "Бұл қазақша."
    if fault == "no buttons":
        del changed.body["reply_markup"]
    more = [changed] * (30 if fault == "a message more" else 1)
    journal.happened[person] = [*events[:place], *more, *events[place + 1 :]]
    try:
        assert dataclasses.replace(reckoning, in_own_language=[], doubled=0).broken() != []
    finally:
        journal.happened[person] = events
