"""Where the content files are."""

from pathlib import Path

import bot
from bot.errors import ContentError


def locales_dir() -> Path:
    """The folder of content files: inside an installed package, or beside the package in a checkout."""
    package = Path(bot.__file__).parent
    for folder in (package / "_locales", package.parent / "locales"):
        if folder.is_dir():
            return folder
    raise ContentError("locales_missing", looked_in=str(package.parent))
