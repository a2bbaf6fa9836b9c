"""The real Dispatcher between updates and methods, with a round that is kept in memory."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from aiogram.methods import AnswerCallbackQuery, SendMessage, TelegramMethod

from bot.app import build_library
from bot.desk.ledger import text_digest
from bot.desk.model import Event, NewQuestion, Question
from bot.faq.candidates import Lesson
from bot.faq.library import Library
from bot.faq.matching.model import Decision, DecisionKind
from bot.faq.ratings import Rating
from bot.files.place import locales_dir
from bot.mail.model import Outgoing, WaitingUpdate
from bot.mail.parcels import Parcel
from bot.people.model import Language, Person
from bot.storage.questions import with_events
from bot.telegram.arrivals import arrival_from
from bot.telegram.dispatch import Defaults, Dispatch
from bot.telegram.session import mute_bot
from bot.telegram.turn import Said
from tests.support.mail import waiting
from tests.support.people import NOON
from tests.support.updates import ME, Raw


@dataclasses.dataclass
class MemoryRound:
    """A round that keeps what it is told."""

    questions: dict[int, Question] = dataclasses.field(default_factory=dict)
    asked: list[NewQuestion] = dataclasses.field(default_factory=list)
    noted: list[tuple[int, Event, dict[str, object]]] = dataclasses.field(default_factory=list)
    shown: list[tuple[Person, str, str, str, int | None]] = dataclasses.field(default_factory=list)
    persons: dict[int, Person] = dataclasses.field(default_factory=dict)
    sent: list[Outgoing] = dataclasses.field(default_factory=list)
    finished: dict[int, bool] = dataclasses.field(default_factory=dict)  # update id to whether it is poison
    files: dict[str, bytes] = dataclasses.field(default_factory=dict)
    asked_by: dict[tuple[int, int], int] = dataclasses.field(default_factory=dict)  # message to number
    rated: list[Rating] = dataclasses.field(default_factory=list)
    learnt: list[Lesson] = dataclasses.field(default_factory=list)

    async def open_question(self, new: NewQuestion) -> int:
        number = len(self.questions) + 1
        self.asked.append(new)
        self.questions[number] = Question(
            number,
            new.chat_id,
            new.pseudonym,
            new.language,
            new.text,
            new.decision,
            new.topics,
            NOON,
            frozenset(),
            new.attachments,
            words_in=new.words_in,
        )
        messages = new.messages or (() if new.message_id is None else (new.message_id,))
        self.asked_by.update({(new.chat_id, message_id): number for message_id in messages})
        return number

    async def question(self, number: int) -> Question | None:
        return self.questions.get(number)

    async def question_of_message(self, chat_id: int, message_id: int) -> Question | None:
        number = self.asked_by.get((chat_id, message_id), 0)
        found = self.questions.get(number)
        return found and dataclasses.replace(found, parts=list(self.asked_by.values()).count(number))

    async def questions_of(self, chat_id: int, *, skip: int, limit: int) -> list[Question]:
        own = [one for _, one in sorted(self.questions.items(), reverse=True) if one.chat_id == chat_id]
        return own[skip : skip + limit]

    async def correct_question(self, number: int, text: str) -> None:
        self.questions[number] = dataclasses.replace(self.questions[number], text=text)
        self.note(number, Event.CORRECTED, text=text_digest("", text))

    def rate(self, rating: Rating) -> None:
        self.rated.append(rating)

    def learn(self, lesson: Lesson) -> None:
        self.learnt.append(lesson)

    def note(self, number: int, event: Event, **facts: object) -> None:
        self.noted.append((number, event, facts))
        known = self.questions.get(number)
        if known is not None:
            self.questions[number] = with_events(known, [(event, facts)])

    def show(self, person: Person, topic: str, version: str, cause: str, question: int | None) -> None:
        self.shown.append((person, topic, version, cause, question))

    def remember(self, person: Person) -> None:
        self.persons[person.chat_id] = person

    def send(self, outgoing: Sequence[Outgoing]) -> None:
        self.sent.extend(outgoing)

    def finish(self, update_ids: Sequence[int], *, poison: bool = False) -> None:
        self.finished.update(dict.fromkeys(update_ids, poison))

    async def keep_file(self, digest: str, name: str, content: bytes) -> None:
        del name
        self.files[digest] = content

    def events(self) -> list[Event]:
        """What was noted, in order."""
        return [event for _, event, _ in self.noted]


def decided(kind: DecisionKind, *topics: str, language: Language | None = None) -> Decision:
    """What the matcher says."""
    return Decision(kind, topics, 0.9, language)


def stored(raw: Raw, person: Person | None = None, **changes: Any) -> WaitingUpdate:
    """An update as the inbox hands it out."""
    arrival = arrival_from(raw)
    assert arrival is not None
    return waiting(
        arrival.update_id, arrival.chat_id, arrival.kind, body=arrival.body, person=person, **changes
    )


def parcel(*raws: Raw, person: Person | None = None) -> Parcel:
    """Updates that are carried together."""
    first = raws[0]["update_id"]
    return Parcel(tuple(stored(raw, person, burst=first) for raw in raws))


def real_library() -> Library:
    """The content as it is."""
    return build_library(locales_dir())


class Desk:
    """Update in, methods out."""

    def __init__(
        self, library: Library, *, staff: int | None = None, language: Language = Language.KK
    ) -> None:
        self.library = library
        self.round = MemoryRound()
        self.staff_listens = True
        self.dispatch = Dispatch(mute_bot(ME), library, Defaults(language, staff), lambda: self.staff_listens)

    async def said(
        self, *raws: Raw, decision: Decision | None = None, person: Person | None = None
    ) -> list[Said]:
        """Everything that follows, whispers included."""
        return await self.dispatch.carry(parcel(*raws, person=person), decision, self.round, NOON)

    async def carry(
        self, *raws: Raw, decision: Decision | None = None, person: Person | None = None
    ) -> list[TelegramMethod[Any]]:
        """The methods that follow, without the quiet answer to a button."""
        said = await self.said(*raws, decision=decision, person=person)
        return [one.method for one in said if not isinstance(one.method, AnswerCallbackQuery)]


def messages_to(chat_id: int, methods: list[TelegramMethod[Any]]) -> list[SendMessage]:
    """The messages for one chat."""
    return [one for one in methods if isinstance(one, SendMessage) and one.chat_id == chat_id]


def buttons(method: TelegramMethod[Any]) -> list[tuple[str, str]]:
    """The buttons of a message: what they say and what they carry."""
    keyboard = getattr(method, "reply_markup", None)
    rows = keyboard.inline_keyboard if keyboard else []
    return [(one.text, one.callback_data) for row in rows for one in row]
