"""What waits for the bot: updates stay until a later getUpdates confirms them by its offset."""

import asyncio
import json
import time
from collections import deque
from dataclasses import dataclass

from bot.sandbox.refusal import Json, RefusalError

MOST_AT_ONCE = 100
LONGEST_WAIT = 50.0
"""Seconds that a long poll may last on the real server."""

HEAD_START = 10
"""An offset further than this beyond the newest update is ignored, as in tdlib's TQueue."""

REPEAT_PAUSE = 0.5
"""Seconds in which the real server answers a repeated offset with one update only."""

NOT_SENT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(frozen=True)
class Waiting:
    """One update, as text, so that serving it again costs nothing."""

    update_id: int
    body: str


class UpdateQueue:
    """The queue of one bot."""

    def __init__(self, first_id: int) -> None:
        self._next_id = first_id
        self._queue: deque[Waiting] = deque()
        self._allowed: tuple[str, ...] = ()
        self._poll: asyncio.Future[None] | None = None
        self._last_offset: tuple[int, float] | None = None

    def __len__(self) -> int:
        return len(self._queue)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The kinds asked for last; empty means the default."""
        return self._allowed

    def allow(self, kinds: list[str] | None) -> None:
        """Remember which kinds the bot wants from now on; None changes nothing."""
        if kinds is not None:
            self._allowed = tuple(kinds)

    def put(self, kind: str, content: Json) -> int | None:
        """Queue an update; its id, or None when the bot did not ask for this kind."""
        wanted = kind in self._allowed if self._allowed else kind not in NOT_SENT_BY_DEFAULT
        return self.put_raw({kind: content}) if wanted else None

    def put_raw(self, update: Json) -> int:
        """Queue an object of any shape, also one that no library can parse. It gets an id if it has none."""
        given = update.get("update_id")
        update_id = given if isinstance(given, int) and given >= self._next_id else self._next_id
        self._next_id = update_id + 1
        # In ASCII: half of a surrogate pair, which an update may hold, could not be written otherwise.
        body = json.dumps({"update_id": update_id, **update, **_own_id(update, update_id)})
        self._queue.append(Waiting(update_id, body))
        self._wake()
        return update_id

    async def take(self, offset: int, limit: int, wait: float) -> list[str]:
        """
        Confirm what lies before the offset and serve what waits, waiting so many seconds for the first.

        Errors: 409 for the request that was waiting when another one came.
        """
        self._end_poll(RefusalError(409, CONFLICT))
        self._confirm(offset)
        most = self._share(offset, limit)
        if not self._queue and wait > 0:
            await self._wait(min(wait, LONGEST_WAIT))
        return [waiting.body for _, waiting in zip(range(most), self._queue, strict=False)]

    def forget_all(self) -> None:
        """Drop everything that waits (drop_pending_updates)."""
        self._queue.clear()

    def close(self) -> None:
        """End the running poll with an empty answer, so that a server can stop."""
        self._wake()

    def end_poll(self, refusal: RefusalError) -> None:
        """End the running poll with an error (a webhook was set)."""
        self._end_poll(refusal)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._queue) > -offset:
                self._queue.popleft()
        elif offset <= self._next_id + HEAD_START:
            while self._queue and self._queue[0].update_id < offset:
                self._queue.popleft()

    def _share(self, offset: int, limit: int) -> int:
        now = time.monotonic()
        repeated = self._last_offset is not None and self._last_offset[0] == offset
        soon = self._last_offset is not None and now - self._last_offset[1] < REPEAT_PAUSE
        self._last_offset = (offset, now)
        if offset > 0 and repeated and soon:
            return 1
        return limit if 0 < limit <= MOST_AT_ONCE else MOST_AT_ONCE

    async def _wait(self, wait: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(wait):
                await poll
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def _end_poll(self, refusal: RefusalError) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(refusal)


def _own_id(update: Json, update_id: int) -> Json:
    """The id the queue gives, unless the update brings something that is no number on purpose."""
    return {"update_id": update_id} if isinstance(update.get("update_id", 0), int) else {}
