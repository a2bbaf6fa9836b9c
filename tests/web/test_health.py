import socket
from collections.abc import AsyncIterator, Mapping

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.errors import BotError
from bot.metrics import DECISIONS, WAITING_UPDATES
from bot.web.health import build_health, listening

Client = TestClient[web.Request, web.Application]


class House:
    """What the pages ask."""

    def __init__(self) -> None:
        self.parts = {"database": True, "receiver": True, "sender": True}
        self.counted = 0

    async def readiness(self) -> Mapping[str, bool]:
        return self.parts

    async def count(self) -> None:
        self.counted += 1
        WAITING_UPDATES.set(3)


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
async def client(house: House) -> AsyncIterator[Client]:
    async with TestClient(TestServer(build_health(house.readiness, house.count))) as made:
        yield made


async def test_a_living_process_says_so(client: Client, house: House) -> None:
    house.parts["database"] = False
    response = await client.get("/healthz")
    assert (response.status, await response.text()) == (200, "ok\n")


async def test_it_is_ready_when_every_part_works(client: Client) -> None:
    response = await client.get("/readyz")
    assert response.status == 200
    assert await response.json() == {"database": True, "receiver": True, "sender": True}


@pytest.mark.parametrize("part", ["database", "receiver", "sender"])
async def test_it_is_not_ready_when_a_part_does_not_work_and_says_which(
    client: Client, house: House, part: str
) -> None:
    house.parts[part] = False
    response = await client.get("/readyz")
    assert response.status == 503
    assert [name for name, works in (await response.json()).items() if not works] == [part]


async def test_the_metrics_are_prometheus_and_fresh(client: Client, house: House) -> None:
    DECISIONS.labels("answer").inc()
    response = await client.get("/metrics")
    assert response.status == 200
    families = {family.name: family for family in text_string_to_metric_families(await response.text())}
    assert house.counted == 1
    assert families["bot_updates_waiting"].samples[0].value == 3
    assert {
        "bot_updates_received",
        "bot_updates_carried",
        "bot_decisions",
        "bot_requests_settled",
        "bot_outbox_waiting",
    } <= families.keys()


@pytest.mark.parametrize("path", ["/", "/console", "/telegram/webhook", "/healthz/x"])
async def test_there_is_nothing_else(client: Client, path: str) -> None:
    assert (await client.get(path)).status == 404


async def test_port_zero_is_any_free_one_and_is_said(house: House) -> None:
    async with listening(build_health(house.readiness, house.count), "127.0.0.1", 0) as address:
        host, _, port = address.rpartition(":")
        assert (host, int(port) > 0) == ("127.0.0.1", True)
        async with aiohttp.ClientSession() as session, session.get(f"http://{address}/healthz") as response:
            assert response.status == 200


async def test_a_taken_port_is_named(house: House) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(BotError) as caught:
            async with listening(build_health(house.readiness, house.count), "127.0.0.1", port):
                pass
    assert (caught.value.code, caught.value.facts) == (
        "port_busy",
        {"address": f"127.0.0.1:{port}", "setting": "BOT_LISTEN"},
    )


async def test_an_address_of_another_machine_is_named(house: House) -> None:
    with pytest.raises(BotError) as caught:
        async with listening(build_health(house.readiness, house.count), "192.0.2.1", 0):
            pass
    assert caught.value.code == "host_unusable"
