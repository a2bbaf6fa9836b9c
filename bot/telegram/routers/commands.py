"""What people type with a slash."""

from typing import Any

from aiogram import Router
from aiogram.methods import TelegramMethod
from aiogram.types import Message

from bot.faq.library import EMERGENCY
from bot.people.model import Expecting
from bot.telegram import views
from bot.telegram.answering import ASKED, topic_view
from bot.telegram.commands import HELP, LANGUAGE, MENU, SOS, START
from bot.telegram.filters import IsCommand, in_private
from bot.telegram.turn import Turn
from bot.telegram.views import View

Methods = list[TelegramMethod[Any]]


async def on_start(message: Message, turn: Turn) -> Methods:
    """The greeting in both languages until one was chosen, then the menu."""
    if turn.person.language is None:
        return _said(message, turn, views.greeting(turn.library, turn.language))
    return _said(message, turn, views.menu(turn.library, turn.language))


async def on_menu(message: Message, turn: Turn) -> Methods:
    return _said(message, turn, views.menu(turn.library, turn.language))


async def on_help(message: Message, turn: Turn) -> Methods:
    return _said(message, turn, views.help_text(turn.library, turn.language))


async def on_language(message: Message, turn: Turn) -> Methods:
    return _said(message, turn, views.language_choice(turn.library, turn.language))


async def on_sos(message: Message, turn: Turn) -> Methods:
    return _said(message, turn, topic_view(turn, EMERGENCY, ASKED))


async def on_unknown_command(message: Message, turn: Turn) -> Methods:
    return _said(message, turn, views.unknown_command(turn.library, turn.language))


def _said(message: Message, turn: Turn, view: View) -> Methods:
    turn.remember(expecting=Expecting.NOTHING)
    return [view.sent_to(message.chat.id)]


def build_router() -> Router:
    """The commands of a private chat."""
    router = Router(name="commands")
    for observer in (router.message, router.edited_message):  # a mistyped command may be corrected
        observer.filter(in_private)
        observer.register(on_start, IsCommand(START))
        observer.register(on_menu, IsCommand(MENU))
        observer.register(on_help, IsCommand(HELP))
        observer.register(on_language, IsCommand(LANGUAGE))
        observer.register(on_sos, IsCommand(SOS))
        observer.register(on_unknown_command, IsCommand())
    return router
