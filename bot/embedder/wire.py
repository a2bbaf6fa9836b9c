"""
What goes over the pipes between the bot and the process with the model.

A request is a head and its texts with a NUL between them; a reply is a head and for each text one vector of
384 floats in the byte order of the machine. The first reply, number 0, is a trial that nobody asked for.
"""

import re
import unicodedata
from collections.abc import Sequence
from struct import Struct
from typing import Final

REQUEST: Final = Struct("<IBI")  # number, whether the texts are questions, bytes that follow
REPLY: Final = Struct("<4sII")  # mark, number, count of vectors
MARK: Final = b"E5v1"
VECTOR: Final = 384
VECTOR_BYTES: Final = VECTOR * 4
MOST_TEXTS: Final = 64
MOST_CHARACTERS: Final = 4000
"""Of one text. Four bytes are the most that a character takes."""
MOST_BYTES: Final = MOST_TEXTS * (MOST_CHARACTERS * 4 + 1)
TRIAL: Final = "сәлем"
LONGEST_SECONDS: Final = 10.0
"""For one text, after which the process ends itself: whoever started it may be gone by then."""

NO_MODEL: Final = 3
"""The process ends with this when the library or its model is not there or cannot be loaded."""
WRONG_REQUEST: Final = 4

_NO_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def plain(text: str, most: int = MOST_CHARACTERS) -> str:
    """
    The text as the model may read it: no controls, no halves of characters, NFKC, single spaces, cut.

    NFKC is more than tidiness. The library replaces letters by their NFKC form in a buffer that assumes they
    hardly grow: twenty times U+FDFA, each of which becomes eighteen letters, write beyond its end.
    """
    return " ".join(unicodedata.normalize("NFKC", _NO_TEXT.sub(" ", text[:most])).split())[:most]


def pack_request(number: int, texts: Sequence[str], *, are_questions: bool) -> bytes:
    """The request with this number; the texts are `plain`."""
    body = b"\0".join(text.encode() for text in texts)
    return REQUEST.pack(number, are_questions, len(body)) + body


def unpack_texts(body: bytes) -> list[str]:
    """The texts of a request, `plain` whatever the bytes are. Raises ValueError: too many texts."""
    texts = body.split(b"\0")
    if len(texts) > MOST_TEXTS:
        raise ValueError
    return [plain(text.decode(errors="replace")) for text in texts]


def pack_reply(number: int, vectors: Sequence[bytes]) -> bytes:
    """The reply to the request with this number."""
    return REPLY.pack(MARK, number, len(vectors)) + b"".join(vectors)
