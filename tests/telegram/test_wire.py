import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.enums import ParseMode
from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessage,
    EditMessageText,
    GetMe,
    SendChatAction,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendPoll,
    SetMyCommands,
    TelegramMethod,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from bot.telegram.session import mute_bot
from bot.telegram.wire import Wire, Wired, is_whispered
from tests.support.people import AIGERIM, STAFF_GROUP
from tests.support.updates import ME

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Мәзір 🏠", callback_data="m:kk"),
            InlineKeyboardButton(text="egov", url="https://egov.kz"),
        ],
        [InlineKeyboardButton(text="K-000123", copy_text=CopyTextButton(text="K-000123"))],
    ]
)
ENTITIES = [
    MessageEntity(type="bold", offset=0, length=5),
    MessageEntity(type="text_link", offset=6, length=3, url="https://gov.kz/?a=1&b=2"),
]
METHODS: list[TelegramMethod[Any]] = [
    SendMessage(chat_id=AIGERIM, text="Сәлем"),
    SendMessage(chat_id=AIGERIM, text="Сәлем әлем", entities=ENTITIES, reply_markup=KEYBOARD),
    SendMessage(chat_id=AIGERIM, text="x", link_preview_options=LinkPreviewOptions(is_disabled=True)),
    SendMessage(
        chat_id=AIGERIM,
        text="x",
        reply_parameters=ReplyParameters(message_id=5, allow_sending_without_reply=True),
    ),
    SendMessage(
        chat_id=AIGERIM,
        text="x",
        reply_markup=ReplyKeyboardRemove(),
        disable_notification=False,
        protect_content=True,
    ),
    SendMessage(chat_id="@channel", text="x", parse_mode=ParseMode.HTML, message_thread_id=0),
    SendMessage(chat_id=AIGERIM, text="x", entities=[]),
    SendMessage(chat_id=AIGERIM, text=""),
    EditMessageText(chat_id=AIGERIM, message_id=7, text="Сәлем", entities=ENTITIES, reply_markup=KEYBOARD),
    CopyMessage(chat_id=STAFF_GROUP, from_chat_id=AIGERIM, message_id=7),
    AnswerCallbackQuery(callback_query_id="55", show_alert=True, cache_time=0),
    SendChatAction(chat_id=AIGERIM, action="typing"),
    SetMyCommands(commands=[BotCommand(command="menu", description="Мәзір")], language_code="kk"),
    SetMyCommands(
        commands=[BotCommand(command="menu", description="x")], scope=BotCommandScopeChat(chat_id=5)
    ),
    SendPoll(chat_id=AIGERIM, question="?", options=["a", "b"], close_date=datetime(2026, 1, 1, tzinfo=UTC)),
    GetMe(),
]
FILES: list[TelegramMethod[Any]] = [
    SendPhoto(chat_id=AIGERIM, photo=BufferedInputFile(b"\0\xff", "сурет.png"), caption="Сурет"),
    SendPhoto(chat_id=AIGERIM, photo="AgACAgI"),
    SendDocument(
        chat_id=AIGERIM,
        document=BufferedInputFile(b"pdf", "a.pdf"),
        thumbnail=BufferedInputFile(b"jpg", "a.jpg"),
    ),
    SendMediaGroup(
        chat_id=AIGERIM,
        media=[
            InputMediaPhoto(media=BufferedInputFile(b"1", "1.png"), caption="бір"),
            InputMediaPhoto(media="AgAC"),
        ],
    ),
]


@pytest.fixture
def wire() -> Wire:
    return Wire(mute_bot(ME))


def fields_of(method: TelegramMethod[Any]) -> dict[str, Any]:
    """What aiogram itself would put on the wire; files as (name, bytes marker)."""
    form = AiohttpSession().build_form_data(mute_bot(ME), method)
    return {options["name"]: (options.get("filename"), value) for options, _, value in form._fields}


def without_names_of_files(value: Any, files: list[str]) -> Any:
    """aiogram gives uploads random names."""
    text = str(value)
    for place, name in enumerate(files):
        text = text.replace(name, f"file{place}")
    return json.loads(text) if text[:1] in "[{" else text


@pytest.mark.parametrize("method", METHODS, ids=lambda method: type(method).__name__)
async def test_a_request_has_the_parameters_that_aiogram_would_give_it(
    wire: Wire, method: TelegramMethod[Any]
) -> None:
    wired = await wire.prepare(method)
    assert wired.method == method.__api_method__
    assert dict(wired.params) == {name: str(value) for name, (_, value) in fields_of(method).items()}
    assert (wired.uploads, wired.contents) == ({}, {})


@pytest.mark.parametrize("method", FILES, ids=lambda method: type(method).__name__)
async def test_a_request_with_files_is_what_aiogram_would_send(
    wire: Wire, method: TelegramMethod[Any]
) -> None:
    wired = await wire.prepare(method)
    theirs = fields_of(method)
    their_files = [name for name, (filename, _) in theirs.items() if filename is not None]
    our_files = list(wired.uploads)
    assert len(our_files) == len(their_files)
    ours = {name: without_names_of_files(value, our_files) for name, value in wired.params.items()}
    assert ours == {
        name: without_names_of_files(value, their_files)
        for name, (filename, value) in theirs.items()
        if filename is None
    }
    assert [wired.contents[digest].name for digest in wired.uploads.values()] == [
        theirs[name][0] for name in their_files
    ]


async def test_the_bytes_of_a_file_go_under_their_hash(wire: Wire) -> None:
    wired = await wire.prepare(FILES[0])
    digest = hashlib.sha256(b"\0\xff").hexdigest()
    assert list(wired.uploads.values()) == [digest]
    assert wired.contents[digest].content == b"\0\xff"
    assert wired.params["photo"] == f"attach://{next(iter(wired.uploads))}"


async def test_the_same_keyboard_is_prepared_alike_every_time(wire: Wire) -> None:
    first, again = [await wire.prepare(METHODS[1]) for _ in range(2)]
    assert first == again


async def test_keyboards_are_never_mixed_up(wire: Wire) -> None:
    for number in range(1200):
        keyboard = InlineKeyboardMarkup(
            inline_keyboard=[[InlineKeyboardButton(text=str(number), callback_data="x")]]
        )
        wired = await wire.prepare(SendMessage(chat_id=1, text="x", reply_markup=keyboard))
        assert (
            f'"text": "{number}"' in wired.params["reply_markup"]
            or f'"text":"{number}"' in wired.params["reply_markup"]
        )


@pytest.mark.parametrize(
    ("params", "chat_id"),
    [
        ({"chat_id": "5"}, 5),
        ({"chat_id": "-100"}, -100),
        ({"chat_id": "@channel"}, 0),
        ({}, 0),
        ({"chat_id": "--5"}, 0),
    ],
)
def test_a_request_knows_its_chat(params: dict[str, str], chat_id: int) -> None:
    assert Wired("sendMessage", params).chat_id == chat_id


@pytest.mark.parametrize("method", METHODS, ids=lambda method: type(method).__name__)
def test_only_what_nobody_misses_is_whispered(method: TelegramMethod[Any]) -> None:
    assert is_whispered(method) == isinstance(method, AnswerCallbackQuery | SendChatAction)
