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
from bot.errors import ContentError
from bot.files.check import check
from bot.files.findings import Finding
from bot.people.model import Language

_LONGEST: Final = 120.0


class Apart:
    """Checks in another process, one at a time."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def check(self, locales: Path, today: date, language: Language) -> list[Finding]:
        """
        All findings of a day. Where no other process can be had, this one checks.

        Raises ContentError where the bot stops meanwhile.
        """
        try:
            return [Finding(*found) for found in json.loads(self._said(locales, today, language))]
        except (OSError, subprocess.SubprocessError, ValueError, TypeError):
            if self._stopped:
                raise ContentError("stopped") from None
            return check(locales, today, language)

    def stop(self) -> None:
        """The bot ends: nobody waits for a check any more."""
        self._stopped = True
        if self._running is not None:
            self._running.kill()

    def _said(self, locales: Path, today: date, language: Language) -> bytes:
        command = [sys.executable, "-m", __name__, str(locales.resolve()), today.isoformat(), language.value]
        with subprocess.Popen(  # noqa: S603  our own program, and a folder that we have found
            command, cwd=Path(bot.__file__).parents[1], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as self._running:
            try:
                return self._running.communicate(timeout=_LONGEST)[0]
            except BaseException:
                self._running.kill()
                raise


def main() -> None:
    """Check, and print the findings as JSON."""
    folder, day, language = sys.argv[1:]
    found = check(Path(folder), date.fromisoformat(day), Language(language))
    sys.stdout.write(json.dumps([astuple(one) for one in found]))


if __name__ == "__main__":
    main()
