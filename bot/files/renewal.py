"""
Keeps what the bot says in step with the content files while it works.

A change is read off the event loop once it has come to rest. Only what is whole and without errors takes the
place of the old; whatever else happens to the files, the old texts stay.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import structlog

from bot.background import Background
from bot.errors import BotError, ContentError
from bot.faq.library import Library
from bot.faq.matching.model import Decision
from bot.faq.renewal import Rest, State, Telling, Trouble, bad, good
from bot.files.copies import Copies
from bot.files.findings import Finding
from bot.files.folder import Look, look_at
from bot.files.texts import Reader, Texts, taught_by
from bot.files.wording import say
from bot.metrics import CONTENT_GOOD
from bot.people.model import Language

LOOK_SECONDS: Final = 2.0

_log = structlog.get_logger()


class Bot(Protocol):
    """What works with the texts. Raises StorageError."""

    async def renew(self, library: Library, decide: Callable[[str, str | None], Decision]) -> None:
        """Put new texts in the place of the old, both at once."""

    async def last_told(self) -> str | None:
        """The mark of what staff were told last."""

    async def tell(self, state: State) -> None:
        """Tell staff how the content files are."""


@dataclass(frozen=True)
class Source:
    """Where the content files are, how they are read, and where a copy of the last good ones is kept."""

    find: Callable[[], Path]  # raises ContentError where there are none
    reader: Callable[[], Reader]  # of the day
    copies: Copies
    stop: Callable[[], None] = lambda: None  # what still reads ends

    def found(self) -> Path | None:
        """The folder of content files, where there is one."""
        try:
            return self.find()
        except ContentError:
            return None

    def read(self, before: Texts | None = None) -> Texts | list[Finding]:
        """The texts, or what is wrong: an editor who is told, whatever the matter, can put it right."""
        reader = self.reader()
        try:
            locales = self.find()
        except ContentError:
            return [Finding("error", "locales", None, say("folder_missing", reader.language))]
        try:
            kept = self.copies.newest()
            return reader.read(locales, before, taught_by(kept) if kept else frozenset())
        except Exception as error:  # noqa: BLE001  whatever an editor has done, the bot goes on
            return [unusable(error, reader.language)]


def unusable(error: Exception, language: Language) -> Finding:
    """What an editor reads about an error that no check foresaw."""
    reason = error.code if isinstance(error, BotError) else type(error).__name__
    return Finding("error", "locales", None, say("unusable", language, reason=reason))


class Renewal:
    """
    The texts in force, and the loop that renews them.

    `seen` and `state`: how the files looked when they were checked, and what was found. Without them they are
    checked at the first look: a start must not wait for what would not change it.
    """

    def __init__(
        self, source: Source, texts: Texts, seen: Look | None = None, state: State | None = None
    ) -> None:
        self.texts = texts
        self.state = state
        self._begun = state or good(texts.digest, texts.topics)
        self._source = source
        self._rest = Rest(seen)
        self._telling: Telling | None = None
        CONTENT_GOOD.set(state is None or state.is_good)

    @asynccontextmanager
    async def going_on(self, bot: Bot, tidy: Callable[[], None]) -> AsyncIterator[None]:
        """Look again and again while the body runs. `tidy` is called when texts have been let go."""
        background = Background()
        background.start("content", self._run(bot, tidy))
        try:
            yield
        finally:
            self._source.stop()
            await background.close()

    async def _run(self, bot: Bot, tidy: Callable[[], None]) -> None:
        if self.state is None or self.state.is_good:
            await self._keep()
        while True:
            before = self.texts.digest
            try:
                await self.look(bot, time.monotonic())
            except Exception as error:  # noqa: BLE001  there is always a next look
                _log.error("the content could not be looked at", kind=type(error).__name__)
            if self.texts.digest != before:
                tidy()
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self, bot: Bot, now: float) -> None:
        """Read the files if they changed and are at rest, and tell staff what is due. Raises BotError."""
        seen = await asyncio.to_thread(self._look)
        if self._rest.is_due(seen, now):
            await self._renew(bot, seen)
        if self.state is not None:
            await self._tell(bot, self.state, now)

    async def _tell(self, bot: Bot, state: State, now: float) -> None:
        if self._telling is None:
            self._telling = Telling(await bot.last_told())
            self._telling.begin(self._begun)
        if self._telling.is_due(state, now):
            await bot.tell(state)
            self._telling.tell(state, now)

    def _look(self) -> Look:
        return look_at(self._source.found())

    async def _renew(self, bot: Bot, seen: Look) -> None:
        read = await asyncio.to_thread(self._source.read, self.texts)
        if await asyncio.to_thread(self._look) != seen:
            return  # somebody wrote while it was read
        self._rest.settle(seen)
        self.state = state_of(read)
        CONTENT_GOOD.set(self.state.is_good)
        if isinstance(read, list):
            _log.error("the content has errors, the old texts stay", first=self.state.troubles[0].place)
        elif read.digest != self.texts.digest:
            self.texts = read
            await bot.renew(read.library, read.matcher.decide)
            _log.info("new texts are in force", topics=read.topics)
            await self._keep()

    async def _keep(self) -> None:
        """A copy for the next start. Without one the bot works as well, so that it is only a warning."""
        locales = self._source.found()
        if locales is None:
            return
        try:
            await asyncio.to_thread(self._source.copies.keep, locales, self.texts.digest)
        except ContentError as error:
            _log.warning("no copy of the content could be kept", said=str(error))


def state_of(read: Texts | list[Finding]) -> State:
    """How the content files are, after they were read."""
    if isinstance(read, Texts):
        return good(read.digest, read.topics)
    return bad([Trouble(f"{one.file}:{one.line}" if one.line else one.file, one.message) for one in read])
