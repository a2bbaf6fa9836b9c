"""The running service on a real database, against a scripted Bot API."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiogram.methods import SetMyName, TelegramMethod
from structlog.testing import capture_logs

from bot.app import build_library
from bot.background import Background
from bot.errors import TelegramError
from bot.faq.candidates import KEPT, Filed
from bot.faq.library import Library
from bot.faq.matching.model import Decision, DecisionKind
from bot.faq.renewal import Trouble, bad, good
from bot.files.place import locales_dir
from bot.i18n import catalogue_path
from bot.mail.model import Reply
from bot.metrics import CANDIDATES
from bot.people.model import Language
from bot.storage.opening import open_storage
from bot.telegram import commands
from bot.telegram.arrivals import arrival_from
from bot.telegram.callbacks import NonePress
from bot.telegram.dispatch import Defaults
from bot.telegram.service import Service
from tests.support.api import NOT_SENT, done, refused
from tests.support.clocks import FrozenClock
from tests.support.people import AIGERIM, STAFF_GROUP
from tests.support.updates import ME, Raw, press_update, text_update


class Telegram:
    """Hands out updates once they are written, and takes whatever is sent."""

    def __init__(self) -> None:
        self.updates: list[Raw] = []
        self.sent: list[tuple[str, dict[str, str]]] = []
        self.answers: dict[str, list[Reply]] = {}
        self.offset = 0
        self.polls = 0

    async def call(
        self, method: str, params: Mapping[str, str], uploads: object = None, *, seconds: float = 30
    ) -> Reply:
        del uploads, seconds
        await asyncio.sleep(0)
        if self.answers.get(method):
            return self.answers[method].pop(0)
        if method == "getMe":
            return done(ME)
        if method == "getUpdates":
            return await self._poll(int(params.get("offset", 0)))
        self.sent.append((method, dict(params)))
        return done({"message_id": len(self.sent)} if method == "sendMessage" else True)

    async def _poll(self, offset: int) -> Reply:
        self.offset = offset
        self.polls += 1
        for _ in range(20):
            waiting = [one for one in self.updates if one["update_id"] >= offset]
            if waiting:
                break
            await asyncio.sleep(0.01)
        return done(waiting)

    def texts_to(self, chat_id: int) -> list[str]:
        return [
            params["text"]
            for method, params in self.sent
            if method == "sendMessage" and params["chat_id"] == str(chat_id)
        ]


class House:
    """The service with its surroundings."""

    def __init__(self, folder: Path, library: Library) -> None:
        self.telegram = Telegram()
        self.url = f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}"
        self.library = library
        self.staff: int | None = STAFF_GROUP
        self.kind = DecisionKind.HANDOVER
        self.announcement = "5"
        self.stopping = asyncio.Event()

    def decide(self, text: str, after: str | None) -> Decision:
        del text, after
        return Decision(self.kind, (), 0.5, Language.RU)

    @asynccontextmanager
    async def service(self) -> AsyncIterator[Service]:
        background = Background()
        api: Any = self.telegram
        async with open_storage(self.url) as storage:
            yield Service(
                api=api, storage=storage, library=self.library, decide=self.decide,
                defaults=Defaults(Language.KK, self.staff), send_rate=0, clock=_Moving(), background=background,
                announcement=self.announcement,
            )  # fmt: skip
            await background.close()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Service]:
        self.stopping = asyncio.Event()
        async with self.service() as service:
            task = asyncio.gather(service.run(self.stopping))
            yield service
            self.stopping.set()
            await asyncio.wait_for(task, 5)


class _Moving(FrozenClock):
    """Goes on by a second with every look, so that nothing waits for long."""

    def now(self) -> Any:
        self.pass_(1)
        return self.moment


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.005)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.carrier._IDLE_SECONDS", 0.05)
    monkeypatch.setattr("bot.telegram.sender._IDLE_SECONDS", 0.05)


@pytest.fixture
def house(tmp_path: Path, library: Library) -> House:
    return House(tmp_path, library)


async def test_a_question_goes_its_whole_way(house: House) -> None:
    with capture_logs():
        async with house.running() as service:
            house.telegram.updates = [text_update("Вопрос", 7)]
            await until(lambda: len(house.telegram.texts_to(STAFF_GROUP)) == 1)
            await until(lambda: len(house.telegram.texts_to(AIGERIM)) == 1)
            await until(lambda: house.telegram.offset == 8)
            assert await service.readiness() == {"database": True, "receiver": True, "sender": True}
            await service.count()
    assert "K-000001" in house.telegram.texts_to(AIGERIM)[0]
    assert "K-000001" in house.telegram.texts_to(STAFF_GROUP)[0]


async def test_what_a_press_tells_is_kept_counted_and_forgotten_with_time(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = Decision(DecisionKind.CHOOSE, ("eps.cost", "eps.exam"), 0.5, Language.RU)
    monkeypatch.setattr(house, "decide", lambda _text, _after: offer)
    with capture_logs():
        async with house.running() as service:
            house.telegram.updates = [text_update("Звоните 87011234567, сколько стоит", 7)]
            await until(lambda: len(house.telegram.texts_to(AIGERIM)) == 1)
            none = NonePress(seen=Language.RU, question=1)
            house.telegram.updates += [press_update(none, 8), press_update(none, 9)]
            await until(lambda: house.telegram.offset == 10)
            await until(lambda: any(method == "editMessageText" for method, _ in house.telegram.sent))
            await service.count()
            (filed,) = await filed_in(service)
    assert filed.candidate.text == "Звоните ▒▒▒, сколько стоит"
    assert (filed.candidate.topics, filed.candidate.content) == (offer.topics, house.library.digest)
    assert waiting_candidates() == {"none_of_these": 1, "unhelpful": 0, "confirmed": 0}
    monkeypatch.setattr(_Moving, "now", lambda _self: filed.at + KEPT)
    with capture_logs():
        async with house.running() as service:
            await until(lambda: house.telegram.polls > 2)
            async with asyncio.timeout(5):
                while await filed_in(service):
                    await asyncio.sleep(0.01)
            await service.count()
    assert waiting_candidates() == {"none_of_these": 0, "unhelpful": 0, "confirmed": 0}


async def filed_in(service: Service) -> list[Filed]:
    storage: Any = service.storage
    filed: list[Filed] = await storage.candidates.new()
    return filed


def waiting_candidates() -> dict[str, float]:
    (family,) = CANDIDATES.collect()
    return {sample.labels["kind"]: sample.value for sample in family.samples}


async def test_what_came_before_a_stop_is_answered_after_the_next_start(house: House) -> None:
    with capture_logs():
        async with house.service() as service:
            await service.storage.inbox.receive(_arrivals(text_update("Вопрос", 7)), _Moving().now())
        async with house.running():
            await until(lambda: len(house.telegram.texts_to(AIGERIM)) == 1)


def _arrivals(*raws: Raw) -> list[Any]:
    return [arrival_from(raw) for raw in raws]


TOLD = {"setMyCommands", "setMyName", "setMyDescription", "setMyShortDescription"}


async def presented(house: House) -> list[tuple[str, str | None]]:
    """What one run of the bot tells Telegram about it: methods and languages."""
    house.telegram.sent.clear()
    with capture_logs():
        async with house.running() as service:
            await until(lambda: house.telegram.polls > 0)
            async with asyncio.timeout(5):
                while await service.storage.outbox.waiting():
                    await asyncio.sleep(0.005)
    house.telegram.polls = 0
    return [(method, params.get("language_code")) for method, params in house.telegram.sent]


async def test_the_bot_presents_itself_once_in_every_language(house: House) -> None:
    first = await presented(house)
    assert len(first) == len(set(first)) == 3 * len(TOLD)
    assert set(first) == {(method, code) for method in TOLD for code in ("kk", "ru", None)}
    assert await presented(house) == []


async def test_of_what_it_says_about_itself_only_what_changed_is_told_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what was told once is told again after something else: Telegram keeps the last word only."""
    await presented(house)
    real = commands.announced

    def renamed(library: Library, default: Language) -> Iterator[TelegramMethod[bool]]:
        for method in real(library, default):
            if isinstance(method, SetMyName) and method.language_code == "ru":
                yield SetMyName(name="Другое имя", language_code="ru")
            else:
                yield method

    monkeypatch.setattr(commands, "announced", renamed)
    assert await presented(house) == [("setMyName", "ru")]
    assert await presented(house) == []
    monkeypatch.setattr(commands, "announced", real)
    assert await presented(house) == [("setMyName", "ru")]
    assert house.telegram.sent[0][1]["name"] == "Работа в Корее"
    assert await presented(house) == []


