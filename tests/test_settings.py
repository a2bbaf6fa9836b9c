import os
from pathlib import Path

import certifi
import pytest

from bot.errors import UsageError
from bot.people.model import Language
from bot.sentences import sentence
from bot.settings import NOT_BUILT_YET, PREFIX, Settings, read_settings, setting_names, unknown_settings

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
DEFAULTS = {
    "BOT_TOKEN": None,
    "BOT_API_BASE": "https://api.telegram.org",
    "BOT_DATABASE_URL": None,
    "BOT_DATA_DIR": Path("data"),
    "BOT_DEFAULT_LANGUAGE": Language.KK,
    "BOT_STAFF_CHAT_ID": None,
    "BOT_LISTEN": "127.0.0.1:8080",
    "BOT_SEND_RATE": 28,
    "BOT_LOG_FORMAT": "console",
    "BOT_PROXY": None,
    "BOT_CA_FILE": None,
}
GOOD = {
    "BOT_TOKEN": [TOKEN],
    "BOT_API_BASE": ["http://127.0.0.1:8081", "https://api.example.org/path/"],
    "BOT_DATABASE_URL": ["sqlite+aiosqlite:////tmp/x.sqlite3", "postgresql+asyncpg://user:pw@host:5432/name"],
    "BOT_DATA_DIR": ["/var/lib/bot", "деректер"],
    "BOT_DEFAULT_LANGUAGE": ["kk", "ru"],
    "BOT_STAFF_CHAT_ID": ["-1001234567890", "-5"],
    "BOT_LISTEN": ["0.0.0.0:0", "localhost:65535", "[::1]:8080"],
    "BOT_SEND_RATE": ["0", "0.5", "1000"],
    "BOT_LOG_FORMAT": ["console", "json"],
    "BOT_PROXY": ["http://proxy:3128", "http://user:pw@proxy:3128"],
    "BOT_CA_FILE": [certifi.where()],
}
BAD = {
    "BOT_TOKEN": [
        "secret",
        "123456789",
        "123456789:",
        "123456789:дұрыс емес",
        f"{TOKEN} x",
        "abc:" + "A" * 35,
        f"bot{TOKEN}",
    ],
    "BOT_API_BASE": ["api.telegram.org", "ftp://x", "http://", "http://[::1", "/path"],
    "BOT_DATABASE_URL": [
        "bot.sqlite3",
        "sqlite:///x",
        "postgres://a@b/c",
        "mysql://x",
        "sqlite+aiosqlite:///",
        "sqlite+aiosqlite:///:memory:",
    ],
    "BOT_DEFAULT_LANGUAGE": ["en", "KK", "kaz"],
    "BOT_STAFF_CHAT_ID": ["@group", "-100 5", "1e3", "9" * 30, "0"],
    "BOT_LISTEN": [
        "8080",
        ":8080",
        "localhost",
        "localhost:",
        "localhost:65536",
        "localhost:-1",
        "localhost:²",
        "localhost:x",
        "::1:80",
        "a b:80",
    ],
    "BOT_SEND_RATE": ["-1", "fast", "inf", "nan", "1001", "28,5"],
    "BOT_LOG_FORMAT": ["xml", "JSON"],
    "BOT_PROXY": ["proxy:3128", "socks5://proxy", "http://127.0.0.1:notaport"],
    "BOT_CA_FILE": ["/does/not/exist.pem", "/", __file__],
}


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in os.environ:
        if name.upper().startswith(PREFIX):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def value_of(settings: Settings, name: str) -> object:
    value = getattr(settings, name.removeprefix(PREFIX).lower())
    return value.get_secret_value() if name == "BOT_TOKEN" and value else value


def test_without_any_setting_the_defaults_hold() -> None:
    settings = read_settings()
    assert {name: value_of(settings, name) for name in setting_names()} == DEFAULTS
    assert setting_names() == DEFAULTS


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in GOOD.items() for text in texts])
@pytest.mark.parametrize("where", ["environment", "file"])
def test_every_setting_is_read_from_the_environment_and_from_the_file(
    monkeypatch: pytest.MonkeyPatch, env_file: Path, name: str, text: str, where: str
) -> None:
    if where == "file":
        env_file.write_text(f"{name}={text}\n", encoding="utf-8")
    else:
        monkeypatch.setenv(name, text)
    value = value_of(read_settings(), name)
    assert value != DEFAULTS[name] or text == str(DEFAULTS[name])
    assert str(value).rstrip("/") == text.rstrip("/") or float(str(value)) == float(text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in BAD.items() for text in texts])
