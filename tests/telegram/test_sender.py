"""The sender between an outbox in memory and a scripted Bot API."""

import asyncio
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.mail.fates import State
from bot.mail.model import Lane, Reply
from bot.telegram import sender as module
from bot.telegram.sender import IN_FLIGHT
from tests.support.api import NOT_SENT, UNCLEAR, refused
from tests.support.mail import outgoing
from tests.support.people import AIGERIM, OTHER_GROUP, STAFF_GROUP, SVETLANA
from tests.support.sending import WHISPER, SendingWorks, row


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_IDLE_SECONDS", 0.005)


async def test_what_waits_is_sent_in_order_within_each_chat() -> None:
    works = SendingWorks(*(row(f"{chat}-{n}", chat) for n in range(5) for chat in (1, 2, 3)))
    await works.send_all()
    for chat in (1, 2, 3):
        assert [text for text in works.texts if text.startswith(f"{chat}-")] == [
            f"{chat}-{n}" for n in range(5)
        ]
    assert set(works.outbox.fates.values()) == {State.SENT}
    assert len(works.api.calls) == 15


async def test_a_chat_has_one_request_in_flight_and_others_do_not_wait_for_it() -> None:
    works = SendingWorks(*(row(f"{chat}-{n}", chat) for chat in range(1, 4) for n in range(3)))
    works.api.gate = asyncio.Event()
    async with works.running():
        await works.until(lambda: len(works.api.in_flight) == 3)
        await asyncio.sleep(0.03)
        assert sorted(works.api.in_flight) == ["1", "2", "3"]
        works.api.gate.set()
        await works.until(lambda: not works.outbox.rows)


async def test_only_so_many_requests_are_in_flight() -> None:
    works = SendingWorks(*(row(str(chat), chat) for chat in range(1, 2 * IN_FLIGHT)))
    works.api.gate = asyncio.Event()
    async with works.running():
        await works.until(lambda: len(works.api.in_flight) >= IN_FLIGHT)
        await asyncio.sleep(0.03)
        works.api.gate.set()
        await works.until(lambda: not works.outbox.rows)
    assert works.api.most_in_flight == IN_FLIGHT


async def test_an_answer_that_comes_while_others_wait_goes_before_staff_traffic() -> None:
    works = SendingWorks(*(row(f"s{n}", -n, lane=Lane.STAFF) for n in range(1, 2 * IN_FLIGHT)))
    works.api.gate = asyncio.Event()
    async with works.running():
        await works.until(lambda: len(works.api.in_flight) == IN_FLIGHT)
        works.outbox.add(row("answer"))
        works.sender.wake()
        await asyncio.sleep(0.02)
        works.api.gate.set()
        await works.until(lambda: not works.outbox.rows)
    assert works.texts.index("answer") == IN_FLIGHT


async def test_what_is_written_later_is_sent_as_soon_as_the_sender_is_woken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_IDLE_SECONDS", 60)
    works = SendingWorks()
    async with works.running():
        await asyncio.sleep(0.01)
        works.outbox.add(row("late"))
        works.sender.wake()
        await works.until(lambda: not works.outbox.rows)


@pytest.mark.parametrize("reply", [UNCLEAR, NOT_SENT, refused(502, "Bad Gateway")], ids=str)
async def test_what_may_not_have_arrived_is_sent_again_and_what_follows_waits(reply: Reply) -> None:
    works = SendingWorks(row("a"), row("b"), script=(reply,))
    async with works.running():
        await works.until(lambda: len(works.outbox.settled) == 1)
        await asyncio.sleep(0.02)
        assert works.texts == ["a"]
        works.clock.pass_(2)
        await works.until(lambda: not works.outbox.rows)
    assert works.texts == ["a", "a", "b"]
    assert set(works.outbox.fates.values()) == {State.SENT}


