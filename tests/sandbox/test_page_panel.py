"""The chat page in a real browser: the clock, the faults and the transcript."""

import pytest
from playwright.async_api import Browser, expect

from bot.sandbox.stand_in import StandIn
from tests.sandbox.visits import PERSON, PHONE, WIDE, Look, Visit, needs_chromium, shared_loop, visiting
from tests.sandbox.wire import HandClock

pytestmark = [needs_chromium, shared_loop]

both = pytest.mark.parametrize("look", [WIDE, PHONE], ids=["kk wide light", "ru phone dark"])


async def open_panel(visit: Visit, part: str) -> None:
    await visit.page.click("#open-panel")
    await visit.page.click(f"#tab-{part}")


@both
async def test_the_clock_goes_forward_for_the_whole_page_and_for_the_bot(
    browser: Browser, look: Look
) -> None:
    async with visiting(browser, look) as visit:
        await visit.bot("sendMessage", chat_id=PERSON, text="бүгін")
        await expect(visit.log().locator(".day")).to_have_text(visit.word("today"))
        await visit.page.click("#open-clock")
        month = visit.word("months").split(" ")[10]
        await expect(visit.page.locator("#clock-date")).to_contain_text(month)
        await expect(visit.page.locator("#clock-time")).to_contain_text("14:00")
        await visit.button("plus_hour").click()
        await expect(visit.page.locator("#open-clock time")).to_have_text("15:00")
        await visit.button("plus_day").click()
        ahead = visit.word("clock_ahead", days=1, hours=1, minutes=0)
        await expect(visit.page.locator("#clock-ahead")).to_have_text(ahead)
        await visit.page.click("#close-panel")
        await visit.bot("sendMessage", chat_id=PERSON, text="ертең")
        await expect(visit.log().locator(".day")).to_have_text([visit.word("yesterday"), visit.word("today")])
        await expect(visit.log().locator(".bot time").last).to_have_text("15:00")


async def test_the_clock_goes_to_a_date_and_never_back(browser: Browser) -> None:
    async with visiting(browser) as visit:
        await visit.page.click("#open-clock")
        await set_moment(visit, "31", "12", "2026", "23:30")
        await expect(visit.page.locator("#clock-time")).to_contain_text("23:30")
        assert visit.stand_in.world.clock.now().isoformat() == "2026-12-31T18:30:00+00:00"
        await set_moment(visit, "31", "12", "2026", "9:00")
        await expect(visit.page.locator("#notice")).to_have_text(visit.word("never_back"))
        assert visit.stand_in.world.clock.now().isoformat() == "2026-12-31T18:30:00+00:00"


@pytest.mark.parametrize(
    "moment",
    [
        ("31", "02", "2027", "10:00"),
        ("1", "01", "2027", "25:00"),
        ("", "01", "2027", "10:00"),
        ("1", "01", "27", "x"),
    ],
)
async def test_a_date_that_does_not_exist_moves_nothing(
    browser: Browser, moment: tuple[str, str, str, str]
) -> None:
    async with visiting(browser, Look(language="ru")) as visit:
        await visit.page.click("#open-clock")
        await set_moment(visit, *moment)
        await expect(visit.page.locator("#notice")).to_have_text(visit.word("no_such_date"))
        assert visit.stand_in.world.clock.now() == HandClock().now()


async def set_moment(visit: Visit, day: str, month: str, year: str, time: str) -> None:
    """Fill the fields for a date and press."""
    form = visit.page.locator("#clock-form")
    await form.locator("[name=day]").fill(day)
    await form.locator("[name=month]").select_option(month)
    await form.locator("[name=year]").fill(year)
    await form.locator("[name=time]").fill(time)
    await visit.button("move_clock").click()


async def test_a_clock_that_cannot_be_moved_says_so(browser: Browser) -> None:
    async with visiting(browser, stand_in=StandIn(HandClock())) as visit:
        await visit.page.click("#open-clock")
        await expect(visit.page.locator("#clock-fixed")).to_have_text(visit.word("clock_fixed"))
        await expect(visit.button("plus_hour")).to_be_disabled()


