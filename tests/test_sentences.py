"""Every error that the program raises has a sentence, and the facts that the sentence needs."""

import ast
import string

import pytest

import bot.errors
from bot import sentences
from bot.errors import BotError
from bot.sentences import known_codes, sentence
from bot.storage.engine import _CODES
from tests.support.source import Source, calls, sources

FAMILIES = {
    name for name, kind in vars(bot.errors).items() if isinstance(kind, type) and issubclass(kind, BotError)
}
SOURCES = [source for source in sources() if source.name != "bot/errors.py"]


def raised(source: Source) -> list[tuple[int, ast.expr, set[str]]]:
    """The errors made in a file: line, code, names of the facts."""
    return [
        (call.lineno, call.args[0], {str(keyword.arg) for keyword in call.keywords})
        for name, call in calls(source)
        if name in FAMILIES and call.args
    ]


def codes_in(source: Source, code: ast.expr) -> set[str]:
    """The codes that an expression can be; a name stands for what is assigned to it in the file."""
    if isinstance(code, ast.Constant):
        return {str(code.value)}
    if isinstance(code, ast.IfExp):
        return codes_in(source, code.body) | codes_in(source, code.orelse)
    if isinstance(code, ast.Name):
        values = [
            node.value
            for node in ast.walk(source.tree)
            if isinstance(node, ast.Assign)
            and any(isinstance(t, ast.Name) and t.id == code.id for t in node.targets)
        ]
        return set().union(
            *(codes_in(source, value) for value in values if isinstance(value, ast.IfExp | ast.Constant))
        )
    return set()


def places(code: str) -> set[str]:
    form = sentence_form(code)
    return {name for _, name, _, _ in string.Formatter().parse(form) if name}


def sentence_form(code: str) -> str:

    return str(sentences._SENTENCES[code])


RAISED = [
    (source.name, line, code, facts)
    for source in SOURCES
    for line, expression, facts in raised(source)
    for code in sorted(codes_in(source, expression))
]


def test_every_error_that_is_raised_has_a_sentence_and_the_facts_for_it() -> None:
    assert len(RAISED) > 20
    assert [one for one in RAISED if one[2] not in known_codes()] == []
    assert [one for one in RAISED if "None" not in one[3] and not places(one[2]) <= one[3]] == []


@pytest.mark.parametrize("code", sorted({*_CODES.values(), "database_failed"}))
def test_every_code_of_the_storage_has_a_sentence(code: str) -> None:
    assert places(code) <= {"kind"}


def test_no_sentence_is_left_over() -> None:
    used = {code for _, _, code, _ in RAISED} | set(_CODES.values()) | {"database_failed"}
    in_strings = {
        node.value
        for source in SOURCES
        if source.name != "bot/sentences.py"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert known_codes() - used - in_strings == set()


@pytest.mark.parametrize("code", sorted(known_codes()))
def test_a_sentence_is_one_or_two_and_ends_like_one(code: str) -> None:
    said = sentence(BotError(code, **dict.fromkeys(places(code), "x")))
    assert said.endswith((".", "bot check", "try."))
    assert said[0].isupper() or said.startswith("x")
    assert "\n" not in said


def test_an_unknown_code_is_said_as_it_is() -> None:
    assert (
        sentence(BotError("from_the_future", part="sender"))
        == "Something went wrong: from_the_future (part=sender)"
    )


def test_a_fact_with_braces_is_said_as_it_is() -> None:
    assert "{x} {0}" in sentence(BotError("file_unreadable", file="{x} {0}"))
