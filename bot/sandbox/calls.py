"""One request of the bot, its parameters already typed."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.entities import read_entities, trim
from bot.sandbox.markup import read_markup
from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.schema import Upload
from bot.sandbox.world import World, text_content

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


@dataclass(frozen=True)
class Call:
    """A method with its parameters and the files that came along."""

    method: str
    parameters: Json
    uploads: dict[str, Upload]

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter, or the default when it is missing or null."""
        value = self.parameters.get(name)
        return default if value is None else value

    def need(self, name: str) -> Any:
        """A parameter that must be there. Errors: 400."""
        value = self.parameters.get(name)
        if value is None:
            raise bad_request(f'parameter "{name}" is required')
        return value

    def reach(self, world: World) -> Chat:
        """The chat to write to. Errors: 400 and 403."""
        return world.chats.reach(self.get("chat_id"))


def read_text(call: Call) -> Json:
    """Text and entities of a message, checked after parsing. Errors: 400."""
    text, given = _formatted(call, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if len(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return text_content(text, given)


def read_caption(call: Call) -> Json:
    """Caption and entities, checked after parsing; empty when there is none. Errors: 400."""
    text, given = _formatted(call, "caption", "caption_entities")
    if len(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return text_content(text, given, "caption")


def _formatted(call: Call, name: str, entities_name: str) -> tuple[str, list[Json]]:
    raw: str = call.get(name, "")
    if call.get("parse_mode") is not None:
        text, given = read_markup(raw, call.get("parse_mode"))
    else:
        text, given = raw, read_entities(raw, call.get(entities_name))
    return trim(text, given)
