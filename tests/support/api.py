"""A Bot API that answers from a script, without any network."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from bot.mail.model import Reply, ReplyKind

Answer = Reply | Callable[[str, Mapping[str, str]], Reply]


def done(result: Any = None) -> Reply:
    """Carried out."""
    return Reply(ReplyKind.DONE, result=result if result is not None else {"message_id": 77})


def refused(code: int, description: str = "", **more: Any) -> Reply:
    """The Bot API says no."""
    return Reply(ReplyKind.REFUSED, code=code, description=description, **more)


UNCLEAR = Reply(ReplyKind.UNCLEAR, description="TimeoutError")
NOT_SENT = Reply(ReplyKind.NOT_SENT, description="ClientConnectorError")


class ScriptedApi:
    """Answers each request with the next of the script; when that is over, with `then`."""

    def __init__(self, *script: Answer, then: Answer | None = None) -> None:
        self.script = list(script)
        self.then = then or done()
        self.calls: list[tuple[str, dict[str, str]]] = []
        self.uploads: list[Mapping[str, Any]] = []
        self.gate: asyncio.Event | None = None  # requests hang until it is set
        self.in_flight: list[str] = []
        self.most_in_flight = 0

    async def call(
        self,
        method: str,
        params: Mapping[str, str],
        uploads: Mapping[str, Any] | None = None,
        *,
        seconds: float = 30,
    ) -> Reply:
        del seconds
        self.calls.append((method, dict(params)))
        self.uploads.append(dict(uploads or {}))
        self.in_flight.append(params.get("chat_id", ""))
        self.most_in_flight = max(self.most_in_flight, len(self.in_flight))
        try:
            await (self.gate.wait() if self.gate else asyncio.sleep(0))
        finally:
            self.in_flight.remove(params.get("chat_id", ""))
        answer = self.script.pop(0) if self.script else self.then
        return answer(method, params) if callable(answer) else answer
