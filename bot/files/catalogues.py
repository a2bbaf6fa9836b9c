"""The catalogues of fixed sentences: nothing missing, nothing doubtful, the same places in every language."""

import string
from collections.abc import Iterable

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from bot.files.findings import Inspection, Sheet
from bot.i18n import catalogue_path
from bot.people.model import Language


def check_catalogues(inspection: Inspection) -> None:
    """Report sentences that would reach a citizen in English or with a hole."""
    read = {language: _read(inspection, language) for language in Language}
    known = {_key(message) for catalogue, _ in read.values() for message in _sentences(catalogue)}
    for catalogue, sheet in read.values():
        if catalogue is None:
            continue
        for message in _sentences(catalogue):
            _check_sentence(message, sheet)
        for missing in sorted(known - {_key(message) for message in _sentences(catalogue)}):
            sheet.error(None, "sentence_missing", sentence=missing)


def _read(inspection: Inspection, language: Language) -> tuple[Catalog | None, Sheet]:
    path = catalogue_path(inspection.locales, language)
    sheet = inspection.sheet(path)
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, abort_invalid=True), sheet
    except FileNotFoundError:
        sheet.error(None, "file_missing")
    except PoFileError as error:
        sheet.error(error.lineno + 1, "po_unreadable")
    except ValueError:
        sheet.error(None, "po_unreadable")
    return None, sheet


def _sentences(catalogue: Catalog | None) -> Iterable[Message]:
    return [message for message in catalogue if message.id] if catalogue else []


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _check_sentence(message: Message, sheet: Sheet) -> None:
    key = _key(message)
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    if not forms or not all(forms):
        sheet.error(message.lineno, "sentence_empty", sentence=key)
        return
    if message.fuzzy:
        sheet.error(message.lineno, "sentence_fuzzy", sentence=key)
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    asked = set().union(*(_places(text) for text in ids))
    for form in forms:
        if _places(form) != asked:
            named = ", ".join(f"{{{name}}}" for name in sorted(asked)) or "–"
            sheet.error(message.lineno, "sentence_places", sentence=key, places=named)
            return


def _places(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"?"}  # an unclosed brace: equal to nothing
