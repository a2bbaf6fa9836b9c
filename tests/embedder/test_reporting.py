import pytest
from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from bot.embedder.child import Fault
from bot.embedder.reporting import Reporting
from bot.embedder.watching import Outcome, State


def figure(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0


def test_each_change_of_state_is_one_line_and_a_figure() -> None:
    reporting = Reporting()
    starts = figure("bot_model_starts_total")
    with capture_logs() as lines:
        reporting.became(State.READY)
        assert figure("bot_model_up") == 1
        reporting.failed(Fault.DIED, -11)
        reporting.became(State.DOWN)
        assert figure("bot_model_up") == 0
        reporting.became(State.READY)
        reporting.became(State.CLOSED)
    assert figure("bot_model_starts_total") == starts + 2
    assert [line["log_level"] for line in lines] == ["info", "warning", "info", "info"]
    assert (lines[1]["fault"], lines[1]["exit_code"]) == ("died", -11)


def test_a_machine_without_the_model_is_told_apart_from_a_failure() -> None:
    with capture_logs() as lines:
        Reporting().became(State.ABSENT)
    assert lines == [
        {"event": "the language model cannot be used here; words alone decide", "log_level": "warning"}
    ]


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_text_is_counted_by_what_became_of_it(outcome: Outcome) -> None:
    before = figure("bot_model_texts_total", outcome=outcome.value)
    Reporting().asked(outcome)
    assert figure("bot_model_texts_total", outcome=outcome.value) == before + 1


def test_failures_and_times_are_counted_and_not_logged() -> None:
    failures, times = figure("bot_model_failures_total", fault="slow"), figure("bot_model_seconds_count")
    with capture_logs() as lines:
        Reporting().failed(Fault.SLOW, None)
        Reporting().took(0.02)
    assert figure("bot_model_failures_total", fault="slow") == failures + 1
    assert figure("bot_model_seconds_count") == times + 1
    assert lines == []
