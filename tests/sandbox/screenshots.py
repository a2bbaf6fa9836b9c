"""
Pictures of the page for the documents, made from a real conversation with the real bot.

    python -m tests.sandbox.screenshots docs/pictures
"""

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.async_api import Browser, Page

from bot.clock import KAZAKHSTAN
from tests.sandbox.trial import PATIENCE, Trial, trying
from tests.sandbox.visits import OTHER, PERSON, Look, browsing

LARGEST = 250_000
"""Bytes: what a picture in the documents may weigh."""

QUESTIONS = {
    "kk": (PERSON, "Визасыз барып жұмыс істесем бола ма?"),
    "ru": (OTHER, "Можно ли поехать без визы и работать?"),
}
UNKNOWN = {
    "kk": (PERSON, "Кореяға итімді ала барсам, оған қандай құжат керек?"),
    "ru": (OTHER, "Можно ли взять с собой собаку и какие на неё нужны документы?"),
}


@dataclass(frozen=True)
class Picture:
    """One picture: its name, how the page is looked at, and which part of the panel is open."""

    name: str
    look: Look
    panel: str | None = None
    scale: float = 1.0


PICTURES = (
    Picture("kk-phone", Look("kk", 390, 844, "light", f"{PERSON},staff"), scale=1.5),
    Picture("ru-phone", Look("ru", 390, 844, "dark", f"{OTHER},staff"), scale=1.5),
    Picture("kk-wide", Look("kk", 1366, 800, "light", f"{PERSON},staff")),
    Picture("ru-wide", Look("ru", 1366, 800, "dark", f"{OTHER},staff"), panel="transcript"),
    Picture("kk-clock", Look("kk", 1366, 800, "dark", f"{PERSON},staff"), panel="clock"),
    Picture("ru-two-citizens", Look("ru", 1400, 820, "light", f"{OTHER},{PERSON},staff")),
)


async def converse(trial: Trial) -> None:
    """What the pictures show: tomorrow at ten, an answer and a question passed on, in both languages."""
    tomorrow = datetime.now(UTC).astimezone(KAZAKHSTAN) + timedelta(days=1)
    await trial.order("clock", to=tomorrow.replace(hour=10, minute=0, second=0).isoformat())
    async with asyncio.timeout(PATIENCE):
        while "setMyName" not in (await trial.look("stats"))["requests"]:
            await asyncio.sleep(0.1)
    for language in ("kk", "ru"):
        await trial.ask(*UNKNOWN[language])
    await trial.order("clock", forward_seconds=120)
    for language in ("kk", "ru"):
        await trial.ask(*QUESTIONS[language])


async def take(browser: Browser, trial: Trial, picture: Picture, folder: Path) -> Path:
    """One picture. Errors: AssertionError when it is too heavy."""
    look = picture.look
    context = await browser.new_context(
        viewport=look.size,
        color_scheme=look.scheme,
        reduced_motion="reduce",
        device_scale_factor=picture.scale,
    )
    page = await context.new_page()
    await page.goto(f"{trial.page}?lang={look.language}#{look.address}")
    await page.locator(".device .message").first.wait_for()
    await _open(page, picture.panel)
    path = folder / f"{picture.name}.png"
    await page.screenshot(path=path)
    await context.close()
    assert path.stat().st_size < LARGEST, f"{path.name} weighs {path.stat().st_size}"
    return path


async def _open(page: Page, panel: str | None) -> None:
    if panel is None:
        return
    await page.click("#open-panel")
    await page.click(f"#tab-{panel}")
    if panel == "transcript":
        await page.locator("#requests summary").first.click()


async def main(folder: Path) -> None:
    """Make all pictures anew."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as own:
        async with trying(Path(own)) as trial, browsing() as browser:
            await converse(trial)
            for picture in PICTURES:
                path = await take(browser, trial, picture, folder)
                print(path.name, path.stat().st_size)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
