"""What is wrong in the content files, told to the editor who can put it right."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from bot.files.wording import say
from bot.people.model import Language

Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """One thing to put right: where it is, what is wrong, what to write instead."""

    level: Level
    file: str  # from the folder of content files on: locales/ru/faq/eps.what_is.md
    line: int | None  # from 1
    message: str


@dataclass
class Inspection:
    """Collects findings about a folder of content files, in the language of the editor."""

    locales: Path
    language: Language
    findings: list[Finding] = field(default_factory=list)

    def sheet(self, path: Path) -> "Sheet":
        """One file of the folder, to be written about."""
        return Sheet(self, f"{self.locales.name}/{path.relative_to(self.locales).as_posix()}", path)


@dataclass
class Sheet:
    """A file under inspection."""

    inspection: Inspection
    name: str
    path: Path

    @property
    def has_errors(self) -> bool:
        found = self.inspection.findings
        return any(finding.level == "error" and finding.file == self.name for finding in found)

    def error(self, line: int | None, code: str, **values: object) -> None:
        """The bot cannot work with this."""
        self._add("error", line, code, values)

    def warn(self, line: int | None, code: str, **values: object) -> None:
        """The bot works, but somebody should look at this."""
        self._add("warning", line, code, values)

    def _add(self, level: Level, line: int | None, code: str, values: dict[str, object]) -> None:
        finding = Finding(level, self.name, line, say(code, self.inspection.language, **values))
        if finding not in self.inspection.findings:  # some fields are read twice
            self.inspection.findings.append(finding)

    def guess(self, written: str, known: Iterable[str]) -> str:
        """« Did you mean …? », or nothing where no known word is near."""
        near = difflib.get_close_matches(written, list(known), n=1, cutoff=0.6)
        return " " + say("did_you_mean", self.inspection.language, word=near[0]) if near else ""
