"""Free texts and their corrections."""

from typing import Any

from aiogram import Router
from aiogram.methods import TelegramMethod
from aiogram.types import Message

from bot.desk.masking import mask, storable
from bot.desk.model import Event, Question
from bot.faq.matching.model import Decision, DecisionKind
from bot.faq.model import Status
from bot.people.model import Language
from bot.telegram import receipts, views
from bot.telegram.answering import (
    asked_topic,
    decided_again,
    heeded,
    open_question,
    sent,
    urgent_view,
)
from bot.telegram.filters import has_words, in_private
from bot.telegram.opening import view_of
from bot.telegram.spoken import Meant, spoken_command
from bot.telegram.staff import corrected, handed_over
from bot.telegram.turn import Turn

Methods = list[TelegramMethod[Any]]


async def on_text(message: Message, turn: Turn) -> Methods:
    """A question: what was decided is said in exactly one message."""
    decision = heeded(turn)
    command = spoken_command(turn.library, turn.words)
    if isinstance(command, Language) or (command is not None and decision.kind is not DecisionKind.URGENT):
        return await _opened(turn, command)
    if decision.kind is DecisionKind.COURTESY:
        return _courtesy(turn)
    number = await open_question(turn, message.message_id, decision)
    if decision.kind is DecisionKind.URGENT:
        return as_decided(turn, decision, number)
    if turn.wants_a_person:
        turn.go_on_asking()
        return _passed_on(turn, decision, number)
    turn.stop_asking()
    if (
        decision.kind is DecisionKind.ANSWER
        and turn.library.topic(decision.topics[0]).status is Status.ACTION
    ):
        turn.start_asking()  # "I want to talk to a person": the question itself is still to come
    return as_decided(turn, decision, number)


async def on_edit(message: Message, turn: Turn) -> Methods:
    """A corrected message keeps its number. Whoever has the question gets the correction."""
    question = await turn.round.question_of_message(message.chat.id, message.message_id)
    is_erased = question is not None and not question.text and not question.attachments
    if question is None or is_erased or turn.message_ids:  # with something new it is a question of its own
        return await on_text(message, turn)
    words = mask(storable(turn.words)).strip()
    known = question.text.split("\n") if question.parts > 1 else [question.text]
    if not words or words in [part.strip() for part in known]:
        return []  # Telegram also calls it an edit when a link gets its preview
    decision = heeded(turn)
    # Of several messages that asked together one was corrected: the words of the others must stay.
    whole = f"{question.text}\n{words}" if question.parts > 1 else words
    await turn.round.correct_question(question.number, whole)
    decided_again(turn, question.number, decision)
    return _corrected(turn, question, decision, words, message.message_id)


def _corrected(turn: Turn, question: Question, decision: Decision, words: str, reply_to: int) -> Methods:
    says_nothing_new = decision.kind is DecisionKind.COURTESY or _is_known(question, decision)
    if decision.kind is DecisionKind.URGENT or not question.is_handed_over:
        return [] if says_nothing_new else as_decided(turn, decision, question.number, reply_to=reply_to)
    notice = corrected(turn, question.number, words)
    if says_nothing_new or not is_answered_here(turn, decision):
        return [sent(turn, receipts.corrected(turn, question.number), reply_to), *notice]
    return [*as_decided(turn, decision, question.number, reply_to=reply_to), *notice]


def as_decided(turn: Turn, decision: Decision, number: int, *, reply_to: int | None = None) -> Methods:
    """What is said about a question, in one message, and what people get of it."""
    if decision.kind is DecisionKind.URGENT:
        shown = sent(turn, urgent_view(turn, decision.topics, number), reply_to)
        return [shown, *handed_over(turn, number, turn.words, decision.topics, urgent=True)]
    if decision.kind is DecisionKind.ANSWER:
        return _answered(turn, decision, number, reply_to)
    if decision.kind is DecisionKind.CHOOSE:
        turn.round.note(number, Event.SHOWN, offered=list(decision.topics))
        view = views.choices(turn.library, decision.topics, number, turn.language)
        return [sent(turn, view, reply_to)]
    view = receipts.unanswered(turn, number)
    return [sent(turn, view, reply_to), *handed_over(turn, number, turn.words, decision.topics)]


async def _opened(turn: Turn, command: Meant) -> Methods:
    """A command in words is no question, and tells nothing about the language."""
    turn.language = turn.plain_language
    view = await view_of(command, turn)
    return [sent(turn, view or views.menu(turn.library, turn.language))]


def _courtesy(turn: Turn) -> Methods:
    """A hello to the person who was asked for is no question yet."""
    if turn.wants_a_person:
        return [sent(turn, receipts.ask_staff(turn, None))]
    return [sent(turn, views.courtesy(turn.library, turn.language))]


def _answered(turn: Turn, decision: Decision, number: int, reply_to: int | None) -> Methods:
    view, notice = asked_topic(turn, decision.topics[0], number, turn.words)
    return [sent(turn, view, reply_to), *notice]


def _passed_on(turn: Turn, decision: Decision, number: int) -> Methods:
    view = receipts.passed_on(turn, number)
    return [sent(turn, view, None), *handed_over(turn, number, turn.words, decision.topics)]


def is_answered_here(turn: Turn, decision: Decision) -> bool:
    """Whether what was decided says something new, without going to people once more."""
    if decision.kind is DecisionKind.ANSWER:
        return turn.library.topic(decision.topics[0]).status is not Status.STAFF
    return decision.kind is DecisionKind.CHOOSE


def _is_known(question: Question, decision: Decision) -> bool:
    """Whether the answer to the corrected question stands in the chat already."""
    return decision.kind is DecisionKind.ANSWER and question.shown_topic == decision.topics[0]


def build_router() -> Router:
    """Words that a person writes in a private chat."""
    router = Router(name="questions")
    router.message.register(on_text, in_private, has_words)
    router.edited_message.register(on_edit, in_private, has_words)
    return router