async def test_a_hold_of_the_bots_name_keeps_no_answer_and_no_whisper_from_leaving() -> None:
    name = row("Атауы", 0, method="setMyName")
    works = SendingWorks(name, script=(refused(429, "Too Many Requests", retry_after=70_000.0),))
    with capture_logs() as logs:
        async with works.running():
            await works.until(lambda: len(works.outbox.settled) == 1)
            works.outbox.add(row("a"), row("b", STAFF_GROUP))
            works.sender.wake()
            works.sender.whisper(WHISPER)
            await works.until(lambda: len(works.outbox.rows) == 1 and len(works.api.calls) == 4)
    assert [method for method, _ in works.api.calls].count("setMyName") == 1
    assert [mail.outgoing for mail in works.outbox.rows.values()] == [name]
    assert [line["everybody"] for line in logs if "asks for silence" in line["event"]] == [False]


@pytest.mark.parametrize(
    "said",
    [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: MESSAGE_ID_INVALID",
        "Bad Request: message is not modified: specified new message content …",
    ],
)
async def test_buttons_whose_message_is_gone_are_done_with_and_bother_nobody(said: str) -> None:
    params = {"chat_id": str(AIGERIM), "message_id": "77", "reply_markup": '{"inline_keyboard":[]}'}
    buttons = outgoing("a", method="editMessageReplyMarkup", params=params)
    works = SendingWorks(buttons, row("b"), script=(refused(400, said),))
    await works.send_all()
    assert [method for method, _ in works.api.calls] == ["editMessageReplyMarkup", "sendMessage"]
    assert set(works.outbox.fates.values()) == {State.SENT}


async def test_a_storage_that_fails_is_tried_again_without_sending_again() -> None:
    works = SendingWorks(row("a"), row("b"), row("c", SVETLANA))
    works.outbox.failures = 3
    with capture_logs() as logs:
        await works.send_all()
    assert sorted(works.texts) == ["a", "b", "c"]
    assert works.texts.index("a") < works.texts.index("b")
    assert len([line for line in logs if "outbox cannot be used" in line["event"]]) == 3


async def test_while_the_storage_fails_the_sender_is_not_working() -> None:
    works = SendingWorks(row("a"))
    works.outbox.failures = 10**6
    with capture_logs():
        async with works.running():
            await works.until(lambda: len(works.api.calls) == 1)
            await asyncio.sleep(0.03)
            assert not works.sender.is_working
            works.outbox.failures = 0
            await works.until(lambda: works.sender.is_working)
    assert works.texts == ["a"]


async def test_a_whisper_is_made_once_and_asked_about_never() -> None:
    works = SendingWorks()
    works.api.then = refused(400, "query is too old")
    async with works.running():
        works.sender.whisper(WHISPER)
        await works.until(lambda: len(works.api.calls) == 1)
        await asyncio.sleep(0.02)
    assert works.api.calls == [(WHISPER.method, dict(WHISPER.params))]
    assert works.outbox.settled == []


async def test_stopping_waits_for_what_is_in_flight_and_starts_nothing_more() -> None:
    works = SendingWorks(row("a"), row("b"))
    works.api.gate = asyncio.Event()
    async with works.running() as task:
        await works.until(lambda: works.api.in_flight == [str(AIGERIM)])
        works.stopping.set()
        works.sender.wake()
        await asyncio.sleep(0.03)
        assert not task.done()
        works.api.gate.set()
        await asyncio.wait_for(task, 1)
    assert works.texts == ["a"]
    assert works.outbox.fates == {"a": State.SENT}


async def test_a_refused_answer_goes_again_as_plain_text_and_staff_are_told() -> None:
    works = SendingWorks(outgoing("a"), script=(refused(400, "can't parse entities"),))
    with capture_logs():
        await works.send_all()
    assert [sorted(params) for _, params in works.api.calls] == [
        ["chat_id", "entities", "reply_markup", "text"],
        ["chat_id", "text"],
    ]
    assert [one.params["text"] for one in works.outbox.notices] == ["400 a"]


async def test_about_refused_staff_traffic_no_notice_is_written() -> None:
    works = SendingWorks(
        row("s", STAFF_GROUP, lane=Lane.STAFF), script=(refused(400, "x"), refused(400, "x"))
    )
    with capture_logs():
        await works.send_all()
    assert works.outbox.notices == []
    assert works.outbox.fates == {"s": State.REFUSED}


