"""Everything the stand-in knows, shared by what the bot does and by what people do."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.sandbox.chats import Chat, Chats
from bot.sandbox.entities import all_entities
from bot.sandbox.files import FileStore
from bot.sandbox.journal import Journal, Sort
from bot.sandbox.messages import Kept, MessageStore
from bot.sandbox.refusal import Json
from bot.sandbox.updates import UpdateQueue

MOST_PRESSES = 10_000
NO_CHAT = 0
"""The id under which the journal keeps what belongs to no chat."""


@dataclass
class Press:
    """A pressed button that waits for its answer."""

    query_id: str
    person_id: int
    chat_id: int
    message_id: int
    at: datetime


@dataclass
class Profile:
    """What the bot says about itself, by language code ("" is the default)."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)  # (scope, language code)


@dataclass
class World:
    """The state of the stand-in."""

    clock: Clock
    bot: Json  # the bot's User object
    chats: Chats
    messages: MessageStore
    updates: UpdateQueue
    journal: Journal
    files: FileStore
    press_lifetime: timedelta
    profile: Profile = field(default_factory=Profile)
    presses: dict[str, Press] = field(default_factory=dict)
    webhook_url: str = ""

    def now_seconds(self) -> int:
        """The time as Telegram writes dates."""
        return int(self.clock.now().timestamp())

    def remember_press(self, press: Press) -> None:
        """Let a pressed button wait for its answer; the oldest that nobody answered are forgotten."""
        self.presses[press.query_id] = press
        while len(self.presses) > MOST_PRESSES:
            del self.presses[next(iter(self.presses))]

    def tell_everybody(self) -> None:
        """Something changed that belongs to no chat: people, commands."""
        self.journal.note(NO_CHAT, Sort.CHANGED, {}, by_bot=False)

    def post(self, chat: Chat, author: Json, content: Json, **about: Any) -> Json:
        """
        Put a new message into a chat and tell everyone who watches.

        `about` are the fields of Kept that the wire does not show.
        """
        by_bot = author["id"] == self.bot["id"]
        message = {
            "message_id": self.messages.new_id(chat.id),
            "from": author,
            "chat": chat.wire(),
            "date": self.now_seconds(),
            **content,
        }
        self.messages.keep(chat.id, Kept(message, self.clock.now(), by_bot, **about))
        self.journal.note(chat.id, Sort.SENT, message, by_bot=by_bot)
        return message

    def change(self, chat: Chat, message: Json, *, by_bot: bool) -> Json:
        """Replace a message by its edited form."""
        edited = {**message, "edit_date": self.now_seconds()}
        self.messages.replace(chat.id, edited)
        self.journal.note(chat.id, Sort.EDITED, edited, by_bot=by_bot)
        return edited


def text_content(text: str, given: list[Json], name: str = "text") -> Json:
    """A text or caption with its entities, as fields of a message; nothing for an empty one."""
    if not text:
        return {}
    entities = all_entities(text, given)
    content: Json = {name: text}
    if entities:
        content["entities" if name == "text" else "caption_entities"] = entities
    return content
