"""After an hour of a crowd: what was promised to everybody, held against what has happened."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from bot.people.model import Language
from bot.sandbox.cast import STAFF_CHAT_ID
from bot.sandbox.faults import CARRIED_OUT
from bot.sandbox.journal import Event, Sort
from tests.e2e.crowd import GROUPS, Actor
from tests.e2e.house import NUMBER, House
from tests.e2e.records import Kept, Records, Row
from tests.e2e.seeing import (
    Message,
    is_for_both,
    language_of,
    language_of_buttons,
    presses,
    text_of,
    ways_missing,
)
from tests.e2e.trouble import Trouble
from tests.e2e.watching import Queued, WatchedStandIn

IN_FLIGHT = 32
"""So many requests may be on their way at a kill; each of them may come twice."""
ON_ITS_WAY = 0.5
"""Seconds after an order to be silent in which requests still come in that left before it."""
KNOWS_NOTHING_YET = 5.0
"""Seconds in which a program that was just started learns what its killed predecessor had been told."""
_ASKING = {"text", "album"}
_SHORT = 30


@dataclass
class Reckoning:
    """Every promise, and where it was broken."""

    house: House
    stand_in: WatchedStandIn
    actors: list[Actor]
    trouble: Trouble
    doubled: int = 0
    in_own_language: list[bool] = field(default_factory=list)
    late_votes: int = 0  # answers that had been replaced by another screen before the vote on them came

    def broken(self) -> list[str]:
        """Each broken promise in a few words."""
        return [f"{check.__name__.strip('_')}: {found}" for check in self._checks() for found in check()]

    def _checks(self) -> list[Callable[[], Iterator[str]]]:
        return [
            self._every_update_was_carried,
            self._each_message_was_answered_once,
            self._what_was_sent_has_arrived,
            self._numbers_and_ledger_are_whole,
            self._staff_have_what_was_handed_over,
            self._everybody_was_answered_in_their_language,
            self._every_message_has_a_way_out,
            self._groups_were_left_alone,
            self._telegram_understood_everything,
            self._silence_was_kept,
            self._who_blocked_was_left_alone,
            self._nothing_waits,
        ]

    @cached_property
    def records(self) -> Records:
        return Records(self.house)

    @cached_property
    def people(self) -> dict[int, Actor]:
        return {actor.person_id: actor for actor in self.actors}

    def texts(self) -> list[int]:
        """The updates that begin each question: of a burst the first."""
        private = (burst for burst in self.records.bursts if burst[0].chat_id in self.people)
        return [burst[0].update_id for burst in private if _ASKING & {kept.kind for kept in burst}]

    def presses(self) -> tuple[int, int]:
        """How many buttons were pressed, and of how many Telegram was told that the press arrived."""
        pressed = [one for one in self.stand_in.queue.log.values() if one.kind == "callback_query"]
        told = sum(len(self.stand_in.journal.of_bot(person, Sort.TOAST)) for person in self.people)
        return len(pressed), told

    def _every_update_was_carried(self) -> Iterator[str]:
        for update_id, queued in self.stand_in.queue.log.items():
            kept = self.records.updates.get(update_id)
            if kept is None:
                yield f"{queued.kind} {update_id} was never stored"
            elif kept.state != "done" or kept.tries:
                yield f"{queued.kind} {update_id} is {kept.state} after {kept.tries} failures"

    def _each_message_was_answered_once(self) -> Iterator[str]:
        for burst in self.records.bursts:
            if burst[0].chat_id not in self.people:
                continue
            answers = [row for kept in burst for row in self.records.answers.get(kept.update_id, ())]
            if len(answers) not in self._right_counts(burst):
                kinds = [kept.kind for kept in burst]
                yield f"{kinds} of {burst[0].chat_id} has {len(answers)} answers: update {burst[0].update_id}"

    def _right_counts(self, burst: list[Kept]) -> range:
        kinds = {kept.kind for kept in burst}
        is_message = self.stand_in.queue.log[burst[0].update_id].kind == "message"
        if kinds & _ASKING or (kinds <= {"command", "other"} and is_message):
            return range(1, 2)
        return range(3) if kinds == {"press"} else range(2)

    def _what_was_sent_has_arrived(self) -> Iterator[str]:
        sent: dict[int, list[Row]] = defaultdict(list)
        for row in self.records.outbox:
            if row.state == "sent" and row.is_new_message:
                sent[row.chat_id].append(row)
        for chat, rows in sent.items():
            there = [event.body["message_id"] for event in self.stand_in.journal.of_bot(chat, Sort.SENT)]
            missing = {row.message_id for row in rows} - set(there) - {None}
            if missing:
                yield f"{missing} never came to {chat}"
            more = len(there) - len(rows)
            self.doubled += max(more, 0)
            if more > self._excused[chat] + self.trouble.kills:
                yield f"{more} messages of {chat} came twice"
        if self.doubled > sum(self._excused.values()) + IN_FLIGHT * self.trouble.kills:
            yield f"{self.doubled} messages came twice"

    @cached_property
    def _excused(self) -> Counter[int]:
        """How often a request was carried out, but the bot could not know it."""
        unclear = {kind.value for kind in CARRIED_OUT}
        entries = (one for one in self.stand_in.transcript.entries() if one.fault in unclear)
        return Counter(one.chat_id or 0 for one in entries if one.method.startswith(("send", "copy")))

    def _numbers_and_ledger_are_whole(self) -> Iterator[str]:
        numbers = self.records.numbers
        if numbers != list(range(1, len(numbers) + 1)):
            yield "a number is missing or double"
        if broken := self.records.broken_links():
            yield f"the chain breaks at {broken[:3]}"
        for number in numbers:
            events = self.records.lives[number]
            if not {"asked", "decided"} <= events or not {"shown", "handed_over"} & events:
                yield f"question {number} has only {sorted(events)}"

    def _staff_have_what_was_handed_over(self) -> Iterator[str]:
        group = self.stand_in.journal.of_bot(STAFF_CHAT_ID, Sort.SENT)
        told = {number for event in group for number in NUMBER.findall(text_of(event.body))}
        for number, events in self.records.lives.items():
            if "handed_over" in events and not ("reached_staff" in events and f"K-{number:06d}" in told):
                yield f"question {number}: {sorted(events)}"

    def _everybody_was_answered_in_their_language(self) -> Iterator[str]:
        for person, actor in self.people.items():
            versions = self.stand_in.journal.of_bot(person, Sort.SENT, Sort.EDITED)
            yield from self._mixed_up(person, versions)
            sent = {event.body["message_id"]: event.body for event in versions if event.sort is Sort.SENT}
            yield from self._strangely_answered(actor, sent)

    def _mixed_up(self, person: int, versions: list[Event]) -> Iterator[str]:
        """Messages that are in two languages. Votes are looked at apart: they change the buttons alone."""
        texts: dict[int, str] = {}
        for message in (event.body for event in versions if not is_for_both(event.body)):
            text, message_id = text_of(message), message["message_id"]
            spoken, carried = language_of(text), language_of_buttons(message)
            is_vote, texts[message_id] = texts.get(message_id) == text, text
            if spoken is None and len(text) > _SHORT:
                yield f"{person} reads two languages: {text!r}"
            if spoken not in {None, carried} and is_vote:
                self.late_votes += 1
            elif spoken not in {None, carried}:
                yield f"{spoken} text over {carried} buttons to {person}: {text!r}"

    def _strangely_answered(self, actor: Actor, sent: dict[int, Message]) -> Iterator[str]:
        chosen: Language | None = None
        for queued in self._queued_by(actor.person_id):
            chosen = _choice(queued) or chosen
            for row in self.records.answers.get(queued.update_id, ()):
                message = sent.get(row.message_id or 0) if row.is_new_message else None
                if message is None or is_for_both(message):
                    continue
                spoken = language_of_buttons(message)
                if chosen is not None and spoken is not chosen:
                    yield f"{spoken} to {actor.person_id}, who chose {chosen}: {text_of(message)!r}"
                if chosen is None and self.records.updates[queued.update_id].kind == "text":
                    self.in_own_language.append(spoken is actor.language)

    def _queued_by(self, person: int) -> list[Queued]:
        kept = (one for one in self.records.updates.values() if one.chat_id == person)
        return [self.stand_in.queue.log[one.update_id] for one in kept]

    def _every_message_has_a_way_out(self) -> Iterator[str]:
        for person in self.people:
            for event in self.stand_in.journal.of_bot(person, Sort.SENT, Sort.EDITED):
                if missing := ways_missing(event.body):
                    yield f"no way to {missing} among {presses(event.body)}: {text_of(event.body)!r}"

    def _groups_were_left_alone(self) -> Iterator[str]:
        for queued in self.stand_in.queue.log.values():
            message = queued.event
            if queued.kind != "message" or message["chat"]["id"] not in GROUPS:
                continue
            meant = "@sandbox_bot" in message["text"]
            answers = self.records.answers.get(queued.update_id, ())
            if len(answers) != meant:
                yield f"{len(answers)} answers to {message['text']!r}"

    def _telegram_understood_everything(self) -> Iterator[str]:
        yield from map(str, self.stand_in.schema_errors)
        for row in self.records.outbox:
            if row.cause.startswith("notice:") or row.state == "unknown":
                yield f"{row.cause} {row.state} {row.error}"
        output = self.house.whole_output()
        for mark in ("Traceback", "[error", "[critical", self.stand_in.token):
            if mark in output:
                yield f"the bot said {mark.strip('[')}: {output[output.index(mark) :][:500]}"

    def _silence_was_kept(self) -> Iterator[str]:
        for one in self.stand_in.flood.violations:
            moment = one.at.timestamp()
            is_new = any(0 <= moment - start < KNOWS_NOTHING_YET for start in self.trouble.started_at)
            if one.after > ON_ITS_WAY and not is_new:
                yield f"{one.method} to {one.chat_id} {one.after:.2f} s after the order"

    def _who_blocked_was_left_alone(self) -> Iterator[str]:
        refused = Counter(row.chat_id for row in self.records.outbox if row.state == "refused")
        entries = self.stand_in.transcript.entries()
        knocked = Counter(one.chat_id or 0 for one in entries if _was_forbidden(one.answer))
        for chat, times in knocked.items():
            if times > refused[chat] + self.trouble.kills:
                yield f"{chat} was written to {times} times for {refused[chat]} messages"
        for row in self.records.outbox:
            if row.state == "refused" and "403" not in (row.error or ""):
                yield f"{row.cause} was refused: {row.error}"

    def _nothing_waits(self) -> Iterator[str]:
        waiting = sum(row.state == "waiting" for row in self.records.outbox)
        if waiting or len(self.stand_in.queue):
            yield f"{waiting} requests, {len(self.stand_in.queue)} updates"


def _choice(queued: Queued) -> Language | None:
    """The language that a press chooses."""
    parts = str(queued.event.get("data", "")).split(":") if queued.kind == "callback_query" else []
    is_choice = len(parts) > 3 and parts[0] == "l" and parts[3] in set(Language)
    return Language(parts[3]) if is_choice else None


def _was_forbidden(answer: object) -> bool:
    return (
        ("403" in answer)
        if isinstance(answer, str)
        else isinstance(answer, dict) and answer.get("error_code") == 403
    )
