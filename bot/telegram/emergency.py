"""Whom to call in danger: numbers work in one country only, so the person tells once where they are."""

from functools import lru_cache

from aiogram.types import InlineKeyboardMarkup

from bot.faq.library import EMERGENCY, Library
from bot.people.model import Language, Place
from bot.telegram.callbacks import AskPress, MenuPress, SosPress
from bot.telegram.keyboards import button, topic_rows
from bot.telegram.turn import Turn
from bot.telegram.views import View, with_lines

_MOST_URGENT = 6


def sos_view(turn: Turn, first_line: str = "", last_line: str = "", question: int | None = None) -> View:
    """The emergency numbers for the person's place; that they were shown is kept."""
    rendered = turn.show(EMERGENCY, question)
    keyboard = _buttons(turn.library, turn.language, turn.person.place)
    return View(with_lines(first_line, rendered.text, last_line), keyboard)


@lru_cache(maxsize=64)
def _buttons(library: Library, language: Language, place: Place | None) -> InlineKeyboardMarkup:
    """Where the person is, what else is urgent, a person, the menu: below, the numbers stay readable."""
    _ = library.translator_of(language)
    names = {Place.KOREA: _("I am in Korea"), Place.KAZAKHSTAN: _("I am in Kazakhstan")}
    places = [
        button(name, SosPress(seen=language, place=other))
        for other, name in names.items()
        if other is not place
    ]
    urgent = [topic for topic in library.urgent_topics if topic != EMERGENCY][:_MOST_URGENT]
    last = [
        button(_("Menu"), MenuPress(seen=language, below=True)),
        button(_("Ask a person"), AskPress(seen=language)),
    ]
    return InlineKeyboardMarkup(
        inline_keyboard=[places, *topic_rows(library, urgent, language, keep=True), last]
    )
