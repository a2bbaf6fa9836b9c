"""The chat page in a real browser: a person comes, starts the bot, blocks it, changes and leaves."""

import pytest
from playwright.async_api import Browser, expect

from tests.sandbox.visits import PERSON, PHONE, WIDE, Look, needs_chromium, shared_loop, visiting

pytestmark = [needs_chromium, shared_loop]

both = pytest.mark.parametrize("look", [WIDE, PHONE], ids=["kk wide light", "ru phone dark"])


@both
async def test_a_new_person_reads_about_the_bot_and_starts_it(browser: Browser, look: Look) -> None:
    async with visiting(browser, look) as visit:
        await visit.bot("setMyName", name="Работа в Корее", language_code="ru")
        await visit.bot("setMyDescription", description="Отвечаю на вопросы.", language_code="ru")
        await visit.bot("setMyCommands", commands=[{"command": "sos", "description": "көмек"}])
        if look is PHONE:
            await visit.button("people", visit.page.locator("#tabs")).click()
        await visit.button("add_person").click()
        await visit.page.fill("[name=first_name]", "Дана")
        await visit.page.select_option("[name=language_code]", "ru")
        await visit.page.press("[name=first_name]", "Enter")
        phone = visit.device(1005)
        await expect(phone.locator("h2")).to_have_text("Работа в Корее")
        await expect(phone.locator(".empty")).to_contain_text("Отвечаю на вопросы.")
        await expect(visit.field(1005)).to_be_hidden()
        await visit.button("start", phone).click()
        await expect(phone.locator(".own .text")).to_have_text("/start")
        await expect(phone.locator(".empty")).to_be_hidden()
        await visit.button("commands", phone).click()
        await visit.page.get_by_role("menuitem", name="көмек").click()
        await expect(phone.locator(".own .text").last).to_have_text("/sos")
        assert (await visit.updates())[-1]["message"]["from"]["language_code"] == "ru"


LINKS = (
    "https://t.me/sandbox_bot?start=basics-tourist_work",
    "t.me/Sandbox_Bot?start=basics-tourist_work",
    "tg://resolve?domain=sandbox_bot&start=basics-tourist_work",
)


@pytest.mark.parametrize("address", LINKS)
async def test_a_link_to_the_bot_starts_it_with_its_payload(browser: Browser, address: str) -> None:
    async with visiting(browser) as visit:
        link = {"type": "text_link", "offset": 0, "length": 5, "url": address}
        await visit.bot("sendMessage", chat_id=PERSON, text="Толық мәлімет", entities=[link])
        await visit.log().locator(".bot .command").click()
        await expect(visit.log().locator(".own .text")).to_have_text("/start basics-tourist_work")
        await visit.bot(
            "sendMessage",
            chat_id=PERSON,
            text="?",
            reply_markup={"inline_keyboard": [[{"text": "Ашу", "url": address}]]},
        )
        await visit.log().get_by_role("button", name="Ашу").click()
        await expect(visit.log().locator(".own .text")).to_have_count(2)


async def test_a_link_to_another_bot_or_site_stays_a_link(browser: Browser) -> None:
    async with visiting(browser) as visit:
        text = "https://t.me/other_bot?start=x https://t.me.evil.kz/sandbox_bot?start=x"
        await visit.bot("sendMessage", chat_id=PERSON, text=text)
        await expect(visit.log().locator(".bot a[target=_blank]")).to_have_count(2)
        assert await visit.log().locator(".bot .command").count() == 0


@both
async def test_blocking_is_told_to_the_bot_and_can_be_taken_back(browser: Browser, look: Look) -> None:
    async with visiting(browser, look) as visit:
        await visit.device().locator("button.owner").click()
        await visit.button("block").click()
        await visit.button("done").click()
        await expect(visit.device().locator(".instead")).to_contain_text(visit.word("you_blocked"))
        await expect(visit.field()).to_be_hidden()
        assert visit.stand_in.world.chats.people[PERSON].blocked
        await visit.button("unblock", visit.device()).click()
        await expect(visit.field()).to_be_visible()
        states = [update["my_chat_member"]["new_chat_member"]["status"] for update in await visit.updates()]
        assert states == ["kicked", "member"]


async def test_an_account_is_deleted_only_when_asked_twice(browser: Browser) -> None:
    async with visiting(browser) as visit:
        await visit.device().locator("button.owner").click()
        await visit.button("delete_account").click()
        assert not visit.stand_in.world.chats.people[PERSON].deactivated
        await visit.button("delete_account_sure").click()
        await expect(visit.device().locator(".instead")).to_contain_text(visit.word("account_is_deleted"))
        assert visit.stand_in.world.chats.people[PERSON].deactivated


async def test_the_language_of_a_telegram_can_be_changed(browser: Browser) -> None:
    async with visiting(browser) as visit:
        await visit.bot("setMyName", name="Работа в Корее", language_code="ru")
        await visit.device().locator("button.owner").click()
        await visit.page.select_option("#client-language", "ru")
        await visit.button("done").click()
        await expect(visit.device().locator("h2")).to_have_text("Работа в Корее")
        await expect(visit.device().locator(".owner")).to_contain_text(visit.word("language_ru"))
