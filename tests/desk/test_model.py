import pytest

from bot.desk.model import Event, Question, decision_facts, numbered
from bot.people.model import Language
from tests.support.people import NOON


@pytest.mark.parametrize(
    ("number", "written"), [(1, "K-000001"), (123, "K-000123"), (1_234_567, "K-1234567")]
)
def test_a_number_is_written_with_its_letter(number: int, written: str) -> None:
    assert numbered(number) == written


def test_the_ledger_holds_of_a_decision_what_is_known() -> None:
    known = {"decision": "answer", "topics": ["a.b"], "confidence": 0.1235}
    assert decision_facts("answer", ("a.b",), 0.12345678, None) == known
    assert decision_facts("answer", ("a.b",), 0.12345678, Language.RU) == {**known, "words_in": "ru"}


def asked(*events: Event) -> Question:
    return Question(1, 5, "p", Language.KK, "", "choose", (), NOON, frozenset(events))


@pytest.mark.parametrize("event", list(Event))
def test_only_what_was_handed_over_waits_for_a_person(event: Event) -> None:
    assert asked(event).is_handed_over == (event is Event.HANDED_OVER)


def test_what_happens_later_takes_nothing_back() -> None:
    assert asked(*Event).is_handed_over
    assert not asked(*(set(Event) - {Event.HANDED_OVER})).is_handed_over


def test_the_names_of_events_never_change() -> None:
    """They stand in the chain, which is never rewritten."""
    assert {"asked", "decided", "shown", "chosen", "handed_over", "reached_staff"} < {
        event.value for event in Event
    }
    assert {"rated", "corrected", "raised"} < {event.value for event in Event}
