from bot.faq.library import Library
from bot.faq.matching.model import Decision, DecisionKind
from bot.faq.renewal import (
    QUIET_SECONDS,
    REMINDED_AFTER,
    STILL_SECONDS,
    Rest,
    State,
    Telling,
    Trouble,
    bad,
    good,
    still_possible,
)
from bot.i18n import Translations
from bot.people.model import Language
from tests.faq.catalogues import TOPIC, catalogue

GOOD, NEW = good("a", 5), good("b", 6)
BAD, WORSE = bad([Trouble("x.md:1", "wrong")]), bad([Trouble("x.md:2", "wrong")])


def test_what_does_not_change_is_never_due() -> None:
    rest = Rest("a")
    assert not any(rest.is_due("a", float(now)) for now in range(100))


def test_a_change_is_due_once_it_has_been_still() -> None:
    rest = Rest("a")
    assert not rest.is_due("b", 10)
    assert not rest.is_due("b", 10 + STILL_SECONDS - 0.1)
    assert rest.is_due("b", 10 + STILL_SECONDS)
    rest.settle("b")
    assert not rest.is_due("b", 100)


def test_as_long_as_files_are_being_copied_nothing_is_due() -> None:
    rest = Rest("a")
    assert not any(rest.is_due(f"{number}", number * STILL_SECONDS / 2) for number in range(50))


def test_a_change_that_is_taken_back_is_none() -> None:
    rest = Rest("a")
    assert not rest.is_due("b", 0)
    assert not rest.is_due("a", 1)
    assert not rest.is_due("a", 100)


def told(telling: Telling, *states: tuple[float, State]) -> list[float]:
    """When something was told, of what was so at which second."""
    found = []
    for now, state in states:
        if telling.is_due(state, now):
            telling.tell(state, now)
            found.append(now)
    return found


def test_errors_and_their_end_are_told_at_once_and_once() -> None:
    telling = Telling(None)
    telling.begin(GOOD)
    seconds = [(1, GOOD), (2, BAD), (3, BAD), (4, BAD), (5, NEW), (6, NEW)]
    assert told(telling, *seconds) == [2, 5]


def test_what_staff_were_told_before_the_start_is_not_told_again() -> None:
    telling = Telling(BAD.mark)
    telling.begin(BAD)
    assert told(telling, (0, BAD), (9999, BAD)) == []


def test_a_start_on_good_files_is_no_news_unless_they_were_bad() -> None:
    for known, expected in ((None, []), (NEW.mark, []), (BAD.mark, [0])):
        telling = Telling(known)
        telling.begin(GOOD)
        assert told(telling, (0, GOOD), (9999, GOOD)) == expected


def test_an_editor_who_saves_ten_times_is_told_twice_at_most() -> None:
    telling = Telling(None)
    telling.begin(good("first", 5))
    last = good("45", 5)
    assert told(telling, *((second, good(str(second), 5)) for second in range(0, 50, 5))) == [0]
    assert not telling.is_due(last, QUIET_SECONDS - 1)
    assert telling.is_due(last, QUIET_SECONDS)


def test_other_errors_in_the_place_of_the_first_wait_longer() -> None:
    telling = Telling(None)
    telling.begin(GOOD)
    assert told(telling, (0, BAD), (5, WORSE), (QUIET_SECONDS, WORSE), (REMINDED_AFTER, WORSE)) == [
        0,
        REMINDED_AFTER,
    ]


def test_files_that_go_to_and_fro_are_not_told_each_time() -> None:
    telling = Telling(None)
    telling.begin(GOOD)
    to_and_fro = [(second, BAD if second % 2 == 0 else GOOD) for second in range(1, 60)]
    assert told(telling, *to_and_fro) == [2, 3]


def test_only_the_first_few_troubles_are_named_and_all_are_counted() -> None:
    state = bad([Trouble(f"x.md:{line}", "wrong") for line in range(10)])
    assert (len(state.troubles), state.count, state.is_good) == (3, 10, False)
    assert bad([Trouble("x.md:1", "wrong")]).mark == BAD.mark != WORSE.mark


def test_an_old_decision_keeps_what_is_still_there(translations: Translations) -> None:
    library, first = Library(catalogue("мәтін"), translations.of), TOPIC
    cases = [
        (DecisionKind.ANSWER, (first,), DecisionKind.ANSWER, (first,)),
        (DecisionKind.ANSWER, ("gone.topic",), DecisionKind.HANDOVER, ()),
        (DecisionKind.CHOOSE, ("gone.topic", first), DecisionKind.CHOOSE, (first,)),
        (DecisionKind.CHOOSE, ("gone.topic", "gone.too"), DecisionKind.HANDOVER, ()),
        (DecisionKind.URGENT, ("gone.topic",), DecisionKind.URGENT, ()),
        (DecisionKind.COURTESY, (), DecisionKind.COURTESY, ()),
    ]
    for kind, topics, kind_left, left in cases:
        decision = still_possible(Decision(kind, topics, 0.9, Language.RU), library)
        assert (decision.kind, decision.topics, decision.confidence) == (kind_left, left, 0.9)
