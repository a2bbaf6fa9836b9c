"""What persons think of an answer."""

from dataclasses import dataclass
from enum import StrEnum

from bot.people.model import Language


class Verdict(StrEnum):
    """Whether an answer helped."""

    UP = "up"
    DOWN = "down"


class Reason(StrEnum):
    """Why an answer did not help."""

    NONE = ""
    WRONG = "wrong"
    UNCLEAR = "unclear"
    OUTDATED = "outdated"
    OTHER_QUESTION = "other"  # it is not what the person asked


@dataclass(frozen=True)
class Rating:
    """One person's verdict on one version of a topic; a later one takes the place of an earlier."""

    chat_id: int
    topic: str
    language: Language  # of the text that was rated
    version: str
    verdict: Verdict
    reason: Reason = Reason.NONE
    question: int | None = None
