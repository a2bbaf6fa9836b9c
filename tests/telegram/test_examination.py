"""Looking at Telegram, over real HTTP where headers and silence matter."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from bot.mail.model import ReplyKind
from bot.telegram import examination
from bot.telegram.api import BotApi
from bot.telegram.examination import look_at_clock, look_at_telegram
from tests.support.api import NOT_SENT, ScriptedApi, done, refused
from tests.support.clocks import FrozenClock
from tests.support.people import NOON, STAFF_GROUP

ME = done({"id": 7, "is_bot": True, "first_name": "Bot"})


class ScriptedBotApi(ScriptedApi, BotApi):
    """The script in the place of the real thing."""


async def test_everything_about_a_bot_with_staff_is_asked() -> None:
    api = ScriptedBotApi(ME)
    seen = await look_at_telegram(api, STAFF_GROUP)
    assert dict(api.calls) == {
        "getMe": {},
        "getWebhookInfo": {},
        "getChat": {"chat_id": str(STAFF_GROUP)},
        "getChatMember": {"chat_id": str(STAFF_GROUP), "user_id": "7"},
    }
    assert None not in (seen.webhook, seen.chat, seen.member)


async def test_without_a_staff_group_nobody_asks_about_one() -> None:
    api = ScriptedBotApi(ME)
    seen = await look_at_telegram(api, None)
    assert [method for method, _ in api.calls] == ["getMe", "getWebhookInfo"]
    assert (seen.chat, seen.member) == (None, None)


@pytest.mark.parametrize("me", [NOT_SENT, refused(401), done(True), done({"ok": 1})])
async def test_nothing_more_is_asked_of_who_does_not_know_us(me: object) -> None:
    api = ScriptedBotApi(me)  # type: ignore[arg-type]
    seen = await look_at_telegram(api, STAFF_GROUP)
    assert [method for method, _ in api.calls] == ["getMe"]
    assert (seen.me, seen.webhook) == (me, None)


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    """Tells the time it is asked to tell; 404 to everything, as a Bot API does at its root."""

    async def answer(request: web.Request) -> web.Response:
        if request.path == "/silent":
            await asyncio.Event().wait()
        return web.Response(status=404, headers={"Date": request.query.get("date", "")})

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", answer)
    server = TestServer(app)
    await server.start_server()
    yield server
    await server.close()


@pytest.mark.parametrize("ahead", [timedelta(), timedelta(hours=3), -timedelta(days=2)])
async def test_the_time_of_the_server_is_read_from_whatever_it_answers(
    server: TestServer, ahead: timedelta
) -> None:
    header = NOON.strftime("%a, %d %b %Y %H:%M:%S GMT")
    url = str(server.make_url("/").with_query(date=header))
    seen = await look_at_clock(url, FrozenClock(NOON + ahead))
    assert seen.theirs == NOON
    assert seen.ahead == ahead


@pytest.mark.parametrize("header", ["", "yesterday", "Tue, 99 Nov 2026 12:00:00 GMT"])
async def test_a_server_that_tells_no_time_is_no_error(server: TestServer, header: str) -> None:
    seen = await look_at_clock(str(server.make_url("/").with_query(date=header)), FrozenClock())
    assert seen.theirs is None
    assert seen.ahead is None


async def test_a_server_that_is_not_there_is_no_error() -> None:
    assert (await look_at_clock(f"http://127.0.0.1:{unused_port()}", FrozenClock())).theirs is None


async def test_a_server_that_is_silent_is_not_waited_for(
    server: TestServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examination, "LOOK_SECONDS", 0.05)
    assert (await look_at_clock(str(server.make_url("/silent")), FrozenClock())).theirs is None
    api = BotApi(str(server.make_url("")).rstrip("/"), "1:x")
    try:
        reply = await examination._ask(api, "getMe")
    finally:
        await api.close()
    assert reply.kind is ReplyKind.UNCLEAR


async def test_a_clock_that_runs_is_read_in_the_middle_of_the_request(server: TestServer) -> None:
    class Running:
        def __init__(self) -> None:
            self.moments = iter([NOON, NOON + timedelta(seconds=4)])

        def now(self) -> datetime:
            return next(self.moments)

    seen = await look_at_clock(str(server.make_url("/")), Running())
    assert seen.ours == datetime(2026, 11, 24, 12, 0, 2, tzinfo=UTC)
