"""The same request in every form in which libraries send it."""

import json
from typing import Any

import pytest
from aiohttp import FormData

from bot.sandbox.parameters import type_parameters
from bot.sandbox.refusal import RefusalError
from bot.sandbox.schema import bot_api
from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, Api

KEYBOARD = {"inline_keyboard": [[{"text": "Мәзір", "callback_data": "menu"}]]}
WANTED = {
    "chat_id": str(AIGUL),
    "text": "Сәлем & <қош>",
    "protect_content": "true",
    "reply_markup": json.dumps(KEYBOARD, ensure_ascii=False),
}


def check(answer: dict[str, Any]) -> None:
    assert answer["ok"], answer
    message = answer["result"]
    assert message["text"] == "Сәлем & <қош>"
    assert message["reply_markup"] == KEYBOARD
    assert message["has_protected_content"] is True
    assert message["chat"]["id"] == AIGUL


async def test_a_form_carries_objects_as_json_texts(api: Api) -> None:
    async with api.session.post(api.url("sendMessage"), data=WANTED) as response:
        check(await response.json())


async def test_a_query_string_works_too(api: Api) -> None:
    async with api.session.get(api.url("sendMessage"), params=WANTED) as response:
        check(await response.json())


async def test_json_may_carry_objects_as_texts_or_as_objects(api: Api) -> None:
    check(await api("sendMessage", **WANTED))
    check(await api("sendMessage", **{**WANTED, "reply_markup": KEYBOARD, "protect_content": True}))


async def test_a_multipart_body_brings_files(api: Api, stand_in: StandIn) -> None:
    form = FormData(quote_fields=False)
    form.add_field("chat_id", str(AIGUL))
    form.add_field("caption", "Анықтама")
    form.add_field("document", "attach://f1")
    form.add_field("f1", b"%PDF-1", filename="анықтама.pdf", content_type="application/pdf")
    async with api.session.post(api.url("sendDocument"), data=form) as response:
        message = (await response.json())["result"]
    assert message["document"]["file_name"] == "анықтама.pdf"
    assert message["caption"] == "Анықтама"
    path = (await api.done("getFile", file_id=message["document"]["file_id"]))["file_path"]
    async with api.session.get(f"{api.running.base}/file/bot{api.running.token}/{path}") as response:
        assert await response.read() == b"%PDF-1"
    assert stand_in.schema_errors == []
    shown = (await api.look("transcript?method=sendDocument"))["entries"][0]["parameters"]
    assert shown["document"] == {"file": "анықтама.pdf", "bytes": 6}


async def test_a_file_directly_under_its_parameter_is_taken(api: Api) -> None:
    form = FormData()
    form.add_field("chat_id", str(AIGUL))
    form.add_field("photo", b"\xff\xd8", filename="p.jpg")
    async with api.session.post(api.url("sendPhoto"), data=form) as response:
        assert (await response.json())["result"]["photo"][0]["file_size"] == 2


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"reply_markup": "{"}, "can't parse reply_markup JSON object"),
    ("sendMessage", {"reply_markup": "[]"}, "object expected as reply markup"),
    ("sendMessage", {"entities": "{}"}, "expected an Array"),
    ("sendMessage", {"text": {"a": 1}}, "must be of type String"),
    ("sendMessage", {"protect_content": "maybe"}, "must be of type Boolean"),
    ("deleteMessage", {"message_id": "first"}, "must be of type Integer"),
    ("deleteMessage", {"message_id": 1.5}, "must be of type Integer"),
    ("sendLocation", {"latitude": "north"}, "must be of type Float"),
    ("sendPhoto", {"photo": "attach://nothing"}, "is not in the request"),
]


@pytest.mark.parametrize(("method", "values", "sentence"), WRONG)
def test_what_cannot_be_read_as_its_type_is_refused(
    method: str, values: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(RefusalError, match="Bad Request") as caught:
        type_parameters(bot_api().parameters(method), values, {})
    assert sentence in str(caught.value.description)


@pytest.mark.parametrize("body", ["{", "[1]", "null"])
async def test_a_broken_json_body_is_a_bad_request(api: Api, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    async with api.session.post(api.url("sendMessage"), data=body, headers=headers) as response:
        assert response.status == 400


async def test_a_wrong_token_is_unauthorized(api: Api) -> None:
    for path in ("/bot1:wrong/getMe", "/file/bot1:wrong/photos/f1.jpg"):
        async with api.session.get(api.running.base + path) as response:
            assert response.status == 401
            assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
