"""A Bot that cannot talk: handlers return methods, and only the sender sends."""

from collections.abc import AsyncGenerator
from typing import Any, NoReturn

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.types import User

_A_TOKEN = "1:mute"  # noqa: S105  aiogram wants one of this shape; nothing is ever sent with it


class MuteSession(BaseSession):
    """Raises on every request: what a handler said to Telegram by itself would be lost at a crash."""

    async def close(self) -> None:
        """Nothing is open."""

    async def make_request(self, *_args: Any, **_named: Any) -> NoReturn:
        raise RuntimeError("handlers return methods, they do not call Telegram")

    def stream_content(self, *_args: Any, **_named: Any) -> AsyncGenerator[bytes, None]:
        raise RuntimeError("handlers return methods, they do not call Telegram")


def mute_bot(me: dict[str, Any]) -> Bot:
    """The Bot that handlers see. `me` is what getMe answered, so that asking who it is needs no request."""
    bot = Bot(_A_TOKEN, session=MuteSession())
    bot._me = User.model_validate(me)  # noqa: SLF001  aiogram has no other way to preset it
    return bot


def bot_user(bot: Bot) -> User:
    """Who the bot is at Telegram."""
    me = bot._me  # noqa: SLF001  preset above
    if me is None:
        raise RuntimeError("who the bot is was not preset")
    return me
