"""The chat page in a real browser: for everybody, on every screen."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.sandbox.visits import OTHER, PERSON, Look, Visit, needs_chromium, shared_loop, visiting

pytestmark = [needs_chromium, shared_loop]

AUDIT = Path(__file__).with_name("audit.js").read_text(encoding="utf-8")

SIDEWAYS = """[...document.querySelectorAll(".log")].flatMap((log) => {
    const edge = log.getBoundingClientRect().right;
    return [...log.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > edge + 1);
}).map((one) => one.outerHTML.slice(0, 80))"""
"""What is cut off at the right edge of a chat."""

LOOKS = [
    Look("kk", 320, 640, "light"),
    Look("ru", 390, 844, "dark"),
    Look("kk", 820, 1180, "dark"),
    Look("ru", 820, 1180, "light"),
    Look("ru", 1440, 900, "light"),
    Look("kk", 1440, 900, "dark"),
    Look("ru", 2560, 1300, "dark"),
]
looks = pytest.mark.parametrize(
    "look", LOOKS, ids=[f"{look.language} {look.width} {look.scheme}" for look in LOOKS]
)


async def audit(visit: Visit) -> list[str]:
    """What is wrong with what is on the screen now."""
    found: list[str] = await visit.page.evaluate(AUDIT)
    return found


async def fill(visit: Visit) -> None:
    """Something of every kind in two chats."""
    styles = [
        {"text": style, "callback_data": style, "style": style} for style in ("primary", "danger", "success")
    ]
    link = {"text": "Сайт", "url": "https://a.kz/"}
    keys = {"inline_keyboard": [styles, [{"text": "ұзын батырма " * 4, "callback_data": "a"}, link]]}
    text = (
        "<b>30 күн</b> <code>E-9</code> +82 2-379-9714 /menu <blockquote>дәйек</blockquote> " + "ұзынсөз" * 60
    )
    sent = await visit.bot("sendMessage", chat_id=PERSON, text=text, parse_mode="HTML", reply_markup=keys)
    for kind in ("photo", "voice", "document", "sticker", "contact", "location", "video_note"):
        visit.stand_in.sends(PERSON, kind, reply_to=sent["message_id"])
    number = visit.stand_in.says(PERSON, "қате")
    visit.stand_in.edits(
        PERSON,
        number,
        "дұрыс",
    )
    await visit.bot("setMyCommands", commands=[{"command": "menu", "description": "мәзір"}])
    await visit.tell_staff("Қ-17", reply_markup=keys)
    visit.stand_in.says(1004, "жауап", chat_id=-1001000000001)
    await visit.bot("sendMessage", chat_id=OTHER, text="Ответ")
    await expect(visit.log().locator(".own .text").last).to_have_text("дұрыс")


@looks
async def test_everything_has_a_name_enough_room_and_enough_contrast(browser: Browser, look: Look) -> None:
    async with visiting(browser, look) as visit:
        assert await audit(visit) == []
        await fill(visit)
        assert await audit(visit) == []
        if look.width < 720:
            for tab in range(3):
                await visit.page.locator("#tabs button").nth(tab).click()
                assert await audit(visit) == []
        visit.stand_in.blocks(PERSON)
        await expect(visit.device().locator(".instead")).to_be_attached()
        assert await audit(visit) == []


@looks
async def test_the_panel_and_the_windows_are_as_clear(browser: Browser, look: Look) -> None:
    async with visiting(browser, look) as visit:
        await visit.page.click("#open-panel")
        assert await audit(visit) == []
        await visit.page.click("#tab-faults")
        await visit.button("order_fault").click()
        await expect(visit.page.locator("#fault-list li")).to_have_count(1)
        assert await audit(visit) == []
        visit.stand_in.faults.clear()
        await visit.stand_in.answer("sendMessage", {"chat_id": 5, "text": "а"}, {})
        await visit.bot("sendMessage", chat_id=PERSON, text="а")
        await visit.page.click("#tab-transcript")
        await visit.page.locator("#requests summary").first.click()
        assert await audit(visit) == []
        await visit.page.keyboard.press("Escape")
        await visit.button("attach", visit.device()).click()
        assert await audit(visit) == []
        await visit.page.keyboard.press("Escape")
        await visit.device().locator("button.owner").click()
        assert await audit(visit) == []


@pytest.mark.parametrize("width", [320, 360, 480, 719, 720, 1039, 1040, 1279, 1280, 1599, 1920, 2560])
async def test_nothing_hangs_over_the_edge(browser: Browser, width: int) -> None:
    async with visiting(browser, Look("kk", width, 700, "light", f"{PERSON},{OTHER},staff")) as visit:
        await fill(visit)
        await visit.page.click("#open-panel")
        assert await visit.page.evaluate("document.documentElement.scrollWidth") <= width
        await visit.page.keyboard.press("Escape")
        assert await visit.page.evaluate("document.documentElement.scrollWidth") <= width
        assert await visit.page.evaluate(SIDEWAYS) == []


async def test_a_whole_conversation_needs_no_mouse(browser: Browser) -> None:
    async with visiting(browser) as visit:
        keys = {"inline_keyboard": [[{"text": "Иә", "callback_data": "yes"}]]}
        await visit.bot("setMyCommands", commands=[{"command": "menu", "description": "мәзір"}])
        await walk_to(visit, f"Айгүл · {visit.word('language_kk')}. {visit.word('person_settings')}")
        await walk_to(visit, visit.word("message"))
        await visit.page.keyboard.type("Сәлем")
        await visit.page.keyboard.press("Enter")
        await expect(visit.log().locator(".own .text")).to_have_text("Сәлем")
        await visit.bot("sendMessage", chat_id=PERSON, text="Иә ме?", reply_markup=keys)
        await expect(visit.log().get_by_role("button", name="Иә", exact=True)).to_be_visible()
        await walk_to(visit, "Иә", back=True)
        await visit.page.keyboard.press("Enter")
        query = await visit.next_press()
        await visit.bot("answerCallbackQuery", callback_query_id=query)
        await walk_to(visit, visit.word("commands"))
        await visit.page.keyboard.press("Enter")
        await visit.page.keyboard.press("Enter")
        await expect(visit.log().locator(".own .text").last).to_have_text("/menu")
        await walk_to(visit, visit.word("message_actions", what="/menu"), back=True)
        await visit.page.keyboard.press("ArrowUp")
        await visit.page.keyboard.press("ArrowUp")
        await visit.page.keyboard.press("Enter")
        await visit.page.keyboard.press("End")
        await visit.page.keyboard.press("Enter")
        await expect(visit.log().locator(".own")).to_have_count(1)
        await walk_to(visit, visit.word("panel"), back=True)
        await visit.page.keyboard.press("Enter")
        await visit.page.keyboard.press("ArrowRight")
        await expect(visit.page.locator("#fault-form")).to_be_visible()
        await visit.page.keyboard.press("Escape")
        assert await focused(visit) == visit.word("panel")


async def focused(visit: Visit) -> str:
    """What a screen reader calls the element that has the focus."""
    name: str = await visit.page.evaluate(
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()"
    )
    return name


async def walk_to(visit: Visit, name: str, *, back: bool = False) -> None:
    """Press Tab until the element with this name has the focus, and see that it shows it."""
    for _ in range(60):
        await visit.page.keyboard.press("Shift+Tab" if back else "Tab")
        if await focused(visit) == name:
            style = "getComputedStyle(document.activeElement).outlineStyle"
            assert await visit.page.evaluate(style) == "solid"
            return
    raise AssertionError(name)


async def test_new_messages_are_read_aloud_and_nothing_moves_for_those_who_asked(browser: Browser) -> None:
    async with visiting(browser) as visit:
        for chat in (PERSON, "staff"):
            await expect(visit.log(chat)).to_have_attribute("aria-live", "polite")
        await expect(visit.device().locator(".toast")).to_have_attribute("role", "status")
        await visit.bot("sendMessage", chat_id=PERSON, text="Сәлем, қалайсыз?")
        await visit.bot("sendMessage", chat_id=PERSON, text="Добрый день")
        visit.stand_in.says(PERSON, "Рақмет")
        await expect(visit.log().locator(".own")).to_be_visible()
        texts = visit.log().locator(".text")
        await expect(texts.first).to_have_attribute("lang", "kk")
        await expect(texts.nth(1)).to_have_attribute("lang", "ru")
        moving = "[...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).animationName !== 'none').length"
        assert await visit.page.evaluate(moving) == 0
        await visit.page.emulate_media(reduced_motion="no-preference")
        assert await visit.page.evaluate(moving) > 0


async def test_the_audit_itself_finds_what_is_wrong(browser: Browser) -> None:
    async with visiting(browser) as visit:
        await visit.page.evaluate(
            """() => {
                const button = document.createElement("button");
                button.id = "people";
                const text = document.createElement("p");
                text.textContent = "бозғылт";
                text.className = "pale";
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(".pale { color: #999; width: 3000px; }");
                document.adoptedStyleSheets = [sheet];
                document.querySelector(".headline").append(button, text);
                document.body.style.overflow = "visible";
            }"""
        )
        found = " ".join(await audit(visit))
        for what in ("has no name", "id twice: people", "contrast 2.", "is 0×0", "wide on"):
            assert what in found, what
