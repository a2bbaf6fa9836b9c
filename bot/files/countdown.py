"""The table at the end of `bot check`: what expires or falls due, the soonest first."""

import textwrap
from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.faq.deadlines import AHEAD, Deadline, countdown
from bot.faq.model import Catalogue
from bot.files.wording import say
from bot.people.model import Language

WIDTH: Final = 100
_NAMED: Final = 10
_INDENT: Final = " " * 37


def countdown_lines(catalogue: Catalogue, today: date, language: Language) -> list[str]:
    """The table, in the language of the editor; no line is longer than 100 characters."""
    found = countdown(catalogue, today)
    title = say("countdown" if found else "countdown_empty", language, days=AHEAD.days, end=today + AHEAD)
    if not found:
        return [title]
    rows = [line for deadline in found for line in _row(deadline, today, language)]
    return [title, "", say("countdown_head", language), *rows]


def _row(deadline: Deadline, today: date, language: Language) -> Iterator[str]:
    """How many days are left, the day, the fact, what happens, what the fact is; below it the topics."""
    days = (deadline.day - today).days
    due = say(f"due_{deadline.due.value}", language)
    head = f"{days:>5}  {deadline.day}  {deadline.fact.id:<5}  {due:<9}  "
    yield head + textwrap.shorten(deadline.fact.note, WIDTH - len(head), placeholder=" …")
    yield from textwrap.wrap(
        _topics(deadline, language), WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT
    )


def _topics(deadline: Deadline, language: Language) -> str:
    if not deadline.topics:
        return say("countdown_no_topics", language)
    named = list(deadline.topics[:_NAMED])
    if more := len(deadline.topics) - len(named):
        named.append(say("countdown_more", language, count=more))
    return say("countdown_topics", language, ids=", ".join(named))
