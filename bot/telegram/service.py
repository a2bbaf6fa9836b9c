"""The running service: receiver, carrier and sender, started together and stopped together."""

import asyncio
import contextlib
import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeGuard

import structlog

from bot.background import Background
from bot.clock import Clock
from bot.errors import StorageError, TelegramError
from bot.faq.library import Library
from bot.faq.matching.model import Decision
from bot.faq.renewal import State
from bot.mail.fates import Settlement
from bot.mail.model import Lane, Outgoing, ReplyKind
from bot.mail.pacing import Pacer
from bot.metrics import CANDIDATES, CONTENT_SINCE, WAITING_MAIL, WAITING_UPDATES
from bot.telegram import commands
from bot.telegram.api import BotApi
from bot.telegram.carrier import Carrier
from bot.telegram.content_news import CAUSE, content_news, mark_of, message_about_content
from bot.telegram.dispatch import Defaults, Dispatch
from bot.telegram.ranking import Ranking
from bot.telegram.receiver import Receiver
from bot.telegram.replacing import Gaps, forget_kept
from bot.telegram.sender import Sender
from bot.telegram.session import mute_bot
from bot.telegram.stores import Storage
from bot.telegram.wire import Wire

FINISH_SECONDS = 8.5
"""What is in flight gets this long after the order to stop; the operator's limit is ten seconds."""
_LONGEST_PAUSE = 30.0
_TIDY_EVERY = timedelta(hours=1)

_log = structlog.get_logger()


