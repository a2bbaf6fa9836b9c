"""New texts while the bot works: when they are read, what staff are told, what an old decision is worth."""

import dataclasses
import hashlib
from collections.abc import Hashable
from dataclasses import dataclass

from bot.faq.library import Library
from bot.faq.matching.model import Decision, DecisionKind

STILL_SECONDS = 2.0
"""A set of files that is being copied looks different from one moment to the next for less than this."""
QUIET_SECONDS = 60.0
REMINDED_AFTER = 600.0
_UNDECIDED = frozenset({DecisionKind.ANSWER, DecisionKind.CHOOSE})


class Rest:
    """Tells when something that changes has come to rest. Times are seconds of any steady clock."""

    def __init__(self, known: Hashable) -> None:
        self._known = known
        self._seen = known
        self._since = 0.0

    def is_due(self, seen: Hashable, now: float) -> bool:
        """Whether what is seen differs from what is known and has not changed for a while."""
        if seen != self._seen:
            self._seen, self._since = seen, now
        return seen != self._known and now - self._since >= STILL_SECONDS

    def settle(self, known: Hashable) -> None:
        """What is known from now on."""
        self._known = known


@dataclass(frozen=True)
class Trouble:
    """One thing that is wrong in the content files, told to people."""

    place: str  # file and line
    said: str


@dataclass(frozen=True)
class State:
    """How the content files are: good, with so many topics, or bad, with the first few troubles."""

    mark: str  # the same where nothing new is to be told
    topics: int = 0
    troubles: tuple[Trouble, ...] = ()
    count: int = 0

    @property
    def is_good(self) -> bool:
        return not self.count


def good(digest: str, topics: int) -> State:
    """The content files are in force."""
    return State(f"good:{digest}", topics)


def bad(troubles: list[Trouble], most: int = 3) -> State:
    """The content files cannot be used."""
    whole = hashlib.sha256(repr(troubles).encode("utf-8", "backslashreplace")).hexdigest()[:32]
    return State(f"bad:{whole}", 0, tuple(troubles[:most]), len(troubles))


class Telling:
    """What staff know, and when they are told something new: soon, but not each time an editor saves."""

    def __init__(self, known: str | None) -> None:
        self._known = known
        self._told_at: dict[bool, float] = {}  # by whether it was good

    def begin(self, state: State) -> None:
        """What is good at the start is no news, unless staff know it to be bad."""
        if state.is_good and not self._is_known_bad:
            self._known = state.mark

    def is_due(self, state: State, now: float) -> bool:
        """Whether staff are told now. `now`: seconds of a steady clock."""
        if state.mark == self._known:
            return False
        if state.is_good and self._is_known_bad:
            return True
        quiet = REMINDED_AFTER if self._is_known_bad else QUIET_SECONDS
        told_at = self._told_at.get(state.is_good)
        return told_at is None or now - told_at >= quiet

    def tell(self, state: State, now: float) -> None:
        """Staff have been told."""
        self._known = state.mark
        self._told_at[state.is_good] = now

    @property
    def _is_known_bad(self) -> bool:
        return self._known is not None and self._known.startswith("bad:")


def still_possible(decision: Decision, library: Library) -> Decision:
    """A decision without the topics that are gone since it was made; what has none left goes to a person."""
    topics = library.present(decision.topics)
    if topics == decision.topics:
        return decision
    kind = DecisionKind.HANDOVER if not topics and decision.kind in _UNDECIDED else decision.kind
    return dataclasses.replace(decision, kind=kind, topics=topics)
