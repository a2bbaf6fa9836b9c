"""What an operator reads when something is in the way, and with which code the program ends."""

import signal
import socket
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.sandbox.server import run_stand_in
from tests.e2e.bot_process import BotProcess, eventually
from tests.e2e.house import House, open_house
from tests.e2e.operating import MARK, TOKEN, complaint, settings_in

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_without_a_token_it_says_where_to_get_one(lives: list[BotProcess], tmp_path: Path) -> None:
    settings = {name: value for name, value in settings_in(tmp_path).items() if name != "BOT_TOKEN"}
    said = await complaint(lives, tmp_path, settings, 2)
    assert "BOT_TOKEN" in said
    assert "BotFather" in said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", f"{MARK}"),
        ("BOT_TOKEN", f"123456:{MARK} {MARK}"),
        ("BOT_API_BASE", f"ftp://{MARK}"),
        ("BOT_DATABASE_URL", f"mysql://{MARK}:{MARK}@localhost/x"),
        ("BOT_DEFAULT_LANGUAGE", MARK),
        ("BOT_STAFF_CHAT_ID", MARK),
        ("BOT_LISTEN", MARK),
        ("BOT_LISTEN", f"{MARK}:99999"),
        ("BOT_SEND_RATE", f"-{MARK}"),
        ("BOT_SEND_RATE", "nan"),
        ("BOT_LOG_FORMAT", MARK),
        ("BOT_PROXY", f"socks://{MARK}"),
        ("BOT_CA_FILE", f"/{MARK}.pem"),
        ("BOT_WEBHOOK_URL", f"https://{MARK}.example"),
        ("BOT_ADMIN_IDS", MARK),
    ],
)
async def test_a_wrong_setting_is_named_but_never_printed(
    lives: list[BotProcess], tmp_path: Path, name: str, value: str
) -> None:
    said = await complaint(lives, tmp_path, settings_in(tmp_path, **{name: value}), 2)
    assert said.startswith(name)
    assert MARK not in said


async def test_a_setting_with_a_spelling_mistake_is_ignored_aloud(
    lives: list[BotProcess], tmp_path: Path
) -> None:
    settings = settings_in(tmp_path, BOT_SENDRATE="5", BOT_TOKEN="")
    life = BotProcess(tmp_path, settings)
    lives.append(life)
    assert await life.ended() == 2
    assert "BOT_SENDRATE" in life.complaints
    assert "BOT_SEND_RATE" in life.complaints


