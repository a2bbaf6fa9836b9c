"""The chat page in a real browser: several citizens and the staff group side by side."""

from playwright.async_api import Browser, expect

from bot.sandbox.cast import STAFF_CHAT_ID
from tests.sandbox.visits import OTHER, PERSON, PHONE, Look, Visit, needs_chromium, shared_loop, visiting

pytestmark = [needs_chromium, shared_loop]

TAKE = {"inline_keyboard": [[{"text": "Аламын", "callback_data": "take:17"}]]}


async def create_topic(visit: Visit, name: str) -> int:
    topic = await visit.bot("createForumTopic", chat_id=STAFF_CHAT_ID, name=name)
    thread: int = topic["message_thread_id"]
    return thread


async def test_a_second_citizen_is_opened_beside_the_first_and_each_reads_their_own(browser: Browser) -> None:
    async with visiting(browser) as visit:
        await visit.button("open_beside", name="Ерлан").click()
        await visit.field(OTHER).fill("Сколько дней?")
        await visit.field(OTHER).press("Enter")
        await visit.bot("sendMessage", chat_id=PERSON, text="Айгүлге")
        await expect(visit.log(PERSON).locator(".bot .text")).to_have_text("Айгүлге")
        await expect(visit.log(OTHER).locator(".own .text")).to_have_text("Сколько дней?")
        await expect(visit.log(PERSON).locator(".own")).to_have_count(0)
        boxes = [await visit.device(chat).bounding_box() for chat in (PERSON, OTHER, "staff")]
        lefts = [box["x"] for box in boxes if box]
        assert len(lefts) == 3
        assert lefts == sorted(lefts)
        assert visit.page.url.endswith(f"#{PERSON},{OTHER},staff")
        await visit.button("close_phone", name="Айгүл").click()
        await expect(visit.device(PERSON)).to_have_count(0)
        await visit.page.reload()
        await expect(visit.log(OTHER).locator(".own .text")).to_have_text("Сколько дней?")
        await expect(visit.device(PERSON)).to_have_count(0)


async def test_what_nobody_sees_is_counted_until_it_is_opened(browser: Browser) -> None:
    async with visiting(browser) as visit:
        entry = visit.page.locator(f'[data-person="{OTHER}"]')
        for number in range(3):
            await visit.bot("sendMessage", chat_id=OTHER, text=f"жауап {number}")
        await expect(entry.locator(".badge")).to_have_attribute("data-unread", "3")
        await expect(entry.locator(".snippet")).to_contain_text("жауап 2")
        await entry.locator(".entry").click()
        await expect(visit.log(OTHER).locator(".bot")).to_have_count(3)
        await expect(entry.locator(".badge")).to_have_count(0)
        await expect(visit.device(PERSON)).to_have_count(0)


async def test_on_a_narrow_screen_there_are_tabs_with_what_is_new(browser: Browser) -> None:
    async with visiting(browser, Look("ru", 390, 844, "dark", f"{PERSON},{OTHER},staff")) as visit:
        tabs = visit.page.locator("#tabs button")
        await expect(tabs).to_have_count(4)
        await expect(visit.device(PERSON)).to_be_visible()
        await expect(visit.device(OTHER)).to_be_hidden()
        await visit.bot("sendMessage", chat_id=OTHER, text="Ответ")
        await visit.tell_staff("Вопрос")
        await expect(tabs.nth(2).locator(".badge")).to_have_attribute("data-unread", "1")
        await expect(tabs.nth(3).locator(".badge")).to_have_attribute("data-unread", "1")
        await tabs.nth(3).click()
        await expect(visit.log("staff").locator(".bot .text")).to_have_text("Вопрос")
        await expect(tabs.nth(3).locator(".badge")).to_have_count(0)
        await expect(visit.device(PERSON)).to_be_hidden()
        await tabs.nth(0).click()
        await expect(visit.page.locator("#people")).to_be_visible()
        await expect(visit.device("staff")).to_be_hidden()
        await visit.page.locator(f'[data-person="{OTHER}"] .entry').click()
        await expect(visit.log(OTHER).locator(".bot .text")).to_be_visible()


