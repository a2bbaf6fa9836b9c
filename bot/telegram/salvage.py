"""What is done for a message that the program cannot handle: its words reach people all the same."""

from typing import Any

from aiogram.methods import TelegramMethod

from bot.faq.matching.model import Decision, DecisionKind
from bot.telegram import views
from bot.telegram.answering import has_staff, open_question
from bot.telegram.staff import handed_over
from bot.telegram.turn import Turn


async def salvaged(turn: Turn) -> list[TelegramMethod[Any]]:
    """The question to people, the receipt to the citizen."""
    number = await open_question(turn, None, Decision(DecisionKind.HANDOVER, (), 0.0, None))
    receipt = views.receipt(turn.library, number, turn.language, has_staff=has_staff(turn))
    return [receipt.sent_to(turn.person.chat_id), *handed_over(turn, number, turn.words, ())]
