"""The clock moved over the real answers: the day before, the day itself and the day after of all that ends or falls due."""

import dataclasses
import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.faq.freshness import ENDS_SOON, State, answer_freshness, basis
from bot.faq.model import Catalogue, Fact
from bot.faq.places import facts_in
from bot.faq.rendering import Rendered, render_answer
from bot.files.content import load_catalogue
from bot.files.place import locales_dir
from bot.formats import format_date
from bot.kazakh import Case
from bot.people.model import Language
from tests.quality.states import catalogue, everything_shown, shown, translations

DAY = timedelta(days=1)
PROGRAMME_ENDS, YEAR_ENDS = date(2026, 2, 28), date(2026, 12, 31)
ENDS = sorted({fact.valid_to for fact in catalogue().facts.values() if fact.valid_to})
REVIEWS = sorted({fact.review_by for fact in catalogue().facts.values()})
LANGUAGES = pytest.mark.parametrize("language", list(Language))
AT_THE_ENDS = pytest.mark.parametrize("last", [PROGRAMME_ENDS, YEAR_ENDS])
AT_REVIEWS = pytest.mark.parametrize("review", REVIEWS)
CONFIRMED = re.compile(r"^  confirmed: \{.*\}$", re.MULTILINE)


def being_checked(language: Language) -> str:
    return translations().of(language)("We are checking this again: something may have changed.")


def ending(last: date, language: Language) -> str:
    day = format_date(last, language, Case.LOCATIVE)
    return translations().of(language)("This ends on {date}; what comes after is not known yet.", date=day)


@cache
def resting_on_an_end(last: date, language: Language) -> tuple[str, ...]:
    """The topics whose text rests on a fact with this last day."""
    content = catalogue()
    return tuple(
        topic
        for topic in content.topics
        if any(
            fact.valid_to == last
            for fact in basis(content.topics[topic], content.answers[topic, language].body, content)
        )
    )


def section_on(topic: str, language: Language, day: date) -> str:
    """Which part of the file is shown."""
    answer = catalogue().answers[topic, language]
    text = answer_freshness(catalogue(), topic, language, day).text
    return {answer.body: "body", answer.ended: "ended"}[text]


def test_something_ends_with_the_programme_and_with_the_year() -> None:
    assert {PROGRAMME_ENDS, YEAR_ENDS} <= set(ENDS)
    assert len(REVIEWS) > 1


@LANGUAGES
def test_the_topics_of_the_programme_and_of_the_year_are_moved(language: Language) -> None:
    assert {"basics.amnesty_now", "departure.documents"} <= set(resting_on_an_end(PROGRAMME_ENDS, language))
    assert {"eps.quota", "eps.salary", "routes.e8"} <= set(resting_on_an_end(YEAR_ENDS, language))


@LANGUAGES
@AT_THE_ENDS
def test_the_second_text_comes_the_day_after_the_last_day_and_not_before(
    last: date, language: Language
) -> None:
    for topic in resting_on_an_end(last, language):
        sections = [section_on(topic, language, last + step * DAY) for step in (-1, 0, 1)]
        assert sections == ["body", "body", "ended"], topic
        assert shown(topic, language, None, last + DAY).state is State.ENDED


@LANGUAGES
@AT_THE_ENDS
def test_that_it_ends_soon_is_said_from_thirty_days_before_to_the_last_day(
    last: date, language: Language
) -> None:
    first = last - ENDS_SOON
    for topic in resting_on_an_end(last, language):
        said = {
            day: ending(last, language) in shown(topic, language, None, day).text.text
            for day in (first - DAY, first, last, last + DAY)
        }
        assert said == {first - DAY: False, first: True, last: True, last + DAY: False}, topic


@LANGUAGES
def test_what_ends_with_the_year_ends_soon_from_the_first_of_december(language: Language) -> None:
    line = ending(YEAR_ENDS, language)
    for topic in resting_on_an_end(YEAR_ENDS, language):
        assert line not in shown(topic, language, None, date(2026, 11, 30)).text.text
        assert line in shown(topic, language, None, date(2026, 12, 1)).text.text


@LANGUAGES
@AT_THE_ENDS
def test_what_has_ended_is_told_only_where_the_second_text_tells_it(last: date, language: Language) -> None:
    content = catalogue()
    for topic in resting_on_an_end(last, language):
        told = shown(topic, language, None, last + DAY).facts
        ended = {id_ for id_ in told if is_over(content.facts[id_], last + DAY)}
        assert ended <= set(facts_in(content.answers[topic, language].ended or "")), topic


def is_over(fact: Fact, day: date) -> bool:
    return fact.valid_to is not None and fact.valid_to < day


