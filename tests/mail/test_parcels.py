from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mail.model import JOINED, Kind, WaitingUpdate
from bot.mail.parcels import Parcel, Sorting
from tests.support.mail import waiting
from tests.support.people import AIGERIM, NOON, SVETLANA

LATER = NOON + timedelta(seconds=1)


def sorted_ids(*rows: WaitingUpdate) -> list[tuple[int, ...]]:
    sorting = Sorting(NOON)
    sorting.add(rows)
    return [parcel.ids for parcel in sorting.parcels]


def test_one_row_a_chat_goes_the_next_waits() -> None:
    assert sorted_ids(waiting(1), waiting(2), waiting(3, SVETLANA)) == [(1,), (3,)]


def test_the_rows_of_a_burst_go_together() -> None:
    rows = [waiting(n, kind=Kind.TEXT, burst=1) for n in (1, 2, 3)]
    assert sorted_ids(*rows, waiting(4, kind=Kind.TEXT)) == [(1, 2, 3)]


def test_a_burst_is_not_joined_across_what_came_between() -> None:
    rows = [waiting(1, kind=Kind.TEXT), waiting(2, kind=Kind.EDIT), waiting(3, kind=Kind.TEXT, burst=1)]
    assert sorted_ids(*rows) == [(1,)]


def test_a_row_that_is_not_due_holds_back_its_own_chat_only() -> None:
    sorting = Sorting(NOON)
    sorting.add([waiting(1, due_at=LATER), waiting(2), waiting(3, SVETLANA)])
    assert [parcel.ids for parcel in sorting.parcels] == [(3,)]
    assert sorting.next_due == LATER


def test_the_soonest_due_row_is_what_to_wait_for() -> None:
    sorting = Sorting(NOON)
    sorting.add([waiting(1, due_at=LATER + timedelta(seconds=1)), waiting(2, SVETLANA, due_at=LATER)])
    assert sorting.next_due == LATER


def test_a_burst_may_be_handed_in_by_pieces() -> None:
    sorting = Sorting(NOON)
    for number in (1, 2):
        sorting.add([waiting(number, kind=Kind.TEXT, burst=1)])
    assert [parcel.ids for parcel in sorting.parcels] == [(1, 2)]


def test_rows_of_no_chat_have_no_order_among_them() -> None:
    assert sorted_ids(*(waiting(n, 0, Kind.RESULT) for n in (-1, -2, -3))) == [(-1,), (-2,), (-3,)]


def test_a_cause_tells_the_same_update_id_of_two_weeks_apart() -> None:
    first = Parcel((waiting(7),))
    again = Parcel((waiting(7, received_at=NOON + timedelta(days=9)),))
    assert first.cause == f"update:7-{int(NOON.timestamp())}"
    assert first.cause != again.cause


def test_a_parcel_has_been_tried_as_often_as_its_most_tried_row() -> None:
    assert Parcel((waiting(1, tries=1), waiting(2, tries=3))).tries == 3


@st.composite
def queues(draw: st.DrawFn) -> list[WaitingUpdate]:
    """Rows as the inbox hands them out: a row joins a burst of its own chat or stands alone."""
    rows: list[WaitingUpdate] = []
    for number in range(1, draw(st.integers(0, 30)) + 1):
        chat = draw(st.sampled_from([0, AIGERIM, SVETLANA, -5]))
        kind = draw(st.sampled_from(sorted(Kind)))
        open_ = [row.burst for row in rows if row.chat_id == chat and row.kind in JOINED and kind in JOINED]
        burst = draw(st.sampled_from([number, *open_[-1:]]))
        due: datetime = draw(st.sampled_from([NOON - timedelta(seconds=1), NOON, LATER]))
        rows.append(waiting(number, chat, kind, burst=burst, due_at=due))
    return rows


@given(queues(), st.integers(1, 30))
def test_no_chat_ever_gets_two_parcels_and_none_is_reordered_or_goes_too_early(
    rows: list[WaitingUpdate], size: int
) -> None:
    sorting = Sorting(NOON)
    for start in range(0, len(rows), size):
        sorting.add(rows[start : start + size])
    parcels = sorting.parcels
    chats = [parcel.chat_id for parcel in parcels if parcel.chat_id]
    assert len(chats) == len(set(chats)) == len([parcel for parcel in parcels if parcel.chat_id])
    assert len(sorting) == len(parcels)
    for parcel in parcels:
        of_chat = [row for row in rows if row.chat_id == parcel.chat_id]
        assert parcel.rows[0].due_at <= NOON
        if parcel.chat_id:
            assert list(parcel.rows) == of_chat[: len(parcel.rows)]
        assert len({row.burst for row in parcel.rows}) == 1
        assert len(parcel.rows) == 1 or all(row.kind in JOINED for row in parcel.rows)
    assert [parcel.ids[0] for parcel in parcels] == sorted(parcel.ids[0] for parcel in parcels)


@given(queues())
def test_what_is_due_first_in_its_chat_always_goes(rows: list[WaitingUpdate]) -> None:
    sorting = Sorting(NOON)
    sorting.add(rows)
    heads: dict[int, WaitingUpdate] = {}
    for row in rows:
        heads.setdefault(row.chat_id or -row.update_id, row)
    going = {row.update_id for row in heads.values() if row.due_at <= NOON}
    assert {parcel.ids[0] for parcel in sorting.parcels} == going
    waiting_for = [row.due_at for row in heads.values() if row.due_at > NOON]
    assert sorting.next_due == min(waiting_for, default=None)


@pytest.mark.parametrize("kind", sorted(Kind))
def test_a_parcel_is_of_the_kind_of_its_first_row(kind: Kind) -> None:
    assert Parcel((waiting(1, kind=kind),)).kind is kind
