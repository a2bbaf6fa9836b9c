"""Looking at Telegram for `bot doctor`: nothing is sent, and nothing that waits is taken."""

import asyncio
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import aiohttp

from bot.clock import Clock
from bot.examination import ClockSeen, TelegramSeen
from bot.mail.model import Reply
from bot.telegram.api import BotApi

LOOK_SECONDS = 5.0
"""A request gets this long; the second round waits for the first."""


async def look_at_telegram(api: BotApi, staff_chat_id: int | None) -> TelegramSeen:
    """Who the bot is, whether a webhook is set, what the staff group is and what the bot is in it."""
    me = await _ask(api, "getMe")
    bot_id = me.result.get("id") if isinstance(me.result, dict) else None
    if bot_id is None:
        return TelegramSeen(me)
    if staff_chat_id is None:
        return TelegramSeen(me, await _ask(api, "getWebhookInfo"))
    chat_id = str(staff_chat_id)
    webhook, chat, member = await asyncio.gather(
        _ask(api, "getWebhookInfo"),
        _ask(api, "getChat", chat_id=chat_id),
        _ask(api, "getChatMember", chat_id=chat_id, user_id=str(bot_id)),
    )
    return TelegramSeen(me, webhook, chat, member)


async def look_at_clock(
    base: str, clock: Clock, *, proxy: str | None = None, ca_file: Path | None = None
) -> ClockSeen:
    """Our time beside that in the Date header of the Bot API's server, whatever else it answers."""
    tls = ssl.create_default_context(cafile=ca_file) if ca_file else True
    timeout = aiohttp.ClientTimeout(total=LOOK_SECONDS)
    asked = clock.now()
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.head(base, proxy=proxy, ssl=tls, allow_redirects=False) as response,
        ):
            theirs = _moment(response.headers.get("Date"))
    except (aiohttp.ClientError, OSError, TimeoutError):
        theirs = None
    answered = clock.now()
    # The header was written at some moment between the two.
    return ClockSeen(asked + (answered - asked) / 2, theirs)


async def _ask(api: BotApi, method: str, **params: str) -> Reply:
    return await api.call(method, params, seconds=LOOK_SECONDS)


def _moment(header: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(header or "")
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
