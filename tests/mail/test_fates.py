from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mail.fates import (
    LONGEST_PAUSE,
    MAX_TEXT,
    UNCLEAR_FOR_AT_MOST,
    Settlement,
    State,
    notice_cause,
    settle,
)
from bot.mail.model import Lane, Reply, ReplyKind, WaitingMail
from tests.support.mail import mail
from tests.support.people import AIGERIM, NOON, STAFF_GROUP

UNCLEAR = Reply(ReplyKind.UNCLEAR, description="TimeoutError")
NOT_SENT = Reply(ReplyKind.NOT_SENT, description="ClientConnectorError")


def refused(code: int, description: str = "", **changes: object) -> Reply:
    return Reply(ReplyKind.REFUSED, code=code, description=description, **changes)  # type: ignore[arg-type]


def edit(id_: int = 1) -> WaitingMail:
    """An edit of a message, with everything that a message can have."""
    params = {
        "chat_id": str(AIGERIM),
        "message_id": "77",
        "text": "Сәлем",
        "reply_markup": "{}",
        "entities": "[]",
    }
    return mail(id_, method="editMessageText", params=params)


def fate(reply: Reply, row: WaitingMail | None = None) -> Settlement:
    return settle(row or mail(), reply, NOON)


def test_what_was_carried_out_is_sent() -> None:
    settled = fate(Reply(ReplyKind.DONE, result={"message_id": 5}))
    assert (settled.state, settled.waits, settled.tell_staff, settled.gone) == (
        State.SENT,
        False,
        False,
        False,
    )


@pytest.mark.parametrize(
    "reply", [UNCLEAR, NOT_SENT, refused(500), refused(502, "Bad Gateway"), refused(504)]
)
def test_what_may_not_have_arrived_is_sent_again_as_it_was(reply: Reply) -> None:
    settled = fate(reply)
    assert settled.state is State.WAITING
    assert settled.instead is None
    assert settled.again_at is not None
    assert settled.again_at > NOON
    assert not settled.tell_staff


def test_the_pauses_grow_and_end_at_five_minutes() -> None:
    pauses = []
    for tries in (0, 1, 2, 5, 9, 50, 10_000):
        again_at = fate(NOT_SENT, mail(tries=tries)).again_at
        assert again_at is not None
        pauses.append(again_at - NOON)
    assert pauses == sorted(pauses)
    assert pauses[0] == timedelta(seconds=1)
    assert pauses[-1] == LONGEST_PAUSE


def test_what_never_arrived_is_tried_for_ever() -> None:
    old = mail(tries=9999, created_at=NOON - timedelta(days=30))
    assert fate(NOT_SENT, old).state is State.WAITING
    assert fate(refused(503), old).state is State.WAITING


def test_after_a_day_of_unknown_fate_people_are_told() -> None:
    young = mail(created_at=NOON - UNCLEAR_FOR_AT_MOST)
    old = mail(created_at=NOON - UNCLEAR_FOR_AT_MOST - timedelta(seconds=1))
    assert fate(UNCLEAR, young).state is State.WAITING
    settled = fate(UNCLEAR, old)
    assert (settled.state, settled.tell_staff) == (State.UNKNOWN, True)


@pytest.mark.parametrize(("retry_after", "hold"), [(3, 3.0), (0.5, 0.5), (None, 1.0), (0, 1.0), (-5, 1.0)])
def test_a_flood_limit_holds_the_lane_and_the_row_keeps_its_turn(
    retry_after: float | None, hold: float
) -> None:
    settled = fate(refused(429, "Too Many Requests", retry_after=retry_after))
    assert settled.state is State.WAITING
    assert settled.hold_for == hold
    assert settled.again_at == NOON
    assert settled.instead is None


@pytest.mark.parametrize("retry_after", [1e20, float("inf"), float("nan"), 86_400.0])
def test_a_senseless_time_to_wait_is_survived(retry_after: float) -> None:
    settled = fate(refused(429, retry_after=retry_after))
    assert settled.state is State.WAITING
    assert settled.again_at is not None


@pytest.mark.parametrize(("code", "said"), [(401, "Unauthorized"), (404, "Not Found")])
def test_a_revoked_token_is_not_the_fault_of_the_message(code: int, said: str) -> None:
    for tries in range(3):
        settled = fate(refused(code, said), mail(tries=tries, params={"chat_id": "1", "text": "plain"}))
        assert settled.state is State.WAITING
        assert settled.instead is None


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: user is deactivated"),
        (403, "Forbidden: bot can't initiate conversation with a user"),
        (403, "Forbidden: bot was kicked from the supergroup chat"),
        (403, ""),
        (400, "Bad Request: chat not found"),
        (400, "Bad Request: PEER_ID_INVALID"),
    ],
)
def test_who_is_gone_is_not_written_to_again(code: int, said: str) -> None:
    settled = fate(refused(code, said))
    assert (settled.state, settled.gone, settled.tell_staff) == (State.REFUSED, True, False)


@pytest.mark.parametrize(
    "said",
    [
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same",
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ],
)
def test_nothing_to_do_counts_as_done(said: str) -> None:
    assert fate(refused(400, said), edit()).state is State.SENT


@pytest.mark.parametrize(
    "said",
    [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: MESSAGE_ID_INVALID",
    ],
)
def test_an_edit_whose_message_is_gone_is_sent_anew_with_its_buttons(said: str) -> None:
    settled = fate(refused(400, said), edit())
    assert settled.state is State.WAITING
    assert settled.instead is not None
    assert settled.instead.method == "sendMessage"
    assert settled.instead.cause == edit().outgoing.cause
    assert settled.instead.params == {
        name: value for name, value in edit().outgoing.params.items() if name != "message_id"
    }
    assert not settled.tell_staff


