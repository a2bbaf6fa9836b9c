"""What the answers need from outside."""

from collections.abc import Sequence
from typing import Protocol

from bot.people.model import Language


class Translator(Protocol):
    """The fixed sentences in one language. Translates first and fills the named places afterwards."""

    @property
    def language(self) -> Language: ...

    def __call__(self, message: str, /, **values: object) -> str: ...

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str: ...


class Embedder(Protocol):
    """
    Where the meaning of a question comes from: a vector of length 1, the same for the same text.

    None: there is none to be had now, and matching goes by words. Raises nothing, whatever the text.
    """

    def __call__(self, text: str, /) -> Sequence[float] | None: ...
