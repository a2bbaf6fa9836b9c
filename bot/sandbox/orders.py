"""Reading what the control API is asked: JSON fields with their types."""

import json
import math
from typing import Any

from aiohttp import web

from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.refusal import Json, bad_request

MOST_SECONDS = 10**11
"""More than three thousand years: longer is a mistake, and no clock counts so far."""


class Order:
    """The JSON object of one request to the control API."""

    def __init__(self, values: Json) -> None:
        self._values = values

    @classmethod
    async def read(cls, request: web.Request) -> "Order":
        """The request's body. Errors: 400 when it is no JSON object."""
        try:
            values = json.loads(await request.read() or b"{}")
        except ValueError:
            raise bad_request("the body must be a JSON object") from None
        if not isinstance(values, dict):
            raise bad_request("the body must be a JSON object")
        return cls(values)

    @property
    def values(self) -> Json:
        """Everything that was sent."""
        return self._values

    def number(self, name: str) -> int:
        """A whole number that must be there. Errors: 400."""
        value = self.number_or_none(name)
        if value is None:
            raise bad_request(f'"{name}" is missing')
        return value

    def number_or_none(self, name: str) -> int | None:
        """A whole number, or None when it is missing. Errors: 400."""
        value = self._values.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise bad_request(f'"{name}" must be a whole number')
        return value

    def seconds(self, name: str) -> float:
        """A length of time, 0 when it is missing. Errors: 400."""
        value = self._values.get(name, 0)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise bad_request(f'"{name}" must be a number of seconds')
        if not (math.isfinite(value) and 0 <= value < MOST_SECONDS):
            raise bad_request(f'"{name}" must be a number of seconds, 0 or more')
        return float(value)

    def text(self, name: str) -> str:
        """A text that must be there. Errors: 400."""
        value = self.text_or_none(name)
        if value is None:
            raise bad_request(f'"{name}" is missing')
        return value

    def text_or_none(self, name: str) -> str | None:
        """A text, or None when it is missing. Errors: 400."""
        value = self._values.get(name)
        if value is not None and not isinstance(value, str):
            raise bad_request(f'"{name}" must be a text')
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A yes or no. Errors: 400."""
        value = self._values.get(name, default)
        if not isinstance(value, bool):
            raise bad_request(f'"{name}" must be true or false')
        return value

    def where(self) -> dict[str, Any]:
        """Where a person writes: chat, thread, reply, forwarded."""
        return {
            "chat_id": self.number_or_none("chat"),
            "thread_id": self.number_or_none("thread"),
            "reply_to": self.number_or_none("reply_to"),
            "forwarded": self.flag("forwarded"),
        }


def read_fault(order: Order) -> Fault:
    """A fault as the control API describes it. Errors: 400."""
    kind = order.text("kind")
    if kind not in {known.value for known in FaultKind}:
        raise bad_request(f'"kind" must be one of {", ".join(known.value for known in FaultKind)}')
    until_cleared = "times" in order.values and order.values["times"] is None
    carried_out = order.flag("carried_out") if "carried_out" in order.values else None
    return Fault(
        FaultKind(kind),
        method=order.text_or_none("method"),
        chat_id=order.number_or_none("chat"),
        times=None if until_cleared else order.number_or_none("times") or 1,
        skip=order.number_or_none("skip") or 0,
        code=order.number_or_none("code") or 500,
        description=order.text_or_none("description"),
        retry_after=order.number_or_none("retry_after"),
        seconds=order.seconds("seconds"),
        carried_out=carried_out,
    )


def place_or_none(order: Order) -> tuple[int, int] | None:
    """A button's row and column, if they are given."""
    row, column = order.number_or_none("row"), order.number_or_none("column")
    return None if row is None else (row, column or 0)
