"""What the service needs of the database."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from bot.faq.candidates import Kind
from bot.mail.model import Outgoing
from bot.telegram.carrier import Inbox, Rounds
from bot.telegram.receiver import Inbox as ReceivingInbox
from bot.telegram.sender import Outbox


class WholeInbox(ReceivingInbox, Inbox, Protocol):
    """The inbox as the service sees it."""

    async def waiting(self) -> int: ...

    async def forget_done(self, now: datetime) -> int: ...


class WholeOutbox(Outbox, Protocol):
    """The outbox as the service sees it."""

    async def put(self, outgoing: list[Outgoing], now: datetime) -> None: ...

    async def waiting(self) -> int: ...

    async def last_cause(self, prefix: str) -> str | None: ...


class Candidates(Protocol):
    """What citizens' presses have told, as the service sees it."""

    async def waiting(self) -> Mapping[Kind, int]: ...

    async def forget_old(self, now: datetime) -> int: ...


class Storage(Protocol):
    """One store per need."""

    @property
    def inbox(self) -> WholeInbox: ...

    @property
    def outbox(self) -> WholeOutbox: ...

    @property
    def rounds(self) -> Rounds: ...

    @property
    def candidates(self) -> Candidates: ...

    async def is_alive(self) -> bool: ...
