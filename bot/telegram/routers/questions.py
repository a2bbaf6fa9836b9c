"""Free texts, and everything else that a person can send."""

from typing import Any

from aiogram import Router
from aiogram.methods import CopyMessage, TelegramMethod
from aiogram.types import Message

from bot.desk.model import Event
from bot.faq.matching.model import Decision, DecisionKind
from bot.faq.model import Status
from bot.people.model import Expecting
from bot.telegram import views
from bot.telegram.answering import (
    ASKED,
    NO_DECISION,
    Frame,
    has_staff,
    open_question,
    topic_view,
    urgent_view,
)
from bot.telegram.filters import has_text, in_private
from bot.telegram.staff import handed_over
from bot.telegram.turn import Turn

Methods = list[TelegramMethod[Any]]
_NOISE_OF_THE_CHAT = frozenset(
    {
        "boost_added", "channel_chat_created", "chat_background_set", "chat_shared", "connected_website",
        "delete_chat_photo", "forum_topic_closed", "forum_topic_created", "forum_topic_edited",
        "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden",
        "group_chat_created", "left_chat_member", "message_auto_delete_timer_changed", "migrate_from_chat_id",
        "migrate_to_chat_id", "new_chat_members", "new_chat_photo", "new_chat_title", "passport_data",
        "pinned_message", "proximity_alert_triggered", "successful_payment", "supergroup_chat_created",
        "video_chat_ended", "video_chat_participants_invited", "video_chat_scheduled", "video_chat_started",
        "web_app_data", "write_access_allowed",
    }
)  # fmt: skip
"""What Telegram writes about the chat itself. Everything else was sent by somebody and asks."""


async def on_text(message: Message, turn: Turn) -> Methods:
    """A question: what was decided is said in exactly one message."""
    decision = turn.decision or NO_DECISION
    wanted_a_person = turn.person.expecting is Expecting.STAFF_QUESTION
    turn.remember(expecting=Expecting.NOTHING)
    if decision.kind is DecisionKind.COURTESY and not wanted_a_person:
        offer = turn.person.language is None
        return [views.courtesy(turn.library, turn.language, offer_language=offer).sent_to(message.chat.id)]
    number = await open_question(turn, message.message_id, decision)
    if wanted_a_person and decision.kind is not DecisionKind.URGENT:
        return _receipt(message, turn, decision, number)
    return _as_decided(message, turn, decision, number)


async def on_anything_else(message: Message, turn: Turn) -> Methods:
    """
    A picture, a voice message, a file …: its caption is answered like any text.

    What goes to people goes as it is, with a number.
    """
    turn.remember(expecting=Expecting.NOTHING)
    decision = turn.decision or NO_DECISION
    if decision.kind is DecisionKind.COURTESY:
        decision = NO_DECISION  # "hello" under a picture is about the picture
    number = await open_question(turn, message.message_id, decision)
    said = _as_decided(message, turn, decision, number)
    if turn.staff_chat_id is None or decision.kind in {DecisionKind.ANSWER, DecisionKind.CHOOSE}:
        return said
    copies = [
        CopyMessage(chat_id=turn.staff_chat_id, from_chat_id=message.chat.id, message_id=message_id)
        for message_id in turn.message_ids
    ]
    return [*said, *copies]


async def on_nothing_to_say(message: Message) -> Methods:
    """Groups, channels and service messages: the bot is silent there."""
    del message
    return []


def _as_decided(message: Message, turn: Turn, decision: Decision, number: int) -> Methods:
    if decision.kind is DecisionKind.URGENT:
        return _urgent(message, turn, decision, number)
    if decision.kind is DecisionKind.ANSWER:
        return _answered(message, turn, decision, number)
    if decision.kind is DecisionKind.CHOOSE:
        turn.round.note(number, Event.SHOWN, offered=list(decision.topics))
        view = views.choices(turn.library, decision.topics, number, turn.language)
        return [view.sent_to(message.chat.id)]
    return _receipt(message, turn, decision, number)


def _answered(message: Message, turn: Turn, decision: Decision, number: int) -> Methods:
    topic = decision.topics[0]
    if turn.library.topic(topic).status is not Status.STAFF:
        return [topic_view(turn, topic, ASKED, number).sent_to(message.chat.id)]
    line = views.receipt_line(turn.library, number, turn.language, has_staff=has_staff(turn))
    view = topic_view(turn, topic, Frame(last_line=line, keep=True), number)
    return [view.sent_to(message.chat.id), *handed_over(turn, number, turn.words, decision.topics)]


def _urgent(message: Message, turn: Turn, decision: Decision, number: int) -> Methods:
    notice = handed_over(turn, number, turn.words, decision.topics, urgent=True)
    return [urgent_view(turn, decision.topics, number).sent_to(message.chat.id), *notice]


def _receipt(message: Message, turn: Turn, decision: Decision, number: int) -> Methods:
    view = views.receipt(
        turn.library,
        number,
        turn.language,
        has_staff=has_staff(turn),
        offer_language=turn.person.language is None,
    )
    return [view.sent_to(message.chat.id), *handed_over(turn, number, turn.words, decision.topics)]


async def _asks(message: Message) -> bool:
    """Whether somebody sent it, whatever it is; kinds that are new at Telegram count as sent."""
    return message.content_type not in _NOISE_OF_THE_CHAT


def build_router() -> Router:
    """Whatever a person sends in a private chat; the last of the routers."""
    router = Router(name="questions")
    for observer in (router.message, router.edited_message):
        observer.register(on_text, in_private, has_text)
    router.message.register(on_anything_else, in_private, _asks)
    router.message.register(on_nothing_to_say)
    router.edited_message.register(on_nothing_to_say)
    return router
