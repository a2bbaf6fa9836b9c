"""Whether the content files can be read at all: before anything looks into them."""

import os
import stat
from pathlib import Path
from typing import Final

from bot.files.findings import Inspection, Sheet
from bot.files.folder import LARGEST, LARGEST_IN_ALL, content_files, content_folders

_MEBIBYTE: Final = 2**20


def check_soundness(inspection: Inspection) -> bool:
    """Report folders and files that nobody can read; returns whether there were none."""
    before = len(inspection.findings)
    for folder in content_folders(inspection.locales):
        _check_folder(inspection, folder)
    sizes = [_check_file(inspection.sheet(path)) for path in content_files(inspection.locales)]
    if sum(sizes) > LARGEST_IN_ALL:
        limit = LARGEST_IN_ALL // _MEBIBYTE
        inspection.sheet(inspection.locales).error(None, "files_large", limit=limit)
    return len(inspection.findings) == before


def _check_folder(inspection: Inspection, folder: Path) -> None:
    try:
        os.scandir(folder).close()
    except FileNotFoundError:
        return  # the files that should lie in it are reported one by one
    except OSError:
        inspection.sheet(folder).error(None, "folder_unreadable")


def _check_file(sheet: Sheet) -> int:
    """The size of a file that can be read. Nothing but a file is opened: a pipe would never end."""
    try:
        found = sheet.path.stat()
        if not stat.S_ISREG(found.st_mode):
            sheet.error(None, "not_a_file")
            return 0
        if found.st_size > LARGEST:
            sheet.error(None, "file_large", limit=LARGEST // _MEBIBYTE)
            return 0
        raw = sheet.path.read_bytes()
    except OSError:
        sheet.error(None, "file_unreadable")
        return 0
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        sheet.error(raw[: error.start].count(b"\n") + 1, "not_utf8")
    return len(raw)
