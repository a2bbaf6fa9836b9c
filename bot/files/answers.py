"""locales/<language>/faq/<topic id>.md: the answer to a topic in one language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.faq.model import Answer, Approval
from bot.files.fields import Fields
from bot.files.findings import Sheet
from bot.files.marked import Table, parse_yaml
from bot.files.plain_text import read_text
from bot.people.model import Language

_FENCE: Final = "---"
ENDED: Final = "## ended"
AT_HOME: Final = "## kazakhstan"
_MISSPELT: Final = {
    ENDED: re.compile(r"#+\s*(ended|end|окончено|завершено|аяқталды)\s*:?\s*#*", re.IGNORECASE),
    AT_HOME: re.compile(r"#+\s*(kazakhstan|kazakstan|казахстан|қазақстан)\s*:?\s*#*", re.IGNORECASE),
}
TITLE_LENGTH: Final = 30  # longer ones are cut off on the buttons of a phone


@dataclass(frozen=True)
class Section:
    """A stretch of Markdown and the line of the file on which it begins."""

    text: str
    line: int


@dataclass(frozen=True)
class AnswerFile:
    """An answer and where its parts stand."""

    answer: Answer
    sheet: Sheet
    body: Section
    others: Mapping[str, Section]  # by their headings
    title_line: int
    revision_line: int

    @property
    def sections(self) -> tuple[Section, ...]:
        return (self.body, *self.others.values())


def read_answer(sheet: Sheet, topic: str, language: Language) -> AnswerFile | None:
    """The answer in a file; None where its front matter cannot be read."""
    text = read_text(sheet, missing="answer_missing")
    if text is None:
        return None
    lines = text.split("\n")
    closing = _closing_fence(lines)
    if closing is None:
        sheet.error(1, "front_matter_missing")
        return None
    front = parse_yaml("\n".join(lines[1:closing]), sheet, lines_before=1)
    if not isinstance(front, Table):
        if not sheet.has_errors:
            sheet.error(1, "front_matter_empty")
        return None
    body, others = _split(lines, closing + 1, sheet)
    return _answer_file(Fields(front, sheet), (topic, language), body, others)


def _closing_fence(lines: list[str]) -> int | None:
    if lines[0].rstrip() != _FENCE:
        return None
    return next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)


def _split(lines: list[str], start: int, sheet: Sheet) -> tuple[Section, dict[str, Section]]:
    """The body, and the texts for other times and places by their headings."""
    marks: dict[int, str] = {}
    for number, line in enumerate(lines[start:], start):
        heading = line.rstrip()
        if heading not in _MISSPELT:
            _report_misspelt(number, line.strip(), sheet)
        elif heading in marks.values():
            first = next(place for place, other in marks.items() if other == heading)
            sheet.error(number + 1, "section_twice", heading=heading, first=first + 1)
        else:
            marks[number] = heading
    ends = [*marks, len(lines)]
    body = _section(lines[: ends[0]], start, sheet)
    return body, {
        heading: _section(lines[:end], number + 1, sheet)
        for (number, heading), end in zip(marks.items(), ends[1:], strict=True)
    }


def _report_misspelt(number: int, line: str, sheet: Sheet) -> None:
    for heading, misspelt in _MISSPELT.items():
        if misspelt.fullmatch(line):
            sheet.error(number + 1, "section_misspelt", found=line, heading=heading)


def _section(lines: list[str], start: int, sheet: Sheet) -> Section:
    text = "\n".join(lines[start:])
    if not text.strip():
        sheet.error(start, "text_empty")
        return Section("", start)
    blank = len(text) - len(text.lstrip("\n"))
    return Section(text.strip("\n").rstrip(), start + blank + 1)


def _answer_file(
    fields: Fields, key: tuple[str, Language], body: Section, others: Mapping[str, Section]
) -> AnswerFile:
    fields.check_names(("title", "question", "revision", "approved"))
    topic, language = key
    answer = Answer(
        topic=topic,
        language=language,
        title=_plain(fields, "title"),
        question=_plain(fields, "question"),
        revision=fields.whole_number("revision"),
        approved=_read_approval(fields),
        body=body.text,
        ended=others[ENDED].text if ENDED in others else None,
        at_home=others[AT_HOME].text if AT_HOME in others else None,
    )
    if len(answer.title) > TITLE_LENGTH:
        over = len(answer.title) - TITLE_LENGTH
        fields.sheet.error(fields.line("title"), "title_long", limit=TITLE_LENGTH, over=over)
    return AnswerFile(answer, fields.sheet, body, others, fields.line("title"), fields.line("revision"))


def _plain(fields: Fields, key: str) -> str:
    """A text for buttons and lists: nothing in it is replaced or marked."""
    text = fields.text(key)
    if re.search(r"[{}]|\*\*", text):
        fields.sheet.error(fields.line(key), "not_plain", key=key)
    return text


def _read_approval(fields: Fields) -> Approval:
    approved = fields.part("approved")
    if approved is None:
        fields.sheet.error(fields.line("approved"), "approved_missing")
        return Approval("", None, "")
    approved.check_names(("by", "date", "document"))
    by, document = (approved.text(key, required=False) for key in ("by", "document"))
    day = approved.day("date", required=False)
    if bool(by) != bool(day):
        fields.sheet.error(fields.line("approved"), "approved_half")
    return Approval(by, day, document)
