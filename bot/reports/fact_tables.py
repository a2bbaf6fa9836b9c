"""What stands below an answer: its facts with values, dates and sources, and what is in doubt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.faq.footer import source_title
from bot.faq.model import Fact, Show, Source
from bot.faq.printing import print_value
from bot.formats import format_short_date
from bot.people.model import Language
from bot.reports.fact_marks import marks_of, use_words
from bot.reports.fact_use import Use, UsedFact
from bot.reports.labels import Labels, Words
from bot.reports.model import ENGLISH, TAGS, Cell, Look, Paragraph, Run, Table
from bot.reports.rich_text import paragraphs_of_text
from bot.reports.terms import confidence_words, show_words

_WIDTHS = (30, 15, 17, 38)


@dataclass(frozen=True)
class FactTables:
    """Writes the tables of facts on one day."""

    today: date
    labels: Labels

    def facts(self, used: tuple[UsedFact, ...]) -> Table:
        """One row for each fact."""
        _ = self.labels
        heads = (_("Fact"), _("Values"), _("Dates"), _("Sources"))
        return Table(
            caption=_("Facts behind the answer").in_a_line,
            widths=_WIDTHS,
            head=tuple(head.cell(is_head=True) for head in heads),
            rows=tuple(self._row(one) for one in used),
        )

    def doubts(self, used: tuple[UsedFact, ...]) -> Table | None:
        """The open doubts in both languages; None where there are none."""
        _ = self.labels
        rows = tuple(self._doubt_row(one.fact) for one in used if any(one.fact.doubt.values()))
        if not rows:
            return None
        heads = (_("Fact"), _("In Kazakh"), _("In Russian"))
        return Table(
            caption=_("Open doubts").in_a_line,
            widths=(14, 43, 43),
            head=tuple(head.cell(is_head=True) for head in heads),
            rows=rows,
        )

    def _row(self, used: UsedFact) -> tuple[Cell, ...]:
        fact = used.fact
        return (
            Cell(tuple(self._name(used)), is_head=True),
            Cell(tuple(self._values(fact))),
            Cell(tuple(self._dates(fact))),
            Cell(tuple(paragraph for source in fact.sources for paragraph in self._source(source, fact))),
        )

    def _name(self, used: UsedFact) -> Iterator[Paragraph]:
        fact, _ = used.fact, self.labels
        never = used.use is Use.NEVER
        name = (Run(fact.id, bold=True), Run(" — "), *use_words(used.use, _).in_a_line)
        yield Paragraph(name, Look.WARNING if never else Look.TEXT)
        yield Paragraph((Run(fact.note, ENGLISH),))
        for mark in marks_of(fact, self.today, _):
            yield Paragraph(mark.in_a_line, Look.WARNING)
        if not never:
            yield from self._told(_("May be shown"), show_words(fact.show, _))
        yield from self._told(_("Certainty"), confidence_words(fact.confidence, _))

    def _values(self, fact: Fact) -> Iterator[Paragraph]:
        """A value that is alike in both languages stands once."""
        for name, value in fact.values.items():
            printed = {language: print_value(value, language) for language in Language}
            first, *others = (paragraphs_of_text(text, language) for language, text in printed.items())
            yield Paragraph((Run(name),), Look.LABEL)
            yield from first
            yield from (one for other in others for one in other if _texts(other) != _texts(first))

    def _dates(self, fact: Fact) -> Iterator[Paragraph]:
        _ = self.labels
        yield from self._dated(_("As of"), format_short_date(fact.as_of))
        yield from self._dated(_("Holds"), _period(fact))
        confirmed = f"{format_short_date(fact.confirmed)}, {fact.confirmed_by}"
        yield from self._dated(_("Confirmed"), confirmed.rstrip(", "))
        yield from self._dated(_("To be reviewed by"), format_short_date(fact.review_by))

    def _source(self, source: Source, fact: Fact) -> Iterator[Paragraph]:
        _ = self.labels
        dated = f" ({format_short_date(source.date)})" if source.date else ""
        title = Words(Run(source_title(source, one), TAGS[one]) for one in Language).in_a_line
        hidden = not source.public or fact.show is Show.STAFF
        mark = (Run(" — "), *_("not shown to citizens").in_a_line) if hidden else ()
        yield Paragraph((*(replace(run, bold=True) for run in title), Run(dated), *mark))
        if source.url:
            yield Paragraph((Run(source.url, url=source.url),))

    def _doubt_row(self, fact: Fact) -> tuple[Cell, ...]:
        texts = (
            Cell((Paragraph((Run(fact.doubt.get(language, "—"), TAGS[language]),)),)) for language in Language
        )
        return (Cell((Paragraph((Run(fact.id, bold=True),)),), is_head=True), *texts)

    def _dated(self, label: Words, day: str) -> Iterator[Paragraph]:
        yield Paragraph(label.in_a_line, Look.LABEL)
        yield Paragraph((Run(day),))

    def _told(self, label: Words, words: Words) -> Iterator[Paragraph]:
        yield Paragraph(label.in_a_line, Look.LABEL)
        yield Paragraph(words.in_a_line)


def _texts(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def _period(fact: Fact) -> str:
    if not fact.valid_from and not fact.valid_to:
        return "—"
    start = format_short_date(fact.valid_from) if fact.valid_from else "…"
    end = format_short_date(fact.valid_to) if fact.valid_to else "…"
    return f"{start} – {end}"
