"""
Single characters that hold a place in a text until the real thing is put in.

They come from the private use area, which Markdown takes for letters: bold may end right after one, and
what is put in afterwards is never read as Markdown.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.faq.text import RichText

_FIRST: Final = 0xE000
MARKS: Final = re.compile("[\ue000-\uf8ff]")


def mark(number: int) -> str:
    """The character that holds the place with this number, from 0."""
    return chr(_FIRST + number)


def fill_marks(text: str, contents: Sequence[RichText]) -> RichText:
    """The text with the contents in their places."""
    filled = RichText("")
    end = 0
    for found in MARKS.finditer(text):
        filled = filled + RichText(text[end : found.start()]) + contents[ord(found[0]) - _FIRST]
        end = found.end()
    return filled + RichText(text[end:])