async def test_who_waits_for_what_telegram_answers_is_told() -> None:
    works = SendingWorks(row("a", result_for="question:1"), row("b", SVETLANA))
    await works.send_all()
    assert works.results == 1


async def test_files_go_along_with_their_bytes() -> None:
    works = SendingWorks(row("a", uploads={"photo": "ab12", "gone": "none"}))
    works.outbox.files["ab12"] = ("a.png", b"\xff")
    await works.send_all()
    (sent,) = works.api.uploads
    assert (sent["photo"].name, sent["photo"].content) == ("a.png", b"\xff")


async def test_a_file_that_cannot_be_read_now_is_sent_later() -> None:
    works = SendingWorks(row("a", uploads={"photo": "ab12"}))
    works.outbox.files["ab12"] = ("a.png", b"\xff")
    works.outbox.upload_failures = 1
    async with works.running():
        await works.until(lambda: len(works.outbox.settled) == 1)
        works.clock.pass_(2)
        await works.until(lambda: not works.outbox.rows)
    assert len(works.api.calls) == 1


async def test_a_request_that_raises_leaves_no_chat_in_flight_for_ever() -> None:
    def explode(_method: str, _params: Any) -> Reply:
        raise ZeroDivisionError

    works = SendingWorks(row("a"), row("b"), script=(explode,))
    with capture_logs():
        async with works.running():
            await works.until(lambda: len(works.outbox.settled) == 1)
            works.clock.pass_(2)
            await works.until(lambda: not works.outbox.rows)
    assert works.texts == ["a", "a", "b"]


async def test_one_chat_that_fails_pauses_nobody_else() -> None:
    works = SendingWorks(row("a"), script=(NOT_SENT,))
    async with works.running():
        await works.until(lambda: len(works.outbox.settled) == 1)
        works.outbox.add(row("b", SVETLANA))
        works.sender.wake()
        await works.until(lambda: "b" in works.texts)


async def test_a_revoked_token_loses_no_answer() -> None:
    works = SendingWorks(row("a"), row("b", SVETLANA), script=tuple([refused(401, "Unauthorized")] * 4))
    with capture_logs():
        async with works.running():
            for _ in range(6):
                await asyncio.sleep(0.02)
                works.clock.pass_(40)
                works.sender._pacer.went_through(10**12)
                works.sender.wake()
            await works.until(lambda: not works.outbox.rows)
    assert works.outbox.fates == {"a": State.SENT, "b": State.SENT}
    assert works.outbox.notices == []


@pytest.mark.parametrize("lane", [Lane.STAFF, Lane.ALARM])
async def test_nobody_of_the_staff_listens_from_a_refusal_of_their_group_until_something_arrives(
    lane: Lane,
) -> None:
    gone, too_many = refused(403, "Forbidden: bot was kicked"), refused(429, "", retry_after=1)
    works = SendingWorks(row("s", STAFF_GROUP, lane=lane), script=(gone, NOT_SENT, too_many, gone))
    assert works.sender.staff_listens
    with capture_logs():
        async with works.running():
            for tries in range(1, 5):
                await works.until(lambda tries=tries: len(works.outbox.settled) == tries)  # type: ignore[misc]
                await asyncio.sleep(0)
                assert not works.sender.staff_listens, "neither an outage nor a flood limit is a success"
                works.sender._pacer._held_chats.clear()
                works.clock.pass_(600)
                works.sender.wake()
            await works.until(lambda: not works.outbox.rows)
    assert works.sender.staff_listens
    assert works.outbox.fates == {"s": State.SENT}


async def test_a_citizen_or_another_group_that_is_gone_says_nothing_about_the_staff() -> None:
    gone = refused(403, "Forbidden: bot was blocked by the user")
    works = SendingWorks(row("a"), row("b", OTHER_GROUP), script=(gone, gone))
    with capture_logs():
        await works.send_all()
    assert works.sender.staff_listens


async def test_about_a_refused_alarm_no_notice_is_written() -> None:
    works = SendingWorks(
        row("s", STAFF_GROUP, lane=Lane.ALARM), script=(refused(400, "x"), refused(400, "x"))
    )
    with capture_logs():
        await works.send_all()
    assert works.outbox.notices == []
