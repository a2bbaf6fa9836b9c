"""The chat page in a real browser: what a citizen does on their phone."""

import re

import pytest
from playwright.async_api import Browser, expect

from tests.sandbox.visits import PERSON, PHONE, WIDE, Look, needs_chromium, shared_loop, visiting

pytestmark = [needs_chromium, shared_loop]

both = pytest.mark.parametrize("look", [WIDE, PHONE], ids=["kk wide light", "ru phone dark"])

MENU = {
    "inline_keyboard": [
        [{"text": "Қазақша", "callback_data": "kk"}, {"text": "Сайт", "url": "https://a.kz/"}]
    ]
}
ENTITIES = (
    "<b>30 күн</b> <i>визасыз</i> <u>асты</u> <s>үсті</s> <code>E-9</code>\n"
    "тел. +82 2-379-9714, https://k-eta.go.kr/x, a@b.kz, /menu #тег\n"
    "<pre>бағана</pre><blockquote>дәйек</blockquote>"
    '<a href="https://hikorea.go.kr/">сілтеме</a>'
)


@both
async def test_a_person_writes_and_sees_the_answer_its_buttons_and_its_edits(
    browser: Browser, look: Look
) -> None:
    async with visiting(browser, look) as visit:
        await visit.field().fill("Виза керек пе?")
        await visit.field().press("Enter")
        await expect(visit.log().locator(".own .text")).to_have_text("Виза керек пе?")
        await expect(visit.field()).to_have_value("")
        assert [update["message"]["text"] for update in await visit.updates()] == ["Виза керек пе?"]
        sent = await visit.bot(
            "sendMessage", chat_id=PERSON, text=ENTITIES, parse_mode="HTML", reply_markup=MENU
        )
        answer = visit.log().locator(".bot")
        for tag, text in (("strong", "30 күн"), ("em", "визасыз"), ("u", "асты"), ("s", "үсті")):
            await expect(answer.locator(tag)).to_have_text(text)
        for tag, text in (("code", "E-9"), ("pre", "бағана"), ("blockquote", "дәйек")):
            await expect(answer.locator(tag)).to_have_text(text)
        for address in (
            "tel:+8223799714",
            "https://k-eta.go.kr/x",
            "mailto:a@b.kz",
            "https://hikorea.go.kr/",
        ):
            await expect(answer.locator(f"a[href='{address}']")).to_be_visible()
        await expect(answer.locator("a.key")).to_have_attribute("rel", "noopener noreferrer")
        await expect(answer.locator("time")).to_have_text("14:00")
        await visit.bot("editMessageText", chat_id=PERSON, message_id=sent["message_id"], text="Тіл: қазақша")
        await expect(answer.locator(".text")).to_have_text("Тіл: қазақша")
        await expect(answer.locator(".meta")).to_contain_text(visit.word("edited"))


@both
async def test_a_pressed_button_turns_until_it_is_answered_and_shows_the_toast(
    browser: Browser, look: Look
) -> None:
    async with visiting(browser, look) as visit:
        await visit.bot("sendMessage", chat_id=PERSON, text="?", reply_markup=MENU)
        key = visit.log().get_by_role("button", name="Қазақша")
        await key.click()
        await expect(key).to_have_attribute("aria-busy", "true")
        query = await visit.next_press()
        await visit.bot("answerCallbackQuery", callback_query_id=query, text="Таңдалды")
        await expect(visit.device().locator(".toast")).to_have_text("Таңдалды")
        await expect(key).not_to_have_attribute("aria-busy", "true")
        await key.click()
        await visit.bot(
            "answerCallbackQuery", callback_query_id=await visit.next_press(), text="Назар!", show_alert=True
        )
        await expect(visit.page.locator("#alert p")).to_have_text("Назар!")
        await visit.button("understood").click()
        await expect(visit.page.locator("#alert")).to_be_hidden()


