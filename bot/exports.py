"""
What leaves the bot as a file. Wired by hand like `bot.app`, for the command line alone.

Each edge is imported inside the one function that needs it.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import UsageError
from bot.people.model import Language

if TYPE_CHECKING:
    from bot.reports.model import Format, ListFormat


def print_content(locales: Path, form: "Format", today: date) -> bytes:
    """
    The content as it stands on a day of Kazakhstan, as a document to sign.

    Raises ContentError, UsageError `docx_missing`.
    """
    from bot.files.content import load_catalogue  # noqa: PLC0415
    from bot.i18n import Translations  # noqa: PLC0415
    from bot.reports.approval import approval_document  # noqa: PLC0415
    from bot.reports.model import Format  # noqa: PLC0415
    from bot.reports.web_page import web_page  # noqa: PLC0415

    document = approval_document(load_catalogue(locales), Translations.load(locales).of, today)
    if form is Format.HTML:
        return web_page(document).encode()
    try:
        from bot.reports.word import word_file  # noqa: PLC0415
    except ModuleNotFoundError:
        raise UsageError("docx_missing") from None
    return word_file(document, today)


async def list_candidates(database: str, locales: Path, form: "ListFormat", language: Language) -> bytes:
    """
    What citizens' presses have told, for an editor of a language.

    Raises ContentError, StorageError.
    """
    from bot.app import build_library  # noqa: PLC0415
    from bot.faq.candidate_list import heaps  # noqa: PLC0415
    from bot.files.phrasings import load_matching_content  # noqa: PLC0415
    from bot.reports.candidates import candidate_lines, candidate_table  # noqa: PLC0415
    from bot.reports.model import ListFormat  # noqa: PLC0415
    from bot.storage.opening import open_existing  # noqa: PLC0415

    async with open_existing(database) as storage:
        filed = await storage.candidates.new()
    gathered = heaps(filed, load_matching_content(locales).phrasings)
    written = candidate_table if form is ListFormat.CSV else candidate_lines
    return written(gathered, build_library(locales), language)
