"""A bot without Telegram, and a folder of content that it keeps in step with."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.errors import ContentError
from bot.faq.library import Library
from bot.faq.matching.model import Decision
from bot.faq.renewal import State
from bot.files.check import check
from bot.files.copies import Copies
from bot.files.findings import Finding
from bot.files.renewal import Source
from bot.files.texts import Reader
from bot.people.model import Language

Check = Callable[[Path, date, Language], list[Finding]]
TODAY = date(2026, 11, 24)


class PlainBot:
    """Remembers what it was given and what staff were told."""

    def __init__(self, known: str | None = None) -> None:
        self.known = known
        self.libraries: list[Library] = []
        self.told: list[State] = []
        self.fails: Exception | None = None

    async def renew(self, library: Library, decide: Callable[[str, str | None], Decision]) -> None:
        assert decide("", None)
        self.libraries.append(library)

    async def last_told(self) -> str | None:
        return self.known

    async def tell(self, state: State) -> None:
        if self.fails:
            raise self.fails
        self.told.append(state)

    def titles(self, topic: str = "visa_free.days") -> list[str]:
        """What a topic was called in each of the texts that came into force."""
        return [library.title(topic, Language.RU) for library in self.libraries]


def source_of(locales: Path, check: Check = check) -> Source:
    """The folder, and a place for copies beside it."""

    def find() -> Path:
        if not locales.is_dir():
            raise ContentError("locales_missing", looked_in="here")
        return locales

    return Source(
        find, lambda: Reader(TODAY, Language.RU, check), Copies(locales.parent / "data" / "content")
    )
