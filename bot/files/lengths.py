"""Whether every answer fits into one message of Telegram, on every day that changes it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from bot.errors import ContentError
from bot.faq.freshness import ENDS_SOON, OLD, basis, last_day, newest_as_of
from bot.faq.model import Catalogue, Fact
from bot.faq.rendering import render_answer
from bot.faq.text import utf16_length
from bot.files.reading import Content
from bot.i18n import Translations
from bot.people.model import Language, Place

MESSAGE_LIMIT: Final = 4096
"""UTF-16 units in a message."""


def check_lengths(content: Content, translations: Translations, today: date) -> None:
    """Report answers that would be too long in one of their states."""
    for (topic, language), file in content.files.items():
        length = max(_lengths(content.catalogue, topic, language, (today, translations)), default=0)
        if length > MESSAGE_LIMIT:
            over = length - MESSAGE_LIMIT
            file.sheet.error(file.body.line, "answer_long", limit=MESSAGE_LIMIT, over=over)


def turning_days(catalogue: Catalogue, topic: str, language: Language, today: date) -> list[date]:
    """Today and the later days on which an answer begins to look different."""
    answer = catalogue.answers[topic, language]
    facts = [
        fact
        for text in (answer.body, answer.at_home or "", answer.ended or "")
        for fact in basis(catalogue.topics[topic], text, catalogue)
    ]
    days = {day for fact in facts for day in _days_of(fact)}
    newest = newest_as_of(facts)
    if newest:
        days.add(last_day(newest) + OLD + timedelta(days=1))
    return [today, *sorted(day for day in days if day > today)]


def _days_of(fact: Fact) -> Iterator[date]:
    yield fact.review_by
    if fact.valid_from:
        yield fact.valid_from
    if fact.valid_to:
        yield fact.valid_to - ENDS_SOON
        yield fact.valid_to + timedelta(days=1)


def _lengths(
    catalogue: Catalogue, topic: str, language: Language, when: tuple[date, Translations]
) -> Iterator[int]:
    today, translations = when
    for day in turning_days(catalogue, topic, language, today):
        try:
            for place in (None, Place.KAZAKHSTAN):
                rendered = render_answer(catalogue, topic, language, day, translations.of(language), place)
                yield utf16_length(rendered.text.text)
        except ContentError:
            return  # a place that cannot be printed is reported with the text
