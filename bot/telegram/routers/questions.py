"""Free texts and their corrections."""

from typing import Any

from aiogram import Router
from aiogram.methods import TelegramMethod
from aiogram.types import Message

from bot.desk.masking import mask, storable
from bot.desk.model import Event, Question
from bot.faq.matching.model import Decision, DecisionKind
from bot.faq.model import Status
from bot.people.model import Expecting, Language
from bot.telegram import receipts, views
from bot.telegram.answering import (
    ASKED,
    NO_DECISION,
    Frame,
    decided_again,
    open_question,
    topic_view,
    urgent_view,
)
from bot.telegram.filters import has_words, in_private
from bot.telegram.opening import view_of
from bot.telegram.spoken import spoken_command
from bot.telegram.staff import corrected, handed_over
from bot.telegram.turn import Turn
from bot.telegram.views import View

Methods = list[TelegramMethod[Any]]


async def on_text(message: Message, turn: Turn) -> Methods:
    """A question: what was decided is said in exactly one message."""
    decision = turn.decision or NO_DECISION
    command = spoken_command(turn.library, turn.words)
    if command is not None and decision.kind is not DecisionKind.URGENT:
        return await _opened(turn, command)
    if decision.kind is DecisionKind.COURTESY:
        return _courtesy(
            turn
        )  # who was about to ask a person says hello first: the question is still to come
    wanted_a_person = turn.person.expecting is Expecting.STAFF_QUESTION
    turn.remember(expecting=Expecting.NOTHING)
    number = await open_question(turn, message.message_id, decision)
    if wanted_a_person and decision.kind is not DecisionKind.URGENT:
        return _passed_on(turn, decision, number)
    return as_decided(turn, decision, number)


async def on_edit(message: Message, turn: Turn) -> Methods:
    """A corrected message keeps its number. Whoever has the question gets the correction."""
    question = await turn.round.question_of_message(message.chat.id, message.message_id)
    is_erased = question is not None and not question.text and not question.attachments
    if question is None or is_erased or turn.message_ids:  # with something new it is a question of its own
        return await on_text(message, turn)
    words = mask(storable(turn.words))
    if not words or words in question.text.split("\n") or words == question.text:
        return []  # Telegram also calls it an edit when a link gets its preview
    decision = turn.decision or NO_DECISION
    await turn.round.correct_question(question.number, words)
    decided_again(turn, question.number, decision)
    notice = corrected(turn, question.number, words) if question.is_handed_over else []
    if decision.kind is DecisionKind.COURTESY or _is_known(question, decision):
        return notice
    if question.is_handed_over and not _is_answered_here(turn, decision):
        view = receipts.corrected(turn, question.number)
        return [_sent(turn, view, message.message_id), *notice]
    return [*as_decided(turn, decision, question.number, reply_to=message.message_id), *notice]


def as_decided(turn: Turn, decision: Decision, number: int, *, reply_to: int | None = None) -> Methods:
    """What is said about a question, in one message, and what people get of it."""
    if decision.kind is DecisionKind.URGENT:
        notice = handed_over(turn, number, turn.words, decision.topics, urgent=True)
        return [_sent(turn, urgent_view(turn, decision.topics, number), reply_to), *notice]
    if decision.kind is DecisionKind.ANSWER:
        return _answered(turn, decision, number, reply_to)
    if decision.kind is DecisionKind.CHOOSE:
        turn.round.note(number, Event.SHOWN, offered=list(decision.topics))
        view = views.choices(turn.library, decision.topics, number, turn.language)
        return [_sent(turn, view, reply_to)]
    view = receipts.unanswered(turn, number)
    return [_sent(turn, view, reply_to), *handed_over(turn, number, turn.words, decision.topics)]


async def _opened(turn: Turn, command: str | Language) -> Methods:
    """A command in words is no question."""
    turn.remember(expecting=Expecting.NOTHING)
    view = await view_of(command, turn)
    return [_sent(turn, view or views.menu(turn.library, turn.language), None)]


def _courtesy(turn: Turn) -> Methods:
    view = views.courtesy(turn.library, turn.language, offer_language=turn.offers_language)
    return [_sent(turn, view, None)]


def _answered(turn: Turn, decision: Decision, number: int, reply_to: int | None) -> Methods:
    topic = decision.topics[0]
    if turn.library.topic(topic).status is not Status.STAFF:
        return [_sent(turn, topic_view(turn, topic, ASKED, number), reply_to)]
    line = receipts.line(turn, number)
    view = topic_view(turn, topic, Frame(last_line=line, keep=True), number)
    return [_sent(turn, view, reply_to), *handed_over(turn, number, turn.words, decision.topics)]


def _passed_on(turn: Turn, decision: Decision, number: int) -> Methods:
    view = receipts.passed_on(turn, number)
    return [_sent(turn, view, None), *handed_over(turn, number, turn.words, decision.topics)]


def _is_answered_here(turn: Turn, decision: Decision) -> bool:
    """Whether what was decided says something new, without going to people once more."""
    if decision.kind is DecisionKind.ANSWER:
        return turn.library.topic(decision.topics[0]).status is not Status.STAFF
    return decision.kind in {DecisionKind.CHOOSE, DecisionKind.URGENT}


def _is_known(question: Question, decision: Decision) -> bool:
    """Whether the answer to the corrected question stands in the chat already."""
    return decision.kind is DecisionKind.ANSWER and question.shown_topic == decision.topics[0]


def _sent(turn: Turn, view: View, reply_to: int | None) -> TelegramMethod[Any]:
    if turn.slowed:
        view = views.slowed(turn.library, view, turn.language)
    return view.sent_to(turn.person.chat_id, reply_to=reply_to)


def build_router() -> Router:
    """Words that a person writes in a private chat."""
    router = Router(name="questions")
    router.message.register(on_text, in_private, has_words)
    router.edited_message.register(on_edit, in_private, has_words)
    return router
