"""Tables for spreadsheets, as CSV, in which what citizens wrote stays text."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_MARK = "\ufeff"  # by it Excel knows that the letters are UTF-8
_FORMULA = re.compile(r"(^|[;,|\t\r\n\"'])(\s*)(?=[=+\-@＝＋－＠\t\r])")
"""
Where a program may see the beginning of a formula: at the start of a cell, and behind whatever it takes for
the border of one, which depends on the country of the computer.
"""


def csv_bytes(rows: Iterable[Sequence[str | int]]) -> bytes:
    """The rows as RFC 4180 has them, in UTF-8 with a mark."""
    written = io.StringIO(_MARK, newline="")
    written.seek(0, io.SEEK_END)
    table = csv.writer(written, quoting=csv.QUOTE_ALL)
    table.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return written.getvalue().encode("utf-8", "replace")


def harmless(text: str) -> str:
    """The same text, with an apostrophe wherever a spreadsheet would begin to calculate."""
    return _FORMULA.sub(r"\1\2'", text)
