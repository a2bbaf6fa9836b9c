"""The one list of commands, with their descriptions in each language."""

from collections.abc import Iterator

from aiogram.methods import SetMyCommands, TelegramMethod
from aiogram.types import BotCommand

from bot.faq.library import Library
from bot.faq.ports import Translator
from bot.people.model import Language

START, MENU, SOS, LANGUAGE, HELP = "start", "menu", "sos", "language", "help"


def _described(_: Translator) -> dict[str, str]:
    return {
        MENU: _("All topics"),
        SOS: _("Danger: whom to call in Korea"),
        LANGUAGE: _("Change the language"),
        HELP: _("How to use this bot"),
        START: _("Start again"),
    }


def command_lines(translator: Translator) -> list[str]:
    """Each command with what it does, for the help text."""
    return [f"/{name} – {what}" for name, what in _described(translator).items()]


def announced(library: Library, default: Language) -> Iterator[TelegramMethod[bool]]:
    """The requests that tell Telegram the commands: for each language, and for everybody else."""
    for language in Language:
        commands = [
            BotCommand(command=name, description=what)
            for name, what in _described(library.translator_of(language)).items()
        ]
        yield SetMyCommands(commands=commands, language_code=language.value)
        if language is default:
            yield SetMyCommands(commands=commands)
