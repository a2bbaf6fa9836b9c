"""Updates as Telegram sends them."""

from typing import Any

from bot.telegram.callbacks import Press
from tests.support.people import AIGERIM, STAFF_GROUP

Raw = dict[str, Any]
DATE = 1_764_000_000
BOT_ID = 4242
ME = {"id": BOT_ID, "is_bot": True, "first_name": "Bot", "username": "korea_work_bot"}


def sender(chat_id: int = AIGERIM, hint: str | None = None) -> Raw:
    """Who writes; `hint` is the language of their Telegram."""
    return {"id": chat_id, "is_bot": False, "first_name": "A"} | ({"language_code": hint} if hint else {})


def message(
    text: str | None = "Сәлем", *, chat_id: int = AIGERIM, hint: str | None = None, **content: Any
) -> Raw:
    """A message in a private chat."""
    said = {"text": text} if text is not None else {}
    chat = {"id": chat_id, "type": "private", "first_name": "A"}
    return {"message_id": 11, "date": DATE, "chat": chat, "from": sender(chat_id, hint), **said, **content}


def text_update(text: str | None = "Сәлем", update_id: int = 1, **more: Any) -> Raw:
    """Somebody writes to the bot."""
    return {"update_id": update_id, "message": message(text, **more)}


def edit_update(text: str, update_id: int = 1, **more: Any) -> Raw:
    """Somebody corrects what they wrote."""
    return {"update_id": update_id, "edited_message": {**message(text, **more), "edit_date": DATE + 5}}


def group_update(update_id: int = 1, **content: Any) -> Raw:
    """Somebody writes in the staff group."""
    chat = {"id": STAFF_GROUP, "type": "supergroup", "title": "Staff"}
    content = content or {"text": "Сәлем"}
    return {
        "update_id": update_id,
        "message": {"message_id": 3, "date": DATE, "chat": chat, "from": sender(), **content},
    }


def press_update(
    data: Press | str | None,
    update_id: int = 1,
    *,
    hint: str | None = None,
    chat_id: int = AIGERIM,
    at: Any = "message",
) -> Raw:
    """A button is pressed; `at` is the message that it is under: `message`, `inaccessible` or None."""
    chat = {"id": chat_id, "type": "private", "first_name": "A"}
    author = {"id": BOT_ID, "is_bot": True, "first_name": "Bot"}
    messages: dict[str | None, Raw] = {
        "message": {"message": {"message_id": 77, "date": DATE, "chat": chat, "from": author, "text": "x"}},
        "inaccessible": {"message": {"message_id": 77, "date": 0, "chat": chat}},
        None: {"inline_message_id": "abc"},
    }
    packed = data.pack() if isinstance(data, Press) else data
    query = {"id": "55", "from": sender(chat_id, hint), "chat_instance": "1", **messages[at]}
    return {
        "update_id": update_id,
        "callback_query": {**query, **({"data": packed} if packed is not None else {})},
    }


def member_update(
    status: str, update_id: int = 1, *, chat: Raw | None = None, kind: str = "my_chat_member"
) -> Raw:
    """The bot was blocked, or let in again."""
    member: Raw = {"user": {"id": BOT_ID, "is_bot": True, "first_name": "Bot"}, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    event = {
        "chat": chat or {"id": AIGERIM, "type": "private", "first_name": "A"},
        "from": sender(),
        "date": DATE,
        "old_chat_member": {**member, "status": "member"},
        "new_chat_member": member,
    }
    return {"update_id": update_id, kind: event}
