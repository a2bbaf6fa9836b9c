"""The content as a document that a lawyer of the ministry can check and sign, topic by topic."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.faq.deadlines import topics_of_facts
from bot.faq.model import Catalogue, Group, Show, Topic
from bot.faq.ports import Translator
from bot.people.model import Language
from bot.reports.cover import Cover
from bot.reports.fact_marks import marks_of
from bot.reports.fact_tables import FactTables
from bot.reports.fact_use import facts_of
from bot.reports.labels import Labels, Words
from bot.reports.model import (
    ENGLISH,
    TAGS,
    Block,
    Cell,
    Contents,
    Document,
    Entry,
    Heading,
    Look,
    Paragraph,
    Run,
    Table,
)
from bot.reports.terms import show_words
from bot.reports.topic_table import TopicTables

_CONTENTS = "contents"
_INDEX = "facts"


def approval_document(
    catalogue: Catalogue, translator_of: Callable[[Language], Translator], today: date
) -> Document:
    """
    All topics as they stand on a day of Kazakhstan: the same content and the same day give the same document.

    Raises ContentError `place_unprintable` for content that was not checked.
    """
    labels = Labels(translator_of)
    cover = Cover(catalogue, today, labels)
    chapters = _Chapters(catalogue, today, labels)
    return Document(
        name=cover.name.in_a_line,
        printed=cover.printed.in_a_line,
        blocks=(*cover.blocks(), *chapters.contents(), *chapters.topics(), *chapters.index()),
    )


@dataclass(frozen=True)
class _Chapters:
    """Writes everything behind the first page."""

    catalogue: Catalogue
    today: date
    labels: Labels

    def contents(self) -> Iterator[Block]:
        _ = self.labels
        entries = [
            entry
            for group in self._groups()
            for entry in (
                Entry(1, self._group_title(group).in_a_line, f"chapter-{group.id}"),
                *(Entry(2, self._topic_title(topic), topic.id) for topic in self._topics(group)),
            )
        ]
        last = Entry(1, self._index_title().in_a_line, _INDEX)
        yield Heading(1, _("Contents").in_a_line, _CONTENTS, new_page=True)
        yield Contents(_CONTENTS, (*entries, last))

    def topics(self) -> Iterator[Block]:
        for group in self._groups():
            yield Heading(1, self._group_title(group).in_a_line, f"chapter-{group.id}", new_page=True)
            for number, topic in enumerate(self._topics(group)):
                yield Heading(2, self._topic_title(topic), topic.id, new_page=number > 0)
                yield from self._topic(topic)

    def index(self) -> Iterator[Block]:
        _ = self.labels
        used = topics_of_facts(self.catalogue)
        heads = (_("Fact"), _("What it says"), _("May be shown"), _("Topics"))
        yield Heading(1, self._index_title().in_a_line, _INDEX, new_page=True)
        yield Table(
            caption=self._index_title().in_a_line,
            widths=(8, 42, 18, 32),
            head=tuple(head.cell(is_head=True) for head in heads),
            rows=tuple(self._index_row(fact, used.get(fact, ())) for fact in sorted(self.catalogue.facts)),
        )

    def _topic(self, topic: Topic) -> Iterator[Block]:
        _ = self.labels
        tables = FactTables(self.today, _)
        yield TopicTables(self.catalogue, self.today, _).table(topic)
        used = facts_of(self.catalogue, topic.id)
        if not used:
            yield Paragraph(_("This answer rests on no fact.").in_a_line)
            return
        yield tables.facts(used)
        yield tables.doubts(used) or Paragraph(_("No open doubts.").in_a_line)

    def _index_row(self, fact_id: str, topics: tuple[str, ...]) -> tuple[Cell, ...]:
        fact, _ = self.catalogue.facts[fact_id], self.labels
        marks = marks_of(fact, self.today, _)
        note = Paragraph((Run(fact.note, ENGLISH),))
        linked = tuple(Paragraph((Run(topic, url=f"#{topic}"),)) for topic in topics)
        look = Look.WARNING if fact.show is Show.STAFF else Look.TEXT
        unused = (Paragraph(_("used in no answer").in_a_line, Look.LABEL),)
        return (
            Cell((Paragraph((Run(fact_id, bold=True),)),), is_head=True),
            Cell((note, *(Paragraph(mark.in_a_line, Look.WARNING) for mark in marks))),
            Cell((Paragraph(show_words(fact.show, _).in_a_line, look),)),
            Cell(linked or unused),
        )

    def _groups(self) -> tuple[Group, ...]:
        return tuple(group for group in self.catalogue.groups if self._topics(group))

    def _topics(self, group: Group) -> tuple[Topic, ...]:
        return self.catalogue.in_group(group.id)

    def _group_title(self, group: Group) -> Words:
        return Words(Run(group.titles[language], TAGS[language]) for language in Language)

    def _topic_title(self, topic: Topic) -> tuple[Run, ...]:
        """The number in the document, the id, and the title in both languages."""
        printed = [one.id for group in self._groups() for one in self._topics(group)]
        number = printed.index(topic.id) + 1
        answers = self.catalogue.answers
        titles = Words(Run(answers[topic.id, language].title, TAGS[language]) for language in Language)
        return (Run(f"{number}. {topic.id} — "), *titles.in_a_line)

    def _index_title(self) -> Words:
        _ = self.labels
        return _("Facts and the topics that use them")