def test_a_wrong_value_is_answered_with_the_name_of_the_setting_and_never_the_value(
    monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    monkeypatch.setenv(name, text)
    with pytest.raises(UsageError) as caught:
        read_settings()
    said = sentence(caught.value)
    assert said.startswith(f"{name} is wrong: it must be ")
    assert caught.value.exit_code == 2
    if len(text) > 6 and not text.endswith("///"):  # what is expected begins alike
        assert text not in said + str(caught.value) + repr(caught.value) + str(caught.value.facts)
    assert caught.value.__suppress_context__


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, env_file: Path) -> None:
    env_file.write_text("BOT_SEND_RATE=5\nBOT_LOG_FORMAT=json\n", encoding="utf-8")
    monkeypatch.setenv("BOT_SEND_RATE", "7")
    settings = read_settings()
    assert (settings.send_rate, settings.log_format) == (7, "json")


@pytest.mark.parametrize("name", list(DEFAULTS))
def test_an_empty_value_counts_as_absent(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "")
    assert value_of(read_settings(), name) == DEFAULTS[name]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_of_any_editor_is_read_from_its_first_line(
    env_file: Path, encoding: str, newline: str
) -> None:
    lines = ["BOT_SEND_RATE=5", "# түсінік", "export BOT_LOG_FORMAT='json'", f'BOT_TOKEN="{TOKEN}"', ""]
    env_file.write_bytes(newline.join(lines).encode(encoding))
    settings = read_settings()
    assert (settings.send_rate, settings.log_format, value_of(settings, "BOT_TOKEN")) == (5, "json", TOKEN)
    assert unknown_settings() == {}


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251"])
def test_a_file_in_another_encoding_is_named(env_file: Path, encoding: str) -> None:
    env_file.write_bytes("# комментарий\nBOT_SEND_RATE=5\n".encode(encoding))
    for read in (read_settings, unknown_settings):
        with pytest.raises(UsageError) as caught:
            read()
        assert caught.value.code == "env_file_unreadable"
        assert ".env" in sentence(caught.value)


def test_another_file_may_be_named(tmp_path: Path) -> None:
    other = tmp_path / "other.env"
    other.write_text("BOT_SEND_RATE=5\n", encoding="utf-8")
    assert read_settings(other).send_rate == 5
    assert read_settings(None).send_rate == 28


@pytest.mark.parametrize("name", sorted(NOT_BUILT_YET))
@pytest.mark.parametrize("where", ["environment", "file"])
def test_what_is_not_built_yet_is_refused(
    monkeypatch: pytest.MonkeyPatch, env_file: Path, name: str, where: str
) -> None:
    if where == "file":
        env_file.write_text(f"{name}=5\n", encoding="utf-8")
    else:
        monkeypatch.setenv(name, "5")
    with pytest.raises(UsageError) as caught:
        read_settings()
    assert (caught.value.code, caught.value.facts) == ("setting_not_built", {"setting": name})
    assert name not in setting_names()


def test_what_is_not_built_yet_may_be_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_WEBHOOK_URL", "  ")
    assert read_settings().send_rate == 28


def test_an_unknown_name_is_told_with_what_was_probably_meant(
    monkeypatch: pytest.MonkeyPatch, env_file: Path
) -> None:
    env_file.write_text("BOT_SENDRATE=5\nOTHER=1\n", encoding="utf-8")
    monkeypatch.setenv("BOT_TOKENN", TOKEN)
    monkeypatch.setenv("BOT_XYZZY_PLUGH", "1")
    assert unknown_settings() == {
        "BOT_SENDRATE": "BOT_SEND_RATE",
        "BOT_TOKENN": "BOT_TOKEN",
        "BOT_XYZZY_PLUGH": None,
    }


def test_settings_cannot_be_changed_and_hide_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    settings = read_settings()
    with pytest.raises(ValueError, match="frozen"):
        settings.send_rate = 5  # type: ignore[misc]
    assert TOKEN not in repr(settings) + str(settings) + str(settings.model_dump())


@pytest.mark.parametrize(
    ("listen", "host", "port"),
    [("127.0.0.1:8080", "127.0.0.1", 8080), ("[::1]:0", "::1", 0), ("a:65535", "a", 65535)],
)
def test_listen_is_taken_apart(monkeypatch: pytest.MonkeyPatch, listen: str, host: str, port: int) -> None:
    monkeypatch.setenv("BOT_LISTEN", listen)
    settings = read_settings()
    assert (settings.listen_host, settings.listen_port) == (host, port)


def test_the_database_is_a_file_in_the_data_folder_unless_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BOT_DATA_DIR", "/srv/bot")
    assert read_settings().database() == "sqlite+aiosqlite:////srv/bot/bot.sqlite3"
    monkeypatch.setenv("BOT_DATABASE_URL", "postgresql+asyncpg://u@h/n")
    assert read_settings().database() == "postgresql+asyncpg://u@h/n"


def test_every_setting_says_what_it_expects() -> None:
    assert all(field.description for field in Settings.model_fields.values())
