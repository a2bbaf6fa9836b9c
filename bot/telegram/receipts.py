"""What is said about a question that people will read: its number and what happens next."""

from functools import lru_cache

from aiogram.types import InlineKeyboardMarkup

from bot.desk.model import numbered
from bot.faq.library import Library
from bot.faq.text import RichText
from bot.people.model import Language
from bot.telegram.callbacks import AboutPress, Danger, PassOnPress
from bot.telegram.keyboards import button, my_row, other_language, way_out
from bot.telegram.turn import Turn
from bot.telegram.views import View


def unanswered(turn: Turn, number: int) -> View:
    """No text of ours answers it. Promises a person only where there is one."""
    _ = turn.translator
    lines = [_("I have no confirmed answer to this question."), line(turn, number)]
    return _view(turn, lines)


def passed_on(turn: Turn, number: int) -> View:
    """The person wanted people to read it."""
    lines = [line(turn, number)]
    return _view(turn, lines)


def unseen(turn: Turn, number: int) -> View:
    """A picture or a file: a program cannot look at it."""
    _ = turn.translator
    lines = [
        _("I cannot look at pictures and files myself."),
        line(turn, number),
        _("If you write in words what you want to know, I can often answer at once."),
    ]
    return _view(turn, lines)


def spoken(turn: Turn, number: int) -> View:
    """A voice message is kept; one tap says what it is about."""
    _ = turn.translator
    lines = [
        _("I cannot listen, but your message is not lost."),
        line(turn, number),
        _("What is it about? Press a button: if somebody is in danger, I show at once whom to call."),
    ]
    return View(RichText("\n\n".join(lines)), _about(turn.library, turn.language, number))


def corrected(turn: Turn, number: int) -> View:
    """A question that people have was corrected."""
    _ = turn.translator
    if turn.has_staff:
        text = _(
            "I have passed your correction on. The number stays the same: {number}.", number=numbered(number)
        )
    else:
        text = _(
            "I have saved your correction. The number stays the same: {number}.", number=numbered(number)
        )
    return _view(turn, [text])


def line(turn: Turn, number: int) -> str:
    """The number, and what happens next."""
    _ = turn.translator
    if turn.has_staff:
        return _(
            "Your question has been passed to the ministry's staff. Its number: {number}. "
            "Their answer will come to this chat; when, I cannot say.",
            number=numbered(number),
        )
    return _(
        "Your question has been saved. Its number: {number}. "
        "Nobody is on duty here now, so I cannot promise that a person will answer.",
        number=numbered(number),
    )


def urgent_line(turn: Turn, number: int) -> str:
    """What somebody in danger reads first."""
    _ = turn.translator
    if turn.has_staff:
        return _(
            "Your message has gone to the ministry's staff as urgent. Its number: {number}. "
            "Do not wait for them: call first.",
            number=numbered(number),
        )
    return _(
        "I am a program and cannot call for help. Call yourself, the numbers are below. "
        "Your message has been saved, its number: {number}.",
        number=numbered(number),
    )


def ask_staff(turn: Turn, question: int) -> View:
    """The next message goes to a person; a question asked before can go as it is."""
    _ = turn.translator
    lines = [
        _("Write your question in one message. It gets a number and is kept."),
        _("Leave out names, phone numbers and document numbers: they are not needed for an answer."),
    ]
    if not turn.has_staff:
        lines.append(_("Nobody is on duty here now, so I cannot promise that a person will answer."))
    rows = []
    if question:
        text = _("Pass on my question {number}", number=numbered(question))
        rows.append([button(text, PassOnPress(seen=turn.language, question=question))])
    rows.append(way_out(turn.library, turn.language, below=True)[:2])
    return View(RichText("\n\n".join(lines)), InlineKeyboardMarkup(inline_keyboard=rows))


def dangers(library: Library, language: Language) -> dict[Danger, str]:
    """What a message without words may be about, in the language of the reader."""
    _ = library.translator_of(language)
    return {
        Danger.DETAINED: _("Detained"),
        Danger.MISSING: _("Missing"),
        Danger.HOSPITAL: _("Hospital"),
        Danger.DEATH: _("Death"),
        Danger.OTHER: _("Something else"),
    }


def _view(turn: Turn, lines: list[str]) -> View:
    keyboard = _buttons(turn.library, turn.language, offer_language=turn.offers_language)
    return View(RichText("\n\n".join(lines)), keyboard)


@lru_cache(maxsize=64)
def _buttons(library: Library, language: Language, *, offer_language: bool) -> InlineKeyboardMarkup:
    """One's own questions and the way out, below: the number stays readable."""
    rows = [my_row(library, language, below=True), way_out(library, language, below=True)]
    if offer_language:
        rows.append(other_language(language, keep=True))
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _about(library: Library, language: Language, question: int) -> InlineKeyboardMarkup:
    buttons = [
        button(text, AboutPress(seen=language, question=question, about=danger))
        for danger, text in dangers(library, language).items()
    ]
    rows = [buttons[:2], buttons[2:4], buttons[4:], way_out(library, language, below=True, question=question)]
    return InlineKeyboardMarkup(inline_keyboard=rows)
