"""The one list of commands, with their descriptions in each language, and how the bot presents itself."""

from collections.abc import Iterator

from aiogram.methods import SetMyCommands, SetMyDescription, SetMyName, SetMyShortDescription, TelegramMethod
from aiogram.types import BotCommand

from bot.faq.library import Library
from bot.faq.ports import Translator
from bot.people.model import Language

START, MENU, SOS, MY, LANGUAGE, HELP = "start", "menu", "sos", "my", "language", "help"
ASK = "ask"  # only in words and by button


def _described(_: Translator) -> dict[str, str]:
    return {
        MENU: _("All topics"),
        SOS: _("Danger: whom to call"),
        MY: _("My questions and where they stand"),
        LANGUAGE: _("Change the language"),
        HELP: _("How to use this bot"),
        START: _("Start again"),
    }


def command_lines(translator: Translator) -> list[str]:
    """Each command with what it does, for the help text."""
    return [f"/{name} – {what}" for name, what in _described(translator).items()]


def announced(library: Library, default: Language) -> Iterator[TelegramMethod[bool]]:
    """
    The requests that tell Telegram commands, descriptions and name, for each language and the rest.

    The names come last: Telegram makes whoever changes them often wait for hours, and the rest must not wait.
    """
    voices: dict[str | None, Translator] = {None: library.translator_of(default)}
    voices.update((language.value, library.translator_of(language)) for language in Language)
    for code, translator in voices.items():
        yield from _presentation(translator, code)
    for code, _ in voices.items():
        yield SetMyName(name=_("Work in Korea"), language_code=code)


def _presentation(_: Translator, code: str | None) -> Iterator[TelegramMethod[bool]]:
    commands = [BotCommand(command=name, description=what) for name, what in _described(_).items()]
    yield SetMyCommands(commands=commands, language_code=code)
    # NOTE: stands in the empty chat, before somebody presses START; at most 512 characters
    description = _(
        "What is true today about working legally in South Korea: visa-free stay, K-ETA, EPS, leaving "
        "voluntarily, rights, fraud, whom to call.\n\n"
        "For citizens of Kazakhstan, in Kazakh and Russian. Each answer shows its source and its date. "
        "This is not an immigration service."
    )
    yield SetMyDescription(description=description, language_code=code)
    # NOTE: stands in the bot's profile; at most 120 characters
    short = _("Working legally in South Korea: checked answers with source and date, in Kazakh and Russian.")
    yield SetMyShortDescription(short_description=short, language_code=code)
