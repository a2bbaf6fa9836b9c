"""What is done for a message that the program cannot handle: its words reach people all the same."""

from typing import Any

from aiogram.methods import TelegramMethod

from bot.faq.matching.model import DecisionKind
from bot.telegram import receipts, views
from bot.telegram.answering import NO_DECISION, open_question, urgent_view
from bot.telegram.staff import copies, handed_over, staff_messages
from bot.telegram.turn import Turn


async def salvaged(turn: Turn) -> list[TelegramMethod[Any]]:
    """The question to people, the receipt to the citizen; in danger whom to call comes first all the same."""
    decision = turn.decision or NO_DECISION
    number = await open_question(turn, None, decision)
    urgent = decision.kind is DecisionKind.URGENT
    view = urgent_view(turn, decision.topics, number) if urgent else receipts.unanswered(turn, number)
    notice = handed_over(turn, number, turn.words, decision.topics, urgent=urgent)
    return [view.sent_to(turn.person.chat_id), *notice, *copies(turn, turn.attachments)]


def given_up(turn: Turn) -> list[TelegramMethod[Any]]:
    """A button that cannot be answered: the citizen gets the menu, staff get to know of it."""
    said = [views.gone(turn.library, turn.language).sent_to(turn.person.chat_id)]
    if turn.staff_chat_id is None:
        return said
    _ = turn.library.translator_of(turn.staff_language)
    text = _("The bot could not answer a button. Tell its developers this mark: {cause}.", cause=turn.cause)
    return [*said, *staff_messages(turn.staff_chat_id, turn.person.pseudonym, text)]
