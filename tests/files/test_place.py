from pathlib import Path

import pytest

import bot
from bot.errors import ContentError
from bot.files.place import locales_dir


def lay_out(root: Path, monkeypatch: pytest.MonkeyPatch, *folders: str) -> None:
    for folder in ("bot", *folders):
        (root / folder).mkdir(parents=True)
    monkeypatch.setattr(bot, "__file__", str(root / "bot" / "__init__.py"))


def test_in_a_checkout_the_content_files_lie_beside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(tmp_path, monkeypatch, "locales")
    assert locales_dir() == tmp_path / "locales"


def test_an_installed_package_carries_its_own_and_looks_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(tmp_path, monkeypatch, "locales", "bot/_locales")
    assert locales_dir() == tmp_path / "bot" / "_locales"


def test_without_content_files_the_error_says_where_they_were_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(tmp_path, monkeypatch)
    with pytest.raises(ContentError) as caught:
        locales_dir()
    assert caught.value.code == "locales_missing"
    assert caught.value.facts["looked_in"] == str(tmp_path)
