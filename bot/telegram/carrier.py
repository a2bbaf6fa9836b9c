"""
The carrier: what waits in the inbox goes through the handlers, many in one transaction.

A transaction for each update costs three quarters of the speed, so a round takes up to fifty chats in one.
When a handler raises, the round is rolled back and its parcels are carried one by one: that finds the guilty.
"""

import asyncio
import json
import traceback
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

import structlog

from bot.clock import Clock
from bot.desk.model import Event
from bot.errors import StorageError
from bot.faq.matching.model import Decision
from bot.mail.model import UNRANKED, Kind, Lane, Outgoing, WaitingUpdate
from bot.mail.parcels import Parcel, Sorting
from bot.metrics import UPDATES_CARRIED
from bot.people.model import topic_in_mind
from bot.telegram.dispatch import Dispatch, UnreadableUpdateError
from bot.telegram.ranking import Ranking
from bot.telegram.turn import Round, Said
from bot.telegram.wire import Wire, Wired, is_whispered

AT_ONCE = 50
MOST_TRIES = 5
_PAGE = 2 * AT_ONCE
_MOST_PAGES = 5
_IDLE_SECONDS = 1.0
_SURROUNDINGS = {"database_locked", "database_full", "database_read_only", "database_unreachable"}

_log = structlog.get_logger()


class Inbox(Protocol):
    """Hands out what waits. Raises StorageError."""

    async def page(self, after: int, size: int) -> list[tuple[int, WaitingUpdate]]: ...

    async def joined(self, bursts: Sequence[int]) -> list[WaitingUpdate]: ...

    async def postpone(self, update_ids: Sequence[int], until: datetime, *, tried: bool) -> None: ...


class CarrierRound(Round, Protocol):
    """A round as the carrier sees it."""

    def send(self, outgoing: Sequence[Outgoing]) -> None: ...

    def finish(self, update_ids: Sequence[int], *, poison: bool = False) -> None: ...

    async def keep_file(self, digest: str, name: str, content: bytes) -> None: ...


class Rounds(Protocol):
    """Opens write transactions. Raises StorageError."""

    def open(self, now: datetime) -> AbstractAsyncContextManager[CarrierRound]: ...


class Post(Protocol):
    """Takes over once a round is committed."""

    def wake(self) -> None: ...

    def whisper(self, wired: Wired) -> None: ...