async def test_an_edit_under_a_pressed_button_keeps_the_focus_in_the_chat(browser: Browser) -> None:
    async with visiting(browser) as visit:
        sent = await visit.bot("sendMessage", chat_id=PERSON, text="?", reply_markup=MENU)
        await visit.log().get_by_role("button", name="Қазақша").press("Enter")
        await visit.next_press()
        place = {"chat_id": PERSON, "message_id": sent["message_id"]}
        await visit.bot("editMessageText", **place, text="бір", reply_markup=MENU)
        await expect(visit.log().locator(".bot .text")).to_have_text("бір")
        assert await visit.page.evaluate("document.activeElement.textContent") == "Қазақша"
        await visit.bot("editMessageText", **place, text="екі")
        await expect(visit.log().locator(".bot .text")).to_have_text("екі")
        assert await visit.page.evaluate("document.activeElement.closest('.bot') !== null")
        await visit.bot("deleteMessage", **place)
        await expect(visit.log().locator(".bot")).to_have_count(0)
        assert await visit.page.evaluate("document.activeElement.className") == "log silent"


@both
async def test_a_person_answers_changes_and_takes_back_what_they_wrote(browser: Browser, look: Look) -> None:
    async with visiting(browser, look) as visit:
        await visit.bot("sendMessage", chat_id=PERSON, text="Қай қалада тұрасыз?")
        await visit.log().locator(".bot .more").press("Enter")
        await visit.choose("reply")
        await visit.page.keyboard.type("Сеулде")
        await visit.page.keyboard.press("Enter")
        own = visit.log().locator(".own")
        await expect(own.locator(".quote")).to_contain_text("Қай қалада тұрасыз?")
        await own.locator(".more").press("Enter")
        await visit.choose("edit")
        await expect(visit.field()).to_have_value("Сеулде")
        await visit.field().fill("Пусанда")
        await visit.field().press("Enter")
        await expect(own.locator(".text")).to_have_text("Пусанда")
        await own.locator(".more").press("Enter")
        await visit.choose("delete")
        await expect(own).to_have_count(0)
        kinds = [next(kind for kind in update if kind != "update_id") for update in await visit.updates()]
        assert kinds == ["message", "edited_message"]


async def test_escape_gives_up_a_change_and_the_arrow_up_brings_the_last_message_back(
    browser: Browser,
) -> None:
    async with visiting(browser) as visit:
        await visit.field().fill("бір")
        await visit.field().press("Enter")
        await expect(visit.log().locator(".own .text")).to_have_text("бір")
        await visit.field().press("ArrowUp")
        await expect(visit.field()).to_have_value("бір")
        await visit.field().press("Escape")
        await expect(visit.field()).to_have_value("")
        await expect(visit.device().locator(".about-line")).to_be_hidden()


KINDS = ("photo", "voice", "video", "video_note", "document", "sticker", "contact", "location")


@both
async def test_everything_that_can_be_attached_has_its_placeholder(browser: Browser, look: Look) -> None:
    async with visiting(browser, look) as visit:
        await visit.field().fill("анықтама")
        for kind in KINDS:
            await visit.button("attach", visit.device()).click()
            await visit.choose(f"kind_{kind}")
            await expect(visit.log().locator(f".own [data-kind={kind}]")).to_be_visible()
        await expect(visit.log().locator(".own .text")).to_have_text("анықтама")
        await visit.button("attach", visit.device()).click()
        await visit.choose("kind_album")
        await expect(visit.log().locator(".own .photo.media")).to_have_count(3)
        albums = [update["message"].get("media_group_id") for update in await visit.updates()][-2:]
        assert albums[0] is not None
        assert albums[0] == albums[1]


async def test_hostile_text_stays_text(browser: Browser) -> None:
    async with visiting(browser) as visit:
        hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>"
        link = {"type": "text_link", "offset": 0, "length": 4, "url": "javascript:alert(1)"}
        await visit.bot("sendMessage", chat_id=PERSON, text=hostile, entities=[link])
        await expect(visit.log().locator(".bot .text")).to_have_text(hostile)
        assert await visit.log().locator(".bot .text :is(img, script)").count() == 0
        assert await visit.log().locator(".bot .text a[href]").count() == 0
        await visit.bot("setMyName", name=hostile[:64])
        await expect(visit.device().locator("h2")).to_have_text(hostile[:64])
        await expect(visit.page.locator("img[src=x]")).to_have_count(0)


