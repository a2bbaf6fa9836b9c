"""The check of requests against the Bot API."""

from typing import Any

import pytest

from bot.sandbox.schema import Upload, bot_api
from bot.sandbox.stand_in import Rules, StandIn
from tests.sandbox.wire import AIGUL, Api, HandClock, populate


def found(method: str, **parameters: Any) -> list[tuple[str, str]]:
    return [(mismatch.parameter, mismatch.what) for mismatch in bot_api().check(method, parameters)]


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


RIGHT: list[tuple[str, dict[str, Any]]] = [
    ("sendMessage", {"chat_id": 1, "text": "а", "reply_markup": inline(text="а", callback_data="б")}),
    ("sendMessage", {"chat_id": "@name", "text": "а", "reply_markup": {"remove_keyboard": True}}),
    ("sendMessage", {"chat_id": 1, "text": "а", "reply_parameters": {"message_id": 3, "quote": "к"}}),
    ("sendDocument", {"chat_id": 1, "document": Upload("a.pdf", b"1", "application/pdf")}),
    ("sendPhoto", {"chat_id": 1, "photo": "photo-1"}),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 5}}),
    (
        "sendMediaGroup",
        {"chat_id": 1, "media": [{"type": "photo", "media": "a"}, {"type": "video", "media": "b"}]},
    ),
    ("sendLocation", {"chat_id": 1, "latitude": 43, "longitude": 76.9}),
    (
        "sendRichMessage",
        {
            "chat_id": 1,
            "rich_message": {"blocks": [{"type": "paragraph", "text": ["а", {"type": "bold", "text": "б"}]}]},
        },
    ),
    ("getUpdates", {}),
]

WRONG: list[tuple[str, dict[str, Any], list[tuple[str, str]]]] = [
    ("sendMessage", {"chat_id": 1}, [("text", "missing")]),
    ("sendMessage", {"chat_id": 1, "text": None}, [("text", "missing")]),
    ("sendMessage", {"chat_id": 1, "text": "а", "parsemode": "HTML"}, [("parsemode", "unknown")]),
    ("sendMessage", {"chat_id": 1.5, "text": "а"}, [("chat_id", "must be Integer")]),
    ("sendMessage", {"chat_id": 1, "text": 7}, [("text", "must be String")]),
    (
        "sendMessage",
        {"chat_id": 1, "text": "а", "protect_content": 1},
        [("protect_content", "must be Boolean")],
    ),
    ("deleteMessage", {"chat_id": 1, "message_id": True}, [("message_id", "must be Integer")]),
    ("deleteMessages", {"chat_id": 1, "message_ids": [1, "2"]}, [("message_ids[1]", "must be Integer")]),
    (
        "sendMessage",
        {"chat_id": 1, "text": "а", "reply_markup": inline(text="а", callback_dat="б")},
        [("reply_markup.inline_keyboard[0][0].callback_dat", "unknown")],
    ),
    (
        "sendMessage",
        {"chat_id": 1, "text": "а", "reply_markup": inline(callback_data="б")},
        [("reply_markup.inline_keyboard[0][0].text", "missing")],
    ),
    (
        "editMessageText",
        {"chat_id": 1, "message_id": 2, "text": "а", "reply_markup": {"keyboard": []}},
        [("reply_markup.inline_keyboard", "missing"), ("reply_markup.keyboard", "unknown")],
    ),
    (
        "sendMessage",
        {"chat_id": 1, "text": "а", "entities": [{"type": "bold", "offset": 0, "len": 1}]},
        [("entities[0].length", "missing"), ("entities[0].len", "unknown")],
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "a", "description": "б"}], "scope": {"type": "chat"}},
        [("scope.chat_id", "missing")],
    ),
    ("setMyCommands", {"commands": [], "scope": {"type": "everywhere"}}, [("scope.type", "must be default")]),
    ("sendPhoto", {"chat_id": 1, "photo": 5}, [("photo", "must be InputFile")]),
]


@pytest.mark.parametrize(("method", "parameters"), RIGHT)
def test_what_the_bot_api_knows_passes(method: str, parameters: dict[str, Any]) -> None:
    assert found(method, **parameters) == []


@pytest.mark.parametrize(("method", "parameters", "mismatches"), WRONG)
def test_what_the_bot_api_does_not_know_is_named(
    method: str, parameters: dict[str, Any], mismatches: list[tuple[str, str]]
) -> None:
    assert found(method, **parameters) == mismatches


def test_every_type_named_in_the_schema_is_described_in_it() -> None:
    schema = bot_api()
    known = {*schema._types, *schema._unions, "String", "Integer", "Float", "Boolean", "True", "InputFile"}
    notations = {
        notation
        for fields in (*schema._methods.values(), *schema._types.values())
        for notation in fields.values()
    }
    named = {part for notation in notations if notation[0] != "=" for part in notation.strip("[]").split("|")}
    named |= {choice.strip("[]") for choices in schema._unions.values() for choice in choices}
    assert named <= known
    assert schema.version == "10.3"
    assert len(schema._methods) == 185


async def test_a_misspelt_parameter_is_refused_and_recorded(api: Api, stand_in: StandIn) -> None:
    sentence = await api.refused(
        "sendMessage", chat_id=AIGUL, text="а", reply_markup=inline(text="а", calback_data="б")
    )
    assert "reply_markup.inline_keyboard[0][0].calback_data: unknown" in sentence
    assert list(stand_in.world.messages.of(AIGUL)) == []
    assert (await api.look("stats"))["schema_errors"] == [
        {
            "method": "sendMessage",
            "parameter": "reply_markup.inline_keyboard[0][0].calback_data",
            "what": "unknown",
        }
    ]


async def test_an_unknown_method_is_not_found_and_recorded(api: Api, stand_in: StandIn) -> None:
    answer = await api("sendMesage", chat_id=AIGUL, text="а")
    assert answer["error_code"] == 404
    assert [mismatch.what for mismatch in stand_in.schema_errors] == ["unknown method"]


async def test_method_names_do_not_depend_on_capitals(api: Api) -> None:
    assert (await api.done("getme"))["is_bot"]


async def answer(rules: Rules, **parameters: Any) -> tuple[int | None, StandIn]:
    made = StandIn(HandClock(), rules=rules)
    populate(made)
    return (await made.answer("sendMessage", {"chat_id": AIGUL, "text": "а", **parameters}, {})).status, made


async def test_a_lenient_check_records_and_goes_on_as_the_real_server_does() -> None:
    status, made = await answer(Rules(strict=False), parsemode="HTML")
    assert status == 200
    assert [mismatch.parameter for mismatch in made.schema_errors] == ["parsemode"]


async def test_the_check_can_be_switched_off() -> None:
    status, made = await answer(Rules(request_check=False), parsemode="HTML")
    assert status == 200
    assert made.schema_errors == []