class Carrier:
    """Carries until it is stopped; a round under way comes to its end."""

    def __init__(  # noqa: PLR0913  the composition root names every part
        self,
        *,
        inbox: Inbox,
        rounds: Rounds,
        dispatch: Dispatch,
        wire: Wire,
        ranking: Callable[[Callable[[], None]], Ranking],
        post: Post,
        clock: Clock,
        staff_chat_id: int | None,
    ) -> None:
        self._inbox = inbox
        self._rounds = rounds
        self._dispatch = dispatch
        self._wire = wire
        self._post = post
        self._clock = clock
        self._staff_chat_id = staff_chat_id
        self._woken = asyncio.Event()
        self._ranking = ranking(self.wake)
        self._next_due: datetime | None = None

    def wake(self) -> None:
        """Something may be due."""
        self._woken.set()

    async def run(self, stopping: asyncio.Event) -> None:
        """Carry until told to stop."""
        while not stopping.is_set():
            try:
                worked = await self.round()
            except StorageError as error:
                _log.error("carrying failed, it will be tried again", said=str(error))
                await asyncio.sleep(_IDLE_SECONDS)
                continue
            if not worked:
                await self._rest()

    async def round(self) -> bool:
        """Carry what is due now; returns whether there was anything."""
        self._woken.clear()
        now = self._clock.now()
        ready = await self._ready(now)
        if not ready:
            return False
        await self._carry(ready, now)
        self._ranking.forget(parcel.ids for parcel in ready)
        return True

    async def _rest(self) -> None:
        seconds = _IDLE_SECONDS
        if self._next_due is not None:
            seconds = min(seconds, (self._next_due - self._clock.now()).total_seconds())
        try:
            async with asyncio.timeout(max(seconds, 0.005)):
                await self._woken.wait()
        except TimeoutError:
            return

    async def _ready(self, now: datetime) -> list[Parcel]:
        """What can be carried now; texts that are still being ranked are passed over."""
        sorting = Sorting(now)
        ready: list[Parcel] = []
        after = 0
        for _ in range(_MOST_PAGES):
            page = await self._inbox.page(after, _PAGE)
            sorting.add(row for _, row in page)
            if len(page) == _PAGE:
                # A burst may go on behind the page, and is one question all the same.
                sorting.add(await self._inbox.joined(sorting.open_bursts))
            ready = [parcel for parcel in sorting.parcels if self._is_ranked(parcel)]
            if len(page) < _PAGE or len(ready) >= AT_ONCE:
                break
            after = page[-1][0]
        self._next_due = sorting.next_due
        return ready[:AT_ONCE]

    def _is_ranked(self, parcel: Parcel) -> bool:
        return not self._wants_ranking(parcel) or self._decision(parcel) is not None

    def _wants_ranking(self, parcel: Parcel) -> bool:
        """Whether words decide: where there are any that are meant for the bot, be it under a picture."""
        if parcel.kind in UNRANKED:
            return False
        return parcel.kind in {Kind.TEXT, Kind.EDIT} or bool(self._dispatch.words(parcel))

    def _decision(self, parcel: Parcel) -> Decision | None:
        if not self._wants_ranking(parcel):
            return None
        return self._ranking.decision(
            parcel.ids, lambda: self._dispatch.words(parcel), topic_in_mind(parcel.person, parcel.received_at)
        )

    async def _carry(self, parcels: Sequence[Parcel], now: datetime) -> None:
        try:
            await self._carry_together(parcels, now)
        except Exception as error:
            if is_nobodys_fault(error):
                raise
            if len(parcels) == 1:
                await self._failed(parcels[0], now, error)
                return
            for parcel in parcels:
                await self._carry([parcel], now)

    async def _carry_together(self, parcels: Sequence[Parcel], now: datetime) -> None:
        whispers: list[Wired] = []
        async with self._rounds.open(now) as round_:
            for parcel in parcels:
                whispers += await self._carry_one(parcel, round_, now)
        UPDATES_CARRIED.labels("done").inc(sum(len(parcel.rows) for parcel in parcels))
        self._post.wake()
        for whisper in whispers:
            self._post.whisper(whisper)

    async def _carry_one(self, parcel: Parcel, round_: CarrierRound, now: datetime) -> list[Wired]:
        if parcel.kind is Kind.RESULT:
            _note_result(parcel, round_)
            round_.finish(parcel.ids)
            return []
        try:
            said = await self._dispatch.carry(parcel, self._decision(parcel), round_, now)
        except UnreadableUpdateError as error:
            _log.warning("an update could not be read, its words were salvaged", kind=str(error))
            said = await self._dispatch.salvage(parcel, self._decision(parcel), round_, now)
        return await self._hand_over(parcel, said, round_)

    async def _hand_over(
        self, parcel: Parcel, said: Sequence[Said], round_: CarrierRound, *, poison: bool = False
    ) -> list[Wired]:
        """Write what leaves; returns what is only whispered."""
        whispers = []
        outgoing: list[Outgoing] = []
        for one in said:
            wired = await self._wire.prepare(one.method)
            if is_whispered(one.method):
                whispers.append(wired)
                continue
            for digest, upload in wired.contents.items():
                await round_.keep_file(digest, upload.name, upload.content)
            cause = f"{parcel.cause}:{len(outgoing)}"
            outgoing.append(outgoing_from(wired, cause, self._staff_chat_id, one))
        round_.send(outgoing)
        round_.finish(parcel.ids, poison=poison)
        return whispers

    async def _failed(self, parcel: Parcel, now: datetime, error: Exception) -> None:
        _log.error(
            "an update failed", tries=parcel.tries + 1, kind=type(error).__name__, where=places_of(error)
        )
        if parcel.tries + 1 >= MOST_TRIES:
            await self._poisoned(parcel, now)
            return
        pause = timedelta(seconds=0.25 * 2**parcel.tries)
        await self._inbox.postpone(parcel.ids, now + pause, tried=True)

    async def _poisoned(self, parcel: Parcel, now: datetime) -> None:
        """Nothing more is tried with it, but its words are not lost: people get them."""
        try:
            async with self._rounds.open(now) as round_:
                said = await self._dispatch.salvage(parcel, self._decision(parcel), round_, now)
                await self._hand_over(parcel, said, round_, poison=True)
        except Exception as error:
            if is_nobodys_fault(error):
                raise
            # Not even that worked: keep it, and try again later.
            _log.critical("an update can be neither carried nor salvaged", kind=type(error).__name__)
            await self._inbox.postpone(parcel.ids, now + timedelta(minutes=5), tried=True)
            return
        UPDATES_CARRIED.labels("poison").inc(len(parcel.rows))
        self._post.wake()


def is_nobodys_fault(error: Exception) -> bool:
    """Whether the surroundings failed, so that no update is to blame and all of them wait."""
    return isinstance(error, StorageError) and error.code in _SURROUNDINGS


def places_of(error: BaseException) -> list[str]:
    """Where an error came from, without its message, which may hold what a citizen wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames][-6:]


def outgoing_from(wired: Wired, cause: str, staff_chat_id: int | None, said: Said) -> Outgoing:
    """A row of the outbox; what goes to the staff group rides in its own lanes."""
    lane = Lane.ANSWER
    if wired.chat_id == staff_chat_id:
        lane = Lane.ALARM if said.alarm else Lane.STAFF
    return Outgoing(cause, wired.chat_id, lane, wired.method, wired.params, wired.uploads, said.result_for)


def _note_result(parcel: Parcel, round_: Round) -> None:
    """Telegram has answered a row that wanted to know: the staff have a question before them."""
    answered = json.loads(parcel.rows[0].body)
    kind, _, number = str(answered["result_for"]).partition(":")
    if kind == "question" and number.isdigit():
        round_.note(int(number), Event.REACHED_STAFF, message=answered["message_id"])
