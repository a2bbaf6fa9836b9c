"""One parcel through aiogram: from stored JSON to what leaves."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery, Update
from pydantic import ValidationError

from bot.faq.library import Library
from bot.faq.matching.model import Decision
from bot.faq.renewal import still_possible
from bot.mail.parcels import Parcel
from bot.people.model import (
    Expecting,
    Language,
    Person,
    choose_language,
    is_double_tap,
    new_pseudonym,
    topic_in_mind,
)
from bot.telegram.arrivals import KINDS, attachment_of, message_id_of, words_together
from bot.telegram.callbacks import Press
from bot.telegram.groups import addressed_words
from bot.telegram.offering import offering_language
from bot.telegram.routers import (
    attachments,
    commands,
    groups,
    membership,
    people,
    presses,
    questions,
    ratings,
)
from bot.telegram.salvage import given_up, salvaged
from bot.telegram.session import bot_user
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
        commands.build_router(),
        presses.build_router(),
        people.build_router(),
        ratings.build_router(),
        presses.build_last_router(),
        membership.build_router(),
        questions.build_router(),
        groups.build_router(),
        attachments.build_router(),
    )
    return dispatcher


class Dispatch:
    """Carries parcels through the handlers."""

    def __init__(
        self,
        bot: Bot,
        library: Library,
        defaults: Defaults,
        staff_listens: Callable[[], bool] = lambda: True,
    ) -> None:
        self._bot = bot
        self._staff_listens = staff_listens
        self._me = bot_user(bot)
        self._dispatcher = build_dispatcher()
        self._library = library
        self._defaults = defaults

    def renew(self, library: Library) -> None:
        """Answer from another library from the next parcel on."""
        self._library = library

    async def carry(
        self, parcel: Parcel, decision: Decision | None, round_: Round, now: datetime
    ) -> list[Said]:
        """
        What is to be said about a parcel.

        Raises UnreadableUpdateError before any handler ran, and whatever a handler raises.
        """
        raws = [json.loads(row.body) for row in parcel.rows]
        if all(raws[-1].get(kind) is None for kind in KINDS):
            return []  # aiogram would warn of an unknown kind with all that it holds, words and names
        update = [self._parsed(raw) for raw in raws][-1]
        turn = self.turn(parcel, raws, decision, round_, now)
        query = update.callback_query
        if query is not None and self._is_repeated(parcel, query, turn):
            return turn.said([AnswerCallbackQuery(callback_query_id=query.id)])
        said = await self._dispatcher.feed_update(self._bot, update, turn=turn)
        if said is UNHANDLED:
            return []
        if not isinstance(said, list):
            raise TypeError(f"a handler returned {type(said).__name__} in place of a list of methods")
        return turn.said(offering_language(turn, said))

    def words(self, parcel: Parcel) -> str:
        """What was said to the bot, a line for each message; in a group only what was meant for it."""
        raws = [json.loads(row.body) for row in parcel.rows]
        return words_together(raws) if parcel.chat_id > 0 else self._addressed(raws[-1]) or ""

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
        addressed = self._addressed(raws[-1]) if parcel.chat_id < 0 else None
        decision = decision and still_possible(decision, self._library)
        turn = Turn(
            person=person,
            language=self._language(person, decision, raws[-1]),
            cause=parcel.cause,
            words=words_together(raws) if addressed is None else addressed,
            message_ids=tuple(filter(None, (message_id_of(raw) for raw in raws))),
            attachments=tuple(filter(None, (attachment_of(raw) for raw in raws))),
            decision=decision,
            round=round_,
            library=self._library,
            now=now,
            staff_chat_id=self._defaults.staff_chat_id,
            staff_language=self._defaults.language,
            plain_language=choose_language(person.language, None, _hint(raws[-1]), self._defaults.language),
            received_at=parcel.received_at,
            staff_listens=self._staff_listens(),
            bot_username=self._me.username or "",
            read_before=topic_in_mind(person, parcel.received_at),
            is_addressed=addressed is not None,
            slowed=any(row.slowed for row in parcel.rows),
        )
        if person.blocked_at is not None and "my_chat_member" not in raws[-1]:
            turn.remember(blocked_at=None)  # whoever writes can be written to
        return turn

    def _addressed(self, raw: Mapping[str, Any]) -> str | None:
        return addressed_words(raw, self._me.id, self._me.username or "")

    def _is_repeated(self, parcel: Parcel, query: CallbackQuery, turn: Turn) -> bool:
        """Whether this is the other half of a double tap; the press is kept to know the next one by it."""
        message_id = query.message.message_id if query.message else query.inline_message_id
        press = f"{message_id}:{query.data}"
        if is_double_tap(turn.person, press, parcel.received_at):
            return True
        turn.remember(last_press=press, pressed_at=turn.now)
        return False

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
