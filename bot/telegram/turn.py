"""What a handler is given: who speaks, in which language, what was decided, and where to write."""

import dataclasses
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from aiogram.methods import TelegramMethod

from bot.desk.model import Event, NewQuestion, Question
from bot.faq.library import Library
from bot.faq.matching.model import Decision
from bot.people.model import Language, Person


class Round(Protocol):
    """The carrier's open write transaction. Raises StorageError."""

    async def open_question(self, new: NewQuestion) -> int: ...

    async def question(self, number: int) -> Question | None: ...

    def note(self, number: int, event: Event, **facts: object) -> None: ...

    def show(self, person: Person, topic: str, version: str, cause: str, question: int | None) -> None: ...

    def remember(self, person: Person) -> None: ...


@dataclass(frozen=True)
class Said:
    """A request of a handler, and who wants to know what Telegram answers."""

    method: TelegramMethod[Any]
    result_for: str = ""


@dataclass
class Turn:
    """One thing that a person did, being answered."""

    person: Person
    language: Language  # to answer in
    cause: str  # what every row of the outbox that follows from it begins with: "update:123-1764021379"
    words: str  # what was written; of a burst, all of it; of a picture, its caption
    message_ids: tuple[int, ...]  # of all that was sent together
    decision: Decision | None  # None where nothing was ranked
    round: Round
    library: Library
    now: datetime
    staff_chat_id: int | None
    staff_language: Language
    _awaited: list[tuple[TelegramMethod[Any], str]] = field(default_factory=list)

    def remember(self, **changes: object) -> None:
        """Keep a change of the person."""
        changed = dataclasses.replace(self.person, **changes)  # type: ignore[arg-type]
        is_a_person = self.person.chat_id > 0  # groups have negative numbers
        if changed != self.person and is_a_person:
            self.person = changed
            self.round.remember(changed)

    def shows(self, topic: str, version: str, question: int | None = None) -> None:
        """The first message of this turn shows a topic."""
        shown_to = dataclasses.replace(self.person, language=self.language)
        self.round.show(shown_to, topic, version, f"{self.cause}:0", question)
        self.remember(last_topic=topic)

    def awaits(self, method: TelegramMethod[Any], result_for: str) -> None:
        """What Telegram answers to this request comes back as input for `result_for`."""
        self._awaited.append((method, result_for))

    def said(self, methods: list[TelegramMethod[Any]]) -> list[Said]:
        """The requests of this turn."""
        wanted = {id(method): result_for for method, result_for in self._awaited}
        return [Said(method, wanted.get(id(method), "")) for method in methods]
