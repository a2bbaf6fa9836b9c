"""One parcel through aiogram: from stored JSON to what leaves."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import Update
from pydantic import ValidationError

from bot.faq.library import Library
from bot.faq.matching.model import Decision
from bot.mail.parcels import Parcel
from bot.people.model import Expecting, Language, Person, choose_language, new_pseudonym
from bot.telegram.arrivals import KINDS, message_id_of, words_together
from bot.telegram.callbacks import Press
from bot.telegram.routers import commands, membership, presses, questions
from bot.telegram.salvage import given_up, salvaged
from bot.telegram.turn import Round, Said, Turn


class UnreadableUpdateError(Exception):
    """aiogram cannot parse an update; its question can still be salvaged from the raw JSON."""


@dataclass(frozen=True)
class Defaults:
    """What the operator chose."""

    language: Language
    staff_chat_id: int | None


def build_dispatcher() -> Dispatcher:
    """The order of the routers, nothing else."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_routers(
        commands.build_router(), presses.build_router(), membership.build_router(), questions.build_router()
    )
    return dispatcher


class Dispatch:
    """Carries parcels through the handlers."""

    def __init__(self, bot: Bot, library: Library, defaults: Defaults) -> None:
        self._bot = bot
        self._dispatcher = build_dispatcher()
        self._library = library
        self._defaults = defaults

    async def carry(
        self, parcel: Parcel, decision: Decision | None, round_: Round, now: datetime
    ) -> list[Said]:
        """
        What is to be said about a parcel.

        Raises UnreadableUpdateError before any handler ran, and whatever a handler raises.
        """
        raws = [json.loads(row.body) for row in parcel.rows]
        if not any(kind in raws[-1] for kind in KINDS):
            return []  # aiogram would warn of an unknown kind with all that it holds, words and names
        update = [self._parsed(raw) for raw in raws][-1]
        turn = self.turn(parcel, raws, decision, round_, now)
        said = await self._dispatcher.feed_update(self._bot, update, turn=turn)
        if said is UNHANDLED:
            return []
        if not isinstance(said, list):
            raise TypeError(f"a handler returned {type(said).__name__} in place of a list of methods")
        return turn.said(said)

    async def salvage(
        self, parcel: Parcel, decision: Decision | None, round_: Round, now: datetime
    ) -> list[Said]:
        """The words of a parcel that cannot be carried go to people, and the citizen is told."""
        raws = [json.loads(row.body) for row in parcel.rows]
        is_message = any("message" in raw or "edited_message" in raw for raw in raws)
        if parcel.chat_id <= 0 or not (is_message or "callback_query" in raws[-1]):
            return []
        turn = self.turn(parcel, raws, decision, round_, now)
        return turn.said(await salvaged(turn) if is_message else given_up(turn))

    def turn(
        self,
        parcel: Parcel,
        raws: Sequence[dict[str, Any]],
        decision: Decision | None,
        round_: Round,
        now: datetime,
    ) -> Turn:
        """Who speaks and in which language they are answered; somebody new is remembered."""
        person = parcel.person
        if person is None:
            person = Person(parcel.chat_id, new_pseudonym(), None, Expecting.NOTHING, None, now, None)
            if parcel.chat_id > 0:
                round_.remember(person)
        turn = Turn(
            person=person,
            language=self._language(person, decision, raws[-1]),
            cause=parcel.cause,
            words=words_together(raws),
            message_ids=tuple(filter(None, (message_id_of(raw) for raw in raws))),
            decision=decision,
            round=round_,
            library=self._library,
            now=now,
            staff_chat_id=self._defaults.staff_chat_id,
            staff_language=self._defaults.language,
        )
        if person.blocked_at is not None and "my_chat_member" not in raws[-1]:
            turn.remember(blocked_at=None)  # whoever writes can be written to
        return turn

    def _language(self, person: Person, decision: Decision | None, raw: dict[str, Any]) -> Language:
        of_text = decision.language if decision else _language_of_button(raw)
        return choose_language(person.language, of_text, _hint(raw), self._defaults.language)

    def _parsed(self, raw: dict[str, Any]) -> Update:
        try:
            return Update.model_validate(raw, context={"bot": self._bot})
        except (ValidationError, ValueError, TypeError) as error:
            raise UnreadableUpdateError(type(error).__name__) from error


def _hint(raw: dict[str, Any]) -> str | None:
    for event in raw.values():
        sender = event.get("from") if isinstance(event, dict) else None
        code = sender.get("language_code") if isinstance(sender, dict) else None
        if isinstance(code, str):
            return code
    return None


def _language_of_button(raw: dict[str, Any]) -> Language | None:
    """The language of the text above the button that was pressed: each of our buttons carries it."""
    query = raw.get("callback_query")
    data = query.get("data") if isinstance(query, dict) else None
    code = data.split(Press.__separator__)[1:2] if isinstance(data, str) else []
    return Language(code[0]) if code and code[0] in set(Language) else None
