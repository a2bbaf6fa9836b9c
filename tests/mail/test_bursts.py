from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mail.bursts import LONGEST, MOST, QUIET, SLOWED_LONGEST, SLOWED_QUIET, Burst, Place, Queue
from bot.mail.model import JOINED, Arrival, Kind
from tests.support.mail import arrival
from tests.support.people import AIGERIM, NOON, SVETLANA

SENT = 1_764_000_000


def open_burst(**changes: object) -> Burst:
    fields: dict[str, object] = {
        "chat_id": AIGERIM, "leader": 1, "started_at": NOON, "due_at": NOON + QUIET, "sent_at": SENT, "album": "",
    }  # fmt: skip
    return Burst(**{**fields, **changes})  # type: ignore[arg-type]


def place(later: Arrival, after: float, **changes: object) -> Place:
    """Where an arrival stands that comes some seconds after a burst began."""
    return Queue({AIGERIM: open_burst(**changes)}, NOON + timedelta(seconds=after)).place(later)


def test_a_text_waits_for_the_next_one() -> None:
    placed = Queue({}, NOON).place(arrival(1))
    assert placed == Place(burst=1, due_at=NOON + QUIET)


def test_a_second_text_joins_and_renews_the_wait() -> None:
    placed = place(arrival(2), 0.3)
    assert placed.burst == 1
    assert placed.due_at == NOON + timedelta(seconds=0.7)
    assert placed.renewed is not None
    assert placed.renewed.size == 2
    assert placed.closed is None


def test_no_text_waits_longer_than_two_seconds() -> None:
    placed = place(arrival(6), 1.9, due_at=NOON + timedelta(seconds=1.95))
    assert placed.burst == 1
    assert placed.due_at == NOON + LONGEST


@pytest.mark.parametrize(
    ("later", "after", "changes"),
    [
        (arrival(2), 0.4, {}),  # due at this very moment: it may be on its way
        (arrival(2), 5.0, {}),
        (arrival(2), 0.1, {"size": MOST}),
        (arrival(2, album="A"), 0.1, {}),
        (arrival(2, kind=Kind.ALBUM, album="B"), 0.1, {"album": "A"}),
        (arrival(2, sent_at=SENT + 3), 0.1, {}),  # a backlog: they were written apart
    ],
    ids=["due", "late", "full", "first of an album", "another album", "backlog"],
)
def test_what_does_not_belong_to_the_burst_begins_its_own_and_lets_it_go(
    later: Arrival, after: float, changes: dict[str, object]
) -> None:
    placed = place(later, after, **changes)
    assert placed.burst == 2
    assert placed.renewed is None
    assert placed.closed is not None
    assert placed.closed.leader == 1


@pytest.mark.parametrize("kind", sorted(set(Kind) - JOINED - {Kind.EDIT}))
def test_anything_else_is_due_at_once_and_lets_the_burst_before_it_go(kind: Kind) -> None:
    placed = place(arrival(2, kind=kind), 0.1)
    assert (placed.burst, placed.due_at) == (2, NOON + timedelta(seconds=0.1))
    assert placed.closed is not None


def test_a_correction_joins_the_texts_that_still_wait() -> None:
    placed = place(arrival(2, kind=Kind.EDIT), 0.1)
    assert placed.burst == 1
    assert placed.renewed is not None


def test_a_correction_of_what_was_carried_waits_for_nothing() -> None:
    placed = Queue({}, NOON).place(arrival(2, kind=Kind.EDIT))
    assert (placed.burst, placed.due_at, placed.closed) == (2, NOON, None)


def test_after_anything_else_a_text_begins_a_new_burst() -> None:
    queue = Queue({AIGERIM: open_burst()}, NOON)
    queue.place(arrival(2, kind=Kind.COMMAND))
    assert queue.place(arrival(3)).burst == 3


def test_the_pictures_of_an_album_are_joined() -> None:
    queue = Queue({}, NOON)
    placed = [queue.place(arrival(n, kind=Kind.ALBUM, album="A")) for n in (1, 2, 3)]
    assert {one.burst for one in placed} == {1}


def test_people_have_bursts_of_their_own() -> None:
    queue = Queue({}, NOON)
    assert [
        queue.place(arrival(n, chat)).burst for n, chat in ((1, AIGERIM), (2, SVETLANA), (3, AIGERIM))
    ] == [1, 2, 1]


def test_a_text_of_a_flood_waits_longer() -> None:
    placed = Queue({}, NOON).place(arrival(1), slowed=True)
    assert placed == Place(burst=1, due_at=NOON + SLOWED_QUIET, slowed=True)


