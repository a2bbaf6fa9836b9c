"""`.env.example` lists every setting with its default and a line of explanation."""

import re

from dotenv import dotenv_values

from bot.settings import NOT_BUILT_YET, setting_names
from tests.support.source import ROOT

FILE = ROOT / ".env.example"


def test_it_lists_exactly_the_settings_in_their_order() -> None:
    assert list(dotenv_values(FILE, interpolate=False)) == list(setting_names())


def test_each_stands_there_with_its_default() -> None:
    shown = {name: "" if default is None else str(default) for name, default in setting_names().items()}
    assert dict(dotenv_values(FILE, interpolate=False)) == shown


def test_each_is_explained_on_the_line_above() -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if re.match(r"BOT_\w+=", line):
            assert lines[number - 1].startswith("# "), line
            assert len(lines[number - 1]) > 20


def test_nothing_is_promised_that_is_not_built() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert not [name for name in NOT_BUILT_YET if name in text]


def test_it_holds_no_secret() -> None:
    assert not re.search(r"\d{6,}:[\w-]{20,}", FILE.read_text(encoding="utf-8"))
