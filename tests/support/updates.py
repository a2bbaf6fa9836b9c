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


FILE: Raw = {"file_id": "a", "file_unique_id": "b"}
CONTENTS: dict[str, Any] = {
    "photo": [FILE | {"width": 1, "height": 1}],
    "voice": FILE | {"duration": 1},
    "video": FILE | {"duration": 1, "width": 1, "height": 1},
    "video_note": FILE | {"duration": 1, "length": 1},
    "audio": FILE | {"duration": 1},
    "document": FILE,
    "animation": FILE | {"duration": 1, "width": 1, "height": 1},
    "sticker": FILE
    | {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False},
    "contact": {"phone_number": "+77011234567", "first_name": "A"},
    "location": {"longitude": 76.9, "latitude": 43.2},
    "venue": {"location": {"longitude": 76.9, "latitude": 43.2}, "title": "t", "address": "a"},
    "dice": {"emoji": "🎲", "value": 3},
    "poll": {
        "id": "1", "question": "q", "options": [], "total_voter_count": 0, "is_closed": False, "is_anonymous": True,
        "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
    },
    "story": {"chat": {"id": 5, "type": "private"}, "id": 1},
    "game": {"title": "t", "description": "d", "photo": []},
    "invoice": {"title": "t", "description": "d", "start_parameter": "s", "currency": "KZT", "total_amount": 1},
    "something_new": {"a": 1},
}  # fmt: skip
"""What a message may hold other than words, one of each kind."""


def edit_update(text: str, update_id: int = 1, **more: Any) -> Raw:
    """Somebody corrects what they wrote."""
    return {"update_id": update_id, "edited_message": {**message(text, **more), "edit_date": DATE + 5}}


def group_update(
    update_id: int = 1, *, chat_id: int = STAFF_GROUP, hint: str | None = None, **content: Any
) -> Raw:
    """Somebody writes in a group; where none is named, in the staff's."""
    chat = {"id": chat_id, "type": "supergroup", "title": "A group"}
    content = content or {"text": "Сәлем"}
    return {
        "update_id": update_id,
        "message": {"message_id": 3, "date": DATE, "chat": chat, "from": sender(hint=hint), **content},
    }


def named(text: str, name: str = f"@{ME['username']}", kind: str = "mention") -> Raw:
    """A text of a group with an entity over a name or a command in it, counted as Telegram counts."""
    offset = len(text[: text.index(name)].encode("utf-16-le")) // 2
    return {"text": text, "entities": [{"type": kind, "offset": offset, "length": len(name)}]}


def press_update(
    data: Press | str | None,
    update_id: int = 1,
    *,
    hint: str | None = None,
    chat_id: int = AIGERIM,
    at: Any = "message",
    message_id: int = 77,
) -> Raw:
    """A button is pressed; `at` is the message that it is under: `message`, `inaccessible` or None."""
    chat = {"id": chat_id, "type": "private", "first_name": "A"}
    author = {"id": BOT_ID, "is_bot": True, "first_name": "Bot"}
    messages: dict[str | None, Raw] = {
        "message": {
            "message": {"message_id": message_id, "date": DATE, "chat": chat, "from": author, "text": "x"}
        },
        "inaccessible": {"message": {"message_id": message_id, "date": 0, "chat": chat}},
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
