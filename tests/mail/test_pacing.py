from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mail.pacing import (
    GROUP_LIMIT,
    GROUP_RESERVE,
    GROUP_WINDOW,
    PRIVATE_CREDIT,
    PRIVATE_INTERVAL,
    PROBE_EVERY,
    Pacer,
)
from tests.support.people import AIGERIM, STAFF_GROUP, SVETLANA

START = 1000.0


def left(pacer: Pacer, chat_id: int, now: float, *, alarm: bool = False) -> bool:
    """Let a request leave if it may."""
    if pacer.wait(chat_id, now, alarm=alarm) > 0:
        return False
    pacer.took(chat_id, now)
    return True


def test_a_person_gets_one_message_a_second_after_a_short_burst() -> None:
    pacer = Pacer(1000)
    for place in range(PRIVATE_CREDIT):
        assert left(pacer, AIGERIM, START + 0.01 * place)
    assert not left(pacer, AIGERIM, START + 0.99)
    assert left(pacer, AIGERIM, START + PRIVATE_INTERVAL)
    assert not left(pacer, AIGERIM, START + PRIVATE_INTERVAL + 0.5)


def test_credit_that_was_not_used_does_not_grow() -> None:
    pacer = Pacer(1000)
    left(pacer, AIGERIM, START)
    later = START + 3600
    assert sum(left(pacer, AIGERIM, later) for _ in range(10)) == 1  # the rate of all comes first
    times = [later + 0.002 * place for place in range(1, 400)]
    assert sum(left(pacer, AIGERIM, now) for now in times) == PRIVATE_CREDIT - 1


def test_people_do_not_wait_for_each_other_beyond_the_rate() -> None:
    pacer = Pacer(10)
    pacer.took(AIGERIM, START)
    assert pacer.wait(SVETLANA, START) == pytest.approx(0.1)


@pytest.mark.parametrize("alarm", [False, True])
def test_a_group_gets_twenty_messages_a_minute_of_which_some_are_kept_for_alarms(*, alarm: bool) -> None:
    pacer = Pacer(1000)
    times = [START + n * 0.5 for n in range(200)]
    gone = [now for now in times if left(pacer, STAFF_GROUP, now, alarm=alarm)]
    most = GROUP_LIMIT if alarm else GROUP_LIMIT - GROUP_RESERVE
    assert len([now for now in gone if now < START + GROUP_WINDOW]) == most
    assert pacer.wait(STAFF_GROUP, START, alarm=alarm) > 0
    assert len([now for now in gone if now >= START + GROUP_WINDOW]) == most


def test_an_alarm_goes_at_once_behind_as_many_messages_as_there_can_be() -> None:
    pacer = Pacer(1000)
    times = [START + n * 0.01 for n in range(100)]
    assert sum(left(pacer, STAFF_GROUP, now) for now in times) == GROUP_LIMIT - GROUP_RESERVE
    alarms = [left(pacer, STAFF_GROUP, START + 2 + n * 0.01, alarm=True) for n in range(GROUP_RESERVE + 2)]
    assert alarms == [True] * GROUP_RESERVE + [False] * 2


def test_what_goes_to_no_chat_waits_for_the_rate_of_all_only() -> None:
    pacer = Pacer(1000)
    times = [START + n * 0.01 for n in range(200)]
    assert all(left(pacer, 0, now) for now in times)
    assert pacer.wait(AIGERIM, times[-1] + 0.01) == 0


def test_a_rate_of_zero_is_no_pacing() -> None:
    pacer = Pacer(0)
    assert all(left(pacer, chat, START) for chat in (AIGERIM, AIGERIM, STAFF_GROUP, STAFF_GROUP) * 50)


@pytest.mark.parametrize("rate", [0, 28])
def test_during_a_hold_nothing_leaves_until_its_end(rate: float) -> None:
    pacer = Pacer(rate)
    pacer.hold(AIGERIM, 3, START)
    for chat in (AIGERIM, SVETLANA, STAFF_GROUP, 0):
        assert pacer.wait(chat, START + 2.9) == pytest.approx(0.1)
    assert pacer.is_held(START + 2.9)
    assert not pacer.is_held(START + 3)
    assert pacer.wait(SVETLANA, START + 3) == 0


def test_a_hold_of_a_group_holds_that_group_only() -> None:
    pacer = Pacer(0)
    pacer.hold(STAFF_GROUP, 30, START)
    assert pacer.wait(STAFF_GROUP, START + 1) == 29
    assert pacer.wait(STAFF_GROUP - 1, START + 1) == 0
    assert pacer.wait(AIGERIM, START + 1) == 0
    assert not pacer.is_held(START + 1)


def test_a_hold_of_what_goes_to_no_chat_holds_that_only() -> None:
    pacer = Pacer(0)
    pacer.hold(0, 12 * 3600, START)
    assert pacer.wait(0, START + 1) == 12 * 3600 - 1
    assert [pacer.wait(chat, START + 1) for chat in (AIGERIM, SVETLANA, STAFF_GROUP)] == [0, 0, 0]
    assert not pacer.is_held(START + 1)
    pacer.went_through(START + 2)  # somebody's answer says nothing about it
    assert pacer.wait(0, START + 3) > 0
    assert pacer.wait(0, START + 12 * 3600) == 0


