"""Buttons by which a question reaches a person, and the list of one's own questions."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.desk.model import Event
from bot.faq.library import EMERGENCY
from bot.telegram import receipts, views
from bot.telegram.answering import urgent_view
from bot.telegram.callbacks import AboutPress, AskPress, Danger, MinePress, MyPress, PassOnPress
from bot.telegram.filters import Pressed
from bot.telegram.opening import my_view
from bot.telegram.own_questions import one_view
from bot.telegram.pressing import Methods, below, in_place, noticed, opened, own_question
from bot.telegram.staff import added, as_asked, handed_over
from bot.telegram.turn import Turn

_TOPICS_OF = {
    Danger.DETAINED: ("rights.detained", "rights.relative_detained"),
    Danger.MISSING: ("rights.relative_missing",),
    Danger.HOSPITAL: ("rights.medical_help",),
    Danger.DEATH: ("rights.death_home",),
}


async def on_ask_pressed(query: CallbackQuery, callback_data: AskPress, turn: Turn) -> Methods:
    """The next text goes to a person; a question that no person has yet can go as it is."""
    question = await own_question(turn, callback_data.question)
    turn.start_asking()
    # As a new message: the answer above stays readable while the question is written.
    return [receipts.ask_staff(turn, question).sent_to(turn.person.chat_id), noticed(query)]


async def on_pass_on_pressed(query: CallbackQuery, callback_data: PassOnPress, turn: Turn) -> Methods:
    """The question goes to a person as it was asked, once."""
    question = await own_question(turn, callback_data.question)
    if question is None:
        return below(query, turn, views.gone(turn.library, turn.language))
    said = below(query, turn, receipts.passed_on(turn, question.number))
    topics = (question.shown_topic,) if question.shown_topic else question.topics
    return [*said, *as_asked(turn, question, topics)]


async def on_about_pressed(query: CallbackQuery, callback_data: AboutPress, turn: Turn) -> Methods:
    """What a voice message is about: where somebody is in danger, staff are alarmed, once."""
    question = await own_question(turn, callback_data.question)
    if question is None:
        return below(query, turn, views.gone(turn.library, turn.language))
    danger, number = callback_data.about, question.number
    if danger is Danger.OTHER:
        return below(query, turn, receipts.passed_on(turn, number))
    said = below(query, turn, urgent_view(turn, (*_TOPICS_OF[danger], EMERGENCY), number))
    _ = turn.library.translator_of(turn.staff_language)
    what = receipts.dangers(turn.library, turn.staff_language)[danger]
    words = _("Chosen by button, without words: {what}", what=what)
    is_new = Event.RAISED not in question.events
    turn.round.note(number, Event.RAISED, about=danger.name.lower())
    return [
        *said,
        *(handed_over(turn, number, words, (), urgent=True) if is_new else added(turn, number, words)),
    ]


async def on_my_pressed(query: CallbackQuery, callback_data: MyPress, turn: Turn) -> Methods:
    return opened(query, callback_data, turn, await my_view(turn, callback_data.page))


async def on_mine_pressed(query: CallbackQuery, callback_data: MinePress, turn: Turn) -> Methods:
    question = await own_question(turn, callback_data.question)
    if question is None:
        return in_place(query, turn, views.gone(turn.library, turn.language))
    return in_place(query, turn, one_view(turn.library, question, callback_data.page, turn.language))


def build_router() -> Router:
    """Whatever leads to a person."""
    router = Router(name="people")
    router.callback_query.register(on_ask_pressed, Pressed(AskPress))
    router.callback_query.register(on_pass_on_pressed, Pressed(PassOnPress))
    router.callback_query.register(on_about_pressed, Pressed(AboutPress))
    router.callback_query.register(on_my_pressed, Pressed(MyPress))
    router.callback_query.register(on_mine_pressed, Pressed(MinePress))
    return router
