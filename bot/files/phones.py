"""Which phone numbers can be dialled."""

import re
from typing import Final

import phonenumbers

_SHORT: Final = re.compile(r"(\+82-?)?\d{3,4}")  # 112, 119, 1345; from abroad +82-1345
_HOME: Final = ("KR", "KZ")


def is_phone(text: str) -> bool:
    """Whether a number exists: short, international, or written as in Korea or Kazakhstan."""
    if _SHORT.fullmatch(text):
        return True
    if text.startswith("+"):
        return _is_valid(text, None)
    return any(_is_valid(text, region) for region in _HOME)


def _is_valid(text: str, region: str | None) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text, region))
    except phonenumbers.NumberParseException:
        return False
