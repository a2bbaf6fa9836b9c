from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mail.flood import MOST_CHATS, PATIENCE, WINDOW, Flood
from bot.mail.model import JOINED, Arrival, Kind
from tests.support.mail import arrival
from tests.support.people import AIGERIM, SVETLANA

SENT = 1_764_000_000


def texts(*seconds: int, chat_id: int = AIGERIM, kind: Kind = Kind.TEXT, first: int = 1) -> list[Arrival]:
    """Texts that were written so many seconds after a moment."""
    return [
        arrival(number, chat_id, kind, sent_at=SENT + second) for number, second in enumerate(seconds, first)
    ]


def counted(flood: Flood, arrivals: list[Arrival]) -> list[bool]:
    return [flood.counts(one) for one in arrivals]


def test_the_text_after_thirty_within_a_minute_is_a_flood() -> None:
    assert counted(Flood(), texts(*range(35))) == [False] * 30 + [True] * 5


def test_thirty_texts_a_minute_are_no_flood_however_long_they_go_on() -> None:
    assert not any(counted(Flood(), texts(*range(0, 3600, 2))))


def test_forty_questions_of_three_hours_read_at_once_are_no_flood() -> None:
    assert not any(counted(Flood(), texts(*range(0, 3 * 3600, 270))))


def test_a_flood_is_over_once_its_minute_is() -> None:
    flood = Flood()
    counted(flood, texts(*[0] * 40))
    assert counted(flood, texts(59, 60, 61, first=41)) == [True, False, False]


def test_the_flood_of_one_slows_nobody_else() -> None:
    flood = Flood()
    counted(flood, texts(*[0] * 100))
    assert not flood.counts(arrival(200, SVETLANA, sent_at=SENT))


def test_pictures_of_albums_count_as_texts_do() -> None:
    flood = Flood()
    counted(flood, texts(*[0] * 20, kind=Kind.ALBUM))
    assert counted(flood, texts(*[1] * 11, first=21))[-1]


@pytest.mark.parametrize("kind", sorted(set(Kind) - JOINED))
def test_nothing_else_counts_or_is_slowed(kind: Kind) -> None:
    flood = Flood()
    assert not any(counted(flood, texts(*[0] * 100, kind=kind)))
    assert not flood.counts(arrival(101, sent_at=SENT))
    counted(flood, texts(*[0] * 100, first=200))
    assert not flood.counts(arrival(999, kind=kind, sent_at=SENT))


def test_a_text_without_a_time_says_nothing() -> None:
    flood = Flood()
    assert not any(flood.counts(arrival(number, sent_at=0)) for number in range(100))


def test_a_batch_that_is_read_again_and_again_counts_once() -> None:
    flood = Flood()
    for _ in range(50):
        assert not any(counted(flood, texts(*range(20))))


def test_memory_stays_bounded_however_many_write() -> None:
    flood = Flood()
    for number in range(5 * MOST_CHATS):
        flood.counts(Arrival(number, number + 1, Kind.TEXT, "", sent_at=SENT + number // 1000))
    counted(flood, texts(*[0] * 1000))
    assert len(flood._chats) == MOST_CHATS
    assert len(flood._chats[AIGERIM]) == PATIENCE + 1


def test_who_goes_on_writing_is_not_forgotten_among_many_others() -> None:
    flood = Flood(most_chats=100)
    said = []
    for number in range(40):
        for other in range(90):
            flood.counts(
                arrival(number * 1000 + other + 1, 5000 + number * 90 + other, sent_at=SENT + number)
            )
        said.append(flood.counts(arrival(number * 1000, sent_at=SENT + number)))
    assert said == [False] * 30 + [True] * 10


steps = st.lists(
    st.tuples(
        st.sampled_from([AIGERIM, SVETLANA]), st.sampled_from([0, 0, 1, 1, 2, 5, 70]), st.integers(1, 20)
    ),
    max_size=25,
)


@given(steps)
def test_slowed_is_who_wrote_more_than_thirty_texts_in_the_last_minute_and_nobody_else(
    sequence: list[tuple[int, int, int]],
) -> None:
    flood = Flood()
    moments = accumulate(pause for _, pause, _ in sequence)
    written = [
        (chat, SENT + second)
        for (chat, _, times), second in zip(sequence, moments, strict=True)
        for _ in range(times)
    ]
    for place, (chat, second) in enumerate(written):
        recent = [1 for who, when in written[: place + 1] if who == chat and second - when < WINDOW]
        come = arrival(place + 1, chat, sent_at=second)
        assert flood.counts(come) == (len(recent) > PATIENCE)


@given(st.lists(st.sampled_from([0, 0, 0, 1, 2, 70]), max_size=90))
def test_reading_a_batch_again_says_the_same(pauses: list[int]) -> None:
    flood = Flood()
    batch = texts(*accumulate(pauses))
    assert counted(flood, batch) == counted(flood, batch)
