"""How a pressed button is answered: in the place of its message, below it, or with a flash."""

from typing import Any

from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.types import CallbackQuery

from bot.desk.model import Question
from bot.telegram.callbacks import Press
from bot.telegram.turn import Turn
from bot.telegram.views import View

Methods = list[TelegramMethod[Any]]


def opened(query: CallbackQuery, press: Press, turn: Turn, view: View) -> Methods:
    """Below the message with the button where that answers somebody, else in its place."""
    return below(query, turn, view) if press.below else in_place(query, turn, view)


def below(query: CallbackQuery, turn: Turn, view: View) -> Methods:
    """As a new message: what stands above stays readable."""
    turn.stop_asking()
    return [view.sent_to(turn.person.chat_id), noticed(query)]


def in_place(query: CallbackQuery, turn: Turn, view: View, flash: str | None = None) -> Methods:
    """In place of the message with the button."""
    if query.message is None:
        return below(query, turn, view)
    turn.stop_asking()
    return [view.in_place_of(query.message.chat.id, query.message.message_id), noticed(query, flash)]


def noticed(query: CallbackQuery, text: str | None = None) -> TelegramMethod[Any]:
    """The button stops turning; the text flashes up."""
    return AnswerCallbackQuery(callback_query_id=query.id, text=text)


async def own_question(turn: Turn, number: int) -> Question | None:
    """The question, where this person asked it."""
    question = await turn.round.question(number) if number else None
    return question if question is not None and question.chat_id == turn.person.chat_id else None
