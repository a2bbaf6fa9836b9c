"""Answers and what is kept about showing them."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from aiogram.methods import TelegramMethod

from bot.desk.masking import mask, storable
from bot.desk.model import Event, NewQuestion, decision_facts
from bot.faq.library import EMERGENCY
from bot.faq.matching.model import Decision, DecisionKind
from bot.faq.model import Status
from bot.metrics import DECISIONS
from bot.telegram import receipts, views
from bot.telegram.callbacks import RatePress, Vote
from bot.telegram.emergency import sos_view
from bot.telegram.rating import Asked, answer_buttons
from bot.telegram.staff import handed_over
from bot.telegram.turn import Turn
from bot.telegram.views import View

NO_DECISION = Decision(DecisionKind.HANDOVER, (), 0.0, None)
"""What stands for a decision that was not or could not be made: a person gets the question."""


def is_alarming(turn: Turn, topic: str) -> bool:
    """Whether who asks about a topic is in danger, or somebody of theirs. Phones may be asked for calmly."""
    return topic != EMERGENCY and topic in turn.library and turn.library.topic(topic).urgent


def heeded(turn: Turn) -> Decision:
    """What was decided about the words of this turn, with an answer that is an alarm taken for one."""
    decision = turn.decision or NO_DECISION
    if decision.kind is DecisionKind.ANSWER and is_alarming(turn, decision.topics[0]):
        return dataclasses.replace(decision, kind=DecisionKind.URGENT)
    return decision


async def open_question(turn: Turn, message_id: int | None, decision: Decision) -> int:
    """Store the question, masked, with what was decided; returns its number."""
    DECISIONS.labels(decision.kind.value).inc()
    words = storable(turn.words)
    masked = mask(words)
    if masked != words:
        _ = turn.translator
        turn.remarks.append(
            _("I have hidden a number or an address in your message; please do not send such data.")
        )
    turn.question = await turn.round.open_question(
        NewQuestion(
            cause=turn.cause,
            chat_id=turn.person.chat_id,
            message_id=message_id,
            messages=turn.message_ids,
            attachments=turn.attachments,
            pseudonym=turn.person.pseudonym,
            language=turn.language,
            text=masked,
            decision=decision.kind.value,
            topics=decision.topics,
            confidence=decision.confidence,
            words_in=decision.language,
        )
    )
    turn.remember(misread_question=None, misread_at=None)  # what is read from now on is about this one
    return turn.question


def decided_again(turn: Turn, number: int, decision: Decision) -> None:
    """What was decided about a question after it was corrected."""
    DECISIONS.labels(decision.kind.value).inc()
    facts = decision_facts(decision.kind.value, decision.topics, decision.confidence, decision.language)
    turn.round.note(number, Event.DECIDED, **facts)
    turn.remember(misread_question=None, misread_at=None)


@dataclass(frozen=True)
class Frame:
    """What stands around an answer."""

    first_line: str = ""
    last_line: str = ""
    keep: bool = False  # somebody asked for it: what its buttons open comes below
    asks_for_a_vote: bool = True


ASKED = Frame(keep=True)
LOOKED_UP = Frame()


def topic_view(turn: Turn, topic: str, frame: Frame, question: int | None = None) -> View:
    """A topic as it stands today; that it was shown is kept, so that it can be corrected later."""
    if topic not in turn.library:
        return views.gone(turn.library, turn.language)
    if topic == EMERGENCY:
        return sos_view(turn, frame.first_line, frame.last_line, question)
    rendered = turn.show(topic, question)
    press = RatePress(
        seen=turn.language,
        below=frame.keep,
        topic=topic,
        version=rendered.version,
        vote=Vote.UP,
        # Whoever asks for a person in words has asked nothing yet that could be passed on.
        question=0 if turn.library.topic(topic).status is Status.ACTION else question or 0,
    )
    votes = frame.asks_for_a_vote and turn.library.topic(topic).status is not Status.ACTION
    keyboard = answer_buttons(turn, press, Asked.VOTE if votes else Asked.NOTHING)
    return View(views.with_lines(frame.first_line, rendered.text, frame.last_line), keyboard)


def asked_topic(turn: Turn, topic: str, question: int, words: str) -> tuple[View, list[TelegramMethod[Any]]]:
    """
    The answer to a question, and what goes to people.

    Where nothing is confirmed, they answer; where somebody is missing, detained or dead, at once.
    """
    if is_alarming(turn, topic):
        view = urgent_view(turn, (topic,), question)
        return view, handed_over(turn, question, words, (topic,), urgent=True)
    if topic not in turn.library or turn.library.topic(topic).status is not Status.STAFF:
        return topic_view(turn, topic, ASKED, question), []
    frame = Frame(last_line=receipts.line(turn, question), keep=True)
    return topic_view(turn, topic, frame, question), handed_over(turn, question, words, (topic,))


def sent(turn: Turn, view: View, reply_to: int | None = None) -> TelegramMethod[Any]:
    """The answer as a new message, with what else is to be said about the message it answers."""
    remarks = list(turn.remarks)
    if turn.slowed:
        remarks.append(views.slowed_line(turn.library, turn.language))
    text = views.with_lines("", view.text, "\n\n".join(remarks))
    return View(text, view.keyboard).sent_to(turn.person.chat_id, reply_to=reply_to)


def urgent_view(turn: Turn, topics: tuple[str, ...], question: int) -> View:
    """What somebody in danger needs, and first of all what to do."""
    topic = next(iter(turn.library.present((*topics, EMERGENCY))), EMERGENCY)
    frame = Frame(
        receipts.urgent_line(turn, question), receipts.urgent_end(turn), keep=True, asks_for_a_vote=False
    )
    return topic_view(turn, topic, frame, question)
