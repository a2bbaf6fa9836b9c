"""Buttons that lead through the topics, also of messages sent long ago: all they need is in them."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.desk.model import Event
from bot.telegram import receipts, views
from bot.telegram.answering import ASKED, LOOKED_UP, asked_topic, topic_view
from bot.telegram.callbacks import (
    ChoicePress,
    GroupPress,
    LanguagePress,
    MenuPress,
    NonePress,
    SosPress,
    TopicPress,
)
from bot.telegram.candidates import learn_choice, learn_none_of_these, learn_what_is_read
from bot.telegram.emergency import sos_view
from bot.telegram.filters import Pressed
from bot.telegram.own_questions import one_view
from bot.telegram.pressing import Methods, below, in_place, noticed, opened, own_question
from bot.telegram.staff import as_asked, copies
from bot.telegram.turn import Turn


async def on_menu_pressed(query: CallbackQuery, callback_data: MenuPress, turn: Turn) -> Methods:
    return opened(query, callback_data, turn, views.menu(turn.library, turn.language))


async def on_group_pressed(query: CallbackQuery, callback_data: GroupPress, turn: Turn) -> Methods:
    view = views.group(turn.library, callback_data.group, turn.language)
    return opened(query, callback_data, turn, view or views.gone(turn.library, turn.language))


async def on_topic_pressed(query: CallbackQuery, callback_data: TopicPress, turn: Turn) -> Methods:
    frame = ASKED if callback_data.below else LOOKED_UP
    await learn_what_is_read(turn, callback_data.topic)
    return opened(query, callback_data, turn, topic_view(turn, callback_data.topic, frame))


async def on_sos_pressed(query: CallbackQuery, callback_data: SosPress, turn: Turn) -> Methods:
    """Whom to call; where the person is, once told, is kept. Who was about to ask a person still is."""
    if callback_data.place is None:
        return [sos_view(turn).sent_to(turn.person.chat_id), noticed(query)]
    _ = turn.translator
    turn.remember(place=callback_data.place)
    return in_place(query, turn, sos_view(turn), _("I will remember it."))


async def on_choice_pressed(query: CallbackQuery, callback_data: ChoicePress, turn: Turn) -> Methods:
    """One of the offered topics; the others stay above, in case it was not this one."""
    question = await own_question(turn, callback_data.question)
    if question is None:
        return below(query, turn, topic_view(turn, callback_data.topic, ASKED))
    turn.round.note(question.number, Event.CHOSEN, topic=callback_data.topic)
    learn_choice(turn, question, callback_data.topic)
    if question.is_handed_over:
        return below(query, turn, topic_view(turn, callback_data.topic, ASKED, question.number))
    view, notice = asked_topic(turn, callback_data.topic, question.number, question.text)
    return [*below(query, turn, view), *notice, *(copies(turn, question.attachments) if notice else [])]


async def on_none_pressed(query: CallbackQuery, callback_data: NonePress, turn: Turn) -> Methods:
    """None of the offered topics: the question goes to a person, once."""
    question = await own_question(turn, callback_data.question)
    if question is None:
        return in_place(query, turn, views.gone(turn.library, turn.language))
    learn_none_of_these(turn, question)
    said = in_place(query, turn, receipts.unanswered(turn, question.number))
    return [*said, *as_asked(turn, question, question.topics)]


async def on_language_pressed(query: CallbackQuery, callback_data: LanguagePress, turn: Turn) -> Methods:
    """The language is kept; what stands above is shown in it, below where it answers somebody."""
    turn.remember(language=callback_data.language)
    turn.language = callback_data.language
    question = await own_question(turn, callback_data.question)
    if question is not None:
        return opened(query, callback_data, turn, one_view(turn.library, question, 0, turn.language))
    if callback_data.topic:
        frame = ASKED if callback_data.below else LOOKED_UP
        return opened(query, callback_data, turn, topic_view(turn, callback_data.topic, frame))
    view = views.welcome if callback_data.first else views.menu
    return opened(query, callback_data, turn, view(turn.library, turn.language))


async def on_old_button_pressed(query: CallbackQuery, turn: Turn) -> Methods:
    """A button of a version that is no more; what stands above it may still be worth reading."""
    return below(query, turn, views.gone(turn.library, turn.language))


def build_router() -> Router:
    """The buttons of a private chat."""
    router = Router(name="presses")
    router.callback_query.register(on_menu_pressed, Pressed(MenuPress))
    router.callback_query.register(on_group_pressed, Pressed(GroupPress))
    router.callback_query.register(on_topic_pressed, Pressed(TopicPress))
    router.callback_query.register(on_sos_pressed, Pressed(SosPress))
    router.callback_query.register(on_choice_pressed, Pressed(ChoicePress))
    router.callback_query.register(on_none_pressed, Pressed(NonePress))
    router.callback_query.register(on_language_pressed, Pressed(LanguagePress))
    return router


def build_last_router() -> Router:
    """What no other router knows."""
    router = Router(name="old buttons")
    router.callback_query.register(on_old_button_pressed)
    return router
