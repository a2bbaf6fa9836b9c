import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.files.check import check
from bot.files.findings import Inspection
from bot.files.folder import LARGEST, LARGEST_IN_ALL
from bot.files.soundness import check_soundness
from bot.people.model import Language
from tests.files.folders import answer_file

NAMES = (
    "ru/faq/visa_free.days.md",
    "kk/phrasings/visa_free.days.txt",
    "faq/facts.yaml",
    "ru/LC_MESSAGES/messages.po",
)


def found(locales: Path) -> list[tuple[str, int | None, str]]:
    inspection = Inspection(locales, Language.RU)
    assert check_soundness(inspection) is not bool(inspection.findings)
    return [(one.file, one.line, one.message) for one in inspection.findings]


def folder(file: Path) -> None:
    file.mkdir()


def circle(file: Path) -> None:
    file.symlink_to(file)


def lost_link(file: Path) -> None:
    file.symlink_to(file.parent / "nowhere")


def large(file: Path) -> None:
    with file.open("wb") as opened:
        opened.truncate(LARGEST + 1)


def test_a_good_folder_is_sound(locales: Path) -> None:
    assert found(locales) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (folder, "лежит папка"),
        (os.mkfifo, "лежит папка"),
        (circle, "не открывается"),
        (lost_link, "не открывается"),
        (large, "больше 5 МБ"),
    ],
)
def test_what_is_no_file_that_can_be_read_is_named_and_nothing_else_is_said(
    locales: Path, name: str, spoil: Callable[[Path], None], words: str
) -> None:
    file = locales / name
    file.unlink()
    spoil(file)
    [(place, line, message)] = found(locales)
    assert (place, line) == (f"locales/{name}", None)
    assert words in message
    assert [one.message for one in check(locales, date(2026, 11, 24), Language.RU)] == [message]


def test_a_file_that_is_no_text_is_named_with_its_line(locales: Path) -> None:
    (locales / "kk" / "phrasings" / "visa_free.days.txt").write_bytes("бір\nекі\n".encode() + b"\xff\n")
    [(place, line, message)] = found(locales)
    assert (place, line) == ("locales/kk/phrasings/visa_free.days.txt", 3)
    assert "UTF-8" in message


def test_a_file_in_the_place_of_a_folder_is_named(locales: Path) -> None:
    phrasings = locales / "kk" / "phrasings"
    for file in phrasings.iterdir():
        file.unlink()
    phrasings.rmdir()
    phrasings.write_text("a file")
    [(place, _, message)] = found(locales)
    assert place == "locales/kk/phrasings"
    assert "Папка" in message


def test_folders_that_hold_one_another_are_no_trap(locales: Path) -> None:
    (locales / "ru" / "faq" / "more").symlink_to(locales, target_is_directory=True)
    assert found(locales) == []


def test_many_files_that_are_too_much_together_are_named(locales: Path) -> None:
    for number in range(LARGEST_IN_ALL // LARGEST + 1):
        large(answer_file(locales, topic=f"x{number}"))
        os.truncate(answer_file(locales, topic=f"x{number}"), LARGEST)
    [(place, _, message)] = found(locales)
    assert place == "locales/."
    assert "50 МБ" in message
