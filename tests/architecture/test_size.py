"""Functions and files stay small enough to be read at one go."""

import ast
from statistics import median, quantiles

from tests.support.source import Source, sources

SOURCES = sources()
WITHOUT_HISTORY = [source for source in SOURCES if "migrations/versions" not in source.name]


def lengths(source: Source) -> list[tuple[str, int]]:
    """The functions of a file and how many lines each has."""
    return [
        (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_file_is_over_300_lines() -> None:
    counted = {source.name: len(source.text.splitlines()) for source in SOURCES}
    assert {name: lines for name, lines in counted.items() if lines > 300} == {}


def test_no_function_is_over_60_lines() -> None:
    counted = [(source.name, *one) for source in WITHOUT_HISTORY for one in lengths(source)]
    assert [one for one in counted if one[2] > 60] == []


def test_most_functions_are_short() -> None:
    all_lengths = [lines for source in WITHOUT_HISTORY for _, lines in lengths(source)]
    assert median(all_lengths) <= 8
    assert quantiles(all_lengths, n=10)[-1] <= 25


def test_most_files_are_short() -> None:
    assert median(len(source.text.splitlines()) for source in SOURCES) <= 90
