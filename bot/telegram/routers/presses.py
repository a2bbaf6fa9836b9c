"""Buttons, also those of messages sent long ago: everything they need is in them."""

from typing import Any

from aiogram import Router
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.types import CallbackQuery

from bot.desk.model import Event
from bot.people.model import Expecting
from bot.telegram import views
from bot.telegram.answering import ASKED, LOOKED_UP, has_staff, topic_view
from bot.telegram.callbacks import (
    AskPress,
    ChoicePress,
    GroupPress,
    LanguagePress,
    MenuPress,
    NonePress,
    Press,
    TopicPress,
)
from bot.telegram.filters import Pressed
from bot.telegram.staff import handed_over
from bot.telegram.turn import Turn
from bot.telegram.views import View

Methods = list[TelegramMethod[Any]]


async def on_menu_pressed(query: CallbackQuery, callback_data: MenuPress, turn: Turn) -> Methods:
    return _opened(query, callback_data, turn, views.menu(turn.library, turn.language))


async def on_group_pressed(query: CallbackQuery, callback_data: GroupPress, turn: Turn) -> Methods:
    view = views.group(turn.library, callback_data.group, turn.language)
    return _opened(query, callback_data, turn, view or views.gone(turn.library, turn.language))


async def on_topic_pressed(query: CallbackQuery, callback_data: TopicPress, turn: Turn) -> Methods:
    return _opened(query, callback_data, turn, topic_view(turn, callback_data.topic, LOOKED_UP))


async def on_choice_pressed(query: CallbackQuery, callback_data: ChoicePress, turn: Turn) -> Methods:
    """One of the offered topics: that was the question."""
    question = await _own_question(turn, callback_data.question)
    if question is not None:
        turn.round.note(question, Event.CHOSEN, topic=callback_data.topic)
    return _shown(query, turn, topic_view(turn, callback_data.topic, ASKED, question))


async def on_none_pressed(query: CallbackQuery, callback_data: NonePress, turn: Turn) -> Methods:
    """None of the offered topics: the question goes to a person, once."""
    question = await turn.round.question(callback_data.question)
    if question is None or question.chat_id != turn.person.chat_id:
        return _shown(query, turn, views.gone(turn.library, turn.language))
    receipt = views.receipt(turn.library, question.number, turn.language, has_staff=has_staff(turn))
    if question.is_handed_over:
        return _shown(query, turn, receipt)
    return [
        *_shown(query, turn, receipt),
        *handed_over(turn, question.number, question.text, question.topics),
    ]


async def on_language_pressed(query: CallbackQuery, callback_data: LanguagePress, turn: Turn) -> Methods:
    """The language is kept; what stands above is shown in it."""
    turn.remember(language=callback_data.language)
    turn.language = callback_data.language
    if callback_data.topic:
        frame = ASKED if callback_data.below else LOOKED_UP
        return _shown(query, turn, topic_view(turn, callback_data.topic, frame))
    return _opened(query, callback_data, turn, views.menu(turn.library, turn.language))


async def on_ask_pressed(query: CallbackQuery, turn: Turn) -> Methods:
    """The next text goes to a person."""
    turn.remember(expecting=Expecting.STAFF_QUESTION)
    view = views.ask_staff(turn.library, turn.language, has_staff=has_staff(turn))
    # As a new message: the answer above stays readable while the question is written.
    return [view.sent_to(turn.person.chat_id), _noticed(query)]


async def on_old_button_pressed(query: CallbackQuery, turn: Turn) -> Methods:
    """A button of a version that is no more; what stands above it may still be worth reading."""
    return _below(query, turn, views.gone(turn.library, turn.language))


async def _own_question(turn: Turn, number: int) -> int | None:
    question = await turn.round.question(number)
    return number if question is not None and question.chat_id == turn.person.chat_id else None


def _opened(query: CallbackQuery, press: Press, turn: Turn, view: View) -> Methods:
    """Below the message with the button where that answers somebody, else in its place."""
    return _below(query, turn, view) if press.below else _shown(query, turn, view)


def _below(query: CallbackQuery, turn: Turn, view: View) -> Methods:
    turn.remember(expecting=Expecting.NOTHING)
    return [view.sent_to(turn.person.chat_id), _noticed(query)]


def _shown(query: CallbackQuery, turn: Turn, view: View) -> Methods:
    """In place of the message with the button."""
    if query.message is None:
        return _below(query, turn, view)
    turn.remember(expecting=Expecting.NOTHING)
    return [view.in_place_of(query.message.chat.id, query.message.message_id), _noticed(query)]


def _noticed(query: CallbackQuery) -> TelegramMethod[Any]:
    return AnswerCallbackQuery(callback_query_id=query.id)


def build_router() -> Router:
    """The buttons of a private chat."""
    router = Router(name="presses")
    router.callback_query.register(on_menu_pressed, Pressed(MenuPress))
    router.callback_query.register(on_group_pressed, Pressed(GroupPress))
    router.callback_query.register(on_topic_pressed, Pressed(TopicPress))
    router.callback_query.register(on_choice_pressed, Pressed(ChoicePress))
    router.callback_query.register(on_none_pressed, Pressed(NonePress))
    router.callback_query.register(on_language_pressed, Pressed(LanguagePress))
    router.callback_query.register(on_ask_pressed, Pressed(AskPress))
    router.callback_query.register(on_old_button_pressed)
    return router
