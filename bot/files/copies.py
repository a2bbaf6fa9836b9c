"""A copy of the last good content, kept where the bot keeps its data."""

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from bot.errors import ContentError
from bot.files.folder import content_files, digest_of

_KEPT: Final = 2  # the older one stays: after a power cut the newer may not be whole
_NAME: Final = re.compile(r"(\d{6,})-([0-9a-f]{32})")
_UNFINISHED: Final = "unfinished"


class Copies:
    """
    Folders `<number>-<digest>/locales`, the highest number being the newest.

    The digest in the name tells whether a copy is whole, so that one cut short or changed is never used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def newest(self) -> Path | None:
        """The newest copy that is whole."""
        return next((path for digest, path in self._all() if _is_whole(path, digest)), None)

    def has(self, digest: str) -> bool:
        """Whether the newest copy is of this content."""
        return any(known == digest and _is_whole(path, digest) for known, path in self._all()[:1])

    def keep(self, locales: Path, digest: str) -> None:
        """
        Make a copy the newest, unless it is; it appears at once or not at all.

        Raises ContentError `copy_unwritable`, also where the files changed meanwhile.
        """
        if self.has(digest):
            return
        unfinished = self._folder / _UNFINISHED
        try:
            shutil.rmtree(unfinished, ignore_errors=True)
            _copy(locales, unfinished / "locales")
            if not _is_whole(unfinished / "locales", digest):
                raise ContentError("copy_unwritable", folder=str(self._folder))
            unfinished.rename(self._folder / f"{self._next_number():06d}-{digest}")
        except OSError as error:
            raise ContentError("copy_unwritable", folder=str(self._folder)) from error
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
        for _, path in self._all()[_KEPT:]:
            shutil.rmtree(path.parent, ignore_errors=True)

    def _next_number(self) -> int:
        return 1 + max((number for number, _, _ in self._numbered()), default=0)

    def _all(self) -> list[tuple[str, Path]]:
        """Digest and folder of each copy, the newest first."""
        found = sorted(self._numbered(), key=lambda one: one[0], reverse=True)
        return [(digest, path) for _, digest, path in found]

    def _numbered(self) -> Iterator[tuple[int, str, Path]]:
        with suppress(OSError):
            for entry in self._folder.iterdir():
                if named := _NAME.fullmatch(entry.name):
                    yield int(named[1]), named[2], entry / "locales"


def _is_whole(locales: Path, digest: str) -> bool:
    try:
        return digest_of(locales) == digest
    except OSError:
        return False


def _copy(locales: Path, target: Path) -> None:
    for path in content_files(locales):
        copied = target / path.relative_to(locales)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copied)
