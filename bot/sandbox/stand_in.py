"""The stand-in for Telegram: takes a request, lets it fail as ordered, carries it out, answers."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.clock import Clock, SystemClock
from bot.sandbox.acts import Acts
from bot.sandbox.calls import Call
from bot.sandbox.chats import Chats, chat_number
from bot.sandbox.faults import Fault, FaultKind, Faults
from bot.sandbox.files import FileStore
from bot.sandbox.flood import EVERYWHERE, FloodControl, Limits
from bot.sandbox.journal import Journal
from bot.sandbox.messages import MessageStore, first_number
from bot.sandbox.methods import carry_out
from bot.sandbox.parameters import type_parameters
from bot.sandbox.refusal import Json, RefusalError, bad_request
from bot.sandbox.replies import Reply, done, failed, refused
from bot.sandbox.schema import Mismatch, Upload, bot_api
from bot.sandbox.transcript import Pen, Transcript
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.world import World

TOKEN = "700000001:SandboxSandboxSandboxSandboxSandbox"  # noqa: S105 - opens nothing but the stand-in
MOST_MISMATCHES = 1000


@dataclass(frozen=True)
class Rules:
    """How severe the stand-in is."""

    limits: Limits | None = None  # flood limits; None: none
    request_check: bool = True  # every request against the schema; off for benchmarks
    strict: bool = True  # 400 for what the schema does not know, where the real server ignores it
    press_lifetime: timedelta = timedelta(minutes=1)  # how long a pressed button waits for its answer


class StandIn(Acts):
    """One bot's Telegram, without a network."""

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        faults: Faults | None = None,
        first_update_id: int | None = None,
        token: str = TOKEN,
        rules: Rules | None = None,
    ) -> None:
        rules = rules or Rules()
        clock = clock or SystemClock()
        first = first_number(clock.now())
        super().__init__(
            World(
                clock=clock,
                bot=_bot_user(token),
                chats=Chats(),
                messages=MessageStore(first),
                updates=UpdateQueue(first if first_update_id is None else first_update_id),
                journal=Journal(),
                files=FileStore(first),
                press_lifetime=rules.press_lifetime,
            )
        )
        self.token = token
        self.faults = faults or Faults()
        self.flood = FloodControl(rules.limits)
        self.transcript = Transcript()
        self.schema = bot_api()
        self.schema_errors: list[Mismatch] = []
        self._rules = rules

    async def answer(self, name: str, values: Json, uploads: dict[str, Upload]) -> Reply:
        """Answer one request of the bot."""
        method = self.schema.method_name(name)
        if method is None:
            self._note([Mismatch(name, "", "unknown method")])
            return refused(RefusalError(404, "Not Found: method not found"))
        chat_id = chat_number(values.get("chat_id"))
        pen = self.transcript.add(self.world.clock.now(), method, chat_id, values)
        delay, fault = self.faults.take(method, chat_id)
        if delay:
            await asyncio.sleep(delay)
        if fault is not None and not fault.takes_effect:
            return await self._fail(fault, pen)
        reply, seen = await self._carry_out(method, values, uploads)
        if fault is not None:
            return await self._fail(fault, pen)
        pen.close(reply.status, seen, None)
        return reply

    def stats(self) -> Json:
        """Numbers for tests and for people who watch."""
        return {
            "pending_updates": len(self.world.updates),
            "schema_errors": [mismatch.wire() for mismatch in self.schema_errors],
            "flood_violations": [violation.wire() for violation in self.flood.violations],
            "requests": dict(self.transcript.counts),
            "faults": len(self.faults.pending()),
            "allowed_updates": list(self.world.updates.allowed),
            "people": len(self.world.chats.people),
        }

    def close(self) -> None:
        """Let everybody who waits go, so that a server can stop."""
        self.world.updates.close()
        self.world.journal.close()

    async def _carry_out(self, method: str, values: Json, uploads: dict[str, Upload]) -> tuple[Reply, Any]:
        """The reply, and what the transcript keeps of it."""
        try:
            call = self._read(method, values, uploads)
            chat_id = chat_number(call.get("chat_id"))
            if chat_id is not None:
                self.flood.admit(method, chat_id, self.world.clock.now())
            result = await carry_out(self.world, self.schema, call)
        except RefusalError as refusal:
            return refused(refusal), refusal.body()
        if method == "getUpdates":
            return Reply(200, f'{{"ok":true,"result":[{",".join(result)}]}}'), {"updates": len(result)}
        return done(result), {"ok": True, "result": result}

    def _read(self, method: str, values: Json, uploads: dict[str, Upload]) -> Call:
        """Type and check the parameters. Errors: 400."""
        try:
            parameters = type_parameters(self.schema.parameters(method), values, uploads)
        except RefusalError as refusal:
            self._note([Mismatch(method, "", str(refusal.description))] if self._rules.request_check else [])
            raise
        values.update(parameters)  # the transcript shows what was understood
        mismatches = self.schema.check(method, parameters) if self._rules.request_check else []
        self._note(mismatches)
        if mismatches and self._rules.strict:
            raise bad_request("; ".join(f"{found.parameter}: {found.what}" for found in mismatches))
        return Call(method, parameters, uploads)

    def _note(self, mismatches: list[Mismatch]) -> None:
        self.schema_errors.extend(mismatches[: MOST_MISMATCHES - len(self.schema_errors)])

    async def _fail(self, fault: Fault, pen: Pen) -> Reply:
        if fault.kind is FaultKind.HANG:
            await asyncio.sleep(fault.seconds)
        reply = failed(fault)
        if fault.kind is FaultKind.ERROR and fault.retry_after is not None:
            lane = fault.chat_id if fault.chat_id is not None else EVERYWHERE
            self.flood.hold(lane, self.world.clock.now(), fault.retry_after)
        pen.close(reply.status, reply.body or None, fault.kind.value)
        return reply


def _bot_user(token: str) -> Json:
    number = token.partition(":")[0]
    user_id = int(number) if number.isdigit() else 1
    return {"id": user_id, "is_bot": True, "first_name": "Sandbox bot", "username": "sandbox_bot"}
