"""From aiogram's methods to what goes on the wire, with aiogram's own way of preparing values."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.methods import AnswerCallbackQuery, SendChatAction, TelegramMethod
from aiogram.types import InlineKeyboardMarkup, InputFile, LinkPreviewOptions, TelegramObject

from bot.telegram.api import Upload

_WHISPERED = (AnswerCallbackQuery, SendChatAction)
_MOST_KEPT = 500


@dataclass(frozen=True)
class Wired:
    """One request, ready for the wire."""

    method: str
    params: Mapping[str, str]
    uploads: Mapping[str, str] = field(default_factory=dict)  # parameter name to hash
    contents: Mapping[str, Upload] = field(default_factory=dict)  # hash to bytes

    @property
    def chat_id(self) -> int:
        """The chat it goes to; 0 where it goes to none, such as setMyCommands."""
        chat = self.params.get("chat_id", "")
        return int(chat) if chat.isascii() and chat.removeprefix("-").isdigit() else 0


def is_whispered(method: TelegramMethod[Any]) -> bool:
    """Whether a method is handed over once and never stored: nobody misses it when it is late."""
    return isinstance(method, _WHISPERED)


class Wire:
    """Prepares methods for the wire."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        # Menus send the same few keyboards to everybody, and preparing one costs more than all the rest.
        self._kept: dict[int, tuple[TelegramObject, str]] = {}

    async def prepare(self, method: TelegramMethod[Any]) -> Wired:
        """The method's name and its parameters as strings."""
        files: dict[str, InputFile] = {}
        params: dict[str, str] = {}
        for name in type(method).model_fields:
            value = getattr(method, name)
            if value is None:
                continue
            prepared = self._prepare(value, files)
            if prepared:
                params[name] = prepared
        if not files:
            return Wired(method.__api_method__, params)
        return await self._with_files(method.__api_method__, params, files)

    def _prepare(self, value: object, files: dict[str, InputFile]) -> str:
        if isinstance(value, Default):
            value = self._bot.default[value.name]
        if value is None:
            return ""
        if isinstance(value, InlineKeyboardMarkup | LinkPreviewOptions):
            return self._shared(value)
        prepared: str = self._bot.session.prepare_value(value, bot=self._bot, files=files) or ""
        return prepared

    def _shared(self, value: TelegramObject) -> str:
        """What many messages have in common, prepared once for each object; they cannot be changed."""
        known = self._kept.get(id(value))
        if known is not None and known[0] is value:
            return known[1]
        prepared = str(self._bot.session.prepare_value(value, bot=self._bot, files={}))
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[id(value)] = (value, prepared)
        return prepared

    async def _with_files(self, method: str, params: dict[str, str], files: Mapping[str, InputFile]) -> Wired:
        uploads: dict[str, str] = {}
        contents: dict[str, Upload] = {}
        for name, file in files.items():
            content = b"".join([piece async for piece in file.read(self._bot)])
            digest = hashlib.sha256(content).hexdigest()
            uploads[name] = digest
            contents[digest] = Upload(file.filename or "file", content)
        return Wired(method, params, uploads, contents)
