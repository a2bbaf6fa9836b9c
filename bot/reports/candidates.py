"""Candidates for phrasings as a table to look through, or as JSON for programs."""

import json
from collections.abc import Iterable, Iterator

from bot.clock import day_in_kazakhstan
from bot.desk.model import numbered
from bot.faq.candidate_list import Heap, Line
from bot.faq.candidates import Kind, Source
from bot.faq.library import Library
from bot.faq.ports import Translator
from bot.faq.ratings import Reason
from bot.people.model import Language
from bot.reports.cells import csv_bytes


def candidate_table(heaps: Iterable[Heap], library: Library, language: Language) -> bytes:
    """CSV in the language of the editor: a row for what was said alike, topic by topic."""
    _ = library.translator_of(language)
    rows = [
        (
            line.topic,
            _title(library, line.topic, language),
            heap.count,
            len(line.alike),
            line.text,
            line.language.value,
            _what_is_known(line, _),
            _what_to_do(line, _),
            _day(line),
            _numbers(line),
            ", ".join(line.offered),
        )
        for heap, line in _in_order(heaps)
    ]
    return csv_bytes([_head(_), *rows])


def candidate_lines(heaps: Iterable[Heap], library: Library, language: Language) -> bytes:
    """The same as JSON, an object a line; titles in the language of the editor."""
    records = (
        {
            "topic": line.topic,
            "title": _title(library, line.topic, language),
            "topic_count": heap.count,
            "count": len(line.alike),
            "text": line.text,
            "language": line.language.value,
            "kind": line.kind.value,
            "source": line.source.value,
            "reason": line.reason.value,
            "last": _day(line),
            "questions": [numbered(number) for number in line.questions],
            "offered": list(line.offered),
            "file": _file(line) if line.kind is Kind.CONFIRMED else "",
        }
        for heap, line in _in_order(heaps)
    )
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records).encode(
        "utf-8", "replace"
    )


def _in_order(heaps: Iterable[Heap]) -> Iterator[tuple[Heap, Line]]:
    return ((heap, line) for heap in heaps for line in heap.lines)


def _head(_: Translator) -> tuple[str, ...]:
    return (
        _("Topic"),
        _("Title"),
        _("In all about this topic"),
        _("How many times"),
        _("What people wrote"),
        _("Language"),
        _("What is known"),
        _("What to do"),
        _("Last time"),
        _("Questions"),
        _("Topics that were offered"),
    )


def _what_is_known(line: Line, _: Translator) -> str:
    if line.kind is Kind.NONE_OF_THESE:
        return _("none of the offered topics fits")
    if line.kind is Kind.UNHELPFUL:
        return _why_not(line.reason, _)
    return {
        Source.STAFF: _("staff sent this topic as the answer"),
        Source.PERSON: _("the person chose this topic among those offered"),
        Source.LOOKED_UP: _("the answer was about something else, then the person opened this topic"),
    }[line.source]


def _why_not(reason: Reason, _: Translator) -> str:
    return {
        Reason.NONE: _("the answer did not help"),
        Reason.WRONG: _("the answer did not help: wrong"),
        Reason.UNCLEAR: _("the answer did not help: unclear"),
        Reason.OUTDATED: _("the answer did not help: outdated"),
        Reason.OTHER_QUESTION: _("the person asked something else"),
    }[reason]


def _what_to_do(line: Line, _: Translator) -> str:
    if line.kind is Kind.CONFIRMED:
        return _("If this is how one asks about the topic, add it to {file}", file=_file(line))
    if line.kind is Kind.NONE_OF_THESE:
        return _("Find the topic that is meant, or write a new one")
    if line.reason is Reason.OTHER_QUESTION:
        return _("Do not add it here: find the topic that is meant")
    return _("Look at the answer of this topic")


def _title(library: Library, topic: str, language: Language) -> str:
    return library.title(topic, language) if topic in library else ""


def _file(line: Line) -> str:
    return f"locales/{line.language.value}/phrasings/{line.topic}.txt"


def _day(line: Line) -> str:
    return day_in_kazakhstan(line.last_at).isoformat()


def _numbers(line: Line) -> str:
    return ", ".join(numbered(number) for number in line.questions)
