"""The lines of `bot doctor`."""

import ast
import string

import pytest

from bot import diagnoses
from bot.diagnoses import diagnosis_codes, line, summary, told
from bot.doctor import Diagnosis, Level, Part
from tests.support.source import calls, sources

OWN = sorted(diagnoses._DIAGNOSES)
TOKEN = "123456789:" + "A" * 35


def codes() -> set[str]:
    """Every word that stands in the doctor's judgements and is written like a code."""
    found = set()
    for source in sources():
        if source.name in {"bot/doctor.py", "bot/app.py"}:
            found |= {
                node.value
                for node in ast.walk(source.tree)
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            }
    return found


def places(code: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(diagnoses._DIAGNOSES[code]) if name}


def test_every_code_of_the_doctor_has_a_sentence() -> None:
    given = [
        call.args[2].value
        for source in sources()
        for name, call in calls(source)
        if name == "Diagnosis" and len(call.args) > 2 and isinstance(call.args[2], ast.Constant)
    ]
    assert len(given) > 20
    assert set(given) - diagnosis_codes() == set()


def test_no_sentence_is_left_over() -> None:
    assert set(OWN) - codes() == set()


@pytest.mark.parametrize("code", OWN)
def test_a_sentence_can_be_told_on_one_line_and_ends_like_one(code: str) -> None:
    facts = dict.fromkeys(places(code), "x\ny")
    said = told(Diagnosis(Level.LOOK, Part.DISK, code, facts))
    assert "\n" not in said
    assert "{" not in said
    assert said.endswith((".", "?", "bot check"))


def test_a_line_says_how_bad_it_is_what_it_is_about_and_the_cure() -> None:
    said = line(Diagnosis(Level.WRONG, Part.STAFF, "staff_moved", {"number": -100777}))
    assert said.split(maxsplit=3)[:3] == ["wrong", "staff", "group"]
    assert "BOT_STAFF_CHAT_ID=-100777" in said


def test_an_error_of_an_edge_is_told_in_the_words_it_has_everywhere() -> None:
    assert "newer version" in told(Diagnosis(Level.WRONG, Part.DATABASE, "database_newer", {"revision": "x"}))


@pytest.mark.parametrize("secret", [TOKEN, "an odd secret"])
def test_a_secret_is_cut_out_whoever_said_it(secret: str) -> None:
    said = line(Diagnosis(Level.WRONG, Part.TOKEN, "telegram_refuses", {"said": f"no {secret}"}), secret)
    assert secret not in said
    assert "<token>" in said


def test_what_a_stranger_named_cannot_make_a_second_line_nor_a_place() -> None:
    facts = {"title": "a\nok     token\r\n{x} " + "b" * 5000}
    said = line(Diagnosis(Level.OK, Part.STAFF, "staff_plain", facts))
    assert len(said.splitlines()) == 1
    assert "{x}" in said
    assert len(said) < 600


def test_the_summary_counts() -> None:
    levels = [Level.OK, Level.WRONG, Level.LOOK, Level.LOOK]
    assert summary([Diagnosis(level, Part.DISK, "x") for level in levels]) == "1 wrong, 2 to look at"
