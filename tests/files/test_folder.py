import os
from pathlib import Path

import pytest

from bot.files.folder import content_files, digest_of, look_at
from tests.files.folders import answer_file, change


def test_all_files_of_content_are_listed_and_nothing_else(locales: Path) -> None:
    (locales / "ru" / "faq" / "notes.bak").write_text("x")
    (locales / "ru" / "faq" / ".visa_free.days.md.swp").write_text("x")
    (locales / "ru" / "faq" / "deeper").mkdir()
    names = [path.relative_to(locales).as_posix() for path in content_files(locales)]
    assert names == sorted(names)
    assert len(names) == 2 + 2 * (2 + 2 + 1)
    assert {Path(name).suffix for name in names} == {".yaml", ".md", ".txt", ".po"}


@pytest.mark.parametrize("name", ["ru/faq/visa_free.days.md", "faq/facts.yaml", "kk/LC_MESSAGES/messages.po"])
def test_a_file_that_is_written_changes_look_and_digest(locales: Path, name: str) -> None:
    look, digest = look_at(locales), digest_of(locales)
    with (locales / name).open("a") as file:
        file.write("\n")
    assert look_at(locales) != look
    assert digest_of(locales) != digest


def test_as_long_as_nobody_writes_two_looks_are_equal(locales: Path) -> None:
    assert look_at(locales) == look_at(locales)
    assert look_at(None) == look_at(None)


def test_a_change_that_keeps_size_and_time_is_seen_all_the_same(locales: Path) -> None:
    file = answer_file(locales)
    look, times = look_at(locales), file.stat()
    change(file, "дней.", "суток"[:5])
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert look_at(locales) != look


def test_rights_that_change_are_seen(locales: Path) -> None:
    look = look_at(locales)
    answer_file(locales).chmod(0o600)
    assert look_at(locales) != look


def test_a_save_without_a_change_keeps_the_digest(locales: Path) -> None:
    digest = digest_of(locales)
    os.utime(answer_file(locales), (1, 1))
    assert digest_of(locales) == digest


def test_two_files_that_swap_their_words_change_the_digest(locales: Path) -> None:
    digest = digest_of(locales)
    one, other = answer_file(locales), answer_file(locales, topic="visa_free.leaving")
    text = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(text)
    assert digest_of(locales) != digest


def test_a_folder_that_is_gone_can_be_looked_at(locales: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert content_files(gone) == []
    assert look_at(gone) != look_at(locales)
