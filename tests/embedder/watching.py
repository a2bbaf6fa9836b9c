"""Who watches the model in tests: it keeps what it hears, and one can wait for it."""

from collections import Counter
from threading import Condition

from bot.embedder.child import Fault
from bot.embedder.watching import Outcome, State, Watch

LONGEST_SECONDS = 20.0
"""A test that waits longer has failed. Nothing takes so long unless it goes wrong."""


class Witness(Watch):
    """Keeps everything."""

    def __init__(self) -> None:
        self.outcomes: Counter[Outcome] = Counter()
        self.faults: list[Fault] = []
        self.exit_codes: list[int | None] = []
        self.states: list[State] = []
        self.times: list[float] = []
        self._changed = Condition()

    def asked(self, outcome: Outcome) -> None:
        self.outcomes[outcome] += 1

    def took(self, seconds: float) -> None:
        self.times.append(seconds)

    def failed(self, fault: Fault, exit_code: int | None) -> None:
        self.faults.append(fault)
        self.exit_codes.append(exit_code)

    def became(self, state: State) -> None:
        with self._changed:
            self.states.append(state)
            self._changed.notify_all()

    def wait_for(self, *states: State) -> None:
        """Until these were all the states there have been."""
        with self._changed:
            seen = self._changed.wait_for(lambda: self.states[: len(states)] == list(states), LONGEST_SECONDS)
        assert seen, self.states
