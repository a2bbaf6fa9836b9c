"""From the body of an HTTP request to parameters of the right type."""

import json
import re
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.schema import Upload

WHOLE_NUMBER = re.compile(r"[+-]?\d{1,20}")
TRUE_WORDS = frozenset({"true", "yes", "1"})
FALSE_WORDS = frozenset({"false", "no", "0", ""})
ATTACHED = "attach://"
LARGEST_BODY = 60 * 1024 * 1024
"""Bytes: the real server takes files up to 50 MB."""


async def read_parameters(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """The raw parameters of a request (query first, the body wins), and the files that came with it."""
    values: Json = (
        dict(parse_qsl(request.query_string, keep_blank_values=True)) if request.query_string else {}
    )
    uploads: dict[str, Upload] = {}
    kind = request.content_type
    if not request.can_read_body:
        return values, uploads
    if kind == "application/x-www-form-urlencoded":
        values.update(parse_qsl((await request.read()).decode("utf-8", "replace"), keep_blank_values=True))
    elif kind == "application/json":
        values.update(_json_object(await request.read()))
    elif kind == "multipart/form-data":
        await _read_multipart(request, values, uploads)
    return values, uploads


def type_parameters(fields: dict[str, str], values: Json, uploads: dict[str, Upload]) -> Json:
    """
    Give every known parameter the type its method asks for; forms carry everything as text.

    Unknown parameters stay as they came. Errors: 400 for what cannot be read as its type.
    """
    typed: Json = {}
    for name, value in values.items():
        notation = fields.get(name)
        typed[name] = value if notation is None or value is None else _typed(name, notation, value, uploads)
    for name, upload in uploads.items():
        if "InputFile" in fields.get(name, ""):
            typed[name] = upload
    return typed


async def _read_multipart(request: web.Request, values: Json, uploads: dict[str, Upload]) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            values[part.name] = content.decode("utf-8", "replace")
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, content, kind)


def _json_object(body: bytes) -> Json:
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(values, dict):
        raise bad_request("can't parse JSON object")
    return values


def _typed(name: str, notation: str, value: Any, uploads: dict[str, Upload]) -> Any:
    if "InputFile" in notation.split("|"):
        return _file(name, value, uploads)
    if notation == "String":
        return _text(name, value)
    if notation in {"Integer", "Integer|String", "Float"}:
        return _number(name, notation, value)
    if notation == "Boolean":
        return _boolean(name, value)
    return _structure(name, notation, value)


def _text(name: str, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise bad_request(f'field "{name}" must be of type String')
    return str(value)


def _number(name: str, notation: str, value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if isinstance(value, int) or notation == "Float":
            return value
        raise bad_request(f'field "{name}" must be of type Integer')
    if isinstance(value, str) and WHOLE_NUMBER.fullmatch(value):
        return int(value)
    if notation == "Integer|String" and isinstance(value, str):
        return value
    try:
        if notation == "Float" and isinstance(value, str):
            return float(value)
    except ValueError:
        pass
    raise bad_request(f'field "{name}" must be of type {notation.split("|", maxsplit=1)[0]}')


def _boolean(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in TRUE_WORDS:
        return True
    if word in FALSE_WORDS:
        return False
    raise bad_request(f'field "{name}" must be of type Boolean')


def _structure(name: str, notation: str, value: Any) -> Any:
    if isinstance(value, str) and value:
        try:
            value = json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None
    if value == "":
        return None
    if notation.startswith("[") and not isinstance(value, list):
        raise bad_request(f"can't parse {name}: expected an Array")
    if not notation.startswith("[") and not isinstance(value, dict):
        raise bad_request(f"object expected as {name.replace('_', ' ')}")
    return value


def _file(name: str, value: Any, uploads: dict[str, Upload]) -> Any:
    if not isinstance(value, str):
        raise bad_request(f'field "{name}" must be a file or of type String')
    if not value.startswith(ATTACHED):
        return value
    upload = uploads.get(value.removeprefix(ATTACHED))
    if upload is None:
        raise bad_request(f"file {value} is not in the request")
    return upload
