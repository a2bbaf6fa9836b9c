"""What people type with a slash."""

from typing import Any

from aiogram import Router
from aiogram.methods import TelegramMethod
from aiogram.types import Message

from bot.telegram import views
from bot.telegram.answering import ASKED, topic_view
from bot.telegram.commands import ASK, START
from bot.telegram.filters import IsCommand, command_of, in_private
from bot.telegram.links import linked_topic
from bot.telegram.opening import view_of
from bot.telegram.turn import Turn
from bot.telegram.views import View

Methods = list[TelegramMethod[Any]]


async def on_start(message: Message, turn: Turn) -> Methods:
    """The greeting, in both languages until one was chosen; a link to a topic opens it at once."""
    topic = linked_topic(message.text or "")
    if topic is not None and topic in turn.library:
        return _said(message, turn, topic_view(turn, topic, ASKED))
    if turn.person.language is None:
        return _said(message, turn, views.greeting(turn.library, turn.language))
    return _said(message, turn, views.welcome(turn.library, turn.language))


async def on_command(message: Message, turn: Turn) -> Methods:
    """A command of the list; the others are told what there is."""
    command = command_of(message.text or "")
    view = await view_of(command, turn) if command != ASK else None
    return [(view or views.unknown_command(turn.library, turn.language)).sent_to(message.chat.id)]


def _said(message: Message, turn: Turn, view: View) -> Methods:
    turn.stop_asking()
    return [view.sent_to(message.chat.id)]


def build_router() -> Router:
    """The commands of a private chat."""
    router = Router(name="commands")
    for observer in (router.message, router.edited_message):  # a mistyped command may be corrected
        observer.filter(in_private)
        observer.register(on_start, IsCommand(START))
        observer.register(on_command, IsCommand())
    return router
