"""
The sender: the only thing that talks to Telegram on behalf of handlers.

It keeps one request in flight a chat, in order; what came of the requests is written many at a time. A crash
between a request and that write sends the few requests in flight again: one duplicate beats silence.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

import structlog

from bot.background import Background
from bot.clock import Clock
from bot.errors import StorageError
from bot.mail.fates import Settlement, State, notice_cause, settle
from bot.mail.model import Lane, Outgoing, Reply, ReplyKind, WaitingMail
from bot.mail.pacing import Pacer
from bot.metrics import HELD, SENT
from bot.telegram.api import BotApi, Upload
from bot.telegram.wire import Wired

IN_FLIGHT = 32
_HEADS = 4 * IN_FLIGHT
_IDLE_SECONDS = 0.5
_OUTAGE_AFTER = 3
"""So many failures of different chats in a row mean that Telegram, not a message, is the trouble."""
_LONGEST_OUTAGE_PAUSE = 30.0

_log = structlog.get_logger()


class Outbox(Protocol):
    """What waits to leave. Raises StorageError."""

    async def heads(self, now: datetime, limit: int) -> list[WaitingMail]: ...

    async def settle(
        self, settlements: Sequence[Settlement], notices: Sequence[Outgoing], now: datetime
    ) -> None: ...

    async def upload(self, digest: str) -> tuple[str, bytes] | None: ...


class Sender:
    """Sends until it is stopped; then what is in flight comes to its end."""

    def __init__(  # noqa: PLR0913  the composition root names every part
        self,
        *,
        api: BotApi,
        outbox: Outbox,
        clock: Clock,
        pacer: Pacer,
        background: Background,
        notice: Callable[[Settlement, str], Outgoing | None],
    ) -> None:
        self._api = api
        self._outbox = outbox
        self._clock = clock
        self._pacer = pacer
        self._background = background
        self._notice = notice
        self.on_results: Callable[[], None] = lambda: None  # somebody waits for what Telegram answers
        self._woken = asyncio.Event()
        self._heads: list[WaitingMail] = []
        self._heads_are_old = True
        self._new_mail = False
        self._in_flight: dict[int, float] = {}  # chat to the moment of the request
        self._answered: list[tuple[WaitingMail, Reply]] = []
        self._failed_chats: set[int] = set()
        self._outages = 0
        self.is_working = False
        self.staff_listens = True  # False while their group cannot be written to

    def wake(self) -> None:
        """Something new is waiting, and may go before what was read."""
        self._new_mail = True
        self._woken.set()

    def whisper(self, wired: Wired) -> None:
        """Make a request once, unless Telegram has asked for silence. Nobody asks what came of it."""
        if not self._pacer.is_held(time.monotonic()):
            self._background.start("whisper", self._api.call(wired.method, wired.params, seconds=10))

    async def run(self, stopping: asyncio.Event) -> None:
        """Send until told to stop, then wait for what is in flight."""
        while not stopping.is_set() or self._in_flight or self._answered:
            try:
                wait = await self._step(stopping=stopping.is_set())
            except StorageError as error:
                self.is_working = False
                _log.error("the outbox cannot be used, it will be tried again", said=str(error))
                await asyncio.sleep(_IDLE_SECONDS)
                continue
            self.is_working = True
            await self._rest(wait)

    async def _step(self, *, stopping: bool) -> float:
        """Write what came back, start what may leave; returns how long nothing can happen by itself."""
        self._woken.clear()
        await self._write_answers()
        HELD.set(self._pacer.is_held(time.monotonic()))
        return _IDLE_SECONDS if stopping else await self._start_some()

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            self._heads_are_old = True

    async def _start_some(self) -> float:
        """Start what may leave now; returns the seconds until the next may."""
        if self._new_mail and self._has_answers_enough():
            # Answers leave in the order in which they came, so the new ones have their turn behind these.
            self._new_mail, self._heads_are_old = False, True
        soonest = _IDLE_SECONDS if self._new_mail else self._start_from_heads()
        if (self._new_mail or self._heads_are_old) and len(self._in_flight) < IN_FLIGHT:
            self._new_mail = self._heads_are_old = False
            self._heads = [
                mail
                for mail in await self._outbox.heads(self._clock.now(), _HEADS)
                if mail.outgoing.chat_id not in self._in_flight
            ]
            soonest = self._start_from_heads()
        return soonest

    def _has_answers_enough(self) -> bool:
        return len(self._heads) >= IN_FLIGHT and self._heads[IN_FLIGHT - 1].outgoing.lane <= Lane.ANSWER

    def _start_from_heads(self) -> float:
        """
        Start what may leave of the rows read last, each the first of its chat.

        They are read again only when none of them can leave: reading them for every answer that comes in
        would cost more than sending.
        """
        soonest = _IDLE_SECONDS
        kept: list[WaitingMail] = []
        for place, mail in enumerate(self._heads):
            if len(self._in_flight) >= IN_FLIGHT:
                kept += self._heads[place:]
                break
            now = time.monotonic()
            wait = self._pacer.wait(mail.outgoing.chat_id, now, alarm=mail.outgoing.lane is Lane.ALARM)
            if wait > 0:
                soonest = min(soonest, wait)
                kept.append(mail)
                continue
            self._pacer.took(mail.outgoing.chat_id, now)
            self._in_flight[mail.outgoing.chat_id] = now
            self._background.start("send", self._send(mail))
        self._heads = kept
        return soonest

    async def _send(self, mail: WaitingMail) -> None:
        outgoing = mail.outgoing
        try:
            uploads = await self._uploads(outgoing)
            reply = await self._api.call(outgoing.method, outgoing.params, uploads)
        except StorageError as error:
            reply = Reply(ReplyKind.NOT_SENT, description=str(error))
        except Exception as error:  # noqa: BLE001  a chat must not stay in flight for ever
            _log.error("a request failed in a way nobody thought of", kind=type(error).__name__)
            reply = Reply(ReplyKind.UNCLEAR, description=type(error).__name__)
        self._answered.append((mail, reply))
        self._woken.set()

    async def _uploads(self, outgoing: Outgoing) -> dict[str, Upload]:
        uploads = {}
        for name, digest in outgoing.uploads.items():
            found = await self._outbox.upload(digest)
            if found is not None:
                uploads[name] = Upload(*found)
        return uploads

    async def _write_answers(self) -> None:
        if not self._answered:
            return
        answered, self._answered = self._answered, []
        now = self._clock.now()
        settlements = [settle(mail, reply, now) for mail, reply in answered]
        notices = [notice for one in settlements if (notice := self._notice_about(one)) is not None]
        try:
            await self._outbox.settle(settlements, notices, now)
        except StorageError:
            # They stay in flight until their fate is written: sending them again would repeat them.
            self._answered = answered + self._answered
            raise
        self._heads_are_old = True
        for one in settlements:
            started = self._in_flight.pop(one.mail.outgoing.chat_id)
            self._learn(one, started)
        if any(one.mail.outgoing.result_for for one in settlements):
            self.on_results()

    def _notice_about(self, settlement: Settlement) -> Outgoing | None:
        if settlement.gone and settlement.mail.outgoing.lane is not Lane.ANSWER:
            _log.error("the staff group cannot be written to: check BOT_STAFF_CHAT_ID and the bot's rights")
        if not settlement.tell_staff:
            return None
        _log.warning(
            "Telegram refused a request", method=settlement.mail.outgoing.method, code=settlement.reply.code
        )
        if settlement.mail.outgoing.lane is not Lane.ANSWER:
            return None  # a notice about a notice would never end
        return self._notice(settlement, notice_cause(settlement.mail, settlement.reply))

    def _learn(self, settlement: Settlement, started: float) -> None:
        """What one answer says about all others."""
        chat_id = settlement.mail.outgoing.chat_id
        now = time.monotonic()
        is_for_staff = chat_id < 0 and settlement.mail.outgoing.lane is not Lane.ANSWER
        if is_for_staff and (settlement.gone or settlement.state is State.SENT):
            self.staff_listens = not settlement.gone
        if not settlement.waits:
            SENT.labels(settlement.state.value).inc()
        if settlement.hold_for:
            self._pacer.hold(chat_id, settlement.hold_for, now)
            self._heads, self._heads_are_old = [], True  # the refused one keeps its turn
            _log.warning("Telegram asks for silence", seconds=settlement.hold_for, everybody=chat_id > 0)
            return
        if settlement.reply.kind in {ReplyKind.NOT_SENT, ReplyKind.UNCLEAR} or settlement.reply.code >= 500:
            self._learn_of_failure(chat_id, now)
            return
        self._pacer.went_through(started)
        self._failed_chats.clear()
        self._outages = 0

    def _learn_of_failure(self, chat_id: int, now: float) -> None:
        self._failed_chats.add(chat_id)
        if len(self._failed_chats) < _OUTAGE_AFTER or self._pacer.is_held(now):
            return
        pause = min(2.0**self._outages, _LONGEST_OUTAGE_PAUSE)
        self._outages += 1
        self._failed_chats.clear()  # after the pause one failure is again no outage
        self._pacer.hold(1, pause, now)
        _log.warning("Telegram cannot be reached, sending pauses", seconds=pause)
