"""What goes into matching and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.people.model import Language


class DecisionKind(StrEnum):
    """What to do with a message."""

    ANSWER = "answer"
    CHOOSE = "choose"
    HANDOVER = "handover"
    URGENT = "urgent"
    COURTESY = "courtesy"


@dataclass(frozen=True)
class Decision:
    """What the bot would do with a message."""

    kind: DecisionKind
    topics: tuple[str, ...]  # best first; for CHOOSE the two or three offered; empty where none fits
    confidence: float  # 0 to 1
    language: Language | None  # of the text; None where it cannot be told


@dataclass(frozen=True)
class Example:
    """A message with a known outcome that is no phrasing: bank.jsonl."""

    text: str
    expect: DecisionKind
    gold: tuple[str, ...] = ()
    topic: str = ""  # the topic that is not written yet and will answer it: such examples stand together
    language: Language | None = None  # None: mixed
    compared: bool = True  # False: only teaches how urgent messages and false alarms sound


@dataclass(frozen=True)
class MatchingContent:
    """All that the matcher learns from; its loader is bot/files/phrasings.py."""

    phrasings: Mapping[
        str, tuple[str, ...]
    ]  # topic id to ways of asking, both languages, titles and questions too
    sensitive: frozenset[str] = frozenset()  # topics with a higher bar
    bank: tuple[Example, ...] = field(default=())
    samples: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)  # texts of a known language
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # named word lists, words.yaml
    groups: Mapping[str, str] = field(
        default_factory=dict
    )  # topic id to its chapter, in the order of the menu
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # topic id to what is read beside it
