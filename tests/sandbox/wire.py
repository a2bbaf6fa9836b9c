"""What the tests of this room share: a clock that is moved by hand, and a bot's side of the wire."""

from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import ClientSession

from bot.sandbox.server import Running
from bot.sandbox.stand_in import StandIn

AIGUL = 1001
ERLAN = 1002
STAFF = -1001000000001


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def move(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)


class Api:
    """A bot's side of the wire."""

    def __init__(self, running: Running, session: ClientSession) -> None:
        self.running = running
        self.session = session

    def url(self, method: str) -> str:
        return f"{self.running.base}/bot{self.running.token}/{method}"

    async def __call__(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call with a JSON body; the answer's object, whatever the status."""
        async with self.session.post(self.url(method), json=parameters) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    async def done(self, method: str, **parameters: Any) -> Any:
        answer = await self(method, **parameters)
        assert answer["ok"] is True, answer
        return answer["result"]

    async def refused(self, method: str, **parameters: Any) -> str:
        """The description of the refusal."""
        answer = await self(method, **parameters)
        assert answer["ok"] is False, answer
        description: str = answer["description"]
        return description

    async def control(self, path: str, **order: Any) -> dict[str, Any]:
        async with self.session.post(f"{self.running.base}/_control/{path}", json=order) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    async def look(self, path: str) -> dict[str, Any]:
        async with self.session.get(f"{self.running.base}/_control/{path}") as response:
            answer: dict[str, Any] = await response.json()
            return answer


def populate(stand_in: StandIn) -> None:
    stand_in.add_person(AIGUL, "Айгүл", "kk", started=True)
    stand_in.add_person(ERLAN, "Ерлан", "ru", started=True)
    stand_in.add_group(STAFF, "Қызметкерлер", forum=True)