async def test_to_another_bot_everything_is_told_again(house: House) -> None:
    first = await presented(house)
    house.announcement = "6"
    assert sorted(await presented(house), key=str) == sorted(first, key=str)


async def test_what_telegram_makes_wait_about_the_bot_keeps_no_answer_waiting(house: House) -> None:
    house.telegram.answers["setMyName"] = [refused(429, "Too Many Requests", retry_after=70_000.0)]
    with capture_logs():
        async with house.running():
            house.telegram.updates = [text_update("Вопрос", 7)]
            await until(lambda: len(house.telegram.texts_to(AIGERIM)) == 1)


@pytest.mark.parametrize("code", [401, 404])
async def test_a_refused_token_ends_it_before_anything_starts(house: House, code: int) -> None:
    house.telegram.answers["getMe"] = [refused(code, "Unauthorized")]
    with capture_logs():
        async with house.service() as service:
            with pytest.raises(TelegramError) as caught:
                await service.run(asyncio.Event())
            assert not (await service.readiness())["receiver"]
    assert caught.value.code == "token_refused"


async def test_a_token_that_is_revoked_later_ends_it_and_loses_nothing(house: House) -> None:
    with capture_logs():
        async with house.service() as service:
            await service.storage.inbox.receive(_arrivals(text_update("Вопрос", 7)), _Moving().now())
            house.telegram.answers = {
                "getUpdates": [refused(401, "Unauthorized")],
                "sendMessage": [refused(401, "Unauthorized")] * 5,
            }
            with pytest.raises(TelegramError):
                await asyncio.wait_for(service.run(asyncio.Event()), 5)
        house.telegram.answers = {}
        async with house.running():
            await until(lambda: len(house.telegram.texts_to(AIGERIM)) == 1)


