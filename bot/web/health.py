"""/healthz, /readyz and /metrics."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from bot.errors import BotError

Readiness = Callable[[], Awaitable[Mapping[str, bool]]]
"""Says of each part whether it works."""


def build_health(readiness: Readiness, before_metrics: Callable[[], Awaitable[None]]) -> web.Application:
    """The pages. `before_metrics` refreshes what is counted only when somebody asks."""

    async def healthz(_request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def readyz(_request: web.Request) -> web.Response:
        parts = await readiness()
        return web.json_response(dict(parts), status=200 if all(parts.values()) else 503)

    async def metrics(_request: web.Request) -> web.Response:
        await before_metrics()
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)])
    return app


@asynccontextmanager
async def listening(app: web.Application, host: str, port: int) -> AsyncIterator[str]:
    """
    Serve an application while the body runs; gives the address, as host:port.

    Raises BotError("port_busy") where the port is taken, BotError("host_unusable") where the host is not.
    """
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            code = "port_busy" if error.errno in {48, 98, 10048} else "host_unusable"
            raise BotError(code, address=f"{host}:{port}", setting="BOT_LISTEN") from None
        bound = runner.addresses[0]
        yield f"{host}:{bound[1]}"
    finally:
        await runner.cleanup()
