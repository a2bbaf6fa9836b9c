"""
The composition root: settings in, running parts out. It wires by hand and decides nothing.

Each edge is imported inside the one function that needs it, so that `ask` never waits for aiogram.
"""

import asyncio
import gc
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import Clock, MovableClock, SystemClock
from bot.errors import BotError, UsageError
from bot.people.model import Language

if TYPE_CHECKING:
    from bot.doctor import Diagnosis, Part
    from bot.faq.library import Library
    from bot.faq.matching.matcher import Matcher
    from bot.files.renewal import Renewal
    from bot.settings import Settings
    from bot.storage.opening import Storage
    from bot.telegram.service import Service

Say = Callable[[str], None]


@dataclass(frozen=True)
class Place:
    """Where the service runs: which Bot API it talks to, with which token, on which database."""

    base: str
    token: str
    database: str
    staff_chat_id: int | None
    copies: str  # the folder in the data folder that keeps the last good content
    announcement: str  # told apart from others when the list of commands is sent
    clock: Clock


def build_matcher(locales: Path) -> "Matcher":
    """The matcher of the content as it is. Raises ContentError."""
    from bot.faq.matching.matcher import Matcher  # noqa: PLC0415
    from bot.files.phrasings import load_matching_content  # noqa: PLC0415

    return Matcher.build(load_matching_content(locales))


def build_library(locales: Path) -> "Library":
    """The answers as they are. Raises ContentError."""
    from bot.faq.library import Library  # noqa: PLC0415
    from bot.files.content import load_catalogue  # noqa: PLC0415
    from bot.files.folder import digest_of  # noqa: PLC0415
    from bot.i18n import Translations  # noqa: PLC0415

    return Library(load_catalogue(locales), Translations.load(locales).of, digest_of(locales))


async def run(settings: "Settings", say: Say) -> None:
    """The service against Telegram, until it is told to stop. Raises BotError."""
    if settings.token is None:
        raise UsageError("token_missing")
    token = settings.token.get_secret_value()
    bot_id = token.partition(":")[0]
    place = Place(
        settings.api_base,
        token,
        settings.database(),
        settings.staff_chat_id,
        "content",
        bot_id,
        SystemClock(),
    )
    await _serve(settings, place, say)


async def play(settings: "Settings", port: int, say: Say) -> None:
    """The same service and the built-in stand-in for Telegram, on one clock to move. Raises BotError."""
    from bot.sandbox.cast import STAFF_CHAT_ID, bring_the_cast  # noqa: PLC0415
    from bot.sandbox.server import run_stand_in  # noqa: PLC0415

    clock = MovableClock(SystemClock())
    async with run_stand_in(port=port, clock=clock) as running:
        bring_the_cast(running.stand_in)
        say(f"Chat with the bot here: {running.page}")
        database = f"sqlite+aiosqlite:///{settings.data_dir / 'try.sqlite3'}"
        started = str(time.time_ns())  # the stand-in forgets the commands when it ends
        staff = settings.staff_chat_id or STAFF_CHAT_ID
        place = Place(running.base, running.token, database, staff, "try-content", started, clock)
        await _serve(settings, place, say)


async def examine(settings: "Settings", unknown: Mapping[str, str | None]) -> list["Diagnosis"]:
    """What `bot doctor` finds; everything is looked at side by side, and nothing is changed."""
    from bot.doctor import Part, about_clock, about_database, about_disk, about_settings  # noqa: PLC0415
    from bot.storage.examination import look_at_database, look_at_disk  # noqa: PLC0415
    from bot.telegram.examination import look_at_clock  # noqa: PLC0415

    async def clock() -> list["Diagnosis"]:
        base, proxy = settings.api_base, settings.proxy
        return about_clock(await look_at_clock(base, SystemClock(), proxy=proxy, ca_file=settings.ca_file))

    async def database() -> list["Diagnosis"]:
        return about_database(await look_at_database(settings.database()))

    async def disk() -> list["Diagnosis"]:
        return about_disk(await asyncio.to_thread(look_at_disk, settings.data_dir))

    found = await asyncio.gather(
        _told(Part.TOKEN, _examine_telegram(settings)),
        _told(Part.CLOCK, clock()),
        _told(Part.DATABASE, database()),
        _told(Part.DISK, disk()),
        _told(Part.CONTENT, _examine_content()),
        _told(Part.MODEL, _examine_model()),
    )
    listed = [*about_settings(unknown), *(one for part in found for one in part)]
    return sorted(listed, key=lambda one: list(Part).index(one.part))


async def _told(part: "Part", look: Awaitable[list["Diagnosis"]]) -> list["Diagnosis"]:
    """What keeps somebody from looking is a finding like any other."""
    from bot.doctor import Diagnosis, Level  # noqa: PLC0415

    try:
        return await look
    except BotError as error:
        return [Diagnosis(Level.WRONG, part, error.code, error.facts)]
    except TimeoutError:
        return [Diagnosis(Level.WRONG, part, "no_answer")]


