"""Entities given by a bot and found by the server."""

from typing import Any

import pytest

from bot.sandbox.entities import all_entities, read_entities, trim
from bot.sandbox.refusal import RefusalError


def bold(offset: int, length: int) -> dict[str, Any]:
    return {"type": "bold", "offset": offset, "length": length}


WRONG: list[tuple[str, Any, str]] = [
    ("сәлем", bold(0, 6), "ends after the end of the text"),
    ("сәлем", bold(5, 1), "begin after the end of the text"),
    ("сәлем", bold(-1, 2), "is invalid"),
    ("сәлем", bold(0, 0), "is invalid"),
    ("а😀б", bold(2, 1), "begins in a middle of a UTF-16 symbol"),
    ("а😀б", bold(0, 2), "ends in a middle of a UTF-16 symbol"),
    ("сәлем", {"type": "bald", "offset": 0, "length": 1}, 'unsupported type "bald"'),
    ("сәлем", {"type": "bold", "offset": "0", "length": 1}, "offset and length are required"),
    ("сәлем", {"type": "text_link", "offset": 0, "length": 1}, "url of a text_link"),
    ("сәлем", "bold", "expected an Object"),
]


@pytest.mark.parametrize(("text", "entity", "sentence"), WRONG)
def test_an_entity_that_does_not_fit_its_text_is_refused(text: str, entity: Any, sentence: str) -> None:
    with pytest.raises(RefusalError) as caught:
        read_entities(text, [entity])
    assert sentence in str(caught.value.description)


def test_offsets_count_utf16_units() -> None:
    assert read_entities("а😀б", [bold(1, 2), bold(3, 1)]) == [bold(1, 2), bold(3, 1)]


def test_entities_the_server_finds_itself_are_not_taken_from_the_bot() -> None:
    assert read_entities("a.kz b", [{"type": "url", "offset": 0, "length": 4}]) == []


def test_white_space_around_a_text_goes_and_entities_move_along() -> None:
    assert trim("  \nсәлем\n\n", [bold(0, 5), bold(3, 7), bold(8, 2)]) == ("сәлем", [bold(0, 2), bold(0, 5)])


FOUND: list[tuple[str, list[tuple[str, str]]]] = [
    ("қара: https://k-eta.go.kr/portal?a=1.", [("url", "https://k-eta.go.kr/portal?a=1")]),
    ("😀 /start", [("bot_command", "/start")]),
    ("/menu@sandbox_bot и/или", [("bot_command", "/menu@sandbox_bot")]),
    (
        "тел. +82 2-379-9714, +7 (717) 272-00-00",
        [("phone_number", "+82 2-379-9714"), ("phone_number", "+7 (717) 272-00-00")],
    ),
    ("жаз: info@mfa.gov.kz не @name", [("email", "info@mfa.gov.kz"), ("mention", "@name")]),
    ("#виза2026", [("hashtag", "#виза2026")]),
    ("30 күн", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_links_commands_and_phone_numbers_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    units = text.encode("utf-16-le")
    found = [
        (
            entity["type"],
            units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le"),
        )
        for entity in all_entities(text, [])
    ]
    assert found == expected


def test_nothing_is_found_inside_code() -> None:
    code = {"type": "code", "offset": 0, "length": 6}
    assert all_entities("/start", [code]) == [code]
