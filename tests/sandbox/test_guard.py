"""Who may talk to the stand-in."""

import pytest

from bot.errors import BotError, UsageError
from bot.sandbox.guard import is_own_host
from bot.sandbox.server import page_files, run_stand_in
from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, Api


async def status(api: Api, method: str, path: str, **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with api.session.request(
        method,
        api.running.base + path,
        headers=named,
        json={"person": AIGUL, "text": "а"} if method == "POST" else None,
    ) as response:
        return response.status


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1:8081", True),
        ("localhost", True),
        ("[::1]:8081", True),
        ("rebound.example:8081", False),
        ("127.0.0.1.example", False),
        ("", False),
    ],
)
def test_only_loopback_names_are_own(host: str, own: bool) -> None:
    assert is_own_host(host) is own


async def test_foreign_host_names_are_refused_everywhere(api: Api) -> None:
    for path in ("/", "/_control/people", f"/bot{api.running.token}/getMe"):
        assert await status(api, "GET", path, Host="rebound.example") == 403
        assert await status(api, "GET", path) == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
async def test_other_pages_cannot_give_orders(api: Api, stand_in: StandIn, headers: dict[str, str]) -> None:
    assert await status(api, "POST", "/_control/say", **headers) == 403
    assert await status(api, "POST", f"/bot{api.running.token}/getMe", **headers) == 403
    assert list(stand_in.world.messages.of(AIGUL)) == []


async def test_scripts_and_the_own_page_can(api: Api) -> None:
    assert await status(api, "POST", "/_control/say") == 200
    assert (
        await status(api, "POST", "/_control/say", Origin=api.running.base, Sec_Fetch_Site="same-origin")
        == 200
    )


async def test_a_link_from_elsewhere_opens_the_page_but_reads_nothing(api: Api) -> None:
    assert await status(api, "GET", "/", Sec_Fetch_Site="cross-site") == 200
    assert await status(api, "GET", "/_control/transcript", Sec_Fetch_Site="cross-site") == 403


async def test_every_page_file_has_a_strict_policy(api: Api) -> None:
    for name in page_files():
        path = "/" if name == "index.html" else f"/page/{name}"
        async with api.session.get(api.running.base + path) as response:
            assert response.status == 200
            assert response.headers["Content-Security-Policy"].startswith("default-src 'self';")
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            body = await response.text()
            assert "style=" not in body
            assert "innerHTML" not in body


async def test_it_listens_on_the_loopback_only() -> None:
    with pytest.raises(UsageError, match="sandbox_not_loopback"):
        async with run_stand_in(host="0.0.0.0"):
            pass


async def test_a_busy_port_is_told(api: Api) -> None:
    port = int(api.running.base.rpartition(":")[2])
    with pytest.raises(BotError, match="port_busy"):
        async with run_stand_in(port=port):
            pass
