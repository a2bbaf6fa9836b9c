"""Candidates as a table and as JSON."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest

from bot.faq.candidate_list import heaps
from bot.faq.candidates import Candidate, Filed, Key, Kind, Source
from bot.faq.library import Library
from bot.faq.ratings import Reason
from bot.i18n import Translations
from bot.people.model import Language
from bot.reports.candidates import candidate_lines, candidate_table
from tests.faq.catalogues import TOPIC, catalogue
from tests.support.words import is_in

LATE = datetime(2026, 11, 24, 20, 30, tzinfo=UTC)
"""The next day in Kazakhstan."""
KINDS = [
    (Kind.CONFIRMED, Source.STAFF, Reason.NONE),
    (Kind.CONFIRMED, Source.PERSON, Reason.NONE),
    (Kind.CONFIRMED, Source.LOOKED_UP, Reason.NONE),
    *((Kind.UNHELPFUL, Source.PERSON, reason) for reason in Reason),
    (Kind.NONE_OF_THESE, Source.PERSON, Reason.NONE),
]


@pytest.fixture(scope="session")
def library(translations: Translations) -> Library:
    return Library(catalogue("мәтін"), translations.of)


def filed(  # noqa: PLR0917
    text: str,
    kind: Kind = Kind.CONFIRMED,
    source: Source = Source.PERSON,
    reason: Reason = Reason.NONE,
    number: int = 7,
    topics: tuple[str, ...] = (TOPIC,),
) -> Filed:
    key = Key(number, kind, source, topics[0])
    return Filed(Candidate(key, text, Language.RU, topics, "d", reason), LATE)


def rows(library: Library, *given: Filed, language: Language = Language.RU) -> list[dict[str, str]]:
    content = candidate_table(heaps(given, {}), library, language)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def records(library: Library, *given: Filed) -> list[dict[str, object]]:
    content = candidate_lines(heaps(given, {}), library, Language.RU)
    return [json.loads(line) for line in content.decode().splitlines()]


def test_a_row_says_what_was_written_what_is_known_and_where_it_belongs(library: Library) -> None:
    (row,) = rows(library, filed("нужна ли виза"), filed("Нужна ли виза?", number=12))
    assert list(row.values()) == [
        TOPIC,
        library.title(TOPIC, Language.RU),
        "2",
        "2",
        "Нужна ли виза?",
        "ru",
        "человек выбрал эту тему из предложенных",
        f"Если об этой теме и правда так спрашивают, допишите в locales/ru/phrasings/{TOPIC}.txt",
        "2026-11-25",
        "K-000007, K-000012",
        "",
    ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("kind", "source", "reason"), KINDS)
def test_everything_that_an_editor_reads_is_in_their_language(
    library: Library, language: Language, kind: Kind, source: Source, reason: Reason
) -> None:
    (row,) = rows(library, filed("виза", kind, source, reason), language=language)
    said = [*row, list(row.values())[6], list(row.values())[7]]
    assert all(said)
    assert is_in(language, " ".join(said))


def test_what_is_known_and_what_to_do_differ_by_what_was_pressed(library: Library) -> None:
    told = {list(rows(library, filed("виза", *one))[0].values())[6] for one in KINDS}
    assert len(told) == len(KINDS)
    done = {list(rows(library, filed("виза", *one))[0].values())[7]: one[0] for one in KINDS}
    assert list(done.values()) == [Kind.CONFIRMED, Kind.UNHELPFUL, Kind.UNHELPFUL, Kind.NONE_OF_THESE]


def test_what_fits_none_names_what_was_offered(library: Library) -> None:
    (row,) = rows(library, filed("виза", Kind.NONE_OF_THESE, topics=(TOPIC, "c.d")))
    assert (list(row.values())[:2], list(row.values())[-1]) == (["", ""], f"{TOPIC}, c.d")


def test_a_topic_that_is_gone_has_no_title(library: Library) -> None:
    (row,) = rows(library, filed("виза", topics=("gone.topic",)))
    assert list(row.values())[:2] == ["gone.topic", ""]


def test_a_formula_of_a_citizen_calculates_nothing(library: Library) -> None:
    (row,) = rows(library, filed('=HYPERLINK("http://x","виза")'))
    assert list(row.values())[4].startswith("'=")


def test_programs_get_the_same_with_names_that_stay(library: Library) -> None:
    one, two = records(
        library, filed("=виза"), filed("иной", Kind.NONE_OF_THESE, number=12, topics=(TOPIC, "c.d"))
    )
    assert one == {
        "topic": TOPIC,
        "title": library.title(TOPIC, Language.RU),
        "topic_count": 1,
        "count": 1,
        "text": "=виза",
        "language": "ru",
        "kind": "confirmed",
        "source": "person",
        "reason": "",
        "last": "2026-11-25",
        "questions": ["K-000007"],
        "offered": [],
        "file": f"locales/ru/phrasings/{TOPIC}.txt",
    }
    assert (two["topic"], two["offered"], two["file"]) == ("", [TOPIC, "c.d"], "")


def test_a_list_of_nothing_is_its_head(library: Library) -> None:
    assert rows(library) == []
    assert candidate_table([], library, Language.KK).count(b"\r\n") == 1
    assert candidate_lines([], library, Language.KK) == b""
