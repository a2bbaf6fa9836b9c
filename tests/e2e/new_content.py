"""The program on content of its own, and what editors do to it between two starts."""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from bot.people.model import Language
from tests.e2e.bot_process import ROOT

NEW_TITLES = {Language.KK: "Жаңа тақырып атауы", Language.RU: "Новое название темы"}
NEW_CHAPTERS = {Language.KK: "Жаңа тарау", Language.RU: "Новая глава"}
_TITLE = re.compile(r"^title:.*$", re.MULTILINE)


def copied_program(folder: Path) -> Path:
    """A tree of the program that can be changed; a bot runs it with PYTHONPATH."""
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "bot", folder / "bot", ignore=unwanted)
    shutil.copytree(ROOT / "locales", folder / "locales", ignore=unwanted)
    return folder


def remove_topic(locales: Path, topic: str) -> None:
    """A topic goes, and with it everything that leads to it."""
    _remove_topics(locales, {topic})


def keep_chapters(locales: Path, *groups: str) -> None:
    """Only these stay: what is read and taught again and again is then read in a moment."""
    topics = _catalogue(locales)["topics"]
    _remove_topics(locales, {id_ for id_, topic in topics.items() if topic["group"] not in groups})


def _remove_topics(locales: Path, gone: set[str]) -> None:
    catalogue = _catalogue(locales)
    for topic in gone:
        del catalogue["topics"][topic]
    for other in catalogue["topics"].values():
        other["related"] = [one for one in other["related"] if one not in gone]
    _write_catalogue(locales, catalogue)
    for language in Language:
        for topic in gone:
            (locales / language / "faq" / f"{topic}.md").unlink()
            (locales / language / "phrasings" / f"{topic}.txt").unlink(missing_ok=True)


def retitle_topic(locales: Path, topic: str) -> None:
    """A topic gets the new title."""
    for language, title in NEW_TITLES.items():
        path = locales / language / "faq" / f"{topic}.md"
        text, changed = _TITLE.subn(f"title: {title}", path.read_text(encoding="utf-8"), count=1)
        assert changed
        path.write_text(text, encoding="utf-8")


def rename_chapter(locales: Path, group: str) -> None:
    """A chapter gets the new name."""
    catalogue = _catalogue(locales)
    [chapter] = [one for one in catalogue["groups"] if one["id"] == group]
    chapter |= {language.value: name for language, name in NEW_CHAPTERS.items()}
    _write_catalogue(locales, catalogue)


def _catalogue(locales: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((locales / "faq" / "topics.yaml").read_text(encoding="utf-8"))
    return read


def _write_catalogue(locales: Path, catalogue: dict[str, Any]) -> None:
    written = yaml.safe_dump(catalogue, allow_unicode=True, sort_keys=False)
    (locales / "faq" / "topics.yaml").write_text(written, encoding="utf-8")
