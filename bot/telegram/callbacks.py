"""
What buttons carry: everything that is needed to answer them after a restart.

Each carries the language of the text above it, so that who never chose one stays in it.
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.people.model import Language

QuestionNumber = Annotated[int, Field(gt=0, lt=2**62)]


class Press(CallbackData, prefix="x"):
    """What every button knows: its language, and whether what it opens comes below or in place."""

    seen: Language
    below: bool = False  # the text above answers somebody and must stay readable


class MenuPress(Press, prefix="m"):
    """Back to the chapters."""


class GroupPress(Press, prefix="g"):
    """Open a chapter."""

    group: str


class TopicPress(Press, prefix="t"):
    """Read an answer."""

    topic: str


class ChoicePress(Press, prefix="c"):
    """One of the topics offered for a question."""

    question: QuestionNumber
    topic: str


class NonePress(Press, prefix="n"):
    """None of the topics offered for a question."""

    question: QuestionNumber


class LanguagePress(Press, prefix="l"):
    """Choose the language; `topic` is what stands above, to be shown again in it."""

    language: Language
    topic: str = ""


class AskPress(Press, prefix="a"):
    """Write to a person."""
