"""The chat page in a real browser."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright, expect

from bot.sandbox.cast import STAFF_CHAT_ID, bring_the_cast
from bot.sandbox.server import Running, run_stand_in
from bot.sandbox.stand_in import StandIn

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: the page was not tested")

PERSON = 1001


@dataclass
class Visit:
    """A page that is open, and what went wrong in it."""

    page: Page
    running: Running
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @property
    def stand_in(self) -> StandIn:
        return self.running.stand_in

    async def bot(self, method: str, **parameters: object) -> Any:
        """The bot does something; the result."""
        reply = await self.stand_in.answer(method, dict(parameters), {})
        assert reply.status == 200, reply.body
        return json.loads(reply.body)["result"]


@pytest.fixture
async def visit() -> AsyncIterator[Visit]:
    stand_in = StandIn()
    bring_the_cast(stand_in)
    async with run_stand_in(stand_in) as running, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": 1200, "height": 800})
        opened = Visit(page, running)
        page.on(
            "console",
            lambda message: opened.complaints.append(message.text) if message.type == "error" else None,
        )
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                opened.foreign.append(request.url) if not request.url.startswith(running.base) else None
            ),
        )
        await page.goto(running.page)
        await expect(page.locator("#people button").first).to_be_visible()
        yield opened
        await browser.close()
    assert opened.complaints == []
    assert opened.foreign == []


MENU = {
    "inline_keyboard": [
        [{"text": "Қазақша", "callback_data": "kk"}, {"text": "Сайт", "url": "https://a.kz/"}]
    ]
}


async def test_a_person_writes_and_sees_the_answer_its_buttons_and_its_edits(visit: Visit) -> None:
    page = visit.page
    await page.fill("#text", "Виза керек пе?")
    await page.press("#text", "Enter")
    await expect(page.locator("#log .person .text")).to_have_text("Виза керек пе?")
    assert len(visit.stand_in.world.updates) == 1
    text = "<b>30 күн</b> <i>визасыз</i>, тел. +82 2-379-9714, https://k-eta.go.kr/x /menu <code>E-9</code>"
    sent = await visit.bot("sendMessage", chat_id=PERSON, text=text, parse_mode="HTML", reply_markup=MENU)
    answer = page.locator("#log .bot")
    await expect(answer.locator("strong")).to_have_text("30 күн")
    await expect(answer.locator("em")).to_have_text("визасыз")
    await expect(answer.locator("code")).to_have_text("E-9")
    await expect(answer.locator("a[href='tel:+8223799714']")).to_have_text("+82 2-379-9714")
    await expect(answer.locator("a[href='https://k-eta.go.kr/x']")).to_be_visible()
    await expect(answer.locator("a.key")).to_have_attribute("href", "https://a.kz/")
    await answer.get_by_role("button", name="Қазақша").click()
    await next_press(visit.stand_in)
    await visit.bot("editMessageText", chat_id=PERSON, message_id=sent["message_id"], text="Тіл: қазақша")
    await expect(answer.locator(".text")).to_have_text("Тіл: қазақша")
    await expect(answer.locator(".foot")).to_contain_text("изменено")


async def test_an_edit_under_a_pressed_button_keeps_the_focus_in_the_chat(visit: Visit) -> None:
    sent = await visit.bot("sendMessage", chat_id=PERSON, text="?", reply_markup=MENU)
    await visit.page.locator("#log").get_by_role("button", name="Қазақша").press("Enter")
    await next_press(visit.stand_in)
    place = {"chat_id": PERSON, "message_id": sent["message_id"]}
    await visit.bot("editMessageText", **place, text="бір", reply_markup=MENU)
    await expect(visit.page.locator("#log .bot .text")).to_have_text("бір")
    assert await visit.page.evaluate("document.activeElement.textContent") == "Қазақша"
    await visit.bot("editMessageText", **place, text="екі")
    await expect(visit.page.locator("#log .bot .text")).to_have_text("екі")
    assert await visit.page.evaluate("document.activeElement.id") == "log"


async def test_a_pressed_button_shows_its_toast(visit: Visit) -> None:
    await visit.bot("sendMessage", chat_id=PERSON, text="?", reply_markup=MENU)
    await visit.page.locator("#log").get_by_role("button", name="Қазақша").click()
    query = await next_press(visit.stand_in)
    await visit.bot("answerCallbackQuery", callback_query_id=query, text="Таңдалды · Выбрано")
    await expect(visit.page.locator("#toast")).to_have_text("Таңдалды · Выбрано")


async def next_press(stand_in: StandIn) -> str:
    async with asyncio.timeout(5):
        while not stand_in.world.presses:
            await stand_in.world.journal.wait(stand_in.world.journal.number, 0.05)
    return next(iter(stand_in.world.presses))


async def test_a_new_person_starts_with_the_commands_of_the_bot(visit: Visit) -> None:
    await visit.page.fill("[name=first_name]", "Дана")
    await visit.page.select_option("[name=language_code]", "ru")
    await visit.page.press("[name=first_name]", "Enter")
    await expect(visit.page.locator("#chat-title")).to_contain_text("Дана · русский")
    await visit.bot("setMyCommands", commands=[{"command": "menu", "description": "мәзір"}])
    await visit.page.get_by_role("button", name="/menu: мәзір").click()
    await expect(visit.page.locator("#log .person .text")).to_have_text("/menu")


async def test_blocking_is_told_to_the_bot_and_can_be_taken_back(visit: Visit) -> None:
    await visit.page.click("#block")
    await expect(visit.page.locator("#block")).to_contain_text("Разблокировать")
    assert visit.stand_in.world.chats.people[PERSON].blocked
    await visit.page.click("#block")
    await expect(visit.page.locator("#block")).to_contain_text("Заблокировать")
    assert not visit.stand_in.world.chats.people[PERSON].blocked


async def test_staff_read_and_answer_beside_the_chat(visit: Visit) -> None:
    await visit.stand_in.answer("sendMessage", {"chat_id": STAFF_CHAT_ID, "text": "Қ-17: сұрақ"}, {})
    card = visit.page.locator("#staff-log .bot")
    await expect(card.locator(".text")).to_have_text("Қ-17: сұрақ")
    await card.get_by_role("button", name="Ответить").click()
    await visit.page.keyboard.type("Жауап")
    await visit.page.keyboard.press("Enter")
    await expect(visit.page.locator("#staff-log .person .quote")).to_have_text("Қ-17: сұрақ")
    said = list(visit.stand_in.world.messages.of(STAFF_CHAT_ID))[-1].message
    assert (said["text"], said["from"]["first_name"]) == ("Жауап", "Гүлнар")


async def test_hostile_text_stays_text(visit: Visit) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    link = {"type": "text_link", "offset": 0, "length": 4, "url": "javascript:alert(1)"}
    await visit.bot("sendMessage", chat_id=PERSON, text=hostile, entities=[link])
    await expect(visit.page.locator("#log .bot .text")).to_have_text(hostile)
    assert await visit.page.locator("#log .bot .text img").count() == 0
    assert await visit.page.locator("#log .bot .text a[href]").count() == 0


@pytest.mark.parametrize("width", [360, 700, 1600])
async def test_nothing_hangs_over_the_edge(visit: Visit, width: int) -> None:
    await visit.bot("sendMessage", chat_id=PERSON, text="ұзынсөз" * 60, reply_markup=MENU)
    await visit.page.set_viewport_size({"width": width, "height": 700})
    for part in ("people", "staff", "chat") if width < 960 else ("chat",):
        if width < 960:
            await visit.page.click(f"[data-show={part}]")
        assert await visit.page.evaluate("document.documentElement.scrollWidth") <= width
        await expect(visit.page.locator(f"[data-part={part}]")).to_be_visible()


async def test_everything_can_be_reached_with_the_keyboard(visit: Visit) -> None:
    await visit.bot("sendMessage", chat_id=PERSON, text="?", reply_markup=MENU)
    await expect(visit.page.locator("#log .key").first).to_be_visible()
    reached = set()
    for _ in range(40):
        await visit.page.keyboard.press("Tab")
        reached.add(
            await visit.page.evaluate(
                "document.activeElement.id || document.activeElement.textContent.trim()"
            )
        )
    assert {"text", "attach", "block", "log", "officer", "staff-text", "Қазақша"} <= reached
    assert await visit.page.get_attribute("#log", "aria-live") == "polite"
