"""
The check in a process of its own: `python -m bot.files.apart FOLDER DAY LANGUAGE` prints what it found.

What a check needs for seconds would stay with a process that runs for months, and its work slow answers.
"""

import json
import subprocess
import sys
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import Final

import bot
from bot.files.check import check
from bot.files.findings import Finding
from bot.people.model import Language

_LONGEST: Final = 120.0


def check_apart(locales: Path, today: date, language: Language) -> list[Finding]:
    """All findings of a day. Where no other process can be had, this one checks."""
    command = [sys.executable, "-m", __name__, str(locales.resolve()), today.isoformat(), language.value]
    try:
        ended = subprocess.run(  # noqa: S603  our own program, and a folder that we have found
            command, cwd=Path(bot.__file__).parents[1], capture_output=True, timeout=_LONGEST, check=True
        )
        return [Finding(*found) for found in json.loads(ended.stdout)]
    except (OSError, subprocess.SubprocessError, ValueError, TypeError):
        return check(locales, today, language)


def main() -> None:
    """Check, and print the findings as JSON."""
    folder, day, language = sys.argv[1:]
    found = check(Path(folder), date.fromisoformat(day), Language(language))
    sys.stdout.write(json.dumps([astuple(one) for one in found]))


if __name__ == "__main__":
    main()
