"""What operators hear about the model: one line a change of its state, and figures."""

import structlog

from bot import metrics
from bot.embedder.child import Fault
from bot.embedder.watching import Outcome, State, Watch

_log = structlog.get_logger()
_SENTENCES = {
    State.READY: "the language model is ready",
    State.DOWN: "the language model has failed and is started again; meanwhile words alone decide",
    State.ABSENT: "the language model cannot be used here; words alone decide",
    State.CLOSED: "the language model was ended",
}


class Reporting(Watch):
    """Tells the log and the metrics."""

    def __init__(self) -> None:
        self._last: dict[str, object] = {}

    def asked(self, outcome: Outcome) -> None:
        metrics.MODEL_TEXTS.labels(outcome.value).inc()

    def took(self, seconds: float) -> None:
        metrics.MODEL_SECONDS.observe(seconds)

    def failed(self, fault: Fault, exit_code: int | None) -> None:
        metrics.MODEL_FAILURES.labels(fault.value).inc()
        self._last = {"fault": fault.value, "exit_code": exit_code}

    def became(self, state: State) -> None:
        metrics.MODEL_UP.set(state is State.READY)
        if state is State.READY:
            metrics.MODEL_STARTS.inc()
        if state in {State.DOWN, State.ABSENT}:
            _log.warning(_SENTENCES[state], **self._last)
        elif state in _SENTENCES:
            _log.info(_SENTENCES[state])