@LANGUAGES
def test_a_number_of_the_year_that_is_over_stands_beside_its_year(language: Language) -> None:
    for topic in resting_on_an_end(YEAR_ENDS, language):
        ended = catalogue().answers[topic, language].ended or ""
        if any(catalogue().facts[id_].valid_to == YEAR_ENDS for id_ in facts_in(ended)):
            assert "2026" in shown(topic, language, None, YEAR_ENDS + DAY).text.text, topic


@LANGUAGES
@pytest.mark.parametrize("last", ENDS)
def test_no_answer_goes_on_as_before_after_a_fact_of_it_has_ended(last: date, language: Language) -> None:
    """Whatever ends next: no text outlives its facts."""
    for topic in catalogue().topics:
        freshness = answer_freshness(catalogue(), topic, language, last + DAY)
        assert freshness.outlived is None, topic


@LANGUAGES
@AT_REVIEWS
def test_being_checked_is_said_from_the_review_day_on(review: date, language: Language) -> None:
    line = being_checked(language)
    seen = set()
    for topic in catalogue().topics:
        for day in (review - DAY, review, review + DAY):
            rendered = shown(topic, language, None, day)
            due = any(catalogue().facts[id_].review_by <= day for id_ in rendered.facts)
            assert (line in rendered.text.text) is due, (topic, day)
            seen.add((day, due))
    assert (review, True) in seen


@LANGUAGES
def test_on_the_day_of_the_last_confirmation_nothing_is_being_checked(language: Language) -> None:
    day = max(fact.confirmed for fact in catalogue().facts.values())
    for topic in catalogue().topics:
        assert being_checked(language) not in shown(topic, language, None, day).text.text, topic


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content files, to be changed."""
    locales = tmp_path_factory.mktemp("content") / "locales"
    for folder in ("faq", *(f"{language.value}/faq" for language in Language)):
        shutil.copytree(locales_dir() / folder, locales / folder)
    return locales


def confirm_unchanged(facts: Path, day: date, due: set[str]) -> Iterator[tuple[str, str]]:
    """Confirm facts on a day as an editor does, in one line of each; the lines before and after."""
    entries = re.split(
        r"^(?=F\d{3,}:)", (locales_dir() / "faq" / "facts.yaml").read_text("utf-8"), flags=re.MULTILINE
    )
    confirmed = f"  confirmed: {{date: {day}, by: А. Серікова}}"
    for number, entry in enumerate(entries):
        if entry.split(":")[0] in due:
            (line,) = CONFIRMED.findall(entry)
            entries[number] = entry.replace(line, confirmed)
            yield line, confirmed
    facts.write_text("".join(entries), "utf-8")


@AT_REVIEWS
def test_confirming_as_unchanged_is_one_line_and_ends_the_checking(review: date, copied: Path) -> None:
    before = catalogue()
    due = {fact.id for fact in before.facts.values() if fact.review_by <= review}
    changed = list(confirm_unchanged(copied / "faq" / "facts.yaml", review, due))
    assert len(changed) == len(due) > 0
    after = load_catalogue(copied)
    for topic, language in before.answers:
        old, new = (rendered(content, topic, language, review) for content in (before, after))
        assert being_checked(language) not in new.text.text, topic
        assert without(old, being_checked(language)) == new.text.text, topic


@AT_REVIEWS
def test_confirming_as_unchanged_changes_nothing_but_the_confirmation(review: date, copied: Path) -> None:
    before = catalogue()
    due = {fact.id for fact in before.facts.values() if fact.review_by <= review}
    list(confirm_unchanged(copied / "faq" / "facts.yaml", review, due))
    for id_, fact in load_catalogue(copied).facts.items():
        old = before.facts[id_]
        assert fact.confirmed == (review if id_ in due else old.confirmed)
        assert fact.review_by > review
        kept = {"confirmed": old.confirmed, "confirmed_by": old.confirmed_by, "review_by": old.review_by}
        assert dataclasses.replace(fact, **kept) == old  # type: ignore[arg-type]


def rendered(content: Catalogue, topic: str, language: Language, day: date) -> Rendered:
    return render_answer(content, topic, language, day, translations().of(language))


def without(one: Rendered, line: str) -> str:
    """The text without a line of its footer, and without the gap that a line of its own would leave."""
    paragraphs = [
        "\n".join(kept for kept in paragraph.split("\n") if kept != line)
        for paragraph in one.text.text.split("\n\n")
    ]
    return "\n\n".join(filter(None, paragraphs))


def test_an_answer_changes_on_no_other_day_than_its_facts_do() -> None:
    for one in everything_shown():
        if one.first != one.last:
            later = shown(one.topic, one.language, one.place, one.last)
            assert later.text == one.rendered.text, (one.topic, one.first, one.last)