async def test_an_env_file_that_is_no_text_is_named(lives: list[BotProcess], tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00BOT")
    assert ".env" in await complaint(lives, tmp_path, settings_in(tmp_path), 2)


async def test_a_refused_token_ends_it_with_one_sentence(lives: list[BotProcess], tmp_path: Path) -> None:
    async with run_stand_in() as running:
        said = await complaint(lives, tmp_path, settings_in(tmp_path, BOT_API_BASE=running.base), 1)
    assert "BOT_TOKEN" in said


async def test_a_token_that_is_revoked_while_it_works_ends_it_with_one_sentence(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        bot = await house.start()
        house.stand_in.token = TOKEN
        house.stand_in.world.updates.close()  # the poll comes back, the next one is refused
        assert await bot.ended() == 1
        assert "BOT_TOKEN" in bot.complaints
        assert "Traceback" not in bot.complaints


async def test_a_second_program_that_polls_ends_it_with_one_sentence(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house, ClientSession() as session:
        bot = await house.start()
        address = f"{house.running.base}/bot{house.running.token}/getUpdates"
        while not bot.has_ended:
            async with session.post(address, data={"timeout": "2"}) as response:
                await response.read()
        assert await bot.ended() == 1
        assert "another program" in bot.complaints.lower()
        assert "Traceback" not in bot.complaints


async def test_a_webhook_that_is_set_elsewhere_is_said(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        house.stand_in.world.webhook_url = "https://example.org/hook"
        bot = house.begin()
        assert await bot.ended(40) == 1
        assert "webhook" in bot.complaints.lower()


async def test_a_busy_port_is_named(lives: list[BotProcess], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        said = await complaint(lives, tmp_path, settings_in(tmp_path, BOT_LISTEN=address), 1)
    assert address in said
    assert "BOT_LISTEN" in said


async def test_a_second_bot_on_the_same_folder_is_refused_and_the_first_goes_on(
    lives: list[BotProcess], tmp_path: Path, office: House
) -> None:
    said = await complaint(lives, tmp_path, office.settings, 1)
    assert str(office.folder / "data") in said
    citizen = office.newcomer("ru")
    await citizen.says("/menu")
    await citizen.reads()


async def test_without_a_network_it_waits_says_so_and_comes_up_by_itself(
    lives: list[BotProcess], tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    life = BotProcess(tmp_path, settings_in(tmp_path, BOT_API_BASE=f"http://127.0.0.1:{port}"))
    lives.append(life)
    await eventually("it says so", lambda: "Telegram cannot be reached" in life.complaints, 40)
    assert await life.status("/healthz") == 200
    assert await life.status("/readyz") == 503
    async with run_stand_in(port=port, token=TOKEN) as running:
        await life.ready()
        running.stand_in.add_person(5, "N", "ru")
        running.stand_in.says(5, "/menu")
        await eventually("it answers", lambda: running.stand_in.transcript.counts["sendMessage"] == 1)
        assert await life.stop() == 0
    assert "Traceback" not in life.complaints


async def test_told_to_stop_while_it_waits_for_the_network_it_ends_well(
    lives: list[BotProcess], tmp_path: Path
) -> None:
    life = BotProcess(tmp_path, settings_in(tmp_path))
    lives.append(life)
    await eventually("it waits", lambda: "Telegram cannot be reached" in life.complaints, 40)
    assert await life.stop() == 0
    assert "Traceback" not in life.complaints


async def test_health_readiness_and_metrics_are_there_for_the_operator(office: House) -> None:
    bot = office.bot
    assert await bot.page("/healthz") == (200, "ok\n")
    status, parts = await bot.page("/readyz")
    assert status == 200
    assert all(part in parts for part in ("database", "receiver", "sender"))
    await office.settled()
    names = (
        "bot_updates_received_total",
        'bot_updates_carried_total{outcome="done"}',
        'bot_requests_settled_total{state="sent"}',
    )
    before = [await bot.metric(name) for name in names]
    citizen = office.newcomer("ru")
    await citizen.says("/menu")
    await citizen.reads()
    await office.settled()
    assert [await bot.metric(name) for name in names] == [number + 1 for number in before]
    assert await bot.status("/nothing") == 404


async def test_it_can_be_tried_without_token_and_network(lives: list[BotProcess], tmp_path: Path) -> None:
    settings = {"BOT_DATA_DIR": str(tmp_path / "data"), "BOT_LISTEN": "127.0.0.1:0"}
    life = BotProcess(tmp_path, settings, ("try",))
    lives.append(life)
    await life.ready()
    [page] = [line.split()[-1] for line in life.output.splitlines() if line.startswith("Chat with the bot")]
    async with ClientSession() as session:
        async with session.get(page) as response:
            assert response.status == 200
            assert "<html" in (await response.text()).lower()
        async with session.post(f"{page}_control/say", json={"person": 1001, "text": "/menu"}) as response:
            assert response.status == 200
        texts = await _read_in_chat(session, page, 1001)
    assert texts
    assert (await life.page("/metrics"))[0] == 200
    assert await life.status("/healthz") == 200
    life.signal(signal.SIGINT)
    assert await life.ended() == 0
    assert "Traceback" not in life.complaints


async def _read_in_chat(session: ClientSession, page: str, chat_id: int) -> list[str]:
    for _ in range(100):
        async with session.get(f"{page}_control/transcript?method=sendMessage&chat={chat_id}") as response:
            entries = (await response.json())["entries"]
        if entries:
            return [entry["parameters"]["text"] for entry in entries]
    return []


async def test_a_busy_port_of_the_page_is_named(lives: list[BotProcess], tmp_path: Path) -> None:
    settings = {"BOT_DATA_DIR": str(tmp_path / "data"), "BOT_LISTEN": "127.0.0.1:0"}
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = await complaint(lives, tmp_path, settings, 1, ("try", "--port", str(port)))
    assert str(port) in said
    assert "--port" in said