def test_buttons_whose_message_is_gone_are_nothing_to_do() -> None:
    params = {"chat_id": str(AIGERIM), "message_id": "77", "reply_markup": "{}"}
    buttons = mail(method="editMessageReplyMarkup", params=params)
    settled = fate(refused(400, "Bad Request: message to edit not found"), buttons)
    assert (settled.state, settled.tell_staff) == (State.SENT, False)


def test_a_refused_answer_is_sent_again_as_plain_text_and_shown_to_staff() -> None:
    settled = fate(refused(400, "Bad Request: can't parse entities"))
    assert settled.state is State.WAITING
    assert settled.again_at == NOON
    assert settled.tell_staff
    assert settled.instead is not None
    assert settled.instead.params == {"chat_id": str(AIGERIM), "text": "Сәлем"}


def test_a_refused_edit_becomes_a_plain_message() -> None:
    settled = fate(refused(400, "Bad Request: BUTTON_DATA_INVALID"), edit())
    assert settled.instead is not None
    assert settled.instead.method == "sendMessage"
    assert settled.instead.params == {"chat_id": str(AIGERIM), "text": "Сәлем"}


def test_plain_text_that_is_too_long_is_cut_to_what_telegram_takes() -> None:
    long = mail(params={"chat_id": "1", "text": "я" * (MAX_TEXT + 1)})
    settled = fate(refused(400, "Bad Request: message is too long"), long)
    assert settled.instead is not None
    assert len(settled.instead.params["text"]) == MAX_TEXT


def test_plain_text_that_is_refused_again_ends_there_and_is_shown_to_staff() -> None:
    plain = mail(params={"chat_id": "1", "text": "Сәлем"})
    settled = fate(refused(400, "Bad Request: something new"), plain)
    assert (settled.state, settled.tell_staff, settled.instead) == (State.REFUSED, True, None)


def test_a_refused_request_that_is_no_message_ends_there() -> None:
    settled = fate(
        refused(400, "Bad Request: commands too many"),
        mail(method="setMyCommands", params={"commands": "[]"}),
    )
    assert (settled.state, settled.tell_staff) == (State.REFUSED, True)


def test_a_group_that_became_a_supergroup_is_readdressed() -> None:
    row = mail(chat_id=-55, lane=Lane.STAFF)
    settled = fate(refused(400, "Bad Request: group chat was upgraded", migrate_to=STAFF_GROUP), row)
    assert settled.state is State.WAITING
    assert settled.instead is not None
    assert settled.instead.chat_id == STAFF_GROUP
    assert settled.instead.params["chat_id"] == str(STAFF_GROUP)
    assert settled.instead.params["text"] == "Сәлем"


def test_the_same_trouble_of_the_same_row_is_told_once() -> None:
    first = notice_cause(mail(), refused(400, "a"))
    assert first == notice_cause(mail(tries=3), refused(400, "b"))
    assert first != notice_cause(mail(2), refused(400, "a"))
    assert notice_cause(mail(), UNCLEAR) != first


replies = st.builds(
    Reply,
    st.sampled_from(ReplyKind),
    st.one_of(st.none(), st.booleans(), st.dictionaries(st.text(max_size=12), st.integers())),
    st.one_of(st.sampled_from([400, 401, 403, 404, 409, 429, 429, 500]), st.integers()),
    st.one_of(
        st.text(), st.sampled_from(["message is not modified", "Message to edit not found", "chat not found"])
    ),
    st.one_of(st.none(), st.floats()),
    st.one_of(st.none(), st.integers()),
)
rows = st.builds(
    lambda method, params, tries, days: mail(
        tries=tries, created_at=NOON - timedelta(days=days), method=method, params=params
    ),
    st.sampled_from(["sendMessage", "editMessageText", "copyMessage", "setMyCommands", "sendPhoto"]),
    st.dictionaries(st.sampled_from(["chat_id", "text", "entities", "message_id", "caption"]), st.text()),
    st.integers(0, 10**6),
    st.integers(0, 400),
)


@given(rows, replies)
def test_every_answer_to_every_row_has_a_fate(row: WaitingMail, reply: Reply) -> None:
    settled = settle(row, reply, NOON)
    assert settled.mail is row
    assert settled.waits == (settled.again_at is not None)
    assert settled.waits or settled.instead is None
    assert settled.hold_for >= 0
    if settled.instead is not None:
        assert settled.instead.cause == row.outgoing.cause
    if settled.again_at is not None:
        assert settled.again_at >= NOON


@given(rows, replies)
def test_what_is_refused_for_ever_comes_to_an_end(row: WaitingMail, reply: Reply) -> None:
    """Each "no" that changes the row brings it nearer to its end; only what is no fault of the row repeats."""
    for _ in range(5):
        settled = settle(row, reply, NOON)
        if settled.instead is None:
            return
        row = WaitingMail(row.id, settled.instead, row.tries + 1, row.created_at, NOON)
    assert reply.migrate_to is not None


def test_what_staff_must_read_waits_until_their_group_can_be_reached_again() -> None:
    row = mail(chat_id=-55, lane=Lane.STAFF)
    settled = fate(refused(400, "Bad Request: chat not found"), row)
    assert (settled.state, settled.gone) == (State.WAITING, True)
    assert settled.again_at is not None
    assert settled.again_at > NOON