async def test_staff_read_answer_and_press_as_the_officer_who_is_chosen(browser: Browser) -> None:
    async with visiting(browser) as visit:
        await visit.tell_staff("Қ-17: сұрақ", reply_markup=TAKE)
        card = visit.log("staff").locator(".bot")
        await card.locator(".more").press("Enter")
        await visit.choose("reply")
        await visit.page.keyboard.type("Жауап")
        await visit.page.keyboard.press("Enter")
        await expect(visit.log("staff").locator(".own .quote")).to_contain_text("Қ-17: сұрақ")
        await visit.device("staff").locator("select.officer").select_option(label="Тимур")
        await expect(visit.log("staff").locator(".own")).to_have_count(0)
        await expect(visit.log("staff").locator(".person .who")).to_have_text("Гүлнар")
        await card.get_by_role("button", name="Аламын").click()
        await visit.next_press()
        update, press = await visit.updates()
        assert update["message"]["from"]["first_name"] == "Гүлнар"
        assert update["message"]["reply_to_message"]["text"] == "Қ-17: сұрақ"
        assert press["callback_query"]["from"]["first_name"] == "Тимур"
        await visit.button("attach", visit.device("staff")).click()
        await visit.choose("kind_photo")
        await expect(visit.log("staff").locator(".own .photo.media")).to_be_visible()


async def test_a_toast_is_for_the_officer_who_pressed(browser: Browser) -> None:
    async with visiting(browser) as visit:
        await visit.tell_staff("Қ-17", reply_markup=TAKE)
        await visit.log("staff").get_by_role("button", name="Аламын").click()
        await visit.bot("answerCallbackQuery", callback_query_id=await visit.next_press(), text="Алдыңыз")
        await expect(visit.device("staff").locator(".toast")).to_have_text("Алдыңыз")


async def test_the_topics_of_a_forum_are_read_and_written_one_by_one(browser: Browser) -> None:
    async with visiting(browser, forum=True) as visit:
        visa, fraud = await create_topic(visit, "Виза"), await create_topic(visit, "Алаяқтық")
        await visit.tell_staff("виза сұрағы", message_thread_id=visa)
        await visit.tell_staff("алаяқтық сұрағы", message_thread_id=fraud)
        log = visit.log("staff")
        await expect(log.locator(".bot .text")).to_have_count(2)
        await expect(log.locator(".who").first).to_contain_text("Виза")
        await visit.device("staff").locator(".choosing select").select_option(label="Алаяқтық")
        await expect(log.locator(".bot .text")).to_have_text("алаяқтық сұрағы")
        await visit.field("staff").fill("жауап")
        await visit.field("staff").press("Enter")
        await expect(log.locator(".own .text")).to_have_text("жауап")
        assert (await visit.updates())[-1]["message"]["message_thread_id"] == fraud
        await visit.bot("closeForumTopic", chat_id=STAFF_CHAT_ID, message_thread_id=fraud)
        closed = visit.word("closed_topic", name="Алаяқтық")
        await expect(visit.device("staff").locator(".choosing option").last).to_have_text(closed)


async def test_a_link_in_the_group_starts_the_bot_on_the_officers_own_phone(browser: Browser) -> None:
    async with visiting(browser) as visit:
        await visit.tell_staff("https://t.me/sandbox_bot?start=case-17")
        await visit.log("staff").locator(".bot .command").click()
        await expect(visit.log(1003).locator(".own .text")).to_have_text("/start case-17")


async def test_without_a_group_there_is_no_staff_side(browser: Browser) -> None:
    async with visiting(browser, PHONE) as visit:
        visit.stand_in.world.chats.groups.clear()
        visit.stand_in.world.tell_everybody()
        await expect(visit.page.locator("#tabs button")).to_have_count(2)
        await expect(visit.device("staff")).to_have_count(0)


async def test_a_title_in_two_languages_is_shown_in_one(browser: Browser) -> None:
    async with visiting(browser, Look(language="ru")) as visit:
        await expect(visit.device("staff").locator("h2")).to_have_text("Сотрудники")
        visit.stand_in.world.chats.groups[STAFF_CHAT_ID].title = "Топ"
        visit.stand_in.world.tell_everybody()
        await expect(visit.device("staff").locator("h2")).to_have_text("Топ")
