"""Every button ever sent is answered sensibly: now, after a kill, and after its text has changed or gone."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.faq.library import EMERGENCY, Library
from bot.people.model import Language
from bot.sandbox.citizen import Citizen
from bot.sandbox.stand_in import Rules
from tests.e2e.house import House, open_house
from tests.e2e.new_content import (
    NEW_CHAPTERS,
    NEW_TITLES,
    copied_program,
    remove_topic,
    rename_chapter,
    retitle_topic,
)
from tests.e2e.phrases import Phrases
from tests.e2e.seeing import complaints_in, text_of
from tests.e2e.walking import Button, Guise, Pressed, Walker, labels
from tests.e2e.watching import WatchedStandIn

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(600)]

OTHER = {Language.KK: Language.RU, Language.RU: Language.KK}
NAMES = {Language.KK: "Қазақша", Language.RU: "Русский"}
ATTACHMENTS = ("photo", "voice", "contact", "location", "sticker")
COMMANDS = ("/my", "/sos", "/help", "/language", "/menu", "/start", "/nonsense")
KINDS = set("mgtcnlapsrbqk")
"""Of every kind of button the walk must meet one."""


@dataclass
class Scene:
    """A bot that runs on content which can be changed."""

    house: House
    stand_in: WatchedStandIn
    tree: Path

    def walker(self, citizen: Citizen, language: Language) -> Walker:
        return Walker(self.house, self.stand_in, citizen, language)

    async def begin_anew(self) -> None:
        """The bot is killed between two instructions and started on what its folder holds by now."""
        await self.house.bot.kill()
        await self.house.start()


@pytest_asyncio.fixture(loop_scope="session")
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    tree = copied_program(tmp_path / "tree")
    stand_in = WatchedStandIn(Rules(press_lifetime=timedelta(hours=1)))  # many are pressed at once
    settings = {"BOT_SEND_RATE": "0", "PYTHONPATH": str(tree)}
    async with open_house(tmp_path / "life", settings, stand_in=stand_in) as house:
        await house.start()
        yield Scene(house, stand_in, tree)
        nothing_went_wrong(house)
        assert await house.bot.stop() == 0


def nothing_went_wrong(house: House) -> None:
    """Telegram understood everything, nothing was poison, and nothing failed inside."""
    assert house.stand_in.schema_errors == []
    assert house.rows("SELECT count(*) FROM updates WHERE state = 'poison' OR tries > 0") == [(0,)]
    assert house.rows("SELECT cause, error FROM outbox WHERE state IN ('refused', 'unknown')") == []
    assert house.rows("SELECT cause FROM outbox WHERE cause LIKE 'notice:%'") == []
    output = house.whole_output()
    assert "Traceback" not in output
    assert "[error" not in output
    assert "[critical" not in output


async def everything_asked(house: House, library: Library, phrases: Phrases, language: Language) -> Citizen:
    """Somebody who has done everything that brings buttons; their Telegram speaks the other language."""
    citizen = house.newcomer(OTHER[language])
    await citizen.says("/start")
    await citizen.reads()
    await citizen.presses(NAMES[language])
    await citizen.reads()
    text, topic = phrases.answered(language)
    asked = (text, phrases.with_choices(language), phrases.unheard_of(language), phrases.of_danger(language))
    linked = f"/start {topic.replace('.', '-')}"
    for said in (*asked, phrases.courtesy(language), *COMMANDS, linked):
        await citizen.says(said)
        await citizen.reads()
    for kind in ATTACHMENTS:
        await citizen.sends(kind)
        await citizen.reads()
    return citizen


def what_is_wrong(pressed: list[Pressed], language: Language) -> dict[str, list[str]]:
    """The complaints about each press; of a button for the other language those of its speakers."""
    found = {}
    for one in pressed:
        parts = one.button.parts
        chosen = Language(parts[3]) if parts[0] == "l" and parts[3] in set(Language) else language
        if complaints := one.complaints(chosen):
            found[f"{one.button.data} {one.guise.name}"] = complaints
    return found


@pytest.mark.parametrize("language", list(Language))
async def test_every_button_of_every_message_is_answered_now_and_after_a_kill_and_new_content(
    scene: Scene, library: Library, phrases: Phrases, language: Language
) -> None:
    citizen = await everything_asked(scene.house, library, phrases, language)
    walker = scene.walker(citizen, language)
    pressed = await walker.walk()
    assert what_is_wrong(pressed, language) == {}
    assert {button.parts[0] for button in walker.buttons.values()} == KINDS
    old = list(walker.buttons.values())

    topic = phrases.answered(language)[1]
    retitled = another_topic(library, topic)
    chapter = library.topic(retitled).group
    remove_topic(scene.tree / "locales", topic)
    retitle_topic(scene.tree / "locales", retitled)
    rename_chapter(scene.tree / "locales", chapter)
    await scene.begin_anew()
    again = await walker.press(forged(old))
    for buttons, guise in in_turns(old):
        again += await walker.press(buttons, guise)
    assert what_is_wrong(again, language) == {}
    seen = labels(again)
    assert {NEW_TITLES[language], NEW_CHAPTERS[language]} <= seen
    assert not seen & {title_of(library, each, language) for each in (topic, retitled, chapter)}
    assert words_after_pressing(topic, again) == {gone(library, language)}


def in_turns(buttons: list[Button]) -> Iterator[tuple[list[Button], Guise]]:
    """Each button in one guise, each kind of button in every guise."""
    in_order = sorted(buttons, key=lambda button: button.parts[0])
    for place, guise in enumerate(Guise):
        yield in_order[place :: len(Guise)], guise


def another_topic(library: Library, topic: str) -> str:
    """One that is read by everybody, in the same chapter or in another."""
    found = (one.id for group in library.groups for one in library.topics_of(group.id))
    return next(one for one in found if one not in {topic, EMERGENCY})


def title_of(library: Library, name: str, language: Language) -> str:
    """What a topic or a chapter was called before."""
    chapter = library.group(name)
    return chapter.titles[language] if chapter else library.title(name, language)


def words_after_pressing(topic: str, pressed: list[Pressed]) -> set[str]:
    """What was said to whoever wanted to read a topic."""
    return {
        text_of(message)
        for one in pressed
        if one.button.parts[0] == "t" and topic in one.button.parts
        for message in one.messages
    }


def gone(library: Library, language: Language) -> str:
    _ = library.translator_of(language)
    return _("This text is not here any more. Choose a topic, or write your question.")


def forged(buttons: list[Button]) -> list[Button]:
    """Buttons of versions that are no more: more parts, fewer, another mark, another language."""
    first_of_kind = {button.parts[0]: button for button in buttons}
    changed = []
    for button in first_of_kind.values():
        seen = button.parts[1]
        changed += [
            Button(f"{button.data}:more", button.message),
            Button(button.data.rpartition(":")[0], button.message),
            Button(button.data.replace(f":{seen}:", ":en:", 1), button.message),
            Button(f"z{button.data}", button.message),
        ]
    return [button for button in changed if len(button.data.encode()) <= 64]


@pytest.mark.parametrize("language", list(Language))
async def test_somebody_without_a_language_stays_in_that_of_the_text_above_every_button(
    scene: Scene, phrases: Phrases, language: Language
) -> None:
    citizen = scene.house.newcomer(OTHER[language])
    for text in (phrases.answered(language)[0], phrases.with_choices(language), phrases.of_danger(language)):
        await citizen.says(text)
        heard = await citizen.reads()
        assert complaints_in(heard.message, language) == []
    walker = scene.walker(citizen, language)
    buttons = [button for button in walker.look() if button.parts[0] != "l"]
    assert what_is_wrong(await walker.press(buttons), language) == {}
