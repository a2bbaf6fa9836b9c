"""The event stream of the page: which chats changed."""

import json
from contextlib import suppress

from aiohttp import web

from bot.sandbox.guard import Handler
from bot.sandbox.journal import Journal

HEARTBEAT = 15.0
"""Seconds between signs of life, so that a dead browser is noticed."""


def events(journal: Journal) -> Handler:
    """Server-Sent Events: ids of the chats in which something happened; the page then reads them anew."""

    async def handle(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        with suppress(ConnectionError):  # the page was closed
            await _stream(journal, response)
        return response

    return handle


async def _stream(journal: Journal, response: web.StreamResponse) -> None:
    number = journal.number
    await response.write(b"retry: 1000\n\n")
    while not journal.closed:
        if await journal.wait(number, HEARTBEAT):
            changed, number = journal.changed_chats(number), journal.number
            await response.write(f"data: {json.dumps(changed)}\n\n".encode())
        else:
            await response.write(b": alive\n\n")
