"""An outbox in memory that keeps the contract of the stored one."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime

from bot.errors import StorageError
from bot.mail.fates import Settlement, State
from bot.mail.model import Lane, Outgoing, WaitingMail
from tests.support.people import NOON


class MemoryOutbox:
    """Rows that wait, and what became of the others."""

    def __init__(self, *outgoing: Outgoing) -> None:
        self.rows: dict[int, WaitingMail] = {}
        self.fates: dict[str, State] = {}
        self.notices: list[Outgoing] = []
        self.settled: list[list[Settlement]] = []
        self.files: dict[str, tuple[str, bytes]] = {}
        self.failures = 0
        self.upload_failures = 0
        self.add(*outgoing)

    def add(self, *outgoing: Outgoing) -> None:
        """More waits to leave."""
        for one in outgoing:
            id_ = max(self.rows, default=0) + len(self.fates) + 1
            self.rows[id_] = WaitingMail(id_, one, 0, NOON, NOON)

    async def heads(self, now: datetime, limit: int) -> list[WaitingMail]:
        firsts: dict[tuple[int, Lane], WaitingMail] = {}
        for _, row in sorted(self.rows.items()):
            firsts.setdefault((row.outgoing.chat_id, row.outgoing.lane), row)
        due = [row for row in firsts.values() if row.due_at <= now]
        heads: dict[int, WaitingMail] = {}
        for row in sorted(due, key=lambda row: (row.outgoing.lane, row.id))[:limit]:
            heads.setdefault(row.outgoing.chat_id, row)
        return list(heads.values())

    async def settle(
        self, settlements: Sequence[Settlement], notices: Sequence[Outgoing], now: datetime
    ) -> None:
        del now
        if self.failures:
            self.failures -= 1
            raise StorageError("database_locked")
        self.settled.append(list(settlements))
        for one in settlements:
            row = self.rows.pop(one.mail.id)
            if one.waits:
                assert one.again_at is not None
                become = one.instead or row.outgoing
                self.rows[row.id] = dataclasses.replace(
                    row, outgoing=become, tries=row.tries + 1, due_at=one.again_at
                )
            else:
                self.fates[row.outgoing.cause] = one.state
        self.notices += notices

    async def upload(self, digest: str) -> tuple[str, bytes] | None:
        if self.upload_failures:
            self.upload_failures -= 1
            raise StorageError("database_locked")
        return self.files.get(digest)
