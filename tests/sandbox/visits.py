"""The chat page in a real browser, as the tests of the page and the pictures of it open it."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize, async_playwright, expect

from bot.clock import MovableClock
from bot.sandbox.cast import STAFF_CHAT_ID, bring_the_cast
from bot.sandbox.server import PAGE, Running, run_stand_in
from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import HandClock

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
]
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed: the page was not tested"
)
shared_loop = pytest.mark.asyncio(loop_scope="session")
"""The browser lives in one event loop, and so must its tests."""

WORDS: dict[str, dict[str, str]] = json.loads(PAGE.joinpath("words.json").read_text(encoding="utf-8"))
PERSON, OTHER = 1001, 1002


@dataclass(frozen=True)
class Look:
    """How somebody looks at the page."""

    language: str = "kk"
    width: int = 1440
    height: int = 900
    scheme: Literal["light", "dark"] = "light"
    address: str = ""  # what stands after the #: ids of the open chats

    @property
    def size(self) -> ViewportSize:
        return {"width": self.width, "height": self.height}


WIDE = Look()
PHONE = Look(language="ru", width=390, height=844, scheme="dark")


@dataclass
class Visit:
    """A page that is open, and what went wrong in it."""

    page: Page
    running: Running
    look: Look
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @property
    def stand_in(self) -> StandIn:
        return self.running.stand_in

    def word(self, key: str, **values: object) -> str:
        """What the page says in its language."""
        return WORDS[key][self.look.language].format(**values)

    def device(self, chat: int | str = PERSON) -> Locator:
        """The phone of a person, or with "staff" the device of the group."""
        return self.page.locator(f'[data-chat="{chat}"]')

    def field(self, chat: int | str = PERSON) -> Locator:
        return self.device(chat).locator("textarea")

    def log(self, chat: int | str = PERSON) -> Locator:
        return self.device(chat).locator(".log")

    def button(self, key: str, inside: Locator | None = None, **values: object) -> Locator:
        """The button with this word."""
        return (inside or self.page).get_by_role("button", name=self.word(key, **values), exact=True)

    async def choose(self, key: str) -> None:
        """Press an item of the open menu."""
        await self.page.get_by_role("menuitem", name=self.word(key), exact=True).click()

    async def bot(self, method: str, **parameters: object) -> Any:
        """The bot does something; the result."""
        reply = await self.stand_in.answer(method, dict(parameters), {})
        assert reply.status == 200, reply.body
        return json.loads(reply.body)["result"]

    async def tell_staff(self, text: str, **parameters: object) -> Any:
        """The bot writes to the staff group; the message."""
        return await self.bot("sendMessage", chat_id=STAFF_CHAT_ID, text=text, **parameters)

    async def next_press(self) -> str:
        """The id of the pressed button that waits longest for its answer."""
        journal = self.stand_in.world.journal
        async with asyncio.timeout(5):
            while not self.stand_in.world.presses:
                await journal.wait(journal.number, 0.05)
        return next(iter(self.stand_in.world.presses))

    async def updates(self) -> list[dict[str, Any]]:
        """What waits for the bot."""
        waiting = await self.stand_in.world.updates.take(0, 100, 0)
        return [json.loads(body) for body in waiting]


@asynccontextmanager
async def browsing() -> AsyncIterator[Browser]:
    """A browser without a window."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@asynccontextmanager
async def visiting(
    browser: Browser, look: Look = WIDE, stand_in: StandIn | None = None, *, forum: bool = False
) -> AsyncIterator[Visit]:
    """Open the page on a stand-in with the cast. Afterwards: nothing went wrong, nothing came from elsewhere."""
    stand_in = stand_in or StandIn(MovableClock(HandClock()))
    bring_the_cast(stand_in, forum=forum)
    async with run_stand_in(stand_in) as running:
        context = await browser.new_context(
            viewport=look.size, color_scheme=look.scheme, reduced_motion="reduce"
        )
        await context.grant_permissions(["clipboard-read", "clipboard-write"], origin=running.base)
        visit = Visit(await context.new_page(), running, look)
        _listen(visit)
        await visit.page.goto(f"{running.page}?lang={look.language}#{look.address}")
        await expect(visit.page.locator("#people button").first).to_be_attached()
        yield visit
        await context.close()
    assert visit.complaints == []
    assert visit.foreign == []


def _listen(visit: Visit) -> None:
    page, base = visit.page, visit.running.base
    page.on(
        "console",
        lambda said: visit.complaints.append(said.text) if said.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on(
        "request",
        lambda request: visit.foreign.append(request.url) if not request.url.startswith(base) else None,
    )
