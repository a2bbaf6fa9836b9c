"""The first page: what this is, of which day, how much of it is signed, and how to sign."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.faq.deadlines import unsigned_answers
from bot.faq.model import Catalogue
from bot.formats import format_date
from bot.people.model import Language
from bot.reports.fact_marks import ends_ahead, is_due
from bot.reports.labels import Labels, Words, said, side_by_side
from bot.reports.model import Block, Cell, Heading, Look, Paragraph, Run, Table


@dataclass(frozen=True)
class Cover:
    """Writes the first page of one content on one day."""

    catalogue: Catalogue
    today: date
    labels: Labels

    @property
    def name(self) -> Words:
        """The title of the document."""
        _ = self.labels
        return _("Answers of the bot for signature")

    @property
    def printed(self) -> Words:
        """The day of the print, in Kazakhstan."""
        days = {language: format_date(self.today, language) for language in Language}
        _ = self.labels
        return _("Printed on {date}", date=days)

    def blocks(self) -> Iterator[Block]:
        """Everything on the page."""
        _ = self.labels
        kazakh, *others = self.name
        yield Heading(0, (kazakh,), "top")
        for run in others:
            yield Paragraph((run,), Look.SUBTITLE)
        yield Table(
            caption=_("About this document").in_a_line,
            widths=(14, 43, 43),
            head=tuple(
                head.cell(is_head=True) for head in (_("What it is"), _("In Kazakh"), _("In Russian"))
            ),
            rows=tuple(self._rows()),
        )

    def _rows(self) -> Iterator[tuple[Cell, ...]]:
        _ = self.labels
        yield side_by_side(_("Bot"), said(_("Work in Korea")))
        days = {language: format_date(self.today, language) for language in Language}
        yield side_by_side(_("Printed"), said(_("{date}, Kazakhstan time", date=days)))
        yield side_by_side(_("Topics"), said(_("{count} in all", count=str(len(self.catalogue.topics)))))
        yield side_by_side(_("Not signed"), self._unsigned())
        yield side_by_side(_("Facts"), said(self._facts()))
        yield side_by_side(_("How to read it"), said(*self._reading()))
        yield side_by_side(_("How to sign"), said(*self._signing()))

    def _unsigned(self) -> dict[Language, tuple[Paragraph, ...]]:
        counts = {language: len(unsigned_answers(self.catalogue, language)) for language in Language}
        return {
            language: (Paragraph((Run(str(count)),), Look.WARNING if count else Look.TEXT),)
            for language, count in counts.items()
        }

    def _facts(self) -> Words:
        facts, _ = self.catalogue.facts.values(), self.labels
        return _(
            "{count} in all; being checked: {due}; ending within 90 days: {ending}",
            count=str(len(facts)),
            due=str(sum(is_due(fact, self.today) for fact in facts)),
            ending=str(sum(ends_ahead(fact, self.today) for fact in facts)),
        )

    def _reading(self) -> tuple[Words, ...]:
        _ = self.labels
        return (
            _("Each topic begins on its own page. The answer is printed as a citizen sees it on this day."),
            _("Below it: every fact behind the answer with its sources and dates, then what is in doubt."),
            _("Sources marked «not shown to citizens» are there for your check only."),
            _("Notes on facts are working notes in English."),
        )

    def _signing(self) -> tuple[Words, ...]:
        _ = self.labels
        return (
            _("1. Read the text in both languages and compare it with its facts."),
            _("2. If it is right, enter who approves each language, the date, the document, and sign."),
            _("3. If something is wrong, correct it by hand in the text and do not sign."),
            _("Editors copy name, date and document. Until then citizens read that the text is preliminary."),
            _("A text that changes has to be signed again."),
        )