async def _examine_telegram(settings: "Settings") -> list["Diagnosis"]:
    from bot.doctor import about_telegram  # noqa: PLC0415
    from bot.telegram.api import BotApi  # noqa: PLC0415
    from bot.telegram.examination import look_at_telegram  # noqa: PLC0415

    staff = settings.staff_chat_id
    if settings.token is None:
        return about_telegram(None, staff_is_set=staff is not None)
    token = settings.token.get_secret_value()
    api = BotApi(settings.api_base, token, proxy=settings.proxy, ca_file=settings.ca_file)
    try:
        return about_telegram(await look_at_telegram(api, staff), staff_is_set=staff is not None)
    finally:
        await api.close()


async def _examine_content() -> list["Diagnosis"]:
    from bot.clock import day_in_kazakhstan  # noqa: PLC0415
    from bot.doctor import about_content, about_languages, about_ministry  # noqa: PLC0415
    from bot.files.examination import look_at_content  # noqa: PLC0415
    from bot.files.place import locales_dir  # noqa: PLC0415

    today = day_in_kazakhstan(SystemClock().now())
    seen = await asyncio.to_thread(look_at_content, locales_dir(), today)
    return [*about_languages(seen), *about_content(seen), *about_ministry(seen)]


async def _examine_model() -> list["Diagnosis"]:
    from bot.doctor import about_model  # noqa: PLC0415
    from bot.examination import ModelSeen  # noqa: PLC0415
    from bot.files.place import locales_dir  # noqa: PLC0415

    started = time.perf_counter()
    await asyncio.to_thread(build_matcher, locales_dir())
    return about_model(ModelSeen(semantic=False, seconds=time.perf_counter() - started))


async def _serve(settings: "Settings", place: Place, say: Say) -> None:
    from bot.storage.opening import sole_user  # noqa: PLC0415
    from bot.web.health import build_health, listening  # noqa: PLC0415

    stopping = asyncio.Event()
    _stop_on_signals(stopping)
    watch = _Watch()
    # The port comes first: whether it is free is known at once, and everything else takes seconds.
    health = build_health(watch.readiness, watch.count)
    async with listening(health, settings.listen_host, settings.listen_port) as address:
        say(f"Health and metrics: http://{address}/healthz /readyz /metrics")
        with sole_user(place.database):
            await _work(settings, place, watch, stopping)


async def _work(settings: "Settings", place: Place, watch: "_Watch", stopping: asyncio.Event) -> None:
    from bot.storage.opening import open_storage  # noqa: PLC0415

    renewal = _first_texts(settings, place)
    async with (
        open_storage(place.database) as storage,
        _service(settings, place, storage, renewal) as service,
        renewal.going_on(service, _spare_the_collector),
    ):
        watch.service = service
        _spare_the_collector()
        await service.run(stopping)


def _first_texts(settings: "Settings", place: Place) -> "Renewal":
    """The content of the program, or the copy of the last good one. Raises ContentError."""
    from bot.files.starting import start  # noqa: PLC0415
    from bot.sentences import sentence  # noqa: PLC0415

    first = start(settings.data_dir / place.copies, place.clock, settings.default_language)
    if first.replaced is not None:
        sys.stderr.write(f"{sentence(first.replaced)}\n")
    return first.renewal


@dataclass
class _Watch:
    """What the health pages look at while the service is being built, and afterwards."""

    service: "Service | None" = None

    async def readiness(self) -> Mapping[str, bool]:
        if self.service is None:
            return {"database": False, "receiver": False, "sender": False}
        return await self.service.readiness()

    async def count(self) -> None:
        if self.service is not None:
            await self.service.count()


@asynccontextmanager
async def _service(
    settings: "Settings", place: Place, storage: "Storage", renewal: "Renewal"
) -> AsyncIterator["Service"]:
    from bot.background import Background  # noqa: PLC0415
    from bot.telegram.api import BotApi  # noqa: PLC0415
    from bot.telegram.dispatch import Defaults  # noqa: PLC0415
    from bot.telegram.service import Service  # noqa: PLC0415

    api = BotApi(place.base, place.token, proxy=settings.proxy, ca_file=settings.ca_file)
    background = Background()
    try:
        yield Service(
            api=api,
            storage=storage,
            library=renewal.texts.library,
            decide=renewal.texts.matcher.decide,
            defaults=Defaults(Language(settings.default_language), place.staff_chat_id),
            send_rate=settings.send_rate,
            clock=place.clock,
            background=background,
            announcement=place.announcement,
        )
    finally:
        await background.close()
        await api.close()


def _spare_the_collector() -> None:
    """What was imported and read lives long; looking through it again and again is a waste."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _stop_on_signals(stopping: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stopping.set)
        except NotImplementedError:  # Windows: Ctrl-C ends the process, and nothing is lost by that
            return
