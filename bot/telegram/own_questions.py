"""A person's own questions and where each of them stands."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardMarkup

from bot.clock import day_in_kazakhstan
from bot.desk.model import Event, Question, numbered
from bot.faq.library import Library
from bot.faq.text import Entity, RichText, utf16_length
from bot.formats import format_date
from bot.people.model import Language
from bot.telegram.callbacks import MinePress, MyPress, PassOnPress
from bot.telegram.keyboards import Row, button, choice_rows, plain, topic_rows, way_out
from bot.telegram.receipts import excerpt
from bot.telegram.views import View

PAGE = 6
_WHOLE = 3000  # leaves room for the lines around it under Telegram's 4,096


def list_view(library: Library, questions: Sequence[Question], page: int, language: Language) -> View:
    """A page of the list, newest first; one question more than a page holds means that there are more."""
    _ = library.translator_of(language)
    shown = questions[:PAGE]
    if not shown:
        text = _("You have asked nothing yet. Write your question in your own words.")
        return View(RichText(text), plain(library, language))
    lines = [_("Your questions:"), *(_list_entry(library, one, language) for one in shown)]
    keyboard = _list_buttons(
        library, [one.number for one in shown], page, language, more=len(questions) > PAGE
    )
    return View(RichText("\n\n".join(lines)), keyboard)


def one_view(library: Library, question: Question, page: int, language: Language) -> View:
    """One question, whole."""
    _ = library.translator_of(language)
    head = f"{numbered(question.number)} · {_day(question, language)}"
    lines = [head, _words(library, question, language, whole=True), state_line(library, question, language)]
    return View(
        RichText("\n\n".join(lines), (Entity("bold", 0, utf16_length(head)),)),
        _one_buttons(library, question, page, language),
    )


def state_line(library: Library, question: Question, language: Language) -> str:
    """Where a question stands, as far as it is known."""
    _ = library.translator_of(language)
    if Event.REACHED_STAFF in question.events:
        return _("It is with the ministry's staff. They have not answered yet.")
    if question.is_handed_over:
        return _("It is kept for the ministry's staff. They have not answered yet.")
    if question.shown_topic in library:
        title = library.title(question.shown_topic, language)
        return _("Answer shown: «{title}»", title=title)
    if Event.SHOWN in question.events and not question.shown_topic:
        return _("I have offered topics: you can choose the one that fits.")
    return _("It is saved.")


def _list_entry(library: Library, question: Question, language: Language) -> str:
    words = _words(library, question, language, whole=False)
    state = state_line(library, question, language)
    return f"{numbered(question.number)} · {_day(question, language)}\n{words}\n→ {state}"


def _words(library: Library, question: Question, language: Language, *, whole: bool) -> str:
    _ = library.translator_of(language)
    if not question.text:
        return _("(a message without words)") if question.attachments else _("(the text has been erased)")
    return f"«{question.text[:_WHOLE] if whole else excerpt(question.text)}»"


def _day(question: Question, language: Language) -> str:
    return format_date(day_in_kazakhstan(question.asked_at), language)


def _list_buttons(
    library: Library, numbers: Sequence[int], page: int, language: Language, *, more: bool
) -> InlineKeyboardMarkup:
    _ = library.translator_of(language)
    opened = [
        button(numbered(number), MinePress(seen=language, question=number, page=page)) for number in numbers
    ]
    rows = [opened[start : start + 2] for start in range(0, len(opened), 2)]
    turning = [button(_("← Newer"), MyPress(seen=language, page=page - 1))] if page else []
    turning += [button(_("Older →"), MyPress(seen=language, page=page + 1))] if more else []
    if turning:
        rows.append(turning)
    return InlineKeyboardMarkup(inline_keyboard=[*rows, way_out(library, language)])


def _one_buttons(library: Library, question: Question, page: int, language: Language) -> InlineKeyboardMarkup:
    _ = library.translator_of(language)
    rows = _topics_of(library, question, language)
    if not question.is_handed_over:
        press = PassOnPress(seen=language, question=question.number)
        rows.append([button(_("Pass on to a person"), press)])
    rows.append([button("← " + _("My questions"), MyPress(seen=language, page=page))])
    return InlineKeyboardMarkup(inline_keyboard=[*rows, way_out(library, language)])


def _topics_of(library: Library, question: Question, language: Language) -> list[Row]:
    """What was shown for it, to be read again; before that, what was offered, still to be chosen from."""
    if question.offered and not question.shown_topic:
        return choice_rows(library, library.present(question.offered), question.number, language)
    topics = (question.shown_topic,) if question.shown_topic else question.topics
    return topic_rows(library, library.present(topics), language, keep=True)
