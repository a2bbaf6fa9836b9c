"""Settings from the environment and `.env`: typed, frozen, secrets hidden; errors never print a value."""

import difflib
import os
import re
import ssl
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import UsageError
from bot.people.model import Language

PREFIX = "BOT_"
NOT_BUILT_YET = frozenset(
    {
        "BOT_ADMIN_IDS", "BOT_WEBHOOK_URL", "BOT_WEBHOOK_SECRET", "BOT_PUBLIC_URL",
        "BOT_BULK_RATE", "BOT_RETENTION_DAYS",
    }
)  # fmt: skip
"""Names that are reserved for what a later version does. Accepting one in silence would promise it."""

_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]+")

_DATABASE = re.compile(r"sqlite\+aiosqlite:///(?!:memory:).+|postgresql\+asyncpg://.+")
_HOST = re.compile(r"[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]")


def _http_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:
        raise ValueError
    return value.rstrip("/")


HttpAddress = Annotated[str, AfterValidator(_http_address)]


class Settings(BaseSettings):
    """
    Everything an operator can set.

    The field `x` is the variable BOT_X. Each field's description is what a wrong value is answered with:
    "BOT_X must be <description>".
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    token: SecretStr | None = Field(None, description="a token from BotFather, like 123456:ABC…")
    api_base: HttpAddress = Field("https://api.telegram.org", description="an http or https address")
    database_url: str | None = Field(
        None, description="sqlite+aiosqlite:///path or postgresql+asyncpg://user@host/name"
    )
    data_dir: Path = Field(Path("data"), description="a folder")
    default_language: Language = Field(Language.KK, description="kk or ru")
    staff_chat_id: int | None = Field(
        None, description="the number of the staff group, usually a negative one", lt=2**52, gt=-(2**52)
    )
    listen: str = Field("127.0.0.1:8080", description="host:port, with a port from 0 to 65535")
    send_rate: float = Field(
        28,
        ge=0,
        le=1000,
        allow_inf_nan=False,
        description="a number of messages a second, from 0 (no pacing) to 1000",
    )
    log_format: Literal["console", "json"] = Field("console", description="console or json")
    proxy: HttpAddress | None = Field(None, description="an http or https address of a proxy")
    ca_file: Path | None = Field(None, description="a file with certificates that can be read")

    @field_validator("token")
    @classmethod
    def _token_has_the_right_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("database_url")
    @classmethod
    def _database_is_known(cls, value: str | None) -> str | None:
        if value is not None and (not _DATABASE.fullmatch(value) or urlsplit(value).port == 0):
            raise ValueError
        return value

    @field_validator("listen")
    @classmethod
    def _listen_is_host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not _HOST.fullmatch(host) or not port.isascii() or not port.isdigit() or int(port) > 65535:
            raise ValueError
        return value

    @field_validator("ca_file")
    @classmethod
    def _certificates_can_be_read(cls, value: Path | None) -> Path | None:
        if value is not None:
            try:
                ssl.create_default_context(cafile=value)
            except OSError:  # also what ssl raises about a file that holds no certificate
                raise ValueError from None
        return value

    @field_validator("staff_chat_id")
    @classmethod
    def _group_has_a_number(cls, value: int | None) -> int | None:
        if value == 0:
            raise ValueError
        return value

    @property
    def listen_host(self) -> str:
        """The host part of BOT_LISTEN, without the brackets of an IPv6 address."""
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def listen_port(self) -> int:
        """The port part of BOT_LISTEN; 0 means any free one."""
        return int(self.listen.rpartition(":")[2])

    def database(self, file_name: str = "bot.sqlite3") -> str:
        """The database address: the one that was set, else a SQLite file in the data folder."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / file_name}"


def setting_names() -> dict[str, Any]:
    """Every setting by its variable name, with its default."""
    return {PREFIX + name.upper(): field.default for name, field in Settings.model_fields.items()}


def read_settings(env_file: Path | None = Path(".env")) -> Settings:
    """
    Read the settings; the environment wins over the file, an empty value counts as absent.

    Raises UsageError that names the first wrong setting and what is expected.
    """
    for name in sorted(NOT_BUILT_YET & _given(env_file)):
        raise UsageError("setting_not_built", setting=name)
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        field = str(error.errors(include_input=False, include_url=False)[0]["loc"][0])
        expected = Settings.model_fields[field].description
        raise UsageError("setting_wrong", setting=PREFIX + field.upper(), expected=expected) from None


def unknown_settings(env_file: Path | None = Path(".env")) -> dict[str, str | None]:
    """Names with our prefix that mean nothing here, each with the name that was probably meant."""
    known = setting_names()
    unknown = sorted(_given(env_file) - known.keys() - NOT_BUILT_YET)
    return {name: next(iter(difflib.get_close_matches(name, known, n=1)), None) for name in unknown}


def _given(env_file: Path | None) -> set[str]:
    """The names with our prefix that have a value."""
    try:
        from_file = dotenv_values(env_file, interpolate=False) if env_file and env_file.is_file() else {}
    except (OSError, UnicodeDecodeError):
        raise UsageError("env_file_unreadable", file=str(env_file)) from None
    merged = {**from_file, **os.environ}
    return {name for name, value in merged.items() if name.startswith(PREFIX) and value and value.strip()}
