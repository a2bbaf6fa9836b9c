from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.files.copies import Copies
from bot.files.folder import content_files, digest_of
from tests.files.folders import answer_file, change


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "content"


def written(locales: Path, number: int) -> str:
    """A new version of the content; its digest."""
    with answer_file(locales).open("a") as file:
        file.write(f"{number}\n")
    return digest_of(locales)


def test_without_a_copy_there_is_none(folder: Path) -> None:
    assert Copies(folder).newest() is None
    assert not Copies(folder).has("0" * 32)


def test_a_copy_holds_what_the_content_said(locales: Path, folder: Path) -> None:
    copies, digest = Copies(folder), digest_of(locales)
    copies.keep(locales, digest)
    newest = copies.newest()
    assert newest is not None
    assert newest.name == "locales"
    assert digest_of(newest) == digest
    assert copies.has(digest)
    assert len(content_files(newest)) == len(content_files(locales))


def test_what_is_kept_already_is_not_written_again(locales: Path, folder: Path) -> None:
    copies, digest = Copies(folder), digest_of(locales)
    copies.keep(locales, digest)
    before = [(path, path.stat().st_ino) for path in folder.rglob("*")]
    copies.keep(locales, digest)
    assert [(path, path.stat().st_ino) for path in folder.rglob("*")] == before


def test_never_more_than_two_are_kept_and_the_newest_is_used(locales: Path, folder: Path) -> None:
    copies = Copies(folder)
    for number in range(12):
        digest = written(locales, number)
        copies.keep(locales, digest)
        newest = copies.newest()
        assert newest is not None
        assert digest_of(newest) == digest
        assert len(list(folder.iterdir())) <= 2


def test_a_copy_that_was_damaged_is_passed_over(locales: Path, folder: Path) -> None:
    copies = Copies(folder)
    first = written(locales, 1)
    copies.keep(locales, first)
    copies.keep(locales, written(locales, 2))
    newest = copies.newest()
    assert newest is not None
    change(newest / "faq" / "facts.yaml", "days: 30", "days: 90")
    older = copies.newest()
    assert older is not None
    assert digest_of(older) == first


def test_a_copy_that_was_cut_short_is_no_copy_and_is_cleared_away(locales: Path, folder: Path) -> None:
    unfinished = folder / "unfinished" / "locales" / "faq"
    unfinished.mkdir(parents=True)
    (unfinished / "facts.yaml").write_text("half")
    (folder / ("000001-" + "a" * 32)).mkdir()
    copies = Copies(folder)
    assert copies.newest() is None
    copies.keep(locales, digest_of(locales))
    assert copies.newest() is not None
    assert not (folder / "unfinished").exists()


def test_what_changed_while_it_was_copied_is_not_kept(locales: Path, folder: Path) -> None:
    digest = digest_of(locales)
    written(locales, 1)
    with pytest.raises(ContentError) as caught:
        Copies(folder).keep(locales, digest)
    assert caught.value.code == "copy_unwritable"
    assert Copies(folder).newest() is None


def test_where_nothing_can_be_written_that_is_said(locales: Path, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file")
    with pytest.raises(ContentError) as caught:
        Copies(folder).keep(locales, digest_of(locales))
    assert caught.value.facts == {"folder": str(folder)}
    assert Copies(folder).newest() is None


def test_what_else_lies_in_the_folder_is_left_alone(locales: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("mine")
    copies = Copies(folder)
    for number in range(4):
        copies.keep(locales, written(locales, number))
    assert (folder / "notes.txt").read_text() == "mine"
