"""Raw requests over real HTTP, to a server of our own that misbehaves."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from bot.mail.model import ReplyKind
from bot.telegram.api import BotApi, Upload

TOKEN = "123456:" + "A" * 35
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Telegram:
    """A server that does whatever the test wants."""

    def __init__(self) -> None:
        self.handler: Handler | None = None
        self.seen: list[tuple[str, dict[str, object]]] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        fields: dict[str, object] = {}
        for name, value in form.items():
            fields[name] = (value.filename, value.file.read()) if isinstance(value, web.FileField) else value
        self.seen.append((request.path, fields))
        assert self.handler is not None
        return await self.handler(request)

    def says(self, body: str | bytes, status: int = 200, kind: str = "application/json") -> None:
        async def handler(_request: web.Request) -> web.Response:
            content = body.encode() if isinstance(body, str) else body
            return web.Response(body=content, status=status, content_type=kind)

        self.handler = handler


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
async def api(telegram: Telegram) -> AsyncIterator[BotApi]:
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", telegram.answer)
    server = TestServer(app)
    await server.start_server()
    made = BotApi(str(server.make_url("")).rstrip("/"), TOKEN)
    yield made
    await made.close()
    await server.close()


async def test_a_result_comes_back(api: BotApi, telegram: Telegram) -> None:
    telegram.says('{"ok":true,"result":{"message_id":5}}')
    reply = await api.call("sendMessage", {"chat_id": "1", "text": "Сәлем & + % = 🆘\n"})
    assert (reply.kind, reply.message_id) == (ReplyKind.DONE, 5)
    assert telegram.seen == [(f"/bot{TOKEN}/sendMessage", {"chat_id": "1", "text": "Сәлем & + % = 🆘\n"})]


async def test_a_request_without_parameters_is_made(api: BotApi, telegram: Telegram) -> None:
    telegram.says('{"ok":true,"result":true}')
    assert (await api.call("getMe", {})).result is True


async def test_a_result_that_is_false_is_a_result(api: BotApi, telegram: Telegram) -> None:
    telegram.says('{"ok":true,"result":false}')
    assert (await api.call("x", {})).kind is ReplyKind.DONE


async def test_files_go_along(api: BotApi, telegram: Telegram) -> None:
    telegram.says('{"ok":true,"result":{}}')
    await api.call(
        "sendPhoto", {"chat_id": "1", "photo": "attach://p"}, {"p": Upload("сурет.png", b"\0\xff")}
    )
    _, fields = telegram.seen[0]
    assert fields == {"chat_id": "1", "photo": "attach://p", "p": ("сурет.png", b"\0\xff")}


@pytest.mark.parametrize("long", ["ұ" * 4096, "a" * 300, "&=+%" * 500])
async def test_long_values_arrive_as_they_were_every_time(api: BotApi, telegram: Telegram, long: str) -> None:
    telegram.says('{"ok":true,"result":{}}')
    for _ in range(2):
        await api.call("sendMessage", {"text": long, "entities": "[]"})
    assert [fields["text"] for _, fields in telegram.seen] == [long, long]


@pytest.mark.parametrize("value", ["\ud800", "a\0b", "", "\r\n"])
async def test_odd_values_raise_nothing(api: BotApi, telegram: Telegram, value: str) -> None:
    telegram.says('{"ok":true,"result":{}}')
    assert (await api.call("sendMessage", {"text": value})).kind is ReplyKind.DONE
    assert (await api.call("sendPhoto", {"text": value}, {"p": Upload("x", b"x")})).kind is ReplyKind.DONE


@pytest.mark.parametrize(
    ("status", "body", "code", "retry_after", "migrate_to"),
    [
        (
            429,
            '{"ok":false,"error_code":429,"description":"Too Many","parameters":{"retry_after":3}}',
            429,
            3.0,
            None,
        ),
        (429, '{"ok":false,"error_code":429,"description":"Too Many"}', 429, None, None),
        (429, '{"ok":false,"parameters":{"retry_after":"3"}}', 429, None, None),
        (429, '{"ok":false,"parameters":[]}', 429, None, None),
        (
            400,
            '{"ok":false,"error_code":400,"description":"x","parameters":{"migrate_to_chat_id":-1005}}',
            400,
            None,
            -1005,
        ),
        (403, '{"ok":false,"error_code":403,"description":"Forbidden"}', 403, None, None),
        (502, '{"ok":false,"error_code":502}', 502, None, None),
        (500, '{"ok":false,"description":null}', 500, None, None),
        (401, '{"ok":false,"error_code":"none"}', 401, None, None),
    ],
)
async def test_a_refusal_comes_back_with_what_it_says(  # noqa: PLR0917
    api: BotApi,
    telegram: Telegram,
    status: int,
    body: str,
    code: int,
    retry_after: float | None,
    migrate_to: int | None,
) -> None:
    telegram.says(body, status)
    reply = await api.call("sendMessage", {})
    assert (reply.kind, reply.code, reply.retry_after, reply.migrate_to) == (
        ReplyKind.REFUSED,
        code,
        retry_after,
        migrate_to,
    )
    assert isinstance(reply.description, str)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, '{"ok":true}'),
        (200, '{"ok":true,"result":null}'),
        (200, ""),
        (200, '{"ok":tr'),
        (200, "[]"),
        (200, "null"),
        (200, b"\xff\xfe"),
        (200, "[" * 100_000),
        (200, '{"result":1}'),
        (502, "<html><h1>502 Bad Gateway</h1></html>"),
        (504, ""),
        (301, ""),
    ],
    ids=range(12),
)
async def test_of_a_garbled_answer_nothing_is_known(
    api: BotApi, telegram: Telegram, status: int, body: str | bytes
) -> None:
    telegram.says(body, status, "text/html")
    reply = await api.call("sendMessage", {})
    assert reply.kind is ReplyKind.UNCLEAR
    assert TOKEN not in reply.description


@pytest.mark.parametrize("value", ["1e400", "-1", "1e20", "NaN", "true", "123456789012345678901234567890"])
async def test_senseless_numbers_of_a_refusal_fit_the_database_and_the_clock(
    api: BotApi, telegram: Telegram, value: str
) -> None:
    telegram.says(
        f'{{"ok":false,"error_code":400,"parameters":{{"retry_after":{value},"migrate_to_chat_id":{value}}}}}',
        400,
    )
    reply = await api.call("sendMessage", {})
    assert reply.kind is ReplyKind.REFUSED
    assert reply.retry_after is None or abs(reply.retry_after) < 2**63
    assert reply.migrate_to is None or abs(reply.migrate_to) < 2**63


async def test_a_redirect_is_not_followed(api: BotApi, telegram: Telegram) -> None:
    async def handler(_request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/elsewhere"})

    telegram.handler = handler
    assert (await api.call("sendMessage", {})).kind is ReplyKind.UNCLEAR
    assert len(telegram.seen) == 1


async def test_a_dropped_connection_leaves_the_fate_unknown(api: BotApi, telegram: Telegram) -> None:
    async def handler(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    telegram.handler = handler
    reply = await api.call("sendMessage", {})
    assert reply.kind is ReplyKind.UNCLEAR
    assert TOKEN not in reply.description


async def test_a_server_that_hangs_leaves_the_fate_unknown(api: BotApi, telegram: Telegram) -> None:
    release = asyncio.Event()

    async def handler(_request: web.Request) -> web.Response:
        await release.wait()
        return web.Response()

    telegram.handler = handler
    reply = await api.call("sendMessage", {}, seconds=0.1)
    release.set()
    assert reply.kind is ReplyKind.UNCLEAR


async def test_an_answer_that_breaks_off_leaves_the_fate_unknown(api: BotApi, telegram: Telegram) -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b'{"ok":true')
        assert request.transport is not None
        request.transport.close()
        return response

    telegram.handler = handler
    assert (await api.call("sendMessage", {})).kind is ReplyKind.UNCLEAR


async def test_what_surely_never_left_says_so() -> None:
    api = BotApi(f"http://127.0.0.1:{unused_port()}", TOKEN)
    reply = await api.call("sendMessage", {})
    await api.close()
    assert reply.kind is ReplyKind.NOT_SENT
    assert TOKEN not in reply.description


async def test_closing_what_was_never_open_is_fine() -> None:
    await BotApi("http://127.0.0.1", TOKEN).close()
