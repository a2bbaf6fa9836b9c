"""Answers and what is kept about showing them."""

from dataclasses import dataclass

from bot.clock import day_in_kazakhstan
from bot.desk.masking import mask, storable
from bot.desk.model import Event, NewQuestion
from bot.faq.library import EMERGENCY
from bot.faq.matching.model import Decision, DecisionKind
from bot.metrics import DECISIONS
from bot.telegram import keyboards, views
from bot.telegram.turn import Turn
from bot.telegram.views import View

NO_DECISION = Decision(DecisionKind.HANDOVER, (), 0.0, None)
"""What stands for a decision that was not or could not be made: a person gets the question."""


def has_staff(turn: Turn) -> bool:
    """Whether a person reads what is handed over."""
    return turn.staff_chat_id is not None


async def open_question(turn: Turn, message_id: int | None, decision: Decision) -> int:
    """Store the question, masked, with what was decided; returns its number."""
    DECISIONS.labels(decision.kind.value).inc()
    return await turn.round.open_question(
        NewQuestion(
            cause=turn.cause,
            chat_id=turn.person.chat_id,
            message_id=message_id,
            pseudonym=turn.person.pseudonym,
            language=turn.language,
            text=mask(storable(turn.words)),
            decision=decision.kind.value,
            topics=decision.topics,
            confidence=decision.confidence,
        )
    )


@dataclass(frozen=True)
class Frame:
    """What stands around an answer."""

    first_line: str = ""
    last_line: str = ""
    keep: bool = False  # somebody asked for it: what its buttons open comes below


ASKED = Frame(keep=True)
LOOKED_UP = Frame()


def topic_view(turn: Turn, topic: str, frame: Frame, question: int | None = None) -> View:
    """A topic as it stands today; that it was shown is kept, so that it can be corrected later."""
    if topic not in turn.library:
        return views.gone(turn.library, turn.language)
    rendered = turn.library.answer(topic, turn.language, day_in_kazakhstan(turn.now))
    turn.shows(topic, rendered.version, question)
    if question is not None:
        turn.round.note(question, Event.SHOWN, topic=topic, version=rendered.version)
    offer = turn.person.language is None
    return View(
        views.with_lines(frame.first_line, rendered.text, frame.last_line),
        keyboards.answer(turn.library, topic, turn.language, offer_language=offer, keep=frame.keep),
    )


def urgent_view(turn: Turn, topics: tuple[str, ...], question: int) -> View:
    """What somebody in danger needs, and first of all what to do."""
    topic = next(iter(turn.library.present((*topics, EMERGENCY))), EMERGENCY)
    line = views.urgent_line(turn.library, question, turn.language, has_staff=has_staff(turn))
    return topic_view(turn, topic, Frame(first_line=line, keep=True), question)
