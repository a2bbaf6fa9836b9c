"""One topic side by side: what citizens are asked to believe, and where the ministry signs for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.faq.freshness import answer_freshness, is_lagging
from bot.faq.model import Answer, Catalogue, Topic
from bot.faq.text import RichText
from bot.formats import format_short_date
from bot.people.model import Language
from bot.reports.labels import Labels, Words, said, side_by_side
from bot.reports.model import TAGS, Cell, Look, Paragraph, Run, Table
from bot.reports.rich_text import links_of, paragraphs_of_text
from bot.reports.terms import state_words, status_words
from bot.reports.texts import Part, texts_of

Columns = Mapping[Language, tuple[Paragraph, ...]]
_LINE = "_" * 24
_NOTHING = (Paragraph((Run("—"),)),)


@dataclass(frozen=True)
class TopicTables:
    """Writes the table of each topic of one content on one day."""

    catalogue: Catalogue
    today: date
    labels: Labels

    def table(self, topic: Topic) -> Table:
        """The topic in Kazakh and in Russian."""
        _ = self.labels
        return Table(
            caption=_("The text in both languages").in_a_line,
            widths=(14, 43, 43),
            head=(
                _("What it is").cell(is_head=True),
                _("In Kazakh").cell(is_head=True),
                _("In Russian").cell(is_head=True),
            ),
            rows=tuple(self._rows(topic)),
        )

    def _rows(self, topic: Topic) -> Iterator[tuple[Cell, ...]]:
        _ = self.labels
        yield side_by_side(_("Title on the button"), self._each(topic, lambda one: one.title))
        yield side_by_side(_("Question"), self._each(topic, lambda one: one.question))
        yield from self._texts(topic)
        yield side_by_side(_("What the topic does"), said(status_words(topic.status, _)))
        yield side_by_side(_("On the day of the print"), self._states(topic))
        yield side_by_side(_("Sensitive"), said(self._sensitivity(topic)))
        yield side_by_side(_("Revision"), self._revisions(topic))
        yield side_by_side(_("Approval by the ministry"), self._approvals(topic))

    def _texts(self, topic: Topic) -> Iterator[tuple[Cell, ...]]:
        """A row for each text that one of the languages has, then the addresses of their links."""
        _ = self.labels
        texts = {language: self._texts_in(topic, language) for language in Language}
        for part in Part:
            if any(part in found for found in texts.values()):
                columns = {
                    language: paragraphs_of_text(found[part], language) if part in found else _NOTHING
                    for language, found in texts.items()
                }
                yield side_by_side(self._part_label(part), columns)
        links = {language: tuple(_links(found, language)) for language, found in texts.items()}
        if any(links.values()):
            columns = {language: found or _NOTHING for language, found in links.items()}
            yield side_by_side(_("Where the links lead"), columns)

    def _texts_in(self, topic: Topic, language: Language) -> dict[Part, RichText]:
        translator = self.labels.translator_of(language)
        found = texts_of(self.catalogue, topic.id, language, self.today, translator)
        return {one.part: one.text for one in found}

    def _part_label(self, part: Part) -> Words:
        _ = self.labels
        return {
            Part.TODAY: _("Answer as it is shown today"),
            Part.TODAY_AT_HOME: _("The same for who is in Kazakhstan"),
            Part.BODY: _("Not shown today: the text before the end"),
            Part.AT_HOME: _("Not shown today: the text for who is in Kazakhstan"),
            Part.ENDED: _("Not shown today: the text for after the end"),
        }[part]

    def _states(self, topic: Topic) -> Columns:
        """The state of each language; a text that lags behind the other language is marked."""
        return {language: tuple(self._state(topic, language)) for language in Language}

    def _state(self, topic: Topic, language: Language) -> Iterator[Paragraph]:
        _ = self.labels
        fresh = answer_freshness(self.catalogue, topic.id, language, self.today)
        yield Paragraph((state_words(fresh.state, _).of(language),))
        if fresh.being_checked:
            yield Paragraph((_("A fact of this answer is being checked").of(language),), Look.WARNING)
        if is_lagging(self.catalogue, topic.id, language):
            yield Paragraph((_("The text in the other language is newer").of(language),), Look.WARNING)

    def _sensitivity(self, topic: Topic) -> Words:
        _ = self.labels
        if topic.urgent:
            return _("for people in danger: numbers to call come first")
        return _("sensitive: answered only when the question is clear") if topic.sensitive else _("no")

    def _revisions(self, topic: Topic) -> Columns:
        return {
            language: (Paragraph((Run(str(self._answer(topic, language).revision)),)),)
            for language in Language
        }

    def _approvals(self, topic: Topic) -> Columns:
        return {language: tuple(self._approval(topic, language)) for language in Language}

    def _approval(self, topic: Topic, language: Language) -> Iterator[Paragraph]:
        _ = self.labels
        approved = self._answer(topic, language).approved
        day = format_short_date(approved.date) if approved.date else ""
        if not approved:
            yield Paragraph((_("Not signed").of(language),), Look.WARNING)
        rows = (_("Approved by"), approved.by), (_("Date"), day), (_("Document"), approved.document)
        for label, entered in rows:
            text = entered if approved else _LINE
            yield Paragraph((label.of(language), Run(": "), Run(text or "—", TAGS[language])))
        if not approved:
            yield Paragraph((_("Signature").of(language), Run(": "), Run(_LINE)))

    def _each(self, topic: Topic, part: Callable[[Answer], str]) -> Columns:
        return {
            language: (Paragraph((Run(part(self._answer(topic, language)), TAGS[language]),)),)
            for language in Language
        }

    def _answer(self, topic: Topic, language: Language) -> Answer:
        return self.catalogue.answers[topic.id, language]


def _links(texts: Mapping[Part, RichText], language: Language) -> Iterator[Paragraph]:
    found = dict.fromkeys(link for text in texts.values() for link in links_of(text))
    for label, url in found:
        yield Paragraph((Run(label, TAGS[language]), Run(" → "), Run(url, url=url)))
