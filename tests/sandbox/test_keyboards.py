"""Buttons that the real server accepts and refuses."""

from typing import Any

import pytest

from bot.sandbox.keyboards import Aim, button_at, read_inline_keyboard, read_reply_markup
from bot.sandbox.refusal import RefusalError


def with_button(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


WRONG: list[tuple[Any, str]] = [
    (with_button(text="а", callback_data=""), "BUTTON_DATA_INVALID"),
    (with_button(text="а", callback_data="қ" * 33), "BUTTON_DATA_INVALID"),
    (with_button(text=" ", callback_data="а"), "text must be non-empty"),
    (with_button(callback_data="а"), 'Can\'t find field "text"'),
    (with_button(text="а"), "Text buttons are unallowed"),
    (with_button(text="а", callback_data="б", url="https://a.kz"), "more than one of"),
    (
        with_button(text="а", url="localhost"),
        "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
    ),
    (with_button(text="а", url="tel:+77010000000"), "is invalid: Unsupported URL protocol"),
    (with_button(text="а", url="javascript:alert(1)"), "is invalid: Unsupported URL protocol"),
    (with_button(text="а", url=""), "URL is empty"),
    (with_button(text="а", copy_text={"text": "к" * 257}), "BUTTON_COPY_TEXT_INVALID"),
    ({"inline_keyboard": [[{"text": "а", "callback_data": "б"}] * 101]}, "REPLY_MARKUP_TOO_LONG"),
    ({"inline_keyboard": "а"}, "must be of type Array"),
    ({"inline_keyboard": ["а"]}, "expected an Array"),
    ({"inline_keyboard": [["а"]]}, "expected an Object"),
    ({"keyboard": [[{"text": "а"}]]}, "inline keyboard expected"),
    ([], "object expected as reply markup"),
]


@pytest.mark.parametrize(("markup", "sentence"), WRONG)
def test_a_wrong_keyboard_is_refused(markup: Any, sentence: str) -> None:
    with pytest.raises(RefusalError) as caught:
        read_inline_keyboard(markup)
    assert sentence in str(caught.value.description)


@pytest.mark.parametrize(
    "button",
    [
        {"text": "а", "callback_data": "қ" * 32},
        {"text": "а", "url": "https://www.eps.go.kr/eo/main"},
        {"text": "а", "url": "t.me/name"},
        {"text": "а", "url": "tg://user?id=5"},
        {"text": "а", "copy_text": {"text": "Қ-17"}, "style": "primary"},
    ],
)
def test_a_right_button_is_taken_as_it_is(button: dict[str, Any]) -> None:
    assert read_inline_keyboard(with_button(**button)) == with_button(**button)


def test_empty_rows_and_an_empty_keyboard_disappear() -> None:
    kept = {"text": "а", "callback_data": "б"}
    assert read_inline_keyboard({"inline_keyboard": [[], [kept]]}) == {"inline_keyboard": [[kept]]}
    assert read_inline_keyboard({"inline_keyboard": []}) is None


def test_a_reply_keyboard_is_noticed() -> None:
    assert read_reply_markup({"keyboard": [[{"text": "а"}]]}) == (None, True)
    assert read_reply_markup({"remove_keyboard": True}) == (None, True)
    assert read_reply_markup(None) == (None, False)


def test_a_button_is_found_by_label_data_or_place() -> None:
    first, second = {"text": "а", "callback_data": "1"}, {"text": "б", "callback_data": "2"}
    markup = {"inline_keyboard": [[first], [second]]}
    assert button_at(markup, Aim(text="б")) is second
    assert button_at(markup, Aim(data="1")) is first
    assert button_at(markup, Aim(place=(1, 0))) is second
    for aim in (Aim(text="в"), Aim(place=(2, 0)), Aim(place=(0, -1)), Aim()):
        with pytest.raises(RefusalError):
            button_at(markup, aim)
