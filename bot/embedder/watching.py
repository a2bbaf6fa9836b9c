"""What can be said about the model while it works. Whoever wants to hear it overrides what follows."""

from enum import StrEnum

from bot.embedder.child import Fault


class State(StrEnum):
    """How the process with the model is."""

    STARTING = "starting"
    READY = "ready"
    DOWN = "down"  # it failed and is started again after a pause
    ABSENT = "absent"  # it cannot work here, and nobody tries any more
    CLOSED = "closed"


class Outcome(StrEnum):
    """What became of one text."""

    ANSWERED = "answered"
    REMEMBERED = "remembered"
    BLANK = "blank"  # nothing in it to read
    REFUSED = "refused"  # it has broken the process before
    OUT = "out"  # no process to ask
    BUSY = "busy"  # too many texts wait already
    LATE = "late"  # no answer while its asker could wait
    FAILED = "failed"  # the process broke over it


class Watch:
    """Hears everything and says nothing. Called from several threads; nobody's words come here."""

    def asked(self, outcome: Outcome) -> None:
        """One text came to its end."""

    def took(self, seconds: float) -> None:
        """The process needed so long for a text."""

    def became(self, state: State) -> None:
        """The state is another one now."""

    def failed(self, fault: Fault, exit_code: int | None) -> None:
        """A process has become useless; `exit_code` is negative for a signal, None where it is not known."""
