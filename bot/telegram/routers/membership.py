"""Who blocked the bot and who came back."""

from typing import Any

from aiogram import Router
from aiogram.methods import TelegramMethod
from aiogram.types import ChatMemberUpdated

from bot.telegram.turn import Turn

Methods = list[TelegramMethod[Any]]


async def on_own_membership(event: ChatMemberUpdated, turn: Turn) -> Methods:
    """In a private chat "kicked" means blocked, and anything else that the person came back."""
    if event.chat.type == "private":
        blocked = event.new_chat_member.status == "kicked"
        turn.remember(blocked_at=turn.now if blocked else None)
    return []


async def on_membership_of_others(event: ChatMemberUpdated) -> Methods:
    """Nothing depends on it yet; Telegram would stop sending the kind if it were not asked for."""
    del event
    return []


def build_router() -> Router:
    """Changes of membership."""
    router = Router(name="membership")
    router.my_chat_member.register(on_own_membership)
    router.chat_member.register(on_membership_of_others)
    return router
