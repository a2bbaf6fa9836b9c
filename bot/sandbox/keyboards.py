"""Buttons under a message: what the real server accepts."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.refusal import Json, bad_request

ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)
MOST_DATA = 64
"""Bytes of callback_data."""
MOST_BUTTONS = 100
MOST_COPIED = 256


def read_inline_keyboard(markup: Any) -> Json | None:
    """An inline keyboard, checked; None when there is nothing in it. Errors: 400."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        if markup:
            raise bad_request("inline keyboard expected")
        return None
    rows = [_read_row(row) for row in _array(markup["inline_keyboard"])]
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    kept = [row for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def read_reply_markup(markup: Any) -> tuple[Json | None, bool]:
    """The inline keyboard of a new message, and whether it carried one of the other markups. Errors: 400."""
    if isinstance(markup, dict) and "inline_keyboard" not in markup and markup:
        _check_reply_keyboard(markup)
        return None, True
    return read_inline_keyboard(markup), False


@dataclass(frozen=True)
class Aim:
    """Which button is meant: by its data, its label, or its row and column."""

    data: str | None = None
    text: str | None = None
    place: tuple[int, int] | None = None

    def hits(self, button: Json) -> bool:
        """Whether data or label are this button's."""
        by_data = self.data is not None and button.get("callback_data") == self.data
        return by_data or (self.text is not None and button["text"] == self.text)


def button_at(markup: Json | None, aim: Aim) -> Json:
    """The button a person means. Errors: 400 when there is none."""
    rows: list[list[Json]] = (markup or {}).get("inline_keyboard", [])
    if aim.place is not None:
        row, column = aim.place
        if 0 <= row < len(rows) and 0 <= column < len(rows[row]):
            return rows[row][column]
        raise bad_request("there is no button at this place")
    for button in (button for row in rows for button in row):
        if aim.hits(button):
            return button
    raise bad_request("there is no such button under the message")


def _array(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise bad_request('field "inline_keyboard" must be of type Array')
    return value


def _read_row(row: Any) -> list[Json]:
    if not isinstance(row, list):
        raise bad_request("can't parse inline keyboard row: expected an Array")
    return [_read_button(button) for button in row]


def _read_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not button["text"].strip():
        # the real server leaves such a button out without a word: nobody ever wants that
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [name for name in ACTIONS if button.get(name) is not None]
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request(f"can't parse inline keyboard button: more than one of {', '.join(actions)}")
    _check_action(actions[0], button[actions[0]])
    return {name: value for name, value in button.items() if value is not None}


def _check_action(action: str, value: Any) -> None:
    if action == "callback_data" and not (isinstance(value, str) and 0 < len(value.encode()) <= MOST_DATA):
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url":
        _check_url(value)
    if action == "copy_text":
        copied = value.get("text") if isinstance(value, dict) else None
        if not (isinstance(copied, str) and 0 < len(copied) <= MOST_COPIED):
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_url(url: Any) -> None:
    if not isinstance(url, str):
        raise bad_request('can\'t parse inline keyboard button: Field "url" must be of type String')
    fault = url_fault(url)
    if fault is not None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {fault}")


def url_fault(url: str) -> str | None:
    """Why Telegram would not open this address; None when it would."""
    address = url.strip()
    if not address:
        return "URL is empty"
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host = parts.hostname or ""
    except ValueError:
        return "Wrong HTTP URL"
    if parts.scheme in {"tg", "ton", "tonsite"}:
        return None
    if parts.scheme not in {"http", "https"} or address.lower().startswith(
        ("tel:", "mailto:", "javascript:")
    ):
        return "Unsupported URL protocol"
    return None if "." in host.strip(".") and " " not in host else "Wrong HTTP URL"


def _check_reply_keyboard(markup: Json) -> None:
    if not any(name in markup for name in ("keyboard", "remove_keyboard", "force_reply")):
        raise bad_request("can't parse reply keyboard markup: unknown kind of markup")
    rows = markup.get("keyboard", [])
    if not (isinstance(rows, list) and all(isinstance(row, list) for row in rows)):
        raise bad_request('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
