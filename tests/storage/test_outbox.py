"""The outbox's contract."""

import json
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.mail.fates import Settlement, settle
from bot.mail.model import Kind, Lane, Outgoing, Reply, ReplyKind, WaitingMail
from bot.storage.opening import Storage
from bot.storage.outbox import SqlOutbox
from bot.storage.tables import outbox as table
from bot.storage.tables import people
from tests.support.databases import ON_SQLITE, rows_of
from tests.support.mail import arrival, outgoing
from tests.support.people import AIGERIM, NOON, STAFF_GROUP, SVETLANA, person

DONE = Reply(ReplyKind.DONE, result={"message_id": 77})
LATER = NOON + timedelta(seconds=30)


@pytest.fixture
def outbox(storage: Storage) -> SqlOutbox:
    return storage.outbox


def refused(code: int, said: str, **changes: int) -> Reply:
    return Reply(ReplyKind.REFUSED, code=code, description=said, **changes)


async def put(outbox: SqlOutbox, *rows: Outgoing) -> list[WaitingMail]:
    await outbox.put(rows, NOON)
    return await outbox.heads(NOON, 100)


async def settle_all(outbox: SqlOutbox, reply: Reply) -> list[Settlement]:
    """Telegram gives the same answer to all heads."""
    settled = [settle(mail, reply, NOON) for mail in await outbox.heads(NOON, 100)]
    await outbox.settle(settled, [], NOON)
    return settled


async def test_a_row_comes_back_as_it_was(outbox: SqlOutbox) -> None:
    row = outgoing(lane=Lane.STAFF, method="sendPhoto", uploads={"photo": "ab12"}, result_for="question:1")
    (mail,) = await put(outbox, row)
    assert mail.outgoing == row
    assert (mail.tries, mail.created_at, mail.due_at) == (0, NOON, NOON)


async def test_a_cause_is_written_once(outbox: SqlOutbox) -> None:
    await put(outbox, outgoing("a"), outgoing("a", method="sendPhoto"))
    await put(outbox, outgoing("a", SVETLANA))
    assert [mail.outgoing for mail in await outbox.heads(NOON, 9)] == [outgoing("a")]


async def test_a_cause_stays_taken_when_its_row_was_sent(outbox: SqlOutbox) -> None:
    await put(outbox, outgoing("a"))
    await settle_all(outbox, DONE)
    assert await put(outbox, outgoing("a")) == []


async def test_each_chat_shows_its_first_row(outbox: SqlOutbox) -> None:
    heads = await put(outbox, outgoing("a1"), outgoing("a2"), outgoing("s1", SVETLANA), outgoing("a3"))
    assert [mail.outgoing.cause for mail in heads] == ["a1", "s1"]
    await settle_all(outbox, DONE)
    assert [mail.outgoing.cause for mail in await outbox.heads(NOON, 9)] == ["a2"]


async def test_a_row_that_waits_holds_back_the_rows_of_its_chat(outbox: SqlOutbox) -> None:
    first, _ = await put(outbox, outgoing("a1"), outgoing("a2"), outgoing("s1", SVETLANA))
    await outbox.settle([settle(first, refused(500, ""), NOON)], [], NOON)
    assert [mail.outgoing.cause for mail in await outbox.heads(NOON, 9)] == ["s1"]
    assert [mail.outgoing.cause for mail in await outbox.heads(LATER, 9)] == ["a1", "s1"]


async def test_answers_come_before_staff_traffic(outbox: SqlOutbox) -> None:
    staff = outgoing("x", STAFF_GROUP, lane=Lane.STAFF)
    heads = await put(outbox, staff, outgoing("a"), outgoing("s", SVETLANA))
    assert [mail.outgoing.cause for mail in heads] == ["a", "s", "x"]
    assert [mail.outgoing.cause for mail in await outbox.heads(NOON, 2)] == ["a", "s"]


async def test_an_alarm_comes_before_everything_else_of_its_chat_and_of_all(outbox: SqlOutbox) -> None:
    staff = [outgoing(f"s{n}", STAFF_GROUP, lane=Lane.STAFF) for n in (1, 2)]
    alarms = [outgoing(f"alarm{n}", STAFF_GROUP, lane=Lane.ALARM) for n in (1, 2)]
    heads = await put(outbox, *staff, outgoing("a"), *alarms)
    assert [mail.outgoing.cause for mail in heads] == ["alarm1", "a"]
    assert heads[0].outgoing.lane is Lane.ALARM
    left = []
    for _ in range(4):
        await settle_all(outbox, DONE)
        left.append([mail.outgoing.cause for mail in await outbox.heads(NOON, 9)])
    assert left == [["alarm2"], ["s1"], ["s2"], []]