@dataclass
class Service:
    """Everything between Telegram and the database."""

    api: BotApi
    storage: Storage
    library: Library
    decide: Callable[[str, str | None], Decision]
    defaults: Defaults
    send_rate: float
    clock: Clock
    background: Background
    announcement: str
    _receiver: Receiver | None = field(default=None, init=False)
    _sender: Sender | None = field(default=None, init=False)
    _dispatch: Dispatch | None = field(default=None, init=False)
    _wire: Wire | None = field(default=None, init=False)
    _gaps: Gaps = field(init=False)
    _wake: list[Callable[[], None]] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self._gaps = Gaps(self.storage.rounds)
        CONTENT_SINCE.set(self.clock.now().timestamp())

    async def renew(self, library: Library, decide: Callable[[str, str | None], Decision]) -> None:
        """Answer from other texts from the next round on; Telegram is told commands that changed."""
        async with self._gaps.gap():
            self.library, self.decide = library, decide
            if self._dispatch is not None:
                self._dispatch.renew(library)
            forget_kept()
        CONTENT_SINCE.set(self.clock.now().timestamp())
        if self._wire is not None:
            with contextlib.suppress(StorageError):  # the next start makes up for it
                await self._present_itself(self._wire)

    async def last_told(self) -> str | None:
        """The mark of what staff were told last about the content files. Raises StorageError."""
        cause = await self.storage.outbox.last_cause(CAUSE)
        return mark_of(cause) if cause else None

    async def tell(self, state: State) -> None:
        """Tell staff how the content files are. Raises StorageError."""
        if self.defaults.staff_chat_id is None:
            return
        now = self.clock.now()
        text = content_news(state, self.library.translator_of(self.defaults.language))
        row = message_about_content(state, text, self.defaults.staff_chat_id, now)
        await self.storage.outbox.put([row], now)
        if self._sender is not None:
            self._sender.wake()

    async def run(self, stopping: asyncio.Event) -> None:
        """
        Work until told to stop, then let what is in flight come to its end.

        Raises TelegramError where Telegram will never work with us, and whatever ends one of the parts.
        """
        stopped = self.background.start("stop", stopping.wait())
        me = await self._first_of(self._identify(), stopped)
        if me is None:
            return
        parts = await self._start_parts(me, stopping)
        try:
            done, _ = await asyncio.wait([*parts, stopped], return_when=asyncio.FIRST_COMPLETED)
            _log.info("stopping")
        finally:
            stopping.set()
            await self._finish(parts)
        for part in done:
            part.result()

    async def readiness(self) -> Mapping[str, bool]:
        """Whether database, receiver and sender work."""
        return {
            "database": await self.storage.is_alive(),
            "receiver": self._receiver is not None and self._receiver.is_working,
            "sender": self._sender is not None and self._sender.is_working,
        }

    async def count(self) -> None:
        """Count what waits, for the metrics."""
        with contextlib.suppress(StorageError):
            WAITING_UPDATES.set(await self.storage.inbox.waiting())
            WAITING_MAIL.set(await self.storage.outbox.waiting())
            for kind, count in (await self.storage.candidates.waiting()).items():
                CANDIDATES.labels(kind.value).set(count)

    async def _first_of(self, work: Any, stopped: asyncio.Task[Any]) -> dict[str, Any] | None:
        """The result of the work; None where the order to stop comes first."""
        task = self.background.start("identify", work)
        await asyncio.wait([task, stopped], return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            task.cancel()
            return None
        result: dict[str, Any] = task.result()
        return result

    async def _identify(self) -> dict[str, Any]:
        """Ask who we are until Telegram answers; a network may come later than the program."""
        pause = 1.0
        while True:
            reply = await self.api.call("getMe", {})
            if reply.kind is ReplyKind.DONE and _is_a_bot(reply.result):
                _log.info("Telegram answers", username=reply.result.get("username"))
                return reply.result
            if reply.code in {401, 404}:
                raise TelegramError("token_refused")
            _log.warning("Telegram cannot be reached; trying again", seconds=pause, said=reply.description)
            await asyncio.sleep(reply.retry_after or pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def _start_parts(self, me: dict[str, Any], stopping: asyncio.Event) -> list[asyncio.Task[None]]:
        bot = mute_bot(me)
        wire = self._wire = Wire(bot)
        sender = self._sender = self._build_sender()
        dispatch = Dispatch(bot, self.library, self.defaults, lambda: sender.staff_listens)
        self._dispatch = dispatch
        carrier = Carrier(
            inbox=self.storage.inbox,
            rounds=self._gaps,
            dispatch=dispatch,
            wire=wire,
            ranking=lambda on_ranked: Ranking(self._decided, self.background, on_ranked),
            post=sender,
            clock=self.clock,
            staff_chat_id=self.defaults.staff_chat_id,
        )
        sender.on_results = carrier.wake
        self._wake = [carrier.wake, sender.wake]
        self._receiver = Receiver(self.api, self.storage.inbox, self.clock, carrier.wake)
        await self._present_itself(wire)
        start = self.background.start
        return [
            start("receiver", self._receiver.run()),
            start("carrier", carrier.run(stopping)),
            start("sender", sender.run(stopping)),
            start("tidying", self._tidy()),
        ]

    def _decided(self, words: str, after: str | None) -> Decision:
        """By the texts that are in force now."""
        return self.decide(words, after)

    def _build_sender(self) -> Sender:
        return Sender(
            api=self.api,
            outbox=self.storage.outbox,
            clock=self.clock,
            pacer=Pacer(self.send_rate),
            background=self.background,
            notice=self._notice,
        )

    async def _present_itself(self, wire: Wire) -> None:
        """Tell Telegram commands, name and descriptions: each where it differs from what was told last."""
        for method in commands.announced(self.library, self.defaults.language):
            wired = await wire.prepare(method)
            what = f"profile:{wired.method}:{wired.params.get('language_code', '')}:"
            content = repr([self.announcement, *sorted(wired.params.items())])
            digest = hashlib.sha256(content.encode()).hexdigest()[:16]
            told = await self.storage.outbox.last_cause(what)
            if told is not None and told.removeprefix(what).startswith(digest):
                continue
            now = self.clock.now()
            # The moment is part of the cause: what was told once may be told again after something else.
            cause = f"{what}{digest}:{int(now.timestamp() * 1000)}"
            row = Outgoing(cause, 0, Lane.STAFF, wired.method, wired.params)
            await self.storage.outbox.put([row], now)

    def _notice(self, settlement: Settlement, cause: str) -> Outgoing | None:
        """What staff read about a request that Telegram refused."""
        staff = self.defaults.staff_chat_id
        if staff is None:
            return None
        _ = self.library.translator_of(self.defaults.language)
        text = _(
            "Telegram refused a message to a citizen ({said}). It was sent again as plain text, "
            "if that was possible. Its mark: {cause}.",
            said=f"{settlement.reply.code} {settlement.reply.description}"[:300],
            cause=settlement.mail.outgoing.cause,
        )
        return Outgoing(cause, staff, Lane.STAFF, "sendMessage", {"chat_id": str(staff), "text": text})

    async def _tidy(self) -> None:
        """Delete what need not be kept any longer, from time to time."""
        while True:
            forgotten = 0
            with contextlib.suppress(StorageError):
                forgotten = await self.storage.inbox.forget_done(self.clock.now())
                forgotten += await self.storage.candidates.forget_old(self.clock.now())
            await asyncio.sleep(1 if forgotten else _TIDY_EVERY.total_seconds())

    async def _finish(self, parts: list[asyncio.Task[None]]) -> None:
        receiver, carrier, sender, tidying = parts
        receiver.cancel()
        tidying.cancel()
        for wake in self._wake:
            wake()
        started = time.monotonic()
        await asyncio.wait([carrier, sender], timeout=FINISH_SECONDS)
        if sender.done():
            await self.background.finish(max(0.0, 1.0 - (time.monotonic() - started)))


def _is_a_bot(answer: object) -> TypeGuard[dict[str, Any]]:
    """Whether getMe answered with what handlers need."""
    return isinstance(answer, dict) and isinstance(answer.get("id"), int) and "first_name" in answer
