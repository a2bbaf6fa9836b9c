"""One write transaction of the carrier: what handlers write, what leaves, and which updates are done with."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.model import Event, NewQuestion, Question, decision_facts
from bot.faq.candidates import Candidate, Key, Lesson
from bot.faq.ratings import Rating
from bot.mail.model import Outgoing
from bot.people.model import Person
from bot.storage.candidates import erase_candidates, save_lessons
from bot.storage.engine import Database
from bot.storage.outbox import put_file, put_mail
from bot.storage.people import save_people
from bot.storage.questions import (
    Noted,
    add_question,
    append_events,
    correct_text,
    find_question,
    find_question_of_message,
    link_messages,
    list_questions,
    with_events,
)
from bot.storage.ratings import save_ratings
from bot.storage.tables import shown, updates


class SqlRound:
    """
    The open transaction.

    Only what needs an answer at once runs a statement; the rest is collected and written as a few executemany
    statements at the end.
    """

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._persons: dict[int, Person] = {}
        self._noted: list[Noted] = []
        self._asked: dict[tuple[int, int], int] = {}  # chat and message id to number
        self._ratings: dict[tuple[int, str, str, str], Rating] = {}
        self._learnt: dict[Key, Candidate | None] = {}
        self._shown: list[dict[str, Any]] = []
        self._outgoing: list[Outgoing] = []
        self._done: dict[str, list[int]] = {"done": [], "poison": []}

    async def open_question(self, new: NewQuestion) -> int:
        """Store a question and note that it was asked and what was decided; returns its number."""
        number, digest = await add_question(self._connection, new, self._now)
        messages = new.messages or (() if new.message_id is None else (new.message_id,))
        self._asked.update({(new.chat_id, message_id): number for message_id in messages})
        self.note(number, Event.ASKED, text=digest, language=new.language.value)
        decided = decision_facts(new.decision, new.topics, new.confidence, new.words_in)
        self.note(number, Event.DECIDED, **decided)
        return number

    async def question(self, number: int) -> Question | None:
        """A stored question, with events noted in this round counted in."""
        found = await find_question(self._connection, number)
        return found and self._freshened(found)

    async def question_of_message(self, chat_id: int, message_id: int) -> Question | None:
        """The newest question that a message of a person asked, alone or with others."""
        number = self._asked.get((chat_id, message_id))
        if number is not None:
            return await self.question(number)
        found = await find_question_of_message(self._connection, chat_id, message_id)
        return found and self._freshened(found)

    async def questions_of(self, chat_id: int, *, skip: int, limit: int) -> list[Question]:
        """A page of a person's questions, the newest first."""
        found = await list_questions(self._connection, chat_id, skip=skip, limit=limit)
        return [self._freshened(one) for one in found]

    async def correct_question(self, number: int, text: str) -> None:
        """
        Another text stands in place of a question's own; the ledger gets its digest.

        What was learnt from the old words goes with them: the new ones were never judged.
        """
        digest = await correct_text(self._connection, number, text)
        await erase_candidates(self._connection, [number])
        self._learnt = {key: one for key, one in self._learnt.items() if key.question != number}
        self.note(number, Event.CORRECTED, text=digest)

    async def keep_file(self, digest: str, name: str, content: bytes) -> None:
        """Keep the bytes of an upload."""
        await put_file(self._connection, digest, name, content, self._now)

    def note(self, number: int, event: Event, **facts: object) -> None:
        """Something happened to a question."""
        self._noted.append((number, event, facts))

    def show(self, person: Person, topic: str, version: str, cause: str, question: int | None) -> None:
        """A person is shown a version of a topic by the message with this cause."""
        self._shown.append(
            {
                "chat_id": person.chat_id,
                "topic": topic,
                "language": person.language or "",
                "version": version,
                "cause": cause,
                "question": question,
                "shown_at": self._now,
            }
        )

    def rate(self, rating: Rating) -> None:
        """A person's verdict on a version of a topic; it replaces an earlier one."""
        key = (rating.chat_id, rating.topic, rating.language.value, rating.version)
        self._ratings[key] = rating

    def learn(self, lesson: Lesson) -> None:
        """What a press tells about the words of a question; the last one counts."""
        self._learnt.update(dict.fromkeys(lesson.dropped))
        self._learnt.update((one.key, one) for one in lesson.kept)

    def remember(self, person: Person) -> None:
        """A person is new or has changed."""
        self._persons[person.chat_id] = person

    def known(self, chat_id: int) -> Person | None:
        """The person as an earlier update of this round left them."""
        return self._persons.get(chat_id)

    def send(self, outgoing: Sequence[Outgoing]) -> None:
        """Requests leave once this transaction is committed."""
        self._outgoing.extend(outgoing)

    def finish(self, update_ids: Sequence[int], *, poison: bool = False) -> None:
        """Updates are done with; their bodies go."""
        self._done["poison" if poison else "done"].extend(update_ids)

    async def write(self) -> None:
        """Write what was collected."""
        await save_people(self._connection, self._persons.values())
        await append_events(self._connection, self._noted, self._now)
        if self._shown:
            await self._connection.execute(sa.insert(shown), self._shown)
        await link_messages(self._connection, self._asked)
        await save_ratings(self._connection, self._ratings.values(), self._now)
        await save_lessons(self._connection, self._learnt, self._now)
        await put_mail(self._connection, self._outgoing, self._now)
        for state, update_ids in self._done.items():
            if update_ids:
                await self._connection.execute(
                    sa.update(updates)
                    .where(updates.c.update_id.in_(update_ids))
                    .values(state=state, body=None, done_at=self._now)
                )

    def _freshened(self, question: Question) -> Question:
        """With what was noted in this round and is not written yet."""
        noted = [(event, facts) for number, event, facts in self._noted if number == question.number]
        return with_events(question, noted)


class SqlRounds:
    """Opens the carrier's transactions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @asynccontextmanager
    async def open(self, now: datetime) -> AsyncIterator[SqlRound]:
        """A round; committed at the end of the body, rolled back when it raises."""
        async with self._database.write() as connection:
            current = SqlRound(connection, now)
            yield current
            await current.write()
