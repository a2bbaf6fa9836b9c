"""What the program prints around an answer by itself: its age, its sources, its doubts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.faq.freshness import (
    Freshness,
    State,
    ends_soon,
    fact_state,
    is_lagging,
    is_old,
    is_unconfirmed,
    newest_as_of,
    oldest_as_of,
)
from bot.faq.model import Catalogue, Confidence, Fact, Source
from bot.faq.places import find_places
from bot.faq.ports import Translator
from bot.faq.text import Entity, RichText, join, utf16_length
from bot.formats import format_as_of, format_date, format_short_date
from bot.kazakh import Case
from bot.people.model import Language

SOURCES_SHOWN: Final = 3


@dataclass(frozen=True)
class Footer:
    """Writes the lines around one answer on one day."""

    catalogue: Catalogue
    topic_id: str
    today: date
    translator: Translator

    def age_line(self, freshness: Freshness) -> RichText:
        """Where even the newest is old, the answer says so before it goes on; not where seconds count."""
        newest = newest_as_of(freshness.dated)
        if newest is None or not self._says_age_first(freshness, newest):
            return RichText("")
        day = format_as_of(newest, self.translator.language)
        _ = self.translator
        # NOTE: {date} stands in the form that goes before «жағдай бойынша» and after «по состоянию на»
        return _italic(_("As of {date}; nothing later is confirmed.", date=day))

    def below(self, freshness: Freshness) -> RichText:
        """Everything under the answer."""
        return join(
            [
                join((RichText(line) for line in self._warnings(freshness)), "\n"),
                self._sources(freshness.facts),
                join((RichText(line) for line in self._standing(freshness)), "\n"),
            ]
        )

    def _says_age_first(self, freshness: Freshness, newest: str) -> bool:
        if self.catalogue.topics[self.topic_id].urgent or self._says_itself(freshness.text, newest):
            return False
        return is_old(freshness.dated, self.today)

    def _says_itself(self, text: str, newest: str) -> bool:
        """Whether the author has already written down the date for which the text speaks."""
        facts = self.catalogue.facts
        places = (place for place in find_places(text) if place.fact in facts)
        return any(str(facts[place.fact].values.get(place.value)) == newest for place in places)

    def _warnings(self, freshness: Freshness) -> Iterator[str]:
        _ = self.translator
        doubts = {fact.id: fact.doubt.get(_.language, "") for fact in freshness.facts}
        yield from filter(None, dict.fromkeys(doubts.values()))
        yield from self._limits(freshness)
        unconfirmed = [fact.id for fact in freshness.facts if is_unconfirmed(fact)]
        if unconfirmed and len(unconfirmed) == len(doubts):
            yield _("Not confirmed officially.")
        elif not all(doubts[id_] for id_ in unconfirmed):
            yield _("Part of this is not confirmed officially.")
        if freshness.being_checked:
            yield _("We are checking this again: something may have changed.")

    def _limits(self, freshness: Freshness) -> Iterator[str]:
        """Each day once, however many facts begin or end on it."""
        _ = self.translator
        if freshness.outlived and freshness.outlived.valid_to:
            yield _("This held until {date}.", date=self._day(freshness.outlived.valid_to, Case.DATIVE))
        begins = {f.valid_from for f in freshness.facts if fact_state(f, self.today) is State.NOT_BEGUN}
        for day in sorted(day for day in begins if day):
            yield _("This holds only from {date}.", date=self._day(day, Case.ABLATIVE))
        ends = {f.valid_to for f in freshness.facts if ends_soon(f, self.today)}
        for day in sorted(day for day in ends if day):
            ending = self._day(day, Case.LOCATIVE)
            yield _("This ends on {date}; what comes after is not known yet.", date=ending)

    def _standing(self, freshness: Freshness) -> Iterator[str]:
        """The date of the answer, whether it is signed, and whether the other language is ahead."""
        _ = self.translator
        yield from self._age(freshness)
        if is_lagging(self.catalogue, self.topic_id, _.language):
            yield self._newer_elsewhere()
        if not self.catalogue.answers[self.topic_id, _.language].approved:
            # NOTE: begins with «Алдын ала мәтін» and «Предварительный текст»
            yield _("Preliminary text: the ministry has not signed it yet.")

    def _age(self, freshness: Freshness) -> Iterator[str]:
        """Where a newer date stands above, the oldest is called the oldest, lest one deny the other."""
        _ = self.translator
        oldest, newest = oldest_as_of(freshness.dated), newest_as_of(freshness.dated)
        if oldest is None or newest is None:
            return
        first, itself = self._says_age_first(freshness, newest), self._says_itself(freshness.text, newest)
        if (first or itself) and oldest != newest:
            yield _("The oldest information here: {date}.", date=format_date(oldest, _.language))
        elif not first:
            yield _("As of {date}.", date=format_as_of(oldest, _.language))

    def _newer_elsewhere(self) -> str:
        _ = self.translator
        if _.language is Language.KK:
            return _("The Russian text of this answer is newer.")
        return _("The Kazakh text of this answer is newer.")

    def _sources(self, facts: Sequence[Fact]) -> RichText:
        """The sources that may be named, the same one once."""
        found = {s.url or s.title: s for fact in facts for s in fact.sources if s.public}
        shown = list(found.values())[:SOURCES_SHOWN]
        if not shown:
            return RichText("")
        _ = self.translator
        lines = [RichText(self._sources_label(facts, len(shown)))]
        lines += [_source_line(source, _.language) for source in shown]
        if more := len(found) - len(shown):
            lines.append(RichText("• " + _.plural("and {n} more", "and {n} more", more)))
        return join(lines, "\n")

    def _sources_label(self, facts: Sequence[Fact], count: int) -> str:
        """What only the press says is said to come from the press."""
        _ = self.translator
        named = {f.confidence for f in facts if any(s.public for s in f.sources)}
        if named == {Confidence.PRESS}:
            return _("According to the press:")
        return _.plural("Source:", "Sources:", count)

    def _day(self, day: date, case: Case) -> str:
        return format_date(day, self.translator.language, case)


def _source_line(source: Source, language: Language) -> RichText:
    name = source_title(source, language)
    link = Entity("text_link", 0, utf16_length(name), source.url)
    title = RichText(name, (link,) if source.url else ())
    dated = f" ({format_short_date(source.date)})" if source.date else ""
    return RichText("• ") + title + RichText(dated)


def source_title(source: Source, language: Language) -> str:
    """A title written as «қазақша / по-русски» is split; any other is the same in both languages."""
    parts = source.title.split(" / ")
    return parts[list(Language).index(language)] if len(parts) == len(Language) else source.title


def _italic(text: str) -> RichText:
    return RichText(text, (Entity("italic", 0, utf16_length(text)),))
