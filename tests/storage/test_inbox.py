"""The inbox's contract."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from bot.clock import KAZAKHSTAN
from bot.errors import StorageError
from bot.mail.bursts import LONGEST, QUIET, SLOWED_LONGEST, SLOWED_QUIET
from bot.mail.model import Arrival, Kind, WaitingUpdate
from bot.people.model import Expecting, Language
from bot.storage.inbox import KEEP_DONE, SqlInbox
from bot.storage.opening import Storage, open_storage
from tests.support.databases import rows_of
from tests.support.mail import arrival
from tests.support.people import AIGERIM, NOON, STAFF_GROUP, SVETLANA, person

LARGEST = 2**63 - 1


@pytest.fixture
def inbox(storage: Storage) -> SqlInbox:
    return storage.inbox


async def waiting(inbox: SqlInbox) -> list[WaitingUpdate]:
    return [row for _, row in await inbox.page(0, 1000)]


async def finish(storage: Storage, ids: Sequence[int], now: datetime, *, poison: bool = False) -> None:
    async with storage.rounds.open(now) as round_:
        round_.finish(ids, poison=poison)


async def test_what_was_received_comes_back_as_it_was(inbox: SqlInbox) -> None:
    come = arrival(7, kind=Kind.EDIT, body='{"update_id":7,"text":"\\u0441"}')
    assert await inbox.receive([come], NOON) == 1
    (row,) = await waiting(inbox)
    assert (row.update_id, row.chat_id, row.kind, row.body) == (7, AIGERIM, Kind.EDIT, come.body)
    assert (row.burst, row.tries, row.received_at, row.due_at, row.person) == (7, 0, NOON, NOON, None)


async def test_it_is_there_after_the_database_was_closed(url: str) -> None:
    async with open_storage(url) as storage:
        await storage.inbox.receive([arrival(7)], NOON)
    async with open_storage(url) as storage:
        assert [row.update_id for row in await waiting(storage.inbox)] == [7]


async def test_a_repeated_update_is_left_alone(inbox: SqlInbox, storage: Storage) -> None:
    await inbox.receive([arrival(1), arrival(2)], NOON)
    await finish(storage, [1], NOON)
    assert await inbox.receive([arrival(1), arrival(2), arrival(3), arrival(3)], NOON) == 1
    assert [row.update_id for row in await waiting(inbox)] == [2, 3]
    assert await inbox.receive([arrival(1), arrival(2)], NOON) == 0


async def test_an_id_that_comes_again_after_its_row_was_purged_is_a_new_update(
    inbox: SqlInbox, storage: Storage
) -> None:
    await inbox.receive([arrival(1)], NOON)
    await finish(storage, [1], NOON)
    later = NOON + KEEP_DONE + timedelta(seconds=1)
    assert await inbox.receive([arrival(1)], later) == 0
    assert await inbox.forget_done(later) == 1
    assert await inbox.receive([arrival(1)], later) == 1
    assert [(row.update_id, row.received_at) for row in await waiting(inbox)] == [(1, later)]


async def test_rows_come_in_the_order_of_arrival_whatever_their_ids(inbox: SqlInbox) -> None:
    await inbox.receive([arrival(900, 1), arrival(800, 2)], NOON)
    await inbox.receive([arrival(5, 3)], NOON)
    await inbox.receive([arrival(4, 4), arrival(LARGEST, 5)], NOON + timedelta(seconds=1))
    assert [row.update_id for row in await waiting(inbox)] == [900, 800, 5, 4, LARGEST]


async def test_pages_follow_each_other(inbox: SqlInbox) -> None:
    await inbox.receive([arrival(n, n) for n in range(1, 24)], NOON)
    seen: list[int] = []
    after = 0
    while page := await inbox.page(after, 10):
        seen += [row.update_id for _, row in page]
        after = page[-1][0]
    assert seen == list(range(1, 24))


async def test_rows_that_are_not_due_are_on_the_page_as_well(inbox: SqlInbox) -> None:
    await inbox.receive([arrival(1)], NOON)
    (row,) = await waiting(inbox)
    assert row.due_at == NOON + QUIET


async def test_a_row_comes_with_the_person_who_wrote(inbox: SqlInbox, storage: Storage) -> None:
    known = person(
        language=Language.RU,
        expecting=Expecting.STAFF_QUESTION,
        last_topic="a.b",
        blocked_at=NOON,
        expecting_until=NOON,
        urgent_question=7,
        urgent_at=NOON,
    )
    async with storage.rounds.open(NOON) as round_:
        round_.remember(known)
    await inbox.receive([arrival(1), arrival(2, SVETLANA), arrival(3, STAFF_GROUP, Kind.OTHER)], NOON)
    assert [row.person for row in await waiting(inbox)] == [known, None, None]


async def test_texts_of_one_batch_are_joined(inbox: SqlInbox) -> None:
    await inbox.receive([arrival(1), arrival(2, SVETLANA), arrival(3)], NOON)
    assert [(row.update_id, row.burst) for row in await waiting(inbox)] == [(1, 1), (2, 2), (3, 1)]


async def test_texts_of_different_batches_are_joined_and_become_due_together(inbox: SqlInbox) -> None:
    moments = [NOON + timedelta(seconds=seconds) for seconds in (0, 0.3, 0.6)]
    for number, moment in enumerate(moments, start=1):
        await inbox.receive([arrival(number)], moment)
    rows = await waiting(inbox)
    assert {row.burst for row in rows} == {1}
    assert {row.due_at for row in rows} == {moments[-1] + QUIET}


async def test_a_burst_never_waits_longer_than_two_seconds(inbox: SqlInbox) -> None:
    for number in range(1, 9):
        await inbox.receive([arrival(number)], NOON + timedelta(seconds=0.3 * (number - 1)))
    rows = await waiting(inbox)
    burst = [row for row in rows if row.burst == 1]
    assert {row.due_at for row in burst} == {NOON + LONGEST}
    assert [row.update_id for row in burst] == [1, 2, 3, 4, 5, 6, 7]


async def test_a_command_lets_the_burst_before_it_go_at_once(inbox: SqlInbox) -> None:
    await inbox.receive([arrival(1), arrival(2)], NOON)
    now = NOON + timedelta(seconds=0.1)
    await inbox.receive([arrival(3, kind=Kind.COMMAND)], now)
    assert [(row.burst, row.due_at) for row in await waiting(inbox)] == [(1, now), (1, now), (3, now)]


async def test_a_burst_of_somebody_else_with_the_same_leader_stays_as_it_is(inbox: SqlInbox) -> None:
    await inbox.receive([arrival(1), arrival(2, SVETLANA)], NOON)
    await inbox.receive([arrival(3, kind=Kind.COMMAND)], NOON + timedelta(seconds=0.1))
    rows = {row.update_id: row for row in await waiting(inbox)}
    assert rows[2].due_at == NOON + QUIET


async def test_a_burst_that_was_carried_takes_no_more(inbox: SqlInbox, storage: Storage) -> None:
    await inbox.receive([arrival(1)], NOON)
    await finish(storage, [1], NOON + timedelta(seconds=0.2))
    await inbox.receive([arrival(2)], NOON + timedelta(seconds=0.3))
    assert [row.burst for row in await waiting(inbox)] == [2]


async def test_pictures_of_an_album_are_joined_across_batches(inbox: SqlInbox) -> None:
    await inbox.receive([arrival(1, kind=Kind.ALBUM, album="A")], NOON)
    await inbox.receive(
        [arrival(2, kind=Kind.ALBUM, album="A"), arrival(3, kind=Kind.ALBUM, album="B")], NOON
    )
    assert [row.burst for row in await waiting(inbox)] == [1, 1, 3]


async def test_postponed_rows_keep_their_place_and_count_the_try(inbox: SqlInbox) -> None:
    await inbox.receive([arrival(n, kind=Kind.COMMAND) for n in (1, 2, 3)], NOON)
    later = NOON + timedelta(seconds=9)
    await inbox.postpone([1, 3], later, tried=True)
    await inbox.postpone([3], later, tried=False)
    assert [(r.update_id, r.tries, r.due_at) for r in await waiting(inbox)] == [
        (1, 1, later),
        (2, 0, NOON),
        (3, 1, later),
    ]


@pytest.mark.parametrize("poison", [False, True])
async def test_the_body_of_what_was_carried_goes_at_once_and_the_row_after_eight_days(
    inbox: SqlInbox, storage: Storage, *, poison: bool
) -> None:
    await inbox.receive([arrival(1), arrival(2)], NOON)
    await finish(storage, [1], NOON, poison=poison)
    done, untouched = await rows_of(storage)
    assert (done["state"], done["body"], done["done_at"]) == ("poison" if poison else "done", None, NOON)
    assert untouched["body"]
    assert await inbox.forget_done(NOON + KEEP_DONE) == 0
    assert await inbox.forget_done(NOON + KEEP_DONE + timedelta(microseconds=1)) == 1
    assert [row["update_id"] for row in await rows_of(storage)] == [2]


async def flood(inbox: SqlInbox, count: int, now: datetime, *, first: int = 1) -> None:
    """Texts of one moment, each received on its own and too late for the burst before."""
    for number in range(count):
        await inbox.receive([arrival(first + number)], now + timedelta(seconds=number * 0.5))


async def test_who_sends_a_flood_waits_longer_and_nobody_else_does(inbox: SqlInbox) -> None:
    await flood(inbox, 30, NOON)
    now = NOON + timedelta(seconds=20)
    await inbox.receive([arrival(31), arrival(32, SVETLANA)], now)
    rows = await waiting(inbox)
    assert [row.slowed for row in rows] == [False] * 30 + [True, False]
    assert [row.due_at for row in rows[-2:]] == [now + SLOWED_QUIET, now + QUIET]


async def test_the_texts_of_a_flood_are_joined_over_batches_and_none_is_lost(inbox: SqlInbox) -> None:
    await flood(inbox, 30, NOON)
    begin = NOON + timedelta(seconds=20)
    for number in range(10):
        await inbox.receive([arrival(31 + number)], begin + timedelta(seconds=1.4 * number))
    rows = await waiting(inbox)
    assert len(rows) == 40
    assert {row.burst for row in rows[30:]} == {31}
    assert {row.due_at for row in rows[30:]} == {begin + SLOWED_LONGEST}
    assert all(row.slowed for row in rows[30:])


async def test_commands_and_presses_of_a_flood_are_due_at_once(inbox: SqlInbox) -> None:
    await flood(inbox, 40, NOON)
    now = NOON + timedelta(seconds=21)
    await inbox.receive([arrival(41, kind=Kind.COMMAND), arrival(42, kind=Kind.PRESS)], now)
    rows = await waiting(inbox)
    assert [(row.due_at, row.slowed) for row in rows[-2:]] == [(now, False), (now, False)]
    assert all(row.due_at <= now for row in rows)


async def test_what_was_written_over_hours_and_is_read_at_once_is_no_flood(inbox: SqlInbox) -> None:
    backlog = [arrival(n, sent_at=1_764_000_000 + 270 * n) for n in range(1, 41)]
    await inbox.receive(backlog, NOON)
    rows = await waiting(inbox)
    assert not any(row.slowed for row in rows)
    assert len({row.burst for row in rows}) == 40


async def test_a_text_that_could_not_be_stored_for_a_minute_is_no_flood(
    inbox: SqlInbox, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("bot.storage.inbox.insert_new", lambda *_: 1 // 0)
        for _ in range(60):
            with pytest.raises(ZeroDivisionError):
                await inbox.receive([arrival(1)], NOON)
    await inbox.receive([arrival(1)], NOON)
    assert [row.slowed for row in await waiting(inbox)] == [False]


async def test_what_waits_is_counted(inbox: SqlInbox, storage: Storage) -> None:
    await inbox.receive([arrival(n, n) for n in (1, 2, 3)], NOON)
    await finish(storage, [2], NOON)
    assert await inbox.waiting() == 2


@pytest.mark.parametrize(
    "hostile",
    [
        arrival(LARGEST, LARGEST, sent_at=LARGEST),
        arrival(1, -LARGEST, Kind.OTHER, sent_at=-LARGEST),
        arrival(1, 0, Kind.OTHER),
        arrival(1, body='{"text":"\\u0000\\ud800"}'),
    ],
    ids=["largest", "smallest", "no chat", "escaped"],
)
async def test_odd_but_storable_arrivals_are_stored(inbox: SqlInbox, hostile: Arrival) -> None:
    assert await inbox.receive([hostile], NOON) == 1
    (row,) = await waiting(inbox)
    assert (row.update_id, row.chat_id, row.body) == (hostile.update_id, hostile.chat_id, hostile.body)


async def test_a_naive_time_is_refused(inbox: SqlInbox, storage: Storage) -> None:
    with pytest.raises((StorageError, ValueError)):
        await inbox.receive([arrival(1)], NOON.replace(tzinfo=None))
    assert await rows_of(storage) == []


async def test_a_moment_of_another_zone_is_the_same_moment(inbox: SqlInbox) -> None:
    await inbox.receive([arrival(1, kind=Kind.COMMAND)], NOON.astimezone(KAZAKHSTAN))
    (row,) = await waiting(inbox)
    assert row.received_at == NOON
    assert row.received_at.utcoffset() == timedelta(0)


async def test_a_batch_is_stored_whole_or_not_at_all(inbox: SqlInbox, storage: Storage) -> None:
    with pytest.raises((StorageError, OverflowError)):
        await inbox.receive([arrival(1), arrival(2, LARGEST + 1)], NOON)
    assert await rows_of(storage) == []
