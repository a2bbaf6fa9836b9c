"""What a command opens, written with a slash or in words."""

from bot.people.model import Language
from bot.telegram import views
from bot.telegram.commands import HELP, LANGUAGE, MENU, MY, SOS
from bot.telegram.emergency import sos_view
from bot.telegram.own_questions import PAGE, list_view
from bot.telegram.turn import Turn
from bot.telegram.views import View


async def view_of(command: str | Language | None, turn: Turn) -> View | None:
    """The screen behind a command, or the menu in the language asked for; None where it has none."""
    if isinstance(command, Language):
        turn.remember(language=command)
        turn.language = command
        return views.menu(turn.library, command)
    if command == MY:
        return await my_view(turn, 0)
    if command == SOS:
        return sos_view(turn)
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
