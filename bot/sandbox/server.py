"""The stand-in over HTTP: the Bot API, the control API and the page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import resources
from typing import Any

from aiohttp import web

from bot.errors import BotError, UsageError
from bot.sandbox.control import control_routes
from bot.sandbox.guard import LOOPBACK, Handler, add_headers, guard
from bot.sandbox.parameters import LARGEST_BODY, read_parameters
from bot.sandbox.refusal import RefusalError
from bot.sandbox.replies import Reply
from bot.sandbox.stand_in import StandIn

PAGE = resources.files("bot.sandbox").joinpath("page")
CONTENT_TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
}
"""The kinds of files of the page; nothing else in its folder is served."""
UNAUTHORIZED = RefusalError(401, "Unauthorized")


@dataclass(frozen=True)
class Running:
    """A stand-in that listens."""

    stand_in: StandIn
    base: str  # what BOT_API_BASE must be

    @property
    def page(self) -> str:
        """The address of the chat page."""
        return f"{self.base}/"

    @property
    def token(self) -> str:
        """The token the stand-in accepts."""
        return self.stand_in.token


def build_app(stand_in: StandIn) -> web.Application:
    """The web application; it ends every waiting request when it shuts down."""
    app = web.Application(middlewares=[guard], client_max_size=LARGEST_BODY)
    app.on_response_prepare.append(add_headers)
    app.router.add_route("*", "/bot{token:[^/]*}/{method}", _bot_api(stand_in))
    app.router.add_get("/file/bot{token:[^/]*}/{path:.+}", _file(stand_in))
    app.router.add_routes(control_routes(stand_in))
    for name in page_files():
        app.router.add_get("/" if name == "index.html" else f"/page/{name}", _page_file(name))

    async def close(_: web.Application) -> None:
        stand_in.close()

    app.on_shutdown.append(close)
    return app


@asynccontextmanager
async def run_stand_in(
    stand_in: StandIn | None = None, *, port: int = 0, host: str = "127.0.0.1", **options: Any
) -> AsyncIterator[Running]:
    """
    Serve a stand-in, made from `options` (those of StandIn) unless one is given, until the block ends.

    Port 0 means any free one. Errors: UsageError `sandbox_not_loopback` for a host that others could reach,
    BotError `port_busy` when somebody else listens there.
    """
    if host not in LOOPBACK:
        raise UsageError("sandbox_not_loopback", host=host)
    stand_in = stand_in or StandIn(**options)
    stand_in.world.journal.open()
    runner = web.AppRunner(build_app(stand_in), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise BotError("port_busy", address=f"{host}:{port}", setting="--port") from error
        address = runner.addresses[0]
        name = f"[{host}]" if ":" in host else host
        yield Running(stand_in, f"http://{name}:{address[1]}")
    finally:
        stand_in.close()
        await runner.cleanup()


def _bot_api(stand_in: StandIn) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        if request.match_info["token"] != stand_in.token:
            return web.json_response(UNAUTHORIZED.body(), status=401)
        try:
            values, uploads = await read_parameters(request)
        except RefusalError as refusal:
            return web.json_response(refusal.body(), status=refusal.code)
        return _respond(request, await stand_in.answer(request.match_info["method"], values, uploads))

    return handle


def _respond(request: web.Request, reply: Reply) -> web.Response:
    if reply.status is None:
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)
    headers = {} if reply.retry_after is None else {"Retry-After": str(reply.retry_after)}
    return web.Response(
        text=reply.body, status=reply.status, content_type=reply.content_type, headers=headers
    )


def _file(stand_in: StandIn) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        if request.match_info["token"] != stand_in.token:
            return web.json_response(UNAUTHORIZED.body(), status=401)
        stored = stand_in.world.files.at(request.match_info["path"])
        if stored is None:
            return web.json_response(RefusalError(404, "Not Found").body(), status=404)
        return web.Response(body=stored.content, content_type="application/octet-stream")

    return handle


def page_files() -> list[str]:
    """The names of the files that make up the page."""
    return sorted(file.name for file in PAGE.iterdir() if _suffix(file.name) in CONTENT_TYPES)


def _suffix(name: str) -> str:
    return name.rpartition(".")[2]


def _page_file(name: str) -> Handler:
    body, content_type = PAGE.joinpath(name).read_bytes(), CONTENT_TYPES[_suffix(name)]

    async def handle(_: web.Request) -> web.Response:
        return web.Response(body=body, content_type=content_type, charset="utf-8")

    return handle
