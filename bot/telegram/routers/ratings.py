"""👍 and 👎 under an answer."""

from typing import Any

from aiogram import Router
from aiogram.methods import EditMessageReplyMarkup, TelegramMethod
from aiogram.types import CallbackQuery

from bot.desk.model import Event
from bot.faq.ratings import Rating
from bot.telegram import views
from bot.telegram.callbacks import RatePress, Vote
from bot.telegram.candidates import learn_vote
from bot.telegram.filters import Pressed
from bot.telegram.pressing import Methods, below, noticed, own_question
from bot.telegram.rating import REASONS, Asked, answer_buttons, sorry_view, thanks, verdict_of
from bot.telegram.turn import Turn


async def on_rated(query: CallbackQuery, callback_data: RatePress, turn: Turn) -> Methods:
    """
    A verdict counts at once; for a bad one the reason is asked in the same row.

    The buttons change, the answer stays as it is.
    """
    press = callback_data
    if press.topic not in turn.library:
        return below(query, turn, views.gone(turn.library, turn.language))
    question = await own_question(turn, press.question)
    number = question.number if question else None
    verdict, reason = verdict_of(press.vote), REASONS[press.vote]
    rating = Rating(turn.person.chat_id, press.topic, press.seen, press.version, verdict, reason, number)
    turn.round.rate(rating)
    if question is not None:
        facts = {"topic": press.topic, "version": press.version, "verdict": verdict.value}
        turn.round.note(question.number, Event.RATED, **facts, reason=reason.value)
        learn_vote(turn, question, rating)
    if press.vote is Vote.UP:
        flash = noticed(query, thanks(turn.library, turn.language))
        return [*_buttons(query, turn, press, Asked.NOTHING), flash]
    if press.vote is Vote.DOWN:
        return [*_buttons(query, turn, press, Asked.WHY_NOT), noticed(query)]
    can_pass_on = question is not None and not question.is_handed_over
    view = sorry_view(turn.library, turn.language, press.question, can_pass_on=can_pass_on)
    said = [*below(query, turn, view), *_buttons(query, turn, press, Asked.NOTHING)]
    turn.start_asking()
    return said


def _buttons(query: CallbackQuery, turn: Turn, press: RatePress, asked: Asked) -> list[TelegramMethod[Any]]:
    if query.message is None:
        return []
    return [
        EditMessageReplyMarkup(
            chat_id=query.message.chat.id,
            message_id=query.message.message_id,
            reply_markup=answer_buttons(turn, press, asked),
        )
    ]


def build_router() -> Router:
    """Ratings."""
    router = Router(name="ratings")
    router.callback_query.register(on_rated, Pressed(RatePress))
    return router
