"""
Raw requests to the Bot API.

Not aiogram's client: it validates every answer into a model, raises on half of what a network can do, and its
errors do not say whether a message may have arrived. Here every outcome is a Reply, and nothing is raised.
"""

import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import aiohttp

from bot.mail.model import LARGEST_ID, Reply, ReplyKind

REQUEST_SECONDS = 30.0
_CONNECT_SECONDS = 10.0
_CONNECTIONS = 100
_LONG = 40
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Upload:
    """A file that goes with a request."""

    name: str
    content: bytes


class BotApi:
    """One bot's requests. The token is in every address, so addresses are never logged."""

    def __init__(
        self, base: str, token: str, *, proxy: str | None = None, ca_file: Path | None = None
    ) -> None:
        self._address = f"{base}/bot{token}/"
        self._proxy = proxy
        self._tls = ssl.create_default_context(cafile=ca_file) if ca_file else True
        self._session: aiohttp.ClientSession | None = None

    async def call(
        self,
        method: str,
        params: Mapping[str, str],
        uploads: Mapping[str, Upload] | None = None,
        *,
        seconds: float = REQUEST_SECONDS,
    ) -> Reply:
        """Make one request. Whatever happens comes back as a Reply."""
        try:
            async with self._open().post(
                self._address + method,
                data=_form(params, uploads) if uploads else _body(params),
                headers=None if uploads else _FORM,
                proxy=self._proxy,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=seconds, connect=_CONNECT_SECONDS),
            ) as response:
                return _reply(response.status, await response.read())
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            return Reply(ReplyKind.NOT_SENT, description=type(error).__name__)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            return Reply(ReplyKind.UNCLEAR, description=type(error).__name__)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=_CONNECTIONS, ssl=self._tls)
            self._session = aiohttp.ClientSession(connector=connector)
        return self._session


def _body(params: Mapping[str, str]) -> bytes:
    pairs = (
        f"{name}={_kept(value) if len(value) > _LONG else _quoted(value)}" for name, value in params.items()
    )
    return "&".join(pairs).encode()


def _quoted(value: str) -> str:
    return quote_plus(value, errors="replace")


# The same menus, answers and keyboards go to everybody, and quoting Cyrillic letters is slow.
_kept = lru_cache(maxsize=256)(_quoted)


def _form(params: Mapping[str, str], uploads: Mapping[str, Upload]) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)
    for name, value in params.items():
        form.add_field(name, value.encode("utf-8", "replace").decode())
    for name, upload in uploads.items():
        form.add_field(name, upload.content, filename=upload.name)
    return form


def _reply(status: int, content: bytes) -> Reply:
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict) or "ok" not in answer:
        return Reply(ReplyKind.UNCLEAR, description=f"HTTP {status} without an answer of the Bot API")
    if answer["ok"] is True:
        if answer.get("result") is None:
            return Reply(ReplyKind.UNCLEAR, description="ok without a result")
        return Reply(ReplyKind.DONE, result=answer["result"])
    return _refusal(status, answer)


def _refusal(status: int, answer: Mapping[str, Any]) -> Reply:
    code = answer.get("error_code")
    more = answer.get("parameters")
    more = more if isinstance(more, dict) else {}
    return Reply(
        ReplyKind.REFUSED,
        code=code if isinstance(code, int) else status,
        description=ascii(answer.get("description") or "")[1:-1],
        retry_after=_number(more.get("retry_after")),
        migrate_to=_whole(more.get("migrate_to_chat_id")),
    )


def _number(value: object) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST_ID:
        return float(value)
    return None


def _whole(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < LARGEST_ID:
        return value
    return None
