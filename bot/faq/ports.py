"""What the answers need from outside."""

from typing import Protocol

from bot.people.model import Language


class Translator(Protocol):
    """The fixed sentences in one language. Translates first and fills the named places afterwards."""

    @property
    def language(self) -> Language: ...

    def __call__(self, message: str, /, **values: object) -> str: ...

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str: ...
