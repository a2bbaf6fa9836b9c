"""
Logging for operators: one line an event, no secret and nobody's words.

Bot tokens are cut out of everything, tracebacks included: some libraries put whole addresses into errors.
"""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

# No word boundary in front: in "/bot123:…" there is none.
_TOKEN = re.compile(r"(?<!\d)\d{3,20}:[A-Za-z0-9_-]{30,}")


def without_tokens(text: str, own: str = "") -> str:
    """The text with every bot token cut out, and `own` whatever its shape."""
    return _TOKEN.sub("<token>", text.replace(own, "<token>") if own else text)


def configure_logs(form: str, token: str = "") -> None:
    """Log to standard error, as `console` lines or as `json`; `token` never appears there."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=_plain_traceback)
    )
    finish: list[Any] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if form == "json":
        finish.append(structlog.processors.format_exc_info)

    def scrubbed(_logger: Any, _name: str, line: str | MutableMapping[str, Any]) -> str:
        return without_tokens(str(line), token)

    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared, processors=[*finish, last, scrubbed]
    )
    structlog.configure(
        processors=[*shared[:1], shared[2], structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for chatty in ("aiogram", "aiohttp", "alembic", "asyncio", "sqlalchemy"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def _plain_traceback(stream: Any, exception: Any) -> None:
    structlog.dev.plain_traceback(stream, exception)