async def test_hidden_and_folded_texts_open_when_they_are_pressed(browser: Browser) -> None:
    async with visiting(browser) as visit:
        text = "<tg-spoiler>құпия</tg-spoiler> <blockquote expandable>" + "жол\n" * 9 + "</blockquote>"
        await visit.bot("sendMessage", chat_id=PERSON, text=text, parse_mode="HTML")
        await visit.button("spoiler").click()
        await expect(visit.button("spoiler")).to_have_count(0)
        quote = visit.log().locator("blockquote")
        folded = await quote.bounding_box()
        await visit.button("show_all").click()
        opened = await quote.bounding_box()
        assert folded is not None
        assert opened is not None
        assert opened["height"] > folded["height"] + 50
        await expect(visit.button("show_less")).to_have_attribute("aria-expanded", "true")


async def test_the_bot_is_seen_typing(browser: Browser) -> None:
    async with visiting(browser) as visit:
        state = visit.device().locator(".state")
        await expect(state).to_have_text(visit.word("is_bot"))
        await visit.bot("sendChatAction", chat_id=PERSON, action="typing")
        await expect(state).to_have_text(visit.word("is_typing"))
        await visit.bot("sendMessage", chat_id=PERSON, text="міне")
        await expect(state).to_have_text(visit.word("is_bot"))


async def test_a_long_answer_is_shown_from_its_beginning_and_older_messages_on_demand(
    browser: Browser,
) -> None:
    async with visiting(browser) as visit:
        for number in range(201):
            visit.stand_in.says(PERSON, f"сұрақ {number}")
        await expect(visit.log().locator(".own .text").last).to_have_text("сұрақ 200")
        await expect(visit.log().locator(".own")).to_have_count(200)
        await visit.bot("sendMessage", chat_id=PERSON, text="жол\n" * 90)
        await expect(visit.log().locator(".bot .bubble")).to_be_in_viewport(ratio=0.1)
        top = (
            await visit.log()
            .locator(".bot .bubble")
            .evaluate("e => e.getBoundingClientRect().top - e.closest('.log').getBoundingClientRect().top")
        )
        assert -5 < top < 60
        await visit.button("to_end").click()
        await expect(visit.button("to_end")).to_be_hidden()
        await visit.button("earlier").click()
        await expect(visit.log().locator(".own .text").first).to_have_text("сұрақ 0")


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_the_page_speaks_one_language_and_changes_it_whole(browser: Browser, language: str) -> None:
    async with visiting(browser, Look(language=language)) as visit:
        await visit.bot("sendMessage", chat_id=PERSON, text="Сәлем", reply_markup=MENU)
        await visit.page.click("#open-panel")
        before = await visit.page.locator("body").inner_text()
        other = {"kk": "Рус", "ru": "Қаз"}[language]
        await visit.page.get_by_text(other, exact=True).click()
        assert (
            await visit.page.evaluate("document.documentElement.lang") == {"kk": "ru", "ru": "kk"}[language]
        )
        await expect(visit.page.locator("h1")).not_to_have_text(visit.word("title"))
        after = await visit.page.locator("body").inner_text()
        shared = set(words(before)) & set(words(after))
        names = {"Айгүл", "Ерлан", "Гүлнар", "Тимур", "Сәлем", "Қазақша", "Сайт", "Қаз", "Рус", "Бот", "бот"}
        assert shared - names - {"Чат", "чат", "Контакт", "Стикер", "Аудио"} == set()
        await visit.page.goto(visit.running.page)
        await expect(visit.page.locator("h1")).not_to_have_text(visit.word("title"))


def words(text: str) -> list[str]:
    return re.findall("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]{3,}", text)
