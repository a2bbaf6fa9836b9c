"""Everything a person can send that is no text: pictures, voices, stickers, contacts, places."""

from typing import Any

from aiogram import Router
from aiogram.methods import TelegramMethod
from aiogram.types import Message

from bot.faq.matching.model import DecisionKind
from bot.telegram import receipts, views
from bot.telegram.answering import NO_DECISION, heeded, open_question, sent
from bot.telegram.filters import OfContent, asks, in_private
from bot.telegram.routers.questions import as_decided, is_answered_here
from bot.telegram.staff import copies, handed_over
from bot.telegram.turn import Turn
from bot.telegram.views import View

Methods = list[TelegramMethod[Any]]
_SPOKEN = ("voice", "video_note", "audio")
_PLAYFUL = ("sticker", "dice", "animation", "game")
_PLACES = ("location", "venue")


async def on_playful(message: Message, turn: Turn) -> Methods:
    """A sticker asks nothing, unless there are words with it."""
    if turn.words:
        return await on_attachment(message, turn)
    return _said(turn, views.courtesy(turn.library, turn.language))


async def on_contact(message: Message, turn: Turn) -> Methods:
    """Nobody will call: the number is not kept, and that is said."""
    del message
    return _said(turn, views.contact(turn.library, turn.language))


async def on_place(message: Message, turn: Turn) -> Methods:
    """Where somebody is says nothing about what they need, and is not kept."""
    del message
    return _said(turn, views.location(turn.library, turn.language))


async def on_spoken(message: Message, turn: Turn) -> Methods:
    """A voice message is kept for people under a number; one tap says what it is about."""
    if turn.words:
        return await on_attachment(message, turn)
    number = await open_question(turn, message.message_id, NO_DECISION)
    view = receipts.spoken(turn, number)
    notice = handed_over(turn, number, "", ())
    return [sent(turn, view), *notice, *copies(turn, turn.attachments)]


async def on_attachment(message: Message, turn: Turn) -> Methods:
    """
    A picture, a file …: its caption is answered like any text.

    What goes to people goes as it is, with a number.
    """
    wanted_a_person = turn.wants_a_person  # and the words that go with the picture are still to come
    decision = heeded(turn)
    if decision.kind is DecisionKind.COURTESY:
        decision = NO_DECISION  # "hello" under a picture is about the picture
    number = await open_question(turn, message.message_id, decision)
    if is_answered_here(turn, decision) and not wanted_a_person:
        _ = turn.translator
        turn.remarks.append(
            _("I cannot see the picture or file itself. If it matters, pass your question on to a person.")
        )
        return as_decided(turn, decision, number)
    if decision.kind is DecisionKind.URGENT or (turn.words and not wanted_a_person):
        said = as_decided(turn, decision, number)
    else:
        said = [
            sent(turn, receipts.unseen(turn, number)),
            *handed_over(turn, number, turn.words, decision.topics),
        ]
    copied = copies(turn, turn.attachments)
    if decision.kind is DecisionKind.URGENT:
        turn.alarms(copied)
    return [*said, *copied]


async def on_nothing_to_say(message: Message) -> Methods:
    """Channels, service messages, a place that moves: the bot is silent there."""
    del message
    return []


def _said(turn: Turn, view: View) -> Methods:
    return [view.sent_to(turn.person.chat_id)]


def build_router() -> Router:
    """Whatever else comes; the last of the routers."""
    router = Router(name="attachments")
    router.message.register(on_playful, in_private, OfContent(*_PLAYFUL))
    router.message.register(on_contact, in_private, OfContent("contact"))
    router.message.register(on_place, in_private, OfContent(*_PLACES))
    router.message.register(on_spoken, in_private, OfContent(*_SPOKEN))
    router.message.register(on_attachment, in_private, asks)
    router.message.register(on_nothing_to_say)
    router.edited_message.register(on_nothing_to_say)
    return router