async def test_an_alarm_that_waits_for_another_try_does_not_hold_back_its_chat(outbox: SqlOutbox) -> None:
    alarm, _ = await put(
        outbox,
        outgoing("alarm", STAFF_GROUP, lane=Lane.ALARM),
        outgoing("a"),
        outgoing("s", STAFF_GROUP, lane=Lane.STAFF),
    )
    await outbox.settle([settle(alarm, refused(500, ""), NOON)], [], NOON)
    assert [mail.outgoing.cause for mail in await outbox.heads(NOON, 9)] == ["a", "s"]
    assert [mail.outgoing.cause for mail in await outbox.heads(LATER, 9)] == ["alarm", "a"]


async def test_of_what_was_sent_the_message_id_stays_and_the_parameters_go(
    outbox: SqlOutbox, storage: Storage
) -> None:
    await put(outbox, outgoing("a"))
    await settle_all(outbox, DONE)
    (row,) = await rows_of(storage, table)
    assert (row["state"], row["message_id"], row["params"], row["settled_at"]) == ("sent", 77, None, NOON)
    assert (row["cause"], row["chat_id"], row["tries"]) == ("a", AIGERIM, 1)


async def test_an_edit_that_changed_nothing_keeps_the_id_of_its_message(
    outbox: SqlOutbox, storage: Storage
) -> None:
    await put(
        outbox,
        outgoing("a", method="editMessageText", params={"chat_id": "1", "message_id": "9", "text": "x"}),
    )
    await settle_all(outbox, refused(400, "message is not modified"))
    (row,) = await rows_of(storage, table)
    assert (row["state"], row["message_id"]) == ("sent", 9)


async def test_what_was_refused_says_why(outbox: SqlOutbox, storage: Storage) -> None:
    await put(outbox, outgoing("a", params={"chat_id": "1", "text": "x"}))
    await settle_all(outbox, refused(400, "Bad Request: " + "long " * 200))
    (row,) = await rows_of(storage, table)
    assert (row["state"], row["params"]) == ("refused", None)
    assert row["error"].startswith("400 Bad Request: long")
    assert len(row["error"]) == 200


async def test_a_row_is_tried_again_in_its_new_form(outbox: SqlOutbox) -> None:
    await put(outbox, outgoing("a"))
    (settled,) = await settle_all(outbox, refused(400, "can't parse entities"))
    (mail,) = await outbox.heads(NOON, 9)
    assert mail.outgoing == settled.instead
    assert mail.tries == 1


async def test_a_group_that_moved_takes_its_rows_along_one_by_one(outbox: SqlOutbox) -> None:
    await put(outbox, outgoing("a", -5), outgoing("b", -5))
    await settle_all(outbox, refused(400, "upgraded", migrate_to=STAFF_GROUP))
    heads = await outbox.heads(NOON, 9)
    assert {(mail.outgoing.cause, mail.outgoing.chat_id) for mail in heads} == {("a", STAFF_GROUP), ("b", -5)}


async def test_who_blocked_the_bot_is_marked_once(outbox: SqlOutbox, storage: Storage) -> None:
    async with storage.rounds.open(NOON) as round_:
        round_.remember(person())
        round_.remember(person(SVETLANA))
    await put(outbox, outgoing("a"), outgoing("b"))
    await settle_all(outbox, refused(403, "bot was blocked by the user"))
    await outbox.settle([settle(m, refused(403, ""), LATER) for m in await outbox.heads(LATER, 9)], [], LATER)
    assert {row["chat_id"]: row["blocked_at"] for row in await rows_of(storage, people)} == {
        AIGERIM: NOON,
        SVETLANA: None,
    }


async def test_what_telegram_answered_is_input_for_who_waits_for_it(
    outbox: SqlOutbox, storage: Storage
) -> None:
    await put(
        outbox, outgoing("a", result_for="question:12"), outgoing("b", SVETLANA, result_for="question:13")
    )
    await settle_all(outbox, DONE)
    rows = [row for _, row in await storage.inbox.page(0, 10)]
    assert sorted(json.loads(row.body)["result_for"] for row in rows) == ["question:12", "question:13"]
    assert {json.loads(row.body)["message_id"] for row in rows} == {77}
    assert {row.kind for row in rows} == {Kind.RESULT}
    assert all(row.update_id < 0 and row.due_at <= NOON for row in rows)


async def test_results_are_handed_in_only_for_what_was_sent(outbox: SqlOutbox, storage: Storage) -> None:
    await put(outbox, outgoing("a", result_for="question:12"))
    await settle_all(outbox, refused(500, ""))
    assert await storage.inbox.page(0, 10) == []


