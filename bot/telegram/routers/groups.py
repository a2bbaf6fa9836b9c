"""Groups: the bot speaks only when it is spoken to, and leads into the private chat."""

from typing import Any

from aiogram import Router
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters

from bot.faq.library import EMERGENCY
from bot.faq.matching.model import DecisionKind
from bot.faq.model import Status
from bot.faq.text import RichText
from bot.telegram.filters import Addressed
from bot.telegram.links import link_to
from bot.telegram.turn import Turn
from bot.telegram.views import View, with_lines

Methods = list[TelegramMethod[Any]]


async def on_reply_of_staff(message: Message, turn: Turn) -> Methods:
    """Who answers a citizen by replying must know that the reply stays in the group."""
    if message.reply_to_message is None:
        return []
    _ = turn.library.translator_of(turn.staff_language)
    text = _("This reply has stayed here: I cannot carry answers to citizens yet.")
    reply = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)
    return [SendMessage(chat_id=message.chat.id, text=text, reply_parameters=reply)]


async def on_addressed(message: Message, turn: Turn) -> Methods:
    """What everybody may read is answered here; the rest only in private."""
    topic = _open_topic(turn)
    view = _answer(turn, topic) if topic else _invitation(turn)
    return [view.sent_to(message.chat.id, reply_to=message.message_id)]


def _open_topic(turn: Turn) -> str | None:
    """The topic that can be shown to a whole group: nothing that would tell about who asked."""
    decision = turn.decision
    if decision is None:
        return None
    if decision.kind is DecisionKind.URGENT:
        return EMERGENCY
    if decision.kind is not DecisionKind.ANSWER:
        return None
    topic = turn.library.topic(decision.topics[0])
    if topic.sensitive or topic.status in {Status.STAFF, Status.ACTION}:
        return None
    return topic.id


def _answer(turn: Turn, topic: str) -> View:
    _ = turn.translator
    rendered = turn.show(topic)
    if topic == EMERGENCY:
        line = _("The ministry's staff do not read this group. To reach them, write in the private chat.")
    else:
        line = _("Everybody reads along here. Ask about yourself in the private chat.")
    return View(with_lines("", rendered.text, line), _way_in(turn, topic))


def _invitation(turn: Turn) -> View:
    _ = turn.translator
    decision = turn.decision
    if decision is None or decision.kind is DecisionKind.COURTESY:
        text = _("Write your question in the private chat.")
    else:
        text = _(
            "Everybody reads along here, so I answer such questions only in private. "
            "Press the button and write your question there."
        )
    return View(RichText(text), _way_in(turn, decision.topics[0] if decision and decision.topics else ""))


def _way_in(turn: Turn, topic: str) -> InlineKeyboardMarkup:
    _ = turn.library.translator_of(turn.language)
    button = InlineKeyboardButton(text=_("Open the private chat"), url=link_to(turn.bot_username, topic))
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


def build_router() -> Router:
    """Groups in which the bot is a guest."""
    router = Router(name="groups")
    router.message.register(on_reply_of_staff, Addressed(by_staff=True))
    router.message.register(on_addressed, Addressed())
    return router