def test_the_first_text_of_a_flood_slows_what_still_waits() -> None:
    queue = Queue({AIGERIM: open_burst()}, NOON + timedelta(seconds=0.3))
    placed = queue.place(arrival(2), slowed=True)
    assert (placed.burst, placed.due_at) == (1, NOON + timedelta(seconds=5.3))
    assert placed.slowed


def test_what_joins_a_slowed_burst_waits_with_it() -> None:
    placed = place(arrival(2, sent_at=SENT + 9), 9, due_at=NOON + timedelta(seconds=11), slowed=True)
    assert (placed.burst, placed.due_at, placed.slowed) == (1, NOON + timedelta(seconds=14), True)


@pytest.mark.parametrize(("after", "wait"), [(9, 14), (10, 15), (14.9, 15)])
def test_no_text_of_a_flood_waits_longer_than_fifteen_seconds(after: float, wait: float) -> None:
    placed = place(arrival(2), after, due_at=NOON + timedelta(seconds=after + 0.1), slowed=True)
    assert placed.due_at == NOON + timedelta(seconds=wait)


@pytest.mark.parametrize("kind", sorted(set(Kind) - JOINED))
def test_nothing_but_texts_is_ever_slowed(kind: Kind) -> None:
    placed = Queue({}, NOON).place(arrival(2, kind=kind), slowed=True)
    assert (placed.due_at, placed.slowed) == (NOON, False)


def test_a_correction_joins_a_burst_and_never_slows_it() -> None:
    bursts: dict[int, Burst] = {}
    placed = Queue(bursts, NOON).place(arrival(1))
    assert Queue(bursts, NOON).place(arrival(2, kind=Kind.EDIT), slowed=True) == Place(
        placed.burst, placed.due_at, renewed=bursts[AIGERIM]
    )


def test_a_command_lets_a_slowed_burst_go_at_once() -> None:
    placed = place(arrival(2, kind=Kind.COMMAND), 1, due_at=NOON + SLOWED_QUIET, slowed=True)
    assert placed.closed is not None
    assert (placed.due_at, placed.slowed) == (NOON + timedelta(seconds=1), False)


def test_a_slowed_burst_takes_no_more_than_another() -> None:
    placed = place(arrival(2), 1, due_at=NOON + SLOWED_QUIET, slowed=True, size=MOST)
    assert placed.burst == 2


def test_what_was_written_more_than_fifteen_seconds_apart_is_not_joined_even_in_a_flood() -> None:
    assert place(arrival(2, sent_at=SENT + 15), 1, slowed=True, due_at=NOON + SLOWED_QUIET).burst == 1
    assert place(arrival(2, sent_at=SENT + 16), 1, slowed=True, due_at=NOON + SLOWED_QUIET).burst == 2


arrivals = st.lists(
    st.tuples(
        st.sampled_from([AIGERIM, SVETLANA]),
        st.sampled_from(sorted(Kind)),
        st.sampled_from(["", "A", "B"]),
        st.floats(0, 1.0),
        st.integers(0, 3),
        st.booleans(),
    ),
    max_size=40,
)


@given(arrivals)
def test_whatever_comes_no_text_waits_too_long_and_no_burst_mixes_or_grows_too_big(
    sequence: list[tuple[int, Kind, str, float, int, bool]],
) -> None:
    now, sent = NOON, SENT
    bursts: dict[int, Burst] = {}
    members: dict[int, list[Arrival]] = {}
    started: dict[int, datetime] = {}
    slow: set[int] = set()
    for number, (chat, kind, album, pause, ticks, slowed) in enumerate(sequence, start=1):
        now, sent = now + timedelta(seconds=pause), sent + ticks
        come = arrival(number, chat, kind, album=album, sent_at=sent)
        placed = Queue(bursts, now).place(come, slowed=slowed)
        if slowed and kind in JOINED:
            slow.add(placed.burst)
        started.setdefault(placed.burst, now)
        members.setdefault(placed.burst, []).append(come)
        longest, quiet = (SLOWED_LONGEST, SLOWED_QUIET) if placed.burst in slow else (LONGEST, QUIET)
        assert now <= placed.due_at <= started[placed.burst] + longest
        assert placed.due_at <= now + quiet
        assert placed.slowed == (placed.burst in slow)
    for leader, joined in members.items():
        assert joined[0].update_id == leader
        assert len(joined) <= MOST
        assert len({(one.chat_id, one.album) for one in joined}) == 1
        assert len(joined) == 1 or joined[0].kind in JOINED
        assert all(one.kind in JOINED or one.kind is Kind.EDIT for one in joined[1:])
        assert joined[-1].sent_at - joined[0].sent_at <= (15 if leader in slow else 2)
