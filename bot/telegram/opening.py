"""What a command opens, written with a slash or in words."""

from bot.people.model import Language
from bot.telegram import receipts, views
from bot.telegram.commands import ASK, HELP, LANGUAGE, MENU, MY, SOS
from bot.telegram.emergency import sos_view
from bot.telegram.own_questions import PAGE, list_view, one_view
from bot.telegram.pressing import own_question
from bot.telegram.spoken import Meant
from bot.telegram.turn import Turn
from bot.telegram.views import View


async def view_of(command: Meant | None, turn: Turn) -> View | None:
    """The screen behind a command, a language or a question's number; None where there is none."""
    if command == SOS:
        return sos_view(turn)
    if command == ASK:
        turn.start_asking()
        return receipts.ask_staff(turn, None)
    turn.stop_asking()
    if isinstance(command, Language):
        turn.remember(language=command)
        turn.language = command
        return views.menu(turn.library, command)
    if isinstance(command, int):
        question = await own_question(turn, command)
        return one_view(turn.library, question, 0, turn.language) if question else await my_view(turn, 0)
    if command == MY:
        return await my_view(turn, 0)
    still = {MENU: views.menu, HELP: views.help_text, LANGUAGE: views.language_choice}.get(command or "")
    return still(turn.library, turn.language) if still else None


async def my_view(turn: Turn, page: int) -> View:
    """A page of the person's own questions; behind the last one the list begins anew."""
    chat_id = turn.person.chat_id
    questions = await turn.round.questions_of(chat_id, skip=page * PAGE, limit=PAGE + 1)
    if not questions and page:
        page = 0
        questions = await turn.round.questions_of(chat_id, skip=0, limit=PAGE + 1)
    return list_view(turn.library, questions, page, turn.language)
