import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.files.apart import Apart, main
from bot.files.check import check
from bot.people.model import Language
from tests.files.folders import answer_file, change

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize("language", list(Language))
def test_another_process_finds_the_same(
    locales: Path, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(answer_file(locales), "{F002.days}", "{F999.days}")
    wanted = check(locales, TODAY, language)
    assert len(wanted) > 1
    monkeypatch.setattr("bot.files.apart.check", None)
    assert Apart().check(locales, TODAY, language) == wanted


def test_where_no_other_process_can_be_had_this_one_checks(
    locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(answer_file(locales), "{F002.days}", "{F999.days}")
    wanted = check(locales, TODAY, Language.RU)
    for program in ("/nowhere/python", "/bin/false", "/bin/true"):
        monkeypatch.setattr(sys, "executable", program)
        assert Apart().check(locales, TODAY, Language.RU) == wanted


def test_what_it_prints_is_nothing_but_the_findings(
    locales: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["apart", str(locales), "2026-11-24", "ru"])
    main()
    assert capsys.readouterr().out == "[]"


def test_who_stops_does_not_wait_for_a_check(locales: Path) -> None:
    apart = Apart()
    with ThreadPoolExecutor(1) as thread:
        checking = thread.submit(apart.check, locales, TODAY, Language.RU)
        while apart._running is None:
            assert not checking.done()
        apart.stop()
        with pytest.raises(ContentError, match="stopped"):
            checking.result(timeout=10)
