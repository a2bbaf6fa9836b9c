"""Which files are content, how they look from outside, and what they hold."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.people.model import Language

LARGEST: Final = 5 * 2**20
"""Bytes of one file; the largest that editors write by hand is a tenth of it."""
LARGEST_IN_ALL: Final = 50 * 2**20
_BLOCK: Final = 2**20

Look = tuple[tuple[str | int, ...], ...]
"""The files of a folder as they look from outside: two looks are equal as long as nobody writes."""


def content_folders(locales: Path) -> dict[Path, frozenset[str]]:
    """The folders that hold content, with the endings of its files. None lies deeper: no link is a trap."""
    folders = {locales / "faq": frozenset({".yaml", ".jsonl"})}
    for language in Language:
        folders[locales / language / "faq"] = frozenset({".md"})
        folders[locales / language / "phrasings"] = frozenset({".txt"})
        folders[locales / language / "LC_MESSAGES"] = frozenset({".po"})
    return folders


def content_files(locales: Path) -> list[Path]:
    """All files of a folder of content, in order; what cannot be listed holds none."""
    return sorted(
        path for folder, endings in content_folders(locales).items() for path in _files_in(folder, endings)
    )


def _files_in(folder: Path, endings: frozenset[str]) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            paths = [Path(entry.path) for entry in entries]
    except OSError:
        return []
    return [path for path in paths if path.suffix in endings]


def look_at(locales: Path | None) -> Look:
    """Names, sizes and times of the content files. No file is opened."""
    if locales is None:
        return ()
    folders = [*content_folders(locales)]
    return tuple((str(path), *_outside(path)) for path in [*folders, *content_files(locales)])


def _outside(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError as error:
        return (error.errno or 0,)
    if stat.S_ISDIR(found.st_mode):  # its times change with files that are no content
        return (found.st_mode,)
    return (found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def digest_of(locales: Path) -> str:
    """A name for what the content files say. Raises OSError where one cannot be read."""
    whole = hashlib.sha256()
    for path in content_files(locales):
        own = hashlib.sha256()
        for block in _blocks(path):
            own.update(block)
        whole.update(f"{path.relative_to(locales).as_posix()}\n{own.hexdigest()}\n".encode())
    return whole.hexdigest()[:32]


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block
