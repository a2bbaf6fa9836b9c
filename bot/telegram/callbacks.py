"""
What buttons carry: everything that is needed to answer them after a restart.

Each carries the language of the text above it, so that who never chose one stays in it.
Telegram allows 64 bytes.
"""

from enum import StrEnum
from typing import Annotated, Self

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.people.model import Language, Place

QuestionNumber = Annotated[int, Field(gt=0, lt=2**62)]
NumberOrNone = Annotated[int, Field(ge=0, lt=2**62)]
"""0: the text above belongs to no question."""
PageNumber = Annotated[int, Field(ge=0, lt=2**31)]


class Press(CallbackData, prefix="x"):
    """What every button knows: its language, and whether what it opens comes below or in place."""

    seen: Language
    below: bool = False  # the text above answers somebody and must stay readable

    @classmethod
    def unpack(cls, value: str) -> Self:
        """
        Read what a button carries; what an earlier version did not pack yet counts as not said.

        Raises ValueError where it is the button of another kind.
        """
        prefix, *parts = value.split(cls.__separator__)
        if prefix != cls.__prefix__ or len(parts) > len(cls.model_fields):
            raise ValueError("a button of another kind")
        return cls(**{name: part for name, part in zip(cls.model_fields, parts, strict=False) if part})


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
    """None of the topics offered for a question: it goes to a person."""

    question: QuestionNumber


class LanguagePress(Press, prefix="l"):
    """Choose the language; `topic` or `question` is what stands above, to be shown again in it."""

    language: Language
    topic: str = ""
    question: NumberOrNone = 0
    first: bool = False  # under the greeting: what follows is the greeting in that language


class AskPress(Press, prefix="a"):
    """Write to a person; `question` is the one that the text above answers."""

    question: NumberOrNone = 0


class PassOnPress(Press, prefix="p"):
    """The question goes to a person as it is: the answer was not enough."""

    question: QuestionNumber


class SosPress(Press, prefix="s"):
    """Danger: whom to call; with a place, the person tells where they are."""

    place: Place | None = None


class Vote(StrEnum):
    """A verdict on an answer in one sign: there is little room in a button."""

    UP = "+"
    DOWN = "-"
    WRONG = "w"
    UNCLEAR = "u"
    OUTDATED = "o"
    OTHER_QUESTION = "q"


class RatePress(Press, prefix="r"):
    """What somebody thinks of an answer."""

    topic: str
    version: str
    vote: Vote
    question: NumberOrNone = 0


class Danger(StrEnum):
    """What a message without words is about."""

    DETAINED = "d"
    MISSING = "m"
    HOSPITAL = "h"
    DEATH = "x"
    OTHER = "o"


class AboutPress(Press, prefix="b"):
    """What a voice message is about."""

    question: QuestionNumber
    about: Danger


class MyPress(Press, prefix="q"):
    """The person's own questions."""

    page: PageNumber = 0


class MinePress(Press, prefix="k"):
    """One of the person's own questions; `page` is where it stands in the list."""

    question: QuestionNumber
    page: PageNumber = 0
