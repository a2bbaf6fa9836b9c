"""Candidates as an editor reads them."""

from datetime import timedelta

import pytest

from bot.faq.candidate_list import NO_TOPIC, Line, alike, heaps
from bot.faq.candidates import Candidate, Filed, Key, Kind, Source
from bot.faq.ratings import Reason
from bot.people.model import Language
from tests.support.people import NOON


def filed(
    text: str,
    *topics: str,
    question: int = 1,
    kind: Kind = Kind.CONFIRMED,
    source: Source = Source.PERSON,
    language: Language = Language.KK,
    reason: Reason = Reason.NONE,
    minutes: int = 0,
) -> Filed:
    key = Key(question, kind, source, topics[0] if topics else "")
    candidate = Candidate(key, text, language, topics, "d1", reason)
    return Filed(candidate, NOON + timedelta(minutes=minutes))


def lines(*given: Filed, **phrasings: list[str]) -> list[Line]:
    return [line for heap in heaps(given, {"a.b": phrasings.get("known", [])}) for line in heap.lines]


def test_what_was_said_alike_is_one_line_with_its_questions() -> None:
    (line,) = lines(
        filed("Виза керек пе?", "a.b", question=9, minutes=2),
        filed("виза керек пе", "a.b", question=3, minutes=5),
        filed("ВИЗА   керек пе!!!", "a.b", question=4, minutes=1),
    )
    assert (line.text, line.questions) == ("виза керек пе", (3, 4, 9))
    assert line.last_at == NOON + timedelta(minutes=5)
    assert len(line.alike) == 3


@pytest.mark.parametrize(
    "other",
    [
        filed("виза керек пе", "c.d"),
        filed("виза керек пе", "a.b", language=Language.RU),
        filed("виза керек пе", "a.b", source=Source.STAFF),
        filed("виза керек пе", "a.b", kind=Kind.UNHELPFUL),
        filed("визам керек пе", "a.b"),
    ],
)
def test_what_tells_something_else_is_another_line(other: Filed) -> None:
    assert len(lines(filed("виза керек пе", "a.b"), other)) == 2


def test_different_reasons_are_different_lines() -> None:
    reasons = [filed("виза", "a.b", kind=Kind.UNHELPFUL, reason=reason) for reason in Reason]
    assert {line.reason for line in lines(*reasons)} == set(Reason)


def test_the_surest_comes_first_and_then_the_most_frequent() -> None:
    given = [
        filed("а бір", "a.b", kind=Kind.UNHELPFUL),
        filed("ә бір", "a.b", source=Source.LOOKED_UP),
        filed("б бір", "a.b"),
        filed("в екі", "a.b", question=1),
        filed("в екі", "a.b", question=2),
        filed("г бір", "a.b", source=Source.STAFF),
    ]
    assert [line.text for line in lines(*given)] == ["г бір", "в екі", "б бір", "ә бір", "а бір"]


def test_the_topic_with_most_to_read_comes_first_and_what_fits_none_last() -> None:
    none = [filed(f"сұрақ {word}", "a.b", "c.d", kind=Kind.NONE_OF_THESE) for word in ("бір", "екі", "үш")]
    made = heaps(
        [*none, filed("бір", "c.d"), filed("екі", "a.b"), filed("үш", "a.b"), filed("бес", "b.c")], {}
    )
    assert [(heap.topic, heap.count) for heap in made] == [("a.b", 2), ("b.c", 1), ("c.d", 1), (NO_TOPIC, 3)]


def test_what_none_fits_knows_all_topics_that_were_offered() -> None:
    (line,) = lines(
        filed("сұрақ", "a.b", "c.d", kind=Kind.NONE_OF_THESE),
        filed("Сұрақ?", "c.d", "e.f", kind=Kind.NONE_OF_THESE, question=2, minutes=1),
    )
    assert (line.topic, line.offered) == (NO_TOPIC, ("a.b", "c.d", "e.f"))


def test_a_confirmed_topic_offers_nothing() -> None:
    (line,) = lines(filed("сұрақ", "a.b"))
    assert line.offered == ()


def test_what_is_a_phrasing_already_needs_no_confirmation() -> None:
    known = ["Виза керек пе?"]
    assert lines(filed("виза, керек пе", "a.b"), known=known) == []
    assert len(lines(filed("виза керек пе", "c.d"), known=known)) == 1
    assert len(lines(filed("виза керек", "a.b"), known=known)) == 1


@pytest.mark.parametrize("kind", [Kind.UNHELPFUL, Kind.NONE_OF_THESE])
def test_what_did_not_help_stays_in_the_list_though_it_is_a_phrasing(kind: Kind) -> None:
    assert len(lines(filed("виза керек пе", "a.b", kind=kind), known=["виза керек пе"])) == 1


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Ёлка, ЁЛКА!", "ёлка ёлка"),
        ("K-ETA", "k eta"),
        ("и\u0306од", "йод"),
        ("  ", ""),
        ("«қалай?»", "қалай"),
    ],
)
def test_letters_size_signs_and_blanks_make_no_difference(text: str, same: str) -> None:
    assert alike(text) == same


def test_of_nothing_comes_nothing() -> None:
    assert heaps([], {"a.b": ["виза"]}) == []
