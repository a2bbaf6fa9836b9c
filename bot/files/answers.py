"""locales/<language>/faq/<topic id>.md: the answer to a topic in one language."""

import re
from dataclasses import dataclass
from typing import Final

from bot.faq.model import Answer, Approval
from bot.files.fields import Fields
from bot.files.findings import Sheet
from bot.files.marked import Table, parse_yaml
from bot.files.plain_text import read_text
from bot.people.model import Language

_FENCE: Final = "---"
_ENDED: Final = "## ended"
_ENDED_MISSPELT: Final = re.compile(r"#+\s*(ended|end|окончено|завершено|аяқталды)\s*:?\s*#*", re.IGNORECASE)
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
    ended: Section | None
    title_line: int
    revision_line: int

    @property
    def sections(self) -> tuple[Section, ...]:
        return (self.body, self.ended) if self.ended else (self.body,)


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
    body, ended = _split(lines, closing + 1, sheet)
    return _answer_file(Fields(front, sheet), (topic, language), body, ended)


def _closing_fence(lines: list[str]) -> int | None:
    if lines[0].rstrip() != _FENCE:
        return None
    return next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)


def _split(lines: list[str], start: int, sheet: Sheet) -> tuple[Section, Section | None]:
    """The body and the text for the time after its facts have ended."""
    marks = [n for n, line in enumerate(lines) if n >= start and line.rstrip() == _ENDED]
    for number, line in enumerate(lines[start:], start):
        if number not in marks and _ENDED_MISSPELT.fullmatch(line.strip()):
            sheet.error(number + 1, "ended_misspelt", found=line.strip())
    if len(marks) > 1:
        sheet.error(marks[1] + 1, "ended_twice", first=marks[0] + 1)
    body = _section(lines[: marks[0]] if marks else lines, start, sheet)
    return body, _section(lines, marks[0] + 1, sheet) if marks else None


def _section(lines: list[str], start: int, sheet: Sheet) -> Section:
    text = "\n".join(lines[start:])
    if not text.strip():
        sheet.error(start, "text_empty")
        return Section("", start)
    blank = len(text) - len(text.lstrip("\n"))
    return Section(text.strip("\n").rstrip(), start + blank + 1)


def _answer_file(
    fields: Fields, key: tuple[str, Language], body: Section, ended: Section | None
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
        ended=ended.text if ended else None,
    )
    if len(answer.title) > TITLE_LENGTH:
        over = len(answer.title) - TITLE_LENGTH
        fields.sheet.error(fields.line("title"), "title_long", limit=TITLE_LENGTH, over=over)
    return AnswerFile(answer, fields.sheet, body, ended, fields.line("title"), fields.line("revision"))


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
