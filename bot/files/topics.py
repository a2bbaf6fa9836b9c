"""locales/faq/topics.yaml: the chapters and the questions, free of language."""

import re
from dataclasses import dataclass, field
from typing import Final

from bot.faq.model import Group, Status, Topic
from bot.files.fields import Fields
from bot.files.findings import Sheet
from bot.files.marked import Table, parse_yaml
from bot.files.plain_text import read_text
from bot.people.model import Language

_FIELDS: Final = ("group", "status", "facts", "sensitive", "urgent", "related")
_ID: Final = re.compile(r"[a-z][a-z0-9_]*\.[a-z0-9][a-z0-9_]*")
_GROUP_ID: Final = re.compile(r"[a-z][a-z0-9_]{0,30}")
_ID_BYTES: Final = 31  # ids travel in buttons of 64 bytes, beside a version and a number


@dataclass
class Contents:
    """The catalogue as its file lists it, with the lines of its entries."""

    groups: tuple[Group, ...] = ()
    topics: dict[str, Topic] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def read_topics(sheet: Sheet, facts: set[str]) -> Contents | None:
    """Groups and topics; None where the file cannot be read."""
    text = read_text(sheet)
    marked = parse_yaml(text, sheet) if text is not None else None
    if not isinstance(marked, Table):
        if not sheet.has_errors:
            sheet.error(1, "topics_empty")
        return None
    fields = Fields(marked, sheet)
    fields.check_names(("groups", "topics"))
    groups = _read_groups(fields)
    contents = Contents(groups=tuple(group for group, _ in groups.values()))
    topics = fields.part("topics")
    if topics is None or not groups:
        sheet.error(1, "topics_empty")
        return None
    for id_, line in topics.table.key_lines.items():
        entry = topics.part(id_)
        if _is_good_id(id_, sheet, line) and entry is not None:
            contents.topics[id_] = _read_topic(id_, entry, facts)
            contents.lines[id_] = line
    _check_references(contents, topics)
    for id_, (_, line) in groups.items():
        if not any(topic.group == id_ for topic in contents.topics.values()):
            sheet.warn(line, "group_empty", id=id_)
    return contents


def _is_good_id(id_: str, sheet: Sheet, line: int) -> bool:
    if _ID.fullmatch(id_) and len(id_) <= _ID_BYTES:
        return True
    sheet.error(line, "topic_id", id=id_, length=_ID_BYTES)
    return False


def _read_groups(fields: Fields) -> dict[str, tuple[Group, int]]:
    """The groups by id, each with its line."""
    groups: dict[str, tuple[Group, int]] = {}
    for entry in fields.parts("groups"):
        entry.check_names(("id", *(language.value for language in Language)))
        id_ = entry.text("id")
        if id_ in groups:
            fields.sheet.error(entry.line("id"), "group_twice", id=id_)
        if id_ and not _GROUP_ID.fullmatch(id_):
            fields.sheet.error(entry.line("id"), "group_id", id=id_, length=_ID_BYTES)
        titles = {language: entry.text(language.value) for language in Language}
        groups[id_] = Group(id_, titles), entry.line("id")
    return groups


def _read_topic(id_: str, fields: Fields, facts: set[str]) -> Topic:
    fields.check_names(_FIELDS)
    topic = Topic(
        id=id_,
        group=fields.text("group"),
        status=fields.choice("status", Status),
        facts=_known(fields, "facts", facts, "fact_unknown_here"),
        sensitive=fields.flag("sensitive"),
        urgent=fields.flag("urgent"),
        related=tuple(name for name, _ in fields.names("related")),
    )
    if len(set(topic.related)) < len(topic.related):
        fields.sheet.error(fields.line("related"), "listed_twice", key="related")
    return topic


def _known(fields: Fields, key: str, known: set[str], code: str) -> tuple[str, ...]:
    """The listed ids that exist; the others are reported."""
    listed = fields.names(key)
    if len({name for name, _ in listed}) < len(listed):
        fields.sheet.error(fields.line(key), "listed_twice", key=key)
    for name, line in listed:
        if name not in known:
            fields.sheet.error(line, code, id=name, guess=fields.sheet.guess(name, known))
    return tuple(dict.fromkeys(name for name, _ in listed if name in known))


def _check_references(contents: Contents, topics: Fields) -> None:
    """Groups and related topics may stand further down, so they are looked up at the end."""
    groups = [group.id for group in contents.groups]
    for topic in contents.topics.values():
        entry = topics.part(topic.id)
        if entry is None:
            continue
        sheet = entry.sheet
        if topic.group and topic.group not in groups:
            guess = sheet.guess(topic.group, groups)
            sheet.error(entry.line("group"), "group_unknown", id=topic.group, guess=guess)
        for name, line in entry.names("related"):
            if name == topic.id:
                sheet.error(line, "related_to_itself", id=name)
            elif name not in contents.topics:
                sheet.error(line, "related_unknown", id=name, guess=sheet.guess(name, contents.topics))
