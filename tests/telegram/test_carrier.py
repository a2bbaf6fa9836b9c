"""The carrier between an inbox, rounds and a post in memory."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.desk.model import Event
from bot.errors import StorageError
from bot.mail.model import Kind, Lane, WaitingUpdate
from bot.telegram.answering import NO_DECISION
from bot.telegram.carrier import AT_ONCE, MOST_TRIES, Carrier
from bot.telegram.session import mute_bot
from bot.telegram.wire import Wire
from tests.support.carrying import InstantRanking, MemoryInbox, MemoryPost, MemoryRounds, PlainDispatch
from tests.support.clocks import FrozenClock
from tests.support.mail import waiting
from tests.support.people import AIGERIM, NOON
from tests.support.updates import ME


class Works:
    """A carrier with all its fakes."""

    def __init__(self, *rows: WaitingUpdate) -> None:
        self.inbox = MemoryInbox(rows)
        self.rounds = MemoryRounds(self.inbox)
        self.post = MemoryPost()
        self.dispatch = PlainDispatch()
        self.ranking = InstantRanking()
        self.clock = FrozenClock()
        parts: dict[str, Any] = {
            "inbox": self.inbox, "rounds": self.rounds, "dispatch": self.dispatch, "wire": Wire(mute_bot(ME)),
            "ranking": lambda _on_ranked: self.ranking, "post": self.post, "clock": self.clock, "staff_chat_id": -5,
        }  # fmt: skip
        self.carrier = Carrier(**parts)

    async def carry_all(self, seconds: float = 60) -> None:
        """Rounds until nothing is due for so long."""
        for _ in range(200):
            if await self.carrier.round():
                continue
            if not self.inbox.rows or seconds <= 0:
                return
            self.clock.pass_(0.25)
            seconds -= 0.25


async def test_a_parcel_becomes_outbox_rows_and_a_whisper_and_is_done() -> None:
    works = Works(waiting(7, kind=Kind.PRESS))
    assert await works.carrier.round()
    (round_,) = works.rounds.committed
    second = int(NOON.timestamp())
    assert [(one.cause, one.chat_id, one.lane, one.result_for) for one in round_.sent] == [
        (f"update:7-{second}:0", AIGERIM, Lane.ANSWER, ""),
        (f"update:7-{second}:1", -5, Lane.STAFF, "question:1"),
    ]
    assert works.rounds.finished == {7: False}
    assert [one.method for one in works.post.whispers] == ["answerCallbackQuery"]
    assert works.post.woken == 1
    assert not await works.carrier.round()


async def test_fifty_chats_go_in_one_transaction() -> None:
    works = Works(*(waiting(n, n) for n in range(1, 121)))
    await works.carrier.round()
    assert works.rounds.opened == 1
    assert list(works.rounds.finished) == list(range(1, AT_ONCE + 1))
    await works.carry_all()
    assert works.rounds.opened == 3
    assert works.inbox.rows == []


async def test_the_rows_of_a_chat_go_in_order_one_a_round() -> None:
    works = Works(*(waiting(n) for n in (5, 3, 9)))
    await works.carry_all()
    assert works.dispatch.carried == [(5,), (3,), (9,)]


async def test_texts_are_carried_with_their_decision_and_forgotten() -> None:
    rows = [waiting(n, kind=Kind.TEXT, burst=1, body=f'{{"message":{{"text":"{n}"}}}}') for n in (1, 2)]
    works = Works(*rows, waiting(3, 3, Kind.EDIT), waiting(4, 4))
    await works.carrier.round()
    assert works.dispatch.decisions == {(1, 2): NO_DECISION, (3,): NO_DECISION, (4,): None}
    assert works.ranking.words[1, 2] == "1\n2"
    assert set(works.ranking.forgotten) >= {(1, 2), (3,)}


async def test_a_text_that_is_not_ranked_yet_holds_nobody_else_back() -> None:
    works = Works(*(waiting(n, n, Kind.TEXT) for n in range(1, 111)), waiting(500, 500))
    works.ranking.thinking = set(range(1, 111))
    assert await works.carrier.round()
    assert works.rounds.finished == {500: False}
    works.ranking.thinking = set()
    await works.carry_all()
    assert works.inbox.rows == []


async def test_what_comes_after_an_unranked_text_of_the_same_chat_waits() -> None:
    works = Works(waiting(1, kind=Kind.TEXT), waiting(2))
    works.ranking.thinking = {1}
    assert not await works.carrier.round()
    works.ranking.thinking = set()
    await works.carry_all()
    assert works.dispatch.carried == [(1,), (2,)]


@pytest.mark.parametrize("size", [2, 3, 10])
async def test_a_burst_that_straddles_a_page_is_carried_whole(size: int) -> None:
    """The first page holds fifty chats that could go, so the carrier need not look at the second."""
    before = [waiting(n, n // 2 + 2000) for n in range(2, 100)]
    burst = [waiting(n, AIGERIM, Kind.TEXT, burst=100) for n in range(100, 100 + size)]
    works = Works(*before, *burst)
    await works.carry_all()
    assert tuple(row.update_id for row in burst) in works.dispatch.carried


async def test_bursts_that_lie_across_each_other_are_carried_whole() -> None:
    rows = [
        waiting(chat + 1000 * part, chat, Kind.TEXT, burst=chat) for part in range(4) for chat in range(1, 61)
    ]
    works = Works(*rows)
    await works.carry_all()
    assert sorted(works.dispatch.carried) == [
        (chat, chat + 1000, chat + 2000, chat + 3000) for chat in range(1, 61)
    ]


async def test_one_guilty_parcel_among_fifty_stops_nobody() -> None:
    works = Works(*(waiting(n, n) for n in range(1, 51)))
    works.dispatch.guilty = {25}
    await works.carrier.round()
    assert works.rounds.finished == {n: False for n in range(1, 51) if n != 25}
    assert len(set(works.rounds.causes)) == len(works.rounds.causes) == 2 * 49
    (left,) = works.inbox.rows
    assert (left.update_id, left.tries) == (25, 1)
    assert left.due_at > NOON


async def test_what_is_said_in_a_round_that_fails_is_said_once() -> None:
    works = Works(waiting(1, 1, Kind.PRESS), waiting(2, 2), waiting(3, 3, Kind.PRESS))
    works.dispatch.guilty = {2}
    await works.carrier.round()
    assert len(works.post.whispers) == 2
    assert sorted(one.split(":")[1].split("-")[0] for one in works.rounds.causes) == ["1", "1", "3", "3"]


async def test_the_pauses_of_a_guilty_parcel_grow_and_at_last_its_words_are_salvaged() -> None:
    works = Works(waiting(1))
    works.dispatch.guilty = {1}
    pauses = []
    while works.inbox.rows:
        assert await works.carrier.round()
        if works.inbox.rows:
            due = works.inbox.rows[0].due_at
            pauses.append(due - works.clock.now())
            works.clock.moment = due
    assert len(pauses) == MOST_TRIES - 1
    assert pauses == sorted(set(pauses))
    assert works.dispatch.salvaged == [(1,)]
    assert works.rounds.finished == {1: True}
    assert works.rounds.causes == [f"update:1-{int(NOON.timestamp())}:{n}" for n in (0, 1)]


async def test_a_guilty_burst_counts_as_one() -> None:
    works = Works(*(waiting(n, kind=Kind.TEXT, burst=1) for n in (1, 2)))
    works.dispatch.guilty = {2}
    await works.carry_all()
    assert works.rounds.finished == {1: True, 2: True}
    assert works.dispatch.salvaged == [(1, 2)]
    assert len(works.dispatch.carried) <= 2 * MOST_TRIES


async def test_while_a_guilty_parcel_pauses_its_chat_waits_and_others_go() -> None:
    works = Works(waiting(1, 1), waiting(2, 1), waiting(3, 3))
    works.dispatch.guilty = {1}
    await works.carrier.round()
    assert not await works.carrier.round()
    assert list(works.rounds.finished) == [3]
    await works.carry_all()
    assert works.rounds.finished == {3: False, 1: True, 2: False}


async def test_what_cannot_be_read_is_salvaged_at_once() -> None:
    works = Works(waiting(1), waiting(2, 2))
    works.dispatch.unreadable = {1}
    await works.carrier.round()
    assert works.rounds.finished == {1: False, 2: False}
    assert works.dispatch.salvaged == [(1,)]
    assert works.rounds.opened == 1


async def test_what_can_be_neither_carried_nor_salvaged_is_kept_and_stops_nobody() -> None:
    works = Works(waiting(1, 1, tries=MOST_TRIES - 1), waiting(2, 2))
    works.dispatch.guilty = works.dispatch.beyond_help = {1}
    await works.carrier.round()
    assert works.rounds.finished == {2: False}
    (left,) = works.inbox.rows
    assert left.due_at == NOON + timedelta(minutes=5)


async def test_what_the_database_refuses_of_a_salvaged_update_stops_nobody() -> None:
    works = Works(waiting(1, 1, tries=MOST_TRIES - 1), waiting(2, 2))
    works.dispatch.guilty = {1}

    def refuse(round_: Any) -> None:
        if 1 in round_.finished:
            raise StorageError("database_failed", kind="DataError")

    works.rounds.before_commit = refuse
    await works.carrier.round()
    assert works.rounds.finished == {2: False}
    assert [row.update_id for row in works.inbox.rows] == [1]
    assert works.inbox.rows[0].due_at > NOON


async def test_a_parcel_that_the_database_refuses_is_guilty_like_any_other() -> None:
    works = Works(*(waiting(n, n) for n in range(1, 6)))

    def refuse(round_: Any) -> None:
        if 3 in round_.finished:
            raise StorageError("database_failed", kind="IntegrityError")

    works.rounds.before_commit = refuse
    await works.carrier.round()
    assert set(works.rounds.finished) == {1, 2, 4, 5}
    assert works.inbox.rows[0].tries == 1


@pytest.mark.parametrize(
    "code", ["database_locked", "database_full", "database_read_only", "database_unreachable"]
)
async def test_when_the_storage_fails_nothing_is_carried_and_nobody_is_blamed(code: str) -> None:
    works = Works(*(waiting(n, n) for n in (1, 2, 3)))

    def fail(_round: Any) -> None:
        raise StorageError(code)

    works.rounds.before_commit = fail
    with pytest.raises(StorageError):
        await works.carrier.round()
    assert works.rounds.opened == 1
    assert [(row.update_id, row.tries) for row in works.inbox.rows] == [(1, 0), (2, 0), (3, 0)]
    assert (works.post.woken, works.post.whispers) == (0, [])
    works.rounds.before_commit = lambda _: None
    await works.carry_all()
    assert works.inbox.rows == []


async def test_running_survives_a_storage_that_fails_and_stops_when_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.telegram.carrier._IDLE_SECONDS", 0.01)
    works = Works(waiting(1))
    works.inbox.fails = True
    stopping = asyncio.Event()
    with capture_logs() as logs:
        running = asyncio.gather(works.carrier.run(stopping))
        await asyncio.sleep(0.05)
        works.inbox.fails = False
        await asyncio.sleep(0.1)
        stopping.set()
        await asyncio.wait_for(running, 1)
    assert works.rounds.finished == {1: False}
    assert any("carrying failed" in line["event"] for line in logs)


async def test_a_log_of_a_failure_says_where_and_never_what_a_citizen_wrote() -> None:
    works = Works(waiting(1))
    works.dispatch.guilty = {1}
    with capture_logs() as logs:
        await works.carrier.round()
    (line,) = [line for line in logs if line["event"] == "an update failed"]
    assert line["kind"] == "ZeroDivisionError"
    assert any("carrying.py" in place for place in line["where"])
    assert "what a citizen wrote" not in str(logs)


async def test_a_result_of_telegram_is_noted_for_its_question() -> None:
    body = '{"result_for":"question:12","message_id":77}'
    strange = '{"result_for":"card:x","message_id":null}'
    works = Works(waiting(-1, 0, Kind.RESULT, body=body), waiting(-2, 0, Kind.RESULT, body=strange))
    await works.carrier.round()
    (round_,) = works.rounds.committed
    assert round_.noted == [(12, Event.REACHED_STAFF, {"message": 77})]
    assert works.rounds.finished == {-1: False, -2: False}
    assert works.dispatch.carried == []


async def test_a_row_that_is_due_later_is_carried_then() -> None:
    works = Works(waiting(1, due_at=NOON + timedelta(seconds=0.4)))
    assert not await works.carrier.round()
    works.clock.pass_(0.4)
    assert await works.carrier.round()
