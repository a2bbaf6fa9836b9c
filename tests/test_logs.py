import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import structlog

from bot.logs import configure_logs, without_tokens
from bot.settings import _TOKEN as SETTINGS_TOKEN

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
FORMS = ["console", "json"]


@pytest.fixture(autouse=True)
def _put_back() -> Iterator[None]:
    """Logging is put back as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def log_everything(form: str) -> None:
    """The token in every place where it could be."""
    configure_logs(form)
    ours, theirs = structlog.get_logger(), logging.getLogger("aiohttp.client")
    address = f"https://api.telegram.org/bot{TOKEN}/getMe"
    ours.warning(f"failed at {address}", address=address, **{"in": {"a": [address]}})
    theirs.error("failed at %s", address, extra={"url": address})
    for log in (ours, theirs):
        try:
            try:
                raise OSError(address)  # noqa: TRY301  a traceback of two links
            except OSError as error:
                raise ValueError(f"cannot reach {address}") from error
        except ValueError:
            log.exception("broken")
    ours.error(TOKEN)


@pytest.mark.parametrize("form", FORMS)
def test_the_token_reaches_no_log_tracebacks_included(capsys: pytest.CaptureFixture[str], form: str) -> None:
    log_everything(form)
    written = capsys.readouterr().err
    assert TOKEN not in written
    assert TOKEN.partition(":")[2] not in written
    assert written.count("<token>") >= 9
    assert written.count("ValueError") >= 2
    assert "Traceback" in written


def test_json_logs_are_json_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    log_everything("json")
    structlog.get_logger().warning(
        "әріптер\nекінші жол", when=datetime(2026, 1, 1, tzinfo=UTC), what={1}, odd="\x1b[31m"
    )
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert len(lines) == 6
    assert all({"event", "level", "timestamp"} <= line.keys() for line in lines)
    assert lines[-1]["event"] == "әріптер\nекінші жол"
    assert [line["level"] for line in lines] == ["warning", "error", "error", "error", "error", "warning"]


def test_console_logs_are_read_by_people(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("console")
    structlog.get_logger().info("сәлем", count=3)
    written = capsys.readouterr().err
    assert "сәлем" in written
    assert "count=3" in written
    assert "\x1b" not in written


@pytest.mark.parametrize("form", FORMS)
def test_libraries_that_chatter_are_heard_from_a_warning_on(
    capsys: pytest.CaptureFixture[str], form: str
) -> None:
    configure_logs(form)
    for name in ("aiogram", "aiohttp.access", "alembic.runtime", "asyncio", "sqlalchemy.engine"):
        logging.getLogger(name).info("chatter")
        logging.getLogger(name).warning("trouble")
    written = capsys.readouterr().err
    assert "chatter" not in written
    assert written.count("trouble") == 5


@pytest.mark.parametrize(
    "text",
    [
        TOKEN,
        f"/bot{TOKEN}/getMe",
        f"({TOKEN})",
        f"a{TOKEN}\n{TOKEN}",
        f'"{TOKEN}"',
        f"url=https://x/bot{TOKEN}",
    ],
)
def test_tokens_are_cut_out_wherever_they_stand(text: str) -> None:
    assert TOKEN.partition(":")[2] not in without_tokens(text)


@pytest.mark.parametrize(
    "text",
    [
        "12:30:15",
        "update:123-1764021379:0",
        "2026-11-24T12:00:00+00:00",
        "127.0.0.1:8080",
        "K-000123",
        "carrier.py:125",
    ],
)
def test_times_causes_and_addresses_stay(text: str) -> None:
    assert without_tokens(text) == text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("token", ["1:a", "123:AAAAAAAAAA", "12345:" + "A" * 29, "1" * 20 + ":A_b-9", TOKEN])
def test_the_token_of_this_bot_is_cut_out_however_short_it_is(
    capsys: pytest.CaptureFixture[str], form: str, token: str
) -> None:
    assert SETTINGS_TOKEN.fullmatch(token)
    configure_logs(form, token)
    structlog.get_logger().error("failed", address=f"https://api.telegram.org/bot{token}/getMe")
    logging.getLogger("aiohttp").error("failed at %s", f"http://127.0.0.1/bot{token}/getMe")
    written = capsys.readouterr().err
    assert f"bot{token}" not in written
    assert written.count("bot<token>/getMe") == 2
