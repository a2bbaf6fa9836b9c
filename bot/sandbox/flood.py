"""Telegram's flood limits, and who did not wait."""

import math
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sandbox.refusal import Json, RefusalError, too_many_requests

LIMITED = ("send", "copyMessage", "forwardMessage", "editMessage")
"""What the names of limited methods begin with."""

NOT_LIMITED = frozenset({"sendChatAction"})

EVERYWHERE = 0
"""The lane that holds every chat; no chat has this id."""


@dataclass(frozen=True)
class Limits:
    """How much may be sent. Source: Telegram's Bots FAQ."""

    overall: int = 30  # messages a second, all chats together
    private_rate: float = 1.0  # messages a second to one person
    private_burst: int = 5  # so many at once are tolerated
    group_per_minute: int = 20


@dataclass(frozen=True)
class Violation:
    """A request that came for a chat while the bot had been told to wait."""

    at: datetime
    method: str
    chat_id: int
    lane: int  # the chat that is held, or 0: every chat
    after: float  # seconds since the bot was told
    remaining: float  # seconds it should still have waited

    def wire(self) -> Json:
        """The violation as the control API shows it."""
        return {
            "at": self.at.isoformat(),
            "method": self.method,
            "chat_id": self.chat_id,
            "lane": self.lane,
            "after": round(self.after, 3),
            "remaining": round(self.remaining, 3),
        }


@dataclass(frozen=True)
class Hold:
    """From when until when a lane must wait."""

    since: datetime
    until: datetime


class FloodControl:
    """Counts what is sent, answers 429 when it is too much, and remembers who came back too early."""

    def __init__(self, limits: Limits | None) -> None:
        self._limits = limits
        self._holds: dict[int, Hold] = {}
        self._overall: deque[datetime] = deque()
        self._groups: dict[int, deque[datetime]] = {}
        self._credit: dict[int, tuple[float, datetime]] = {}
        self.violations: list[Violation] = []

    def hold(self, lane: int, now: datetime, seconds: int) -> None:
        """A 429 was given for this lane (a chat's id, or EVERYWHERE)."""
        self._holds[lane] = Hold(now, now + timedelta(seconds=seconds))

    def clear(self) -> None:
        """Forget holds and violations."""
        self._holds.clear()
        self.violations.clear()

    def admit(self, method: str, chat_id: int, now: datetime) -> None:
        """Count one message to a chat. Errors: 429 with the seconds to wait."""
        if not is_limited(method):
            return
        if self._holds:
            self._refuse_while_held(method, chat_id, now)
        if self._limits is None:
            return
        refusal = self._over_limit(self._limits, chat_id, now)
        if refusal is not None:
            raise refusal

    def _refuse_while_held(self, method: str, chat_id: int, now: datetime) -> None:
        self._holds = {lane: hold for lane, hold in self._holds.items() if hold.until > now}
        for lane in (chat_id, EVERYWHERE):
            hold = self._holds.get(lane)
            if hold is None:
                continue
            remaining = (hold.until - now).total_seconds()
            after = (now - hold.since).total_seconds()
            self.violations.append(Violation(now, method, chat_id, lane, after, remaining))
            raise too_many_requests(math.ceil(remaining))

    def _over_limit(self, limits: Limits, chat_id: int, now: datetime) -> RefusalError | None:
        overall = _room(self._overall, now, 1.0, limits.overall)
        if overall > 0:
            return self._tell(EVERYWHERE, now, overall)
        wait = (
            self._group_wait(limits, chat_id, now)
            if chat_id < 0
            else self._private_wait(limits, chat_id, now)
        )
        if wait > 0:
            return self._tell(chat_id, now, wait)
        self._overall.append(now)
        return None

    def _group_wait(self, limits: Limits, chat_id: int, now: datetime) -> float:
        sent = self._groups.setdefault(chat_id, deque())
        wait = _room(sent, now, 60.0, limits.group_per_minute)
        if wait <= 0:
            sent.append(now)
        return wait

    def _private_wait(self, limits: Limits, chat_id: int, now: datetime) -> float:
        credit, since = self._credit.get(chat_id, (float(limits.private_burst), now))
        credit += (now - since).total_seconds() * limits.private_rate
        credit = min(credit, float(limits.private_burst))
        if credit < 1:
            self._credit[chat_id] = (credit, now)
            return (1 - credit) / limits.private_rate
        self._credit[chat_id] = (credit - 1, now)
        return 0.0

    def _tell(self, lane: int, now: datetime, wait: float) -> RefusalError:
        seconds = max(1, math.ceil(wait))
        self.hold(lane, now, seconds)
        return too_many_requests(seconds)


def is_limited(method: str) -> bool:
    """Whether the method counts as sending."""
    return method.startswith(LIMITED) and method not in NOT_LIMITED


def _room(sent: deque[datetime], now: datetime, window: float, most: int) -> float:
    """Seconds until one more fits into the window; 0 when it fits now."""
    edge = now - timedelta(seconds=window)
    while sent and sent[0] <= edge:
        sent.popleft()
    if len(sent) < most:
        return 0.0
    return (sent[0] - edge).total_seconds()
