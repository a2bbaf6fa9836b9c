"""What is said about a question that people will read: its number and what happens next."""

from aiogram.types import InlineKeyboardMarkup

from bot.desk.model import Question, numbered
from bot.faq.library import Library
from bot.faq.text import RichText
from bot.people.model import Language
from bot.telegram.callbacks import AboutPress, Danger, MenuPress, PassOnPress, SosPress
from bot.telegram.keyboards import SOS, button, my_row, way_out
from bot.telegram.turn import Turn
from bot.telegram.views import View

_EXCERPT = 60


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
            "If they answer, the answer comes to this chat; when, I cannot say.",
            number=numbered(number),
        )
    return _(
        "Your question has been saved. Its number: {number}. "
        "Nobody is on duty here now, so I cannot promise that a person will answer.",
        number=numbered(number),
    )


def urgent_line(turn: Turn, number: int) -> str:
    """What somebody in danger reads first: to call. The number comes last, lest it be dialled."""
    _ = turn.translator
    if turn.has_staff:
        return _(
            "Call at once yourself, do not wait for the staff. "
            "I have passed your message to the ministry as urgent, its mark is {number}.",
            number=numbered(number),
        )
    return _(
        "Call at once yourself, the phones are below: I am a program and cannot call for help. "
        "Your message is saved, its mark is {number}.",
        number=numbered(number),
    )


def urgent_end(turn: Turn) -> str:
    """What a good official would ask; only where somebody reads the answer."""
    _ = turn.translator
    return _("Write here what happened and where: I pass it on at once.") if turn.has_staff else ""


def ask_staff(turn: Turn, question: Question | None) -> View:
    """The next message goes to a person; a question that no person has yet can go as it is."""
    _ = turn.translator
    rows = []
    if turn.has_staff:
        lines = [
            _("Write your question in one message: I give it a number and pass it to the ministry's staff.")
        ]
    else:
        lines = [
            _("Write your question in one message: I give it a number and keep it."),
            _("Nobody is on duty here now, so I cannot promise that a person will answer."),
        ]
    lines.append(_("Leave out names, phone numbers and document numbers: they are not needed for an answer."))
    if question is not None and question.is_handed_over:
        number = numbered(question.number)
        lines.append(
            _(
                "Your question {number} is with them already: write if you want to add something.",
                number=number,
            )
        )
    elif question is not None and question.text:
        lines.append(_("Or I pass on this question of yours: «{words}»", words=excerpt(question.text)))
        text = _("Pass on my question {number}", number=numbered(question.number))
        rows.append([button(text, PassOnPress(seen=turn.language, question=question.number))])
    rows.append(
        [
            button(_("Cancel"), MenuPress(seen=turn.language)),
            button(SOS, SosPress(seen=turn.language, below=True)),
        ]
    )
    return View(RichText("\n\n".join(lines)), InlineKeyboardMarkup(inline_keyboard=rows))


def excerpt(words: str) -> str:
    """The beginning of what somebody wrote, in one line."""
    line_ = " ".join(words.split())
    return line_ if len(line_) <= _EXCERPT else line_[:_EXCERPT].rstrip() + "…"


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
    """Under it one's own questions and the way out, below: the number stays readable."""
    rows = [
        my_row(turn.library, turn.language, below=True),
        way_out(turn.library, turn.language, below=True, question=turn.question or 0),
    ]
    return View(RichText("\n\n".join(lines)), InlineKeyboardMarkup(inline_keyboard=rows))


def _about(library: Library, language: Language, question: int) -> InlineKeyboardMarkup:
    buttons = [
        button(text, AboutPress(seen=language, question=question, about=danger))
        for danger, text in dangers(library, language).items()
    ]
    rows = [buttons[:2], buttons[2:4], buttons[4:], way_out(library, language, below=True, question=question)]
    return InlineKeyboardMarkup(inline_keyboard=rows)
