"""Who may talk to the stand-in: this machine, and in a browser only its own page."""

from collections.abc import Awaitable, Callable
from functools import lru_cache
from urllib.parse import urlsplit

from aiohttp import web

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """
    Refuse foreign names and foreign pages.

    A page of the internet can make the browser of this machine send requests here (DNS rebinding, forms);
    it cannot hide the Host, Origin and Sec-Fetch-Site headers. Programs send neither of the last two.
    """
    if not is_own_host(request.host):
        return web.Response(status=403, text="this address is for this machine only\n")
    if not _is_own_page(request):
        return web.Response(status=403, text="requests from other pages are refused\n")
    return await handler(request)


async def add_headers(_: web.Request, response: web.StreamResponse) -> None:
    """Strict headers on everything; a signal, so that streams get them too."""
    response.headers.update(HEADERS)


@lru_cache(maxsize=64)
def is_own_host(host: str) -> bool:
    """Whether a Host header names this machine's loopback."""
    return host in LOOPBACK or (urlsplit(f"//{host}").hostname or "") in LOOPBACK


def _is_own_page(request: web.Request) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site not in {"same-origin", "none"}:
        return request.method == "GET" and request.path == "/"
    origin = request.headers.get("Origin")
    return origin is None or origin == f"{request.scheme}://{request.host}"
