"""The stand-in as a real Bot API library sees it: what it answers must be what the library can read."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
)
from aiohttp import ClientSession

from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.server import run_stand_in
from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, ERLAN, STAFF, Api

KINDS = [
    "photo",
    "voice",
    "document",
    "contact",
    "location",
    "sticker",
    "video",
    "video_note",
    "audio",
    "animation",
]


@pytest.fixture
async def library(api: Api) -> AsyncIterator[Bot]:
    server = TelegramAPIServer.from_base(api.running.base)
    async with Bot(api.running.token, session=AiohttpSession(api=server)) as bot:
        yield bot


async def test_a_library_can_read_every_update(library: Bot, stand_in: StandIn) -> None:
    kinds = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
    assert await library.get_updates(allowed_updates=kinds) == []
    number = stand_in.says(AIGUL, "/start", forwarded=True)
    stand_in.edits(AIGUL, number, "сұрақ")
    for kind in KINDS:
        stand_in.sends(AIGUL, kind)
    stand_in.blocks(ERLAN)
    stand_in.joins(AIGUL, STAFF, administrator=True)
    stand_in.sets_bot_status(AIGUL, STAFF, "member")
    seen = [update.event_type for update in await library.get_updates(allowed_updates=kinds)]
    assert seen == [
        "message",
        "edited_message",
        *["message"] * 10,
        "my_chat_member",
        "chat_member",
        "my_chat_member",
    ]


async def test_a_library_can_read_every_answer(library: Bot, stand_in: StandIn) -> None:
    button = InlineKeyboardButton(text="Мәзір", callback_data="menu", style="primary")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    await library.set_my_commands([BotCommand(command="start", description="бастау")])
    topic = await library.create_forum_topic(STAFF, "Қ-17")
    message = await library.send_message(
        STAFF, "сұрақ", message_thread_id=topic.message_thread_id, reply_markup=markup, parse_mode="HTML"
    )
    await library.send_message(STAFF, "иә", reply_parameters=ReplyParameters(message_id=message.message_id))
    await library.edit_message_text("жауап", chat_id=STAFF, message_id=message.message_id)
    file = await library.send_document(AIGUL, BufferedInputFile(b"%PDF", "анықтама.pdf"), caption="к")
    assert file.document is not None
    assert file.document.file_name == "анықтама.pdf"
    assert (await library.download(file.document)) is not None
    assert (await library.get_chat(STAFF)).is_forum
    assert (await library.get_me()).username == "sandbox_bot"
    assert (await library.get_webhook_info()).pending_update_count == 0
    assert len(await library.get_chat_administrators(STAFF)) == 1
    await library.copy_message(AIGUL, STAFF, message.message_id)
    await library.delete_message(STAFF, message.message_id)
    assert stand_in.schema_errors == []


async def test_a_library_understands_a_429(library: Bot, stand_in: StandIn) -> None:
    stand_in.faults.add(Fault(FaultKind.ERROR, code=429, description="Too Many Requests", retry_after=7))
    with pytest.raises(TelegramRetryAfter) as caught:
        await library.send_message(AIGUL, "а")
    assert caught.value.retry_after == 7


async def test_a_stand_in_that_was_stopped_can_be_started_again(stand_in: StandIn) -> None:
    async with run_stand_in(stand_in):
        stand_in.says(AIGUL, "бұрын")
    async with run_stand_in(stand_in) as running, ClientSession() as session:
        async with session.post(f"{running.base}/bot{running.token}/getUpdates") as response:
            assert len((await response.json())["result"]) == 1
        async with session.get(f"{running.base}/_control/events") as events:
            await events.content.readuntil(b"\n\n")
            stand_in.says(AIGUL, "кейін")
            assert await events.content.readuntil(b"\n\n") == f"data: [{AIGUL}]\n\n".encode()


async def test_stopping_ends_waiting_polls_and_streams_at_once() -> None:
    started = asyncio.get_running_loop().time()
    async with ClientSession() as session:
        async with run_stand_in() as running:
            url = f"{running.base}/bot{running.token}/getUpdates"
            poll = asyncio.gather(session.post(url, json={"timeout": 50}), return_exceptions=True)
            async with session.get(f"{running.base}/_control/events") as events:
                await events.content.readuntil(b"\n\n")
        await poll
    assert asyncio.get_running_loop().time() - started < 5
