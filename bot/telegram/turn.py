"""What a handler is given: who speaks, in which language, what was decided, and where to write."""

import dataclasses
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from aiogram.methods import TelegramMethod

from bot.clock import day_in_kazakhstan
from bot.desk.model import Event, NewQuestion, Question
from bot.faq.candidates import Lesson
from bot.faq.library import Library
from bot.faq.matching.model import Decision
from bot.faq.model import Status
from bot.faq.ports import Translator
from bot.faq.ratings import Rating
from bot.faq.rendering import Rendered
from bot.people.model import ABOUT_TO_ASK, STILL_ASKING, Expecting, Language, Person, wants_a_person


class Round(Protocol):
    """The carrier's open write transaction. Raises StorageError."""

    async def open_question(self, new: NewQuestion) -> int: ...

    async def question(self, number: int) -> Question | None: ...

    async def question_of_message(self, chat_id: int, message_id: int) -> Question | None: ...

    async def questions_of(self, chat_id: int, *, skip: int, limit: int) -> list[Question]: ...

    async def correct_question(self, number: int, text: str) -> None: ...

    def rate(self, rating: Rating) -> None: ...

    def learn(self, lesson: Lesson) -> None: ...

    def note(self, number: int, event: Event, **facts: object) -> None: ...

    def show(self, person: Person, topic: str, version: str, cause: str, question: int | None) -> None: ...

    def remember(self, person: Person) -> None: ...


@dataclass(frozen=True)
class Said:
    """A request of a handler, who wants to know what Telegram answers, and whether it overtakes."""

    method: TelegramMethod[Any]
    result_for: str = ""
    alarm: bool = False


@dataclass
class Turn:
    """One thing that a person did, being answered."""

    person: Person
    language: Language  # to answer in
    cause: str  # what every row of the outbox that follows from it begins with: "update:123-1764021379"
    words: str  # what was written; of a burst, all of it; of a picture, its caption
    message_ids: tuple[int, ...]  # of all that was sent together
    attachments: tuple[int, ...]  # those of them that hold more than words
    decision: Decision | None  # None where nothing was ranked
    round: Round
    library: Library
    now: datetime
    staff_chat_id: int | None
    staff_language: Language
    received_at: datetime
    plain_language: Language  # where the words tell nothing: what was chosen, else Telegram's
    staff_listens: bool = True  # False while their group cannot be written to
    bot_username: str = ""
    read_before: str | None = None  # the topic that the person had just read
    is_addressed: bool = False  # in a group: the bot was meant
    remarks: list[str] = field(default_factory=list)  # said under the answer, whatever it is
    slowed: bool = False  # the person writes so much that their texts are put together
    question: int | None = None  # the one that this turn is about
    _awaited: list[tuple[TelegramMethod[Any], str]] = field(default_factory=list)
    _alarms: list[TelegramMethod[Any]] = field(default_factory=list)

    @property
    def translator(self) -> Translator:
        """The fixed sentences in the language of the answer."""
        return self.library.translator_of(self.language)

    @property
    def has_staff(self) -> bool:
        """Whether a person reads what is handed over."""
        return self.staff_chat_id is not None and self.staff_listens

    @property
    def offers_language(self) -> bool:
        """Whether the other language is offered: none was chosen yet, or the words are in another one."""
        of_words = self.decision.language if self.decision else None
        return self.person.language is None or of_words not in {None, self.language}

    @property
    def wants_a_person(self) -> bool:
        """Whether what was sent goes to people, unread by the matcher."""
        return wants_a_person(self.person, self.received_at)

    def start_asking(self) -> None:
        """The next message goes to a person."""
        self.remember(expecting=Expecting.STAFF_QUESTION, expecting_until=self.now + ABOUT_TO_ASK)

    def go_on_asking(self) -> None:
        """The question has come; what follows soon belongs to it."""
        self.remember(expecting_until=self.now + STILL_ASKING)

    def stop_asking(self) -> None:
        """The person went elsewhere."""
        self.remember(expecting=Expecting.NOTHING, expecting_until=None)

    def remember(self, **changes: object) -> None:
        """Keep a change of the person."""
        changed = dataclasses.replace(self.person, **changes)  # type: ignore[arg-type]
        is_a_person = self.person.chat_id > 0  # groups have negative numbers
        if changed != self.person and is_a_person:
            self.person = changed
            self.round.remember(changed)

    def show(self, topic: str, question: int | None = None) -> Rendered:
        """
        A topic as it stands today, for the first message of this turn.

        That it was shown is kept, so that it can be corrected later. Raises KeyError.
        """
        today = day_in_kazakhstan(self.now)
        rendered = self.library.answer(topic, self.language, today, self.person.place)
        shown_to = dataclasses.replace(self.person, language=self.language)
        self.round.show(shown_to, topic, rendered.version, f"{self.cause}:0", question)
        if question is not None:
            self.round.note(question, Event.SHOWN, topic=topic, version=rendered.version)
        if self.library.topic(topic).status is not Status.ACTION:  # what follows that is the question itself
            self.remember(last_topic=topic, last_topic_at=self.now)
        return rendered

    def awaits(self, method: TelegramMethod[Any], result_for: str) -> None:
        """What Telegram answers to this request comes back as input for `result_for`."""
        self._awaited.append((method, result_for))

    def alarms(self, methods: list[TelegramMethod[Any]]) -> None:
        """These overtake everything else that staff are to read."""
        self._alarms.extend(methods)

    def said(self, methods: list[TelegramMethod[Any]]) -> list[Said]:
        """The requests of this turn."""
        wanted = {id(method): result_for for method, result_for in self._awaited}
        alarming = {id(method) for method in self._alarms}
        return [Said(one, wanted.get(id(one), ""), id(one) in alarming) for one in methods]
