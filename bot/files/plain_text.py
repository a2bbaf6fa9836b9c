"""Files as editors save them: what their program did to line ends is put right or explained."""

from bot.files.findings import Sheet

_BOM = "\ufeff"


def read_text(sheet: Sheet, missing: str = "file_missing") -> str | None:
    """The text of a file with plain line ends; None where there is nothing to read."""
    try:
        raw = sheet.path.read_bytes()
    except FileNotFoundError:
        sheet.error(None, missing)
        return None
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        sheet.error(raw[: error.start].count(b"\n") + 1, "not_utf8")
        return None
    return _tidy(text, sheet)


def _tidy(text: str, sheet: Sheet) -> str:
    if text.startswith(_BOM):
        sheet.warn(1, "bom")
        text = text.removeprefix(_BOM)
    if "\r" in text:
        sheet.warn(text[: text.index("\r")].count("\n") + 1, "crlf")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            sheet.error(number, "tab")
        if bad := next((sign for sign in line if _is_invisible(sign)), None):
            sheet.error(number, "invisible_sign", sign=f"U+{ord(bad):04X}")
    return text


def _is_invisible(sign: str) -> bool:
    """Control and private signs: they hold places while an answer is printed, or break what is shown."""
    return (sign < " " and sign != "\t") or "\ue000" <= sign <= "\uf8ff" or sign in "\x7f\u202e\ufffd"
