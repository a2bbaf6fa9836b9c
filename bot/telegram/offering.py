"""The other language, offered under everything to who has not chosen one or writes in it."""

from typing import Any

from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import InlineKeyboardMarkup

from bot.telegram.callbacks import LanguagePress
from bot.telegram.keyboards import other_language
from bot.telegram.turn import Turn


def offering_language(turn: Turn, methods: list[TelegramMethod[Any]]) -> list[TelegramMethod[Any]]:
    """The same requests; what the person reads has a button for the other language."""
    if not turn.offers_language or turn.person.chat_id < 0:
        return methods
    return [_offering(turn, method) for method in methods]


def _offering(turn: Turn, method: TelegramMethod[Any]) -> TelegramMethod[Any]:
    if not isinstance(method, SendMessage | EditMessageText) or method.chat_id != turn.person.chat_id:
        return method
    keyboard = method.reply_markup
    if not isinstance(keyboard, InlineKeyboardMarkup) or _has_languages(keyboard):
        return method
    row = other_language(turn.language, question=turn.question or 0, keep=True)
    rows = InlineKeyboardMarkup(inline_keyboard=[*keyboard.inline_keyboard, row])
    return method.model_copy(update={"reply_markup": rows})


def _has_languages(keyboard: InlineKeyboardMarkup) -> bool:
    mark = LanguagePress.__prefix__ + LanguagePress.__separator__
    return any(
        (button.callback_data or "").startswith(mark) for row in keyboard.inline_keyboard for button in row
    )
