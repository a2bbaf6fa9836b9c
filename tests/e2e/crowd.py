"""People who do everything that people do, at random, but the same at every run."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random
from typing import Any

from bot.files.phrasings import phrasing_lines
from bot.people.model import Language
from bot.sandbox.refusal import RefusalError
from tests.e2e.bot_process import ROOT
from tests.e2e.seeing import Message, presses
from tests.e2e.watching import WatchedStandIn

LONGEST = 4096
"""Letters of a message in Telegram."""
FLOOD = 100
KINDS = (
    "photo",
    "voice",
    "document",
    "video",
    "video_note",
    "audio",
    "animation",
    "sticker",
    "contact",
    "location",
)
COMMANDS = (
    "/start",
    "/menu",
    "/help",
    "/language",
    "/my",
    "/sos",
    "/SOS@sandbox_bot",
    "/unknown",
    "/stop please",
)
FOLLOW_UPS = {
    Language.RU: ("а документы?", "а сколько стоит", "и куда идти?", "а если просрочил"),
    Language.KK: ("ал құжат ше?", "қанша тұрады", "қайда барам?", "ал мерзімі өтіп кетсе ше"),
}
GROUPS = (-1002000000001, -1002000000002)
"""Groups of citizens in which the bot is: as administrator it reads everything, as a member only its name."""
_TEXTS = ("locales/faq/bank.jsonl", "tests/quality/dev.jsonl", "tests/quality/followups.jsonl")


@lru_cache(maxsize=1)
def texts() -> dict[Language, tuple[tuple[str, ...], ...]]:
    """What people ask, by language: what there are answers to, and everything else."""
    rows = [
        json.loads(line)
        for name in _TEXTS
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if line
    ]
    return {
        language: (_answered(language), _plain(row["text"] for row in rows if row["lang"] == language.value))
        for language in Language
    }


def _answered(language: Language) -> tuple[str, ...]:
    files = sorted((ROOT / "locales" / language / "phrasings").glob("*.txt"))
    return _plain(line for path in files for _, line in phrasing_lines(path))


def _plain(said: Iterable[str]) -> tuple[str, ...]:
    """Without quotation marks, which would hide where it is the bot that quotes."""
    return tuple(text for text in said if not set(text) & set("«»"))


@dataclass
class Plan:
    """How long people go on, and how often each of them does something."""

    seconds: float
    pause: float  # seconds between two things that one person does, on average


@dataclass
class Actor:
    """One person, who speaks one language."""

    stand_in: WatchedStandIn
    person_id: int
    language: Language
    chance: Random
    floods: bool = False
    written: list[int] = field(default_factory=list)  # texts, to be corrected

    @property
    def is_away(self) -> bool:
        """Whether they have blocked the bot."""
        return self.stand_in.world.chats.person(self.person_id).blocked

    async def live(self, plan: Plan) -> None:
        """Do one thing after another until the time is over; then let the bot in again."""
        loop = asyncio.get_running_loop()
        end = loop.time() + plan.seconds
        await asyncio.sleep(self.chance.uniform(0, plan.pause))
        while loop.time() < end:
            act = self.chance.choices([act for act, _ in ACTS], [weight for _, weight in ACTS])[0]
            if self.is_away:
                act = Actor.comes_back
            if self.floods and self.chance.random() < 0.1:
                self.floods, act = False, Actor.floods_the_chat
            await act(self)
            await asyncio.sleep(self.chance.expovariate(1 / plan.pause))
        if self.is_away:
            await self.comes_back()

    async def asks(self) -> None:
        self._says(self._text())

    async def follows_up(self) -> None:
        self._says(self.chance.choice(FOLLOW_UPS[self.language]))

    async def asks_in_pieces(self) -> None:
        for _ in range(self.chance.randint(2, 5)):
            self._says(self._text())
            await asyncio.sleep(self.chance.uniform(0, 0.25))

    async def tells_at_length(self) -> None:
        story = ""
        while len(story) < LONGEST:
            story += self._text() + "\n"
        self._says(story[:LONGEST])

    async def corrects(self) -> None:
        if self.written:
            self.stand_in.edits(self.person_id, self.chance.choice(self.written[-3:]), self._text())

    async def commands(self) -> None:
        self._says(self.chance.choice(COMMANDS))

    async def presses_something(self) -> None:
        self._press(self._visible())

    async def taps_twice(self) -> None:
        button = self._visible()
        self._press(button)
        await asyncio.sleep(self.chance.uniform(0, 0.2))
        self._press(button)

    async def sends_something(self) -> None:
        caption = self._text() if self.chance.random() < 0.4 else ""
        self.stand_in.sends(self.person_id, self.chance.choice(KINDS), caption=caption)

    async def sends_an_album(self) -> None:
        album = str(self.chance.getrandbits(40))
        caption = self._text() if self.chance.random() < 0.5 else ""
        for place in range(self.chance.randint(2, 4)):
            self.stand_in.sends(self.person_id, "photo", caption=caption if place == 0 else "", album=album)

    async def speaks_and_taps(self) -> None:
        self.stand_in.sends(self.person_id, "voice")
        await asyncio.sleep(1.5)
        self._press(self._visible("b"))

    async def writes_in_a_group(self) -> None:
        group = self.chance.choice(GROUPS)
        text = self._text()
        addressed = self.chance.random() < 0.4
        where: dict[str, Any] = {"chat_id": group}
        self.stand_in.says(self.person_id, f"@sandbox_bot {text}"[:LONGEST] if addressed else text, **where)

    async def goes_away(self) -> None:
        self.stand_in.blocks(self.person_id)

    async def comes_back(self) -> None:
        self.stand_in.unblocks(self.person_id)
        self._says("/start")

    async def follows_a_link(self) -> None:
        self._says(
            f"/start {self.chance.choice(('basics-tourist_work', 'rights-detained', 'no-such_topic'))}"
        )

    async def floods_the_chat(self) -> None:
        for _ in range(FLOOD):
            self._says(self._text())
            await asyncio.sleep(self.chance.uniform(0, 0.1))

    async def changes_the_language(self) -> None:
        self._press(self._visible("l"))

    def _says(self, text: str) -> None:
        if not self.is_away:
            self.written.append(self.stand_in.says(self.person_id, text))

    def _text(self) -> str:
        return self.chance.choice(self.chance.choice(texts()[self.language]))

    def _visible(self, kind: str = "") -> tuple[Message, str] | None:
        """A button that can be seen on the screen: of one of the last messages with any."""
        kept = list(self.stand_in.world.messages.of(self.person_id))[-12:]
        found = [
            (one.message, data)
            for one in kept
            if one.by_bot
            for data in presses(one.message)
            if data.startswith(kind)
        ]
        return self.chance.choice(found) if found else None

    def _press(self, button: tuple[Message, str] | None) -> None:
        if button is None or self.is_away:
            return
        message, data = button
        try:
            self.stand_in.presses(self.person_id, message["message_id"], data=data)
        except RefusalError:  # the message has changed while the finger was on its way
            self.stand_in.presses_raw(self.person_id, message, data)


ACTS: tuple[tuple[Callable[[Actor], Awaitable[None]], float], ...] = (
    (Actor.asks, 26),
    (Actor.presses_something, 24),
    (Actor.commands, 9),
    (Actor.follows_up, 7),
    (Actor.asks_in_pieces, 6),
    (Actor.sends_something, 6),
    (Actor.writes_in_a_group, 5),
    (Actor.corrects, 4),
    (Actor.taps_twice, 4),
    (Actor.speaks_and_taps, 3),
    (Actor.sends_an_album, 2),
    (Actor.follows_a_link, 2),
    (Actor.changes_the_language, 2),
    (Actor.tells_at_length, 1.5),
    (Actor.goes_away, 1.5),
)
"""What people do, and how often."""


def gather(stand_in: WatchedStandIn, people: int, seed: int) -> list[Actor]:
    """So many people of both languages, and the groups in which they meet; one in thirty writes floods."""
    for group, status in zip(GROUPS, ("administrator", "member"), strict=True):
        stand_in.add_group(group, f"Топ {group}", bot_status=status)
    actors = []
    for place in range(people):
        language = list(Language)[place % 2]
        person = 500_001 + place
        hint = (language.value, "en", None)[place % 7 % 3]
        stand_in.add_person(person, f"P{place}", hint)
        chance = Random(f"{seed} {place}")
        actors.append(Actor(stand_in, person, language, chance, floods=place % 30 == 7))
    return actors
