"""
YAML with line numbers.

Every scalar keeps the letters that were written. So 1345 stays a phone number, `no` a word and 09:00 a time,
where the usual reading would make a number, False and 540 of them.
"""

from dataclasses import dataclass
from typing import Final

import yaml

from bot.files.findings import Sheet


@dataclass(frozen=True)
class Scalar:
    """A single value."""

    line: int
    text: str
    quoted: bool

    @property
    def is_empty(self) -> bool:
        return not self.quoted and self.text in {"", "~", "null"}


@dataclass(frozen=True)
class Row:
    """A list of values."""

    line: int
    items: tuple["Marked", ...]


@dataclass(frozen=True)
class Table:
    """Names with values."""

    line: int
    entries: dict[str, "Marked"]
    key_lines: dict[str, int]


Marked = Scalar | Row | Table

_PROBLEMS: Final = (
    ("mapping values are not allowed", "yaml_colon"),
    ("found unexpected end of stream", "yaml_quote"),
    ("did not find expected", "yaml_bracket"),
    ("cannot start any token", "yaml_sign"),
)


def parse_yaml(text: str, sheet: Sheet, lines_before: int = 0) -> Marked | None:
    """The content of a YAML text that begins after so many lines of its file; None where it is unreadable."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        _report(error, sheet, lines_before)
        return None
    except yaml.YAMLError:
        sheet.error(lines_before + 1, "yaml_other")
        return None
    try:
        return _convert(node, sheet, lines_before) if node else None
    except RecursionError:  # an alias that holds itself
        sheet.error(lines_before + 1, "yaml_other")
        return None


def _report(error: yaml.MarkedYAMLError, sheet: Sheet, lines_before: int) -> None:
    """A quote or a bracket is named where it was opened: the reader notices only much later."""
    context = error.context or ""
    opened = "quoted" in context or "flow" in context
    mark = (error.context_mark if opened else None) or error.problem_mark
    code = next((code for words, code in _PROBLEMS if words in (error.problem or "")), "yaml_other")
    sheet.error(lines_before + (mark.line + 1 if mark else 1), code)


def _convert(node: yaml.Node, sheet: Sheet, lines_before: int) -> Marked:
    line = lines_before + node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _table(node, sheet, lines_before)
    if isinstance(node, yaml.SequenceNode):
        return Row(line, tuple(_convert(item, sheet, lines_before) for item in node.value))
    return Scalar(line, str(node.value), quoted=isinstance(node, yaml.ScalarNode) and bool(node.style))


def _table(node: yaml.MappingNode, sheet: Sheet, lines_before: int) -> Table:
    entries: dict[str, Marked] = {}
    key_lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        line = lines_before + key_node.start_mark.line + 1
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
        if key in entries:
            sheet.error(line, "key_twice", key=key, first=key_lines[key])
            continue
        entries[key] = _convert(value_node, sheet, lines_before)
        key_lines[key] = line
    return Table(lines_before + node.start_mark.line + 1, entries, key_lines)
