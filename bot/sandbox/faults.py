"""What can go wrong between a bot and Telegram, ordered for the next requests."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """A way in which a request fails."""

    ERROR = "error"  # a JSON error with any code; without a description when none is given
    DROP_BEFORE = "drop_before"  # the connection dies and nothing was carried out
    DROP_AFTER = "drop_after"  # it was carried out, but the answer never arrives
    HANG = "hang"  # silence for `seconds`, then the connection dies
    SLOW = "slow"  # the answer comes `seconds` late; goes together with another fault
    HTML = "html"  # a proxy's 502 page
    GARBLED = "garbled"  # a 200 whose body is cut-off JSON
    NO_RESULT = "no_result"  # {"ok": true} and nothing else


CARRIED_OUT = frozenset({FaultKind.DROP_AFTER, FaultKind.GARBLED, FaultKind.NO_RESULT, FaultKind.SLOW})
"""Kinds where the request takes effect unless the fault says otherwise."""


@dataclass
class Fault:
    """One order: which requests, how they fail, how often."""

    kind: FaultKind
    method: str | None = None  # None: every method, getUpdates too
    chat_id: int | None = None  # None: every chat, and requests without one
    times: int | None = 1  # None: until cleared
    skip: int = 0  # so many matching requests pass first
    code: int = 500
    description: str | None = None
    retry_after: int | None = None  # seconds
    seconds: float = 0.0  # of hang and slow
    carried_out: bool | None = None  # None: what the kind implies

    def matches(self, method: str, chat_id: int | None) -> bool:
        """Whether this order concerns such a request."""
        same_method = self.method is None or self.method.lower() == method.lower()
        return same_method and (self.chat_id is None or self.chat_id == chat_id)

    @property
    def takes_effect(self) -> bool:
        """Whether the request is carried out all the same."""
        return self.kind in CARRIED_OUT if self.carried_out is None else self.carried_out

    @property
    def spent(self) -> bool:
        return self.times == 0


class Faults:
    """The orders in force, first come first served."""

    def __init__(self, orders: Iterable[Fault] = ()) -> None:
        self._orders = list(orders)

    def add(self, fault: Fault) -> None:
        """Put one more order at the end."""
        self._orders.append(fault)

    def clear(self) -> None:
        """Everything works again."""
        self._orders.clear()

    def pending(self) -> list[Fault]:
        """The orders that are still in force."""
        return list(self._orders)

    def take(self, method: str, chat_id: int | None) -> tuple[float, Fault | None]:
        """Use up what concerns this request: seconds of delay, and at most one failure."""
        if not self._orders:
            return 0.0, None
        delay, failure = 0.0, None
        for order in [order for order in self._orders if order.matches(method, chat_id)]:
            if order.kind is not FaultKind.SLOW and failure is not None:
                continue
            if not _use(order):
                continue
            if order.kind is FaultKind.SLOW:
                delay += order.seconds
            else:
                failure = order
        self._orders = [order for order in self._orders if not order.spent]
        return delay, failure


def _use(order: Fault) -> bool:
    """Count one request against the order; False while it still lets requests pass."""
    if order.skip > 0:
        order.skip -= 1
        return False
    if order.times is not None:
        order.times -= 1
    return True