@pytest.mark.parametrize("reply", [NOT_SENT, done({})], ids=["not reached", "garbled"])
async def test_until_telegram_says_who_we_are_it_is_asked_again(house: House, reply: Reply) -> None:
    house.telegram.answers["getMe"] = [reply]
    with capture_logs():
        async with house.running():
            await until(lambda: len(house.telegram.sent) >= 3)


async def test_who_stops_it_before_telegram_answers_need_not_wait(house: House) -> None:
    house.telegram.answers["getMe"] = [NOT_SENT] * 100
    with capture_logs():
        async with house.running() as service:
            await asyncio.sleep(0.05)
            assert await service.readiness() == {"database": True, "receiver": False, "sender": False}


async def test_a_message_that_telegram_refuses_is_told_to_staff_in_words(house: House) -> None:
    house.telegram.answers["sendMessage"] = [refused(400, "Bad Request: can't parse entities")]
    house.kind = DecisionKind.COURTESY
    with capture_logs():
        async with house.running():
            house.telegram.updates = [text_update("Рахмет", 7)]
            await until(lambda: len(house.telegram.texts_to(STAFF_GROUP)) == 1)
    assert "can't parse entities" in house.telegram.texts_to(STAFF_GROUP)[0]
    assert "Рахмет" not in house.telegram.texts_to(STAFF_GROUP)[0]
    assert len(house.telegram.texts_to(AIGERIM)) == 1


async def test_without_staff_nobody_is_told(house: House) -> None:
    house.staff = None
    house.telegram.answers["sendMessage"] = [refused(400, "Bad Request: can't parse entities")]
    with capture_logs():
        async with house.running():
            house.telegram.updates = [text_update("Вопрос", 7)]
            await until(lambda: len(house.telegram.texts_to(AIGERIM)) == 1)
            await asyncio.sleep(0.05)
    assert [method for method, _ in house.telegram.sent].count("sendMessage") == 1


async def test_new_texts_answer_from_the_next_round_on_and_present_the_bot_anew(
    house: House, tmp_path: Path
) -> None:
    locales = shutil.copytree(locales_dir(), tmp_path / "locales")
    async with house.running() as service:
        await until(lambda: bool(house.telegram.sent))
        catalogue = catalogue_path(locales, Language.RU)
        text = catalogue.read_text(encoding="utf-8")
        catalogue.write_text(text.replace('msgstr "Все темы"', 'msgstr "Всё"'), encoding="utf-8")
        await service.renew(
            build_library(locales), lambda _words, _after: Decision(DecisionKind.COURTESY, (), 1, None)
        )
        house.telegram.updates.append(text_update("слова", AIGERIM))
        await until(lambda: bool(house.telegram.texts_to(AIGERIM)))
        await until(lambda: "Всё" in commands_told(house))
    assert "K-" not in house.telegram.texts_to(AIGERIM)[0]


def commands_told(house: House) -> set[str]:
    """What the commands that Telegram was told do."""
    told = (params["commands"] for method, params in house.telegram.sent if method == "setMyCommands")
    return {command["description"] for commands in told for command in json.loads(commands)}


async def test_what_staff_were_told_about_the_content_is_known_at_the_next_start(house: House) -> None:
    trouble = bad([Trouble("locales/faq/facts.yaml:3", "wrong")])
    async with house.running() as service:
        assert await service.last_told() is None
        await service.tell(trouble)
        await until(lambda: bool(house.telegram.texts_to(STAFF_GROUP)))
        await service.tell(good("a", 5))
        await service.tell(trouble)
        await until(lambda: len(house.telegram.texts_to(STAFF_GROUP)) == 3)
    async with house.running() as service:
        assert await service.last_told() == trouble.mark


async def test_without_a_staff_group_nobody_is_told_about_the_content(house: House) -> None:
    house.staff = None
    async with house.running() as service:
        await service.tell(good("a", 5))
        assert await service.last_told() is None
