"""Whether a message in a group is meant for the bot, read from the raw JSON: nothing here may fail."""

from collections.abc import Mapping
from typing import Any


def addressed_words(raw: Mapping[str, Any], bot_id: int, username: str) -> str | None:
    """What somebody in a group says to the bot, without its name; None where they do not mean the bot."""
    message = raw.get("message")
    if not isinstance(message, dict):
        return None
    said = message.get("text") or message.get("caption")
    words = said if isinstance(said, str) else ""
    name = f"@{username}".lower()
    stretches = [stretch for stretch in _stretches(message, words) if _names(stretch, words, name)]
    if not stretches and not _replies_to(message, bot_id):
        return None
    for offset, length in reversed(stretches):
        end = offset + length
        kept = words[offset:end].lower().removesuffix(name)  # of "/menu@bot" the command stays
        words = f"{words[:offset]}{kept}{words[end:]}"
    return words.strip()


def _stretches(message: Mapping[str, Any], words: str) -> list[tuple[int, int]]:
    """Where mentions and commands stand, in Python's units."""
    entities = message.get("entities") or message.get("caption_entities")
    found = []
    for entity in entities if isinstance(entities, list) else []:
        if isinstance(entity, dict) and entity.get("type") in {"mention", "bot_command"}:
            offset, length = entity.get("offset"), entity.get("length")
            if isinstance(offset, int) and isinstance(length, int) and offset >= 0 and length > 0:
                found.append(_in_characters(words, offset, length))
    return sorted(found)


def _in_characters(words: str, offset: int, length: int) -> tuple[int, int]:
    """Telegram counts UTF-16 units: an emoji before the name is two of them."""
    units = words.encode("utf-16-le", "surrogatepass")
    before = units[: 2 * offset].decode("utf-16-le", "replace")
    inside = units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
    return len(before), len(inside)


def _names(stretch: tuple[int, int], words: str, name: str) -> bool:
    offset, length = stretch
    return words[offset : offset + length].lower().endswith(name)


def _replies_to(message: Mapping[str, Any], bot_id: int) -> bool:
    replied = message.get("reply_to_message")
    sender = replied.get("from") if isinstance(replied, dict) else None
    return isinstance(sender, dict) and sender.get("id") == bot_id