async def test_a_result_comes_after_what_waits_already(outbox: SqlOutbox, storage: Storage) -> None:
    await storage.inbox.receive([arrival(1)], NOON - timedelta(seconds=1))
    await put(outbox, outgoing("a", result_for="question:12"))
    await settle_all(outbox, DONE)
    assert [row.kind for _, row in await storage.inbox.page(0, 10)] == [Kind.TEXT, Kind.RESULT]


async def test_notices_are_written_with_the_settlement(outbox: SqlOutbox) -> None:
    (mail,) = await put(outbox, outgoing("a"))
    notice = outgoing("notice:a:400", STAFF_GROUP, lane=Lane.STAFF)
    await outbox.settle([settle(mail, DONE, NOON)], [notice, notice], NOON)
    assert [row.outgoing for row in await outbox.heads(NOON, 9)] == [notice]


async def test_settling_nothing_is_fine(outbox: SqlOutbox) -> None:
    await outbox.settle([], [], NOON)
    await outbox.put([], NOON)
    assert await outbox.heads(NOON, 9) == []


async def test_uploads_are_found_by_their_hash(outbox: SqlOutbox, storage: Storage) -> None:
    for _ in range(2):
        async with storage.rounds.open(NOON) as round_:
            await round_.keep_file("ab12", "қағаз.pdf", b"\0\xff")
    assert await outbox.upload("ab12") == ("қағаз.pdf", b"\0\xff")
    assert await outbox.upload("none") is None


async def test_the_newest_cause_with_a_prefix_is_known_also_once_it_was_sent(outbox: SqlOutbox) -> None:
    await put(outbox, outgoing("commands:9"), outgoing("update:1-1:0", SVETLANA))
    await settle_all(outbox, DONE)
    await put(outbox, outgoing("commands:1"), outgoing("update:2-1:0"))
    assert await outbox.last_cause("commands:") == "commands:1"
    assert await outbox.last_cause("update:") == "update:2-1:0"
    assert await outbox.last_cause("commands:1") == "commands:1"
    assert await outbox.last_cause("commands:1:") is None
    assert await outbox.last_cause("Commands:") is None


CAUSES = ("a", "a%", "a%b", "a_b", "a-b", "aXb", "A%b", "ä", "a b", "a:b", "a:ж", "a:\U0001f600", "b", "ab")


@pytest.mark.parametrize("prefix", ["a", "a%", "a_", "a-", "A", "a:", "ж", "%", "_", "\\", "a\\", "", "a "])
async def test_a_prefix_is_meant_letter_by_letter(outbox: SqlOutbox, prefix: str) -> None:
    await put(outbox, *(outgoing(cause) for cause in CAUSES))
    meant = [cause for cause in CAUSES if cause.startswith(prefix)]
    assert await outbox.last_cause(prefix) == (meant[-1] if meant else None)


@ON_SQLITE
async def test_a_prefix_is_looked_up_in_the_index_however_many_rows_there_are(storage: Storage) -> None:
    ran: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, params: object, *_: object) -> None:
        ran.append((statement, params))

    sa.event.listen(storage.database.reader.sync_engine, "before_cursor_execute", note)
    await storage.outbox.last_cause("commands:")
    statement, params = ran[-1]
    async with storage.database.read() as connection:
        plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", params)  # type: ignore[arg-type]
        said = " ".join(row.detail for row in plan)
    assert "SEARCH outbox USING" in said
    assert "cause>? AND cause<?" in said


async def test_what_waits_is_counted(outbox: SqlOutbox) -> None:
    await put(outbox, outgoing("a"), outgoing("b"), outgoing("c", SVETLANA))
    await settle_all(outbox, DONE)
    assert await outbox.waiting() == 1


@pytest.mark.parametrize(
    "reply",
    [
        Reply(ReplyKind.REFUSED, code=500, description="\ud800"),
        Reply(ReplyKind.REFUSED, code=500, description="a\0b"),
        Reply(ReplyKind.REFUSED, code=10**30, description="x"),
        Reply(ReplyKind.REFUSED, code=400, migrate_to=2**70),
        Reply(ReplyKind.DONE, result={"message_id": 2**70}),
        Reply(ReplyKind.DONE, result=True),
        Reply(ReplyKind.DONE, result=[1]),
    ],
    ids=lambda reply: f"{reply.code}-{reply.description!a}-{reply.migrate_to}-{reply.result}"[:60],
)
async def test_a_garbled_answer_can_be_written_down(outbox: SqlOutbox, reply: Reply) -> None:
    await put(outbox, outgoing("a"))
    await settle_all(outbox, reply)
    assert await outbox.waiting() == (reply.kind is not ReplyKind.DONE)