def test_during_a_long_hold_one_answer_a_minute_tries_whether_it_is_over() -> None:
    pacer = Pacer(28)
    pacer.hold(AIGERIM, 3600, START)
    seconds = [START + n for n in range(3600)]
    gone = [
        now
        for now in seconds
        if any([left(pacer, AIGERIM, now), left(pacer, SVETLANA, now), left(pacer, STAFF_GROUP, now)])
    ]
    assert all(later - earlier >= PROBE_EVERY for earlier, later in pairwise(gone))
    assert len(gone) == 59


def test_staff_traffic_never_probes() -> None:
    pacer = Pacer(28)
    pacer.hold(AIGERIM, 3600, START)
    assert pacer.wait(STAFF_GROUP, START + 600) == 3000
    assert pacer.wait(0, START + 600) == 3000


def test_a_probe_that_goes_through_ends_the_hold() -> None:
    pacer = Pacer(0)
    pacer.hold(AIGERIM, 3600, START)
    pacer.took(SVETLANA, START + 60)
    pacer.went_through(START + 60)
    assert not pacer.is_held(START + 61)
    assert pacer.wait(STAFF_GROUP, START + 61) == 0


def test_what_was_in_flight_before_the_hold_says_nothing_about_it() -> None:
    pacer = Pacer(0)
    pacer.hold(AIGERIM, 30, START)
    pacer.went_through(START - 1)
    pacer.went_through(START)
    assert pacer.is_held(START + 1)


def test_a_probe_that_is_refused_as_well_starts_the_minute_anew() -> None:
    pacer = Pacer(0)
    pacer.hold(AIGERIM, 3600, START)
    pacer.took(AIGERIM, START + 60)
    pacer.hold(AIGERIM, 3540, START + 61)
    assert pacer.wait(AIGERIM, START + 62) == PROBE_EVERY - 1


def test_the_longer_of_two_holds_counts() -> None:
    pacer = Pacer(0)
    pacer.hold(AIGERIM, 30, START)
    pacer.hold(SVETLANA, 3, START + 1)
    assert pacer.wait(STAFF_GROUP, START + 1) == 29


def test_memory_stays_bounded() -> None:
    pacer = Pacer(28)
    for number in range(5000):
        pacer.took(number + 1, START + number / 28)
    assert len(pacer._next_in_chat) <= 500


@given(st.lists(st.tuples(st.sampled_from([0, STAFF_GROUP, -7]), st.floats(0, 90_000)), max_size=20))
def test_no_hold_of_a_group_or_of_no_chat_ever_reaches_a_person(holds: list[tuple[int, float]]) -> None:
    pacer = Pacer(0)
    ends: dict[int, float] = {}
    for chat, seconds in holds:
        pacer.hold(chat, seconds, START)
        ends[chat] = max(ends.get(chat, 0.0), seconds)
    assert pacer.wait(AIGERIM, START) == 0
    assert {chat: pacer.wait(chat, START) for chat in ends} == pytest.approx(ends)


chats = st.sampled_from([AIGERIM, SVETLANA, *range(2000, 2040), STAFF_GROUP, -7])
steps = st.lists(st.tuples(chats, st.floats(0, 0.3)), min_size=1, max_size=150)


@given(st.sampled_from([0.5, 1, 5, 28, 30]), steps)
def test_no_second_ever_sees_more_than_the_rate(rate: float, attempts: list[tuple[int, float]]) -> None:
    pacer = Pacer(rate)
    now = START
    gone: list[tuple[float, int]] = []
    for chat, pause in attempts:
        now += pause
        if left(pacer, chat, now):
            gone.append((now, chat))
    for moment, chat in gone:
        second = [when for when, _ in gone if moment <= when < moment + 1 - 1e-6]
        assert len(second) <= max(rate, 1)
        same = [when for when, who in gone if who == chat and chat > 0 and moment <= when < moment + 1 - 1e-6]
        assert len(same) <= PRIVATE_CREDIT
    for person in {chat for _, chat in gone if chat > 0}:
        times = [when for when, chat in gone if chat == person]
        assert len(times) <= PRIVATE_CREDIT + (times[-1] - times[0]) / PRIVATE_INTERVAL + 1e-6


@given(steps, st.floats(0.5, 200), st.integers(0, 150))
def test_during_a_hold_only_probes_leave(attempts: list[tuple[int, float]], hold: float, at: int) -> None:
    pacer = Pacer(28)
    now, end = START, 0.0
    probes: list[float] = []
    for number, (chat, pause) in enumerate(attempts):
        now += pause * 10
        if number == at:
            pacer.hold(AIGERIM, hold, now)
            end, began = now + hold, now
        if left(pacer, chat, now) and now < end:
            assert chat > 0
            probes.append(now)
    assert all(probe - began >= PROBE_EVERY - 1e-6 for probe in probes[:1])
    assert all(b - a >= PROBE_EVERY - 1e-6 for a, b in pairwise(probes))


@given(steps)
def test_whoever_waits_as_long_as_told_may_leave(attempts: list[tuple[int, float]]) -> None:
    pacer = Pacer(28)
    now = START
    for chat, pause in attempts:
        now += pause
        now += pacer.wait(chat, now)
        assert pacer.wait(chat, now) <= 1e-6
        pacer.took(chat, now)
