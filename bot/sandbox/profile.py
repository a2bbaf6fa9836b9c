"""Methods about the bot itself: commands, names, descriptions, and the answers to pressed buttons."""

import re
from collections.abc import Callable
from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.chats import Account
from bot.sandbox.journal import Sort
from bot.sandbox.keyboards import url_fault
from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_DESCRIPTION = 256
MOST_COMMANDS = 100
LONGEST_TOAST = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def set_my_commands(world: World, call: Call) -> bool:
    commands = call.need("commands")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile.commands[_place(call)] = [_command(item) for item in commands]
    world.tell_everybody()
    return True


def get_my_commands(world: World, call: Call) -> list[Json]:
    return world.profile.commands.get(_place(call), [])


def delete_my_commands(world: World, call: Call) -> bool:
    world.profile.commands.pop(_place(call), None)
    world.tell_everybody()
    return True


def commands_for(world: World, account: Account) -> list[Json]:
    """The commands a person sees in the private chat: the narrowest scope first, their language first."""
    for scope in (f"chat:{account.id}", "all_private_chats", "default"):
        for language in ((account.language_code or "").partition("-")[0], ""):
            commands = world.profile.commands.get((scope, language))
            if commands:
                return commands
    return []


def presented_to(world: World, account: Account) -> Json:
    """Name and descriptions of the bot as a person's Telegram shows them: their language first."""
    language = (account.language_code or "").partition("-")[0]
    return {
        "name": _in_language(world.profile.names, language) or world.bot["first_name"],
        "description": _in_language(world.profile.descriptions, language),
        "short_description": _in_language(world.profile.short_descriptions, language),
    }


def answer_callback_query(world: World, call: Call) -> bool:
    """The toast after a pressed button. Errors: 400 when the press is too old, unknown or answered."""
    text = call.get("text", "")
    if len(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    url = call.get("url")
    if url and url_fault(url):
        raise bad_request("URL_INVALID")
    press = world.presses.pop(call.need("callback_query_id"), None)
    if press is None or world.clock.now() - press.at > world.press_lifetime:
        raise bad_request(TOO_OLD)
    toast = {
        "callback_query_id": press.query_id,
        "person_id": press.person_id,
        "message_id": press.message_id,
        "text": text,
        "show_alert": bool(call.get("show_alert", False)),
    }
    world.journal.note(press.chat_id, Sort.TOAST, toast, by_bot=True)
    return True


def _command(item: Any) -> Json:
    command = item.get("command") if isinstance(item, dict) else None
    description = item.get("description") if isinstance(item, dict) else None
    if not (isinstance(command, str) and COMMAND.fullmatch(command.removeprefix("/"))):
        raise bad_request("BOT_COMMAND_INVALID")
    if not (isinstance(description, str) and 0 < len(description.strip()) <= LONGEST_DESCRIPTION):
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command.removeprefix("/"), "description": description.strip()}


def _place(call: Call) -> tuple[str, str]:
    scope = call.get("scope", {"type": "default"})
    kind = str(scope.get("type", "default"))
    parts = [kind, *(str(scope[name]) for name in ("chat_id", "user_id") if name in scope)]
    return ":".join(parts), call.get("language_code", "")


def _in_language(texts: dict[str, str], language: str) -> str:
    """An empty text counts as none: that is how a bot takes one back."""
    return texts.get(language) or texts.get("", "")


def _setter(field: str, parameter: str, longest: int) -> Callable[[World, Call], bool]:
    def set_text(world: World, call: Call) -> bool:
        text, language = call.get(parameter, ""), call.get("language_code", "")
        if len(text) > longest:
            raise bad_request(f"{parameter.replace('_', ' ')} is too long")
        texts: dict[str, str] = getattr(world.profile, field)
        texts[language] = text
        world.tell_everybody()
        return True

    return set_text


def _getter(field: str, parameter: str) -> Callable[[World, Call], Json]:
    def get_text(world: World, call: Call) -> Json:
        texts: dict[str, str] = getattr(world.profile, field)
        return {parameter: _in_language(texts, call.get("language_code", ""))}

    return get_text


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("names", "name", 64),
    "getMyName": _getter("names", "name"),
    "setMyDescription": _setter("descriptions", "description", 512),
    "getMyDescription": _getter("descriptions", "description"),
    "setMyShortDescription": _setter("short_descriptions", "short_description", 120),
    "getMyShortDescription": _getter("short_descriptions", "short_description"),
    "answerCallbackQuery": answer_callback_query,
}
