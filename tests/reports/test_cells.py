"""Tables for spreadsheets: what citizens wrote stays text."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reports.cells import csv_bytes, harmless

BEGINS = re.compile(r"\s*[=+\-@＝＋－＠]")


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+7", "-1", "@SUM(A1)", "  =1", "\t=1", "\r=1", "\n=1", "＝1", '"=1', "\tx", "=HYPERLINK(0)"],
)
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(text: str) -> None:
    assert not BEGINS.match(harmless(text).lstrip('"'))
    assert "'" in harmless(text)
    assert harmless(text).replace("'", "") == text


@pytest.mark.parametrize("border", [",", ";", "\t", "|", '"', "\n"])
def test_nor_does_anything_behind_what_another_country_takes_for_a_border(border: str) -> None:
    assert harmless(f"виза{border} =1") == f"виза{border} '=1"


@pytest.mark.parametrize(
    "text", ["", "виза керек пе", "K-ETA, E-9", "2026-11-25", "5 - 3 = 2", "a@b", "жоқ; солай", "'тырнақша'"]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_excel_is_told_that_it_is_utf_8_and_rows_end_as_they_must() -> None:
    assert csv_bytes([("ә", 1), ("б", 2)]) == '\ufeff"ә","1"\r\n"б","2"\r\n'.encode()


def test_what_cannot_be_written_at_all_does_no_harm_to_the_rest() -> None:
    assert read(csv_bytes([("a\ud800", "b")])) == [["a?", "b"]]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1))
def test_a_table_comes_back_cell_by_cell(cells: list[str]) -> None:
    assert read(csv_bytes([cells])) == [[harmless(cell) for cell in cells]]


@given(st.text("=+-@ ;,\"'\tаб1"))
def test_however_a_line_is_divided_no_part_begins_a_formula(text: str) -> None:
    ((cell,),) = read(csv_bytes([[text]]))
    for part in re.split(r'[;,\t"]', cell):
        assert not BEGINS.match(part), cell
