"""Links that open the bot on a topic: https://t.me/<bot>?start=basics-tourist_work"""

import re

_START = re.compile(r"/start(?:@\w+)?\s+([A-Za-z0-9_-]{1,64})\s*", re.IGNORECASE)


def linked_topic(command: str) -> str | None:
    """The topic id that a /start command carries; a hyphen stands for the dot, which Telegram forbids."""
    found = _START.fullmatch(command)
    return found[1].lower().replace("-", ".") if found else None


def link_to(username: str, topic: str = "") -> str:
    """The address that opens the bot, on a topic where one is named."""
    payload = f"?start={topic.replace('.', '-')}" if topic else ""
    return f"https://t.me/{username}{payload}"