@both
async def test_a_fault_is_ordered_met_listed_and_cleared(browser: Browser, look: Look) -> None:
    async with visiting(browser, look) as visit:
        await open_panel(visit, "faults")
        form = visit.page.locator("#fault-form")
        await form.locator("[name=kind]").select_option(label=visit.word("fault_too_many"))
        await form.locator("[name=method]").select_option("sendMessage")
        await form.locator("[name=chat]").select_option(label="Айгүл")
        await form.locator("[name=wait]").fill("7")
        await form.locator("[name=times]").fill("2")
        await visit.button("order_fault").click()
        order = visit.page.locator("#fault-list li")
        await expect(order).to_contain_text(visit.word("times_left", n=2))
        reply = await visit.stand_in.answer("sendMessage", {"chat_id": PERSON, "text": "а"}, {})
        assert (reply.status, reply.retry_after) == (429, 7)
        await expect(order).to_contain_text(visit.word("times_left", n=1))
        await visit.button("clear_faults").click()
        await expect(order).to_have_count(0)
        await expect(visit.page.locator("#no-faults")).to_be_visible()
        assert visit.stand_in.faults.pending() == []


async def test_every_kind_of_fault_can_be_ordered_until_it_is_cleared(browser: Browser) -> None:
    async with visiting(browser) as visit:
        await open_panel(visit, "faults")
        form = visit.page.locator("#fault-form")
        kinds = await form.locator("[name=kind] option").all_inner_texts()
        await form.locator("[name=forever]").check()
        for kind in kinds:
            await form.locator("[name=kind]").select_option(label=kind)
            await visit.button("order_fault").click()
        listed = visit.page.locator("#fault-list li b")
        await expect(listed).to_have_text(kinds)
        assert len({fault.kind for fault in visit.stand_in.faults.pending()}) == 8
        assert all(fault.times is None for fault in visit.stand_in.faults.pending())


@both
async def test_the_transcript_shows_what_was_sent_and_answered(browser: Browser, look: Look) -> None:
    async with visiting(browser, look) as visit:
        await visit.bot("sendMessage", chat_id=PERSON, text="Сәлем")
        await visit.bot("getUpdates", timeout=0)
        await visit.stand_in.answer("sendMessage", {"chat_id": 5, "text": "а"}, {})
        await open_panel(visit, "transcript")
        rows = visit.page.locator("#requests .request")
        await expect(rows).to_have_count(2)
        await expect(rows.first.locator(".answer")).to_contain_text("400")
        await expect(rows.first).to_contain_text("chat not found")
        await rows.last.locator("summary").click()
        await expect(rows.last.locator("pre").first).to_contain_text('"text": "Сәлем"')
        await expect(rows.last.locator("pre").last).to_contain_text('"ok": true')
        await visit.page.locator("#filter [name=hide]").uncheck()
        await expect(rows).to_have_count(3)
        await visit.page.locator("#filter [name=method]").select_option("getUpdates")
        await expect(rows).to_have_count(1)
        numbers = visit.page.locator("#numbers div")
        await expect(numbers.first).to_contain_text("3")
        await expect(numbers.first).to_contain_text(visit.word("number_requests"))


async def test_the_transcript_grows_by_itself_and_keeps_open_what_was_opened(browser: Browser) -> None:
    async with visiting(browser) as visit:
        await visit.bot("sendMessage", chat_id=PERSON, text="бір")
        await open_panel(visit, "transcript")
        rows = visit.page.locator("#requests .request")
        await rows.first.locator("summary").click()
        await visit.bot("sendMessage", chat_id=PERSON, text="екі")
        await expect(rows).to_have_count(2)
        await expect(rows.last).to_have_attribute("open", "")
        await expect(rows.first).not_to_have_attribute("open", "")


async def test_the_transcript_is_turned_page_by_page_and_cleared(browser: Browser) -> None:
    async with visiting(browser) as visit:
        for _ in range(45):
            await visit.bot("sendChatAction", chat_id=PERSON, action="typing")
        await open_panel(visit, "transcript")
        rows = visit.page.locator("#requests .request")
        await expect(rows).to_have_count(40)
        await expect(visit.button("newer")).to_be_disabled()
        await visit.button("older").click()
        await expect(rows).to_have_count(5)
        await expect(visit.button("older")).to_be_disabled()
        await visit.button("newer").click()
        await expect(rows).to_have_count(40)
        await visit.button("clear_all").click()
        await expect(rows).to_have_count(0)
        await expect(visit.page.locator("#no-requests")).to_be_visible()


async def test_long_answers_are_folded(browser: Browser) -> None:
    async with visiting(browser) as visit:
        rows = [[{"text": f"батырма {row}", "callback_data": str(row)}] for row in range(12)]
        await visit.bot("sendMessage", chat_id=PERSON, text="?", reply_markup={"inline_keyboard": rows})
        await open_panel(visit, "transcript")
        row = visit.page.locator("#requests .request")
        await row.locator("summary").first.click()
        folded = row.locator("details pre").first
        await expect(folded).to_be_hidden()
        await row.locator("details summary").first.click()
        await expect(folded).to_be_visible()
        await expect(folded).to_contain_text("батырма 11")
