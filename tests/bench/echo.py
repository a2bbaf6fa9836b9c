"""The plain aiogram bot that ours is measured against: it answers each text with the same text."""

import asyncio
import logging
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def echo(message: Message) -> None:
    await message.answer(message.text or "")


async def main(base: str, token: str) -> None:
    logging.basicConfig(level=logging.WARNING)
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    await dispatcher.start_polling(bot, tasks_concurrency_limit=64)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))
