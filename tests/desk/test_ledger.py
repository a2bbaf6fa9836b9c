import dataclasses
from collections.abc import Sequence
from datetime import timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.ledger import BEGINNING, link, text_digest, written
from bot.desk.masking import storable
from bot.desk.model import Event, LedgerEntry
from tests.support.people import NOON


def chain(length: int = 4) -> list[LedgerEntry]:
    """Entries about two questions, as they follow each other."""
    entries: list[LedgerEntry] = []
    for number in range(length):
        last = (entries[-1].position, entries[-1].hash) if entries else None
        facts = {"decision": "answer", "topics": ["basics.tourist_work"], "n": number}
        entries.append(
            link(last, 1 + number % 2, list(Event)[number % 6], NOON + timedelta(seconds=number), facts)
        )
    return entries


def first_break(entries: Sequence[LedgerEntry]) -> int | None:
    """The place of the first entry that does not follow from the one before, by linking all anew."""
    last: tuple[int, str] | None = None
    for place, entry in enumerate(entries):
        if link(last, entry.question, entry.event, entry.at, entry.facts) != entry:
            return place
        last = (entry.position, entry.hash)
    return None


def test_an_untouched_chain_follows_from_its_beginning() -> None:
    entries = chain()
    assert first_break(entries) is None
    assert [entry.position for entry in entries] == [1, 2, 3, 4]
    assert entries[0].previous == BEGINNING
    assert entries[2].previous == entries[1].hash


@pytest.mark.parametrize(
    "change",
    [
        {"question": 9},
        {"event": Event.HANDED_OVER},
        {"at": NOON + timedelta(microseconds=1)},
        {"facts": {"decision": "handover", "topics": ["basics.tourist_work"], "n": 1}},
        {"facts": {}},
        {"previous": BEGINNING},
        {"hash": "f" * 64},
        {"position": 7},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_entry_is_found(change: dict[str, Any]) -> None:
    entries = chain()
    entries[1] = dataclasses.replace(entries[1], **change)
    assert first_break(entries) == 1


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_removed_entry_is_found(gone: int) -> None:
    entries = chain()
    del entries[gone]
    assert first_break(entries) == gone


def test_swapped_entries_are_found() -> None:
    entries = chain()
    entries[1], entries[2] = entries[2], entries[1]
    assert first_break(entries) == 1


def test_a_forger_must_rewrite_everything_that_follows() -> None:
    entries = chain()
    forged = link((entries[0].position, entries[0].hash), 9, Event.CHOSEN, NOON, {})
    assert first_break([entries[0], forged, *entries[2:]]) == 2


def test_the_same_moment_in_another_zone_has_the_same_link() -> None:
    """The database gives moments back in UTC, whatever zone they were written in."""
    in_almaty = NOON.astimezone(timezone(timedelta(hours=5)))
    assert link(None, 1, Event.ASKED, NOON, {}).hash == link(None, 1, Event.ASKED, in_almaty, {}).hash


def test_a_digest_depends_on_text_and_salt() -> None:
    digests = {
        text_digest("s", "Сәлем"),
        text_digest("s", "сәлем"),
        text_digest("t", "Сәлем"),
        text_digest("", ""),
    }
    assert len(digests) == 4
    assert all(len(digest) == 64 for digest in digests)


def test_facts_are_written_the_same_in_any_order() -> None:
    assert written({"b": 1, "a": "ә"}) == written({"a": "ә", "b": 1}) == '{"a":"\\u04d9","b":1}'


@given(st.text(), st.text(), st.dictionaries(st.text(), st.one_of(st.text(), st.integers(), st.floats(0, 1))))
def test_the_links_take_any_words(salt: str, text: str, facts: dict[str, object]) -> None:
    entry = link((3, "a" * 64), 1, Event.ASKED, NOON, facts)
    assert len(entry.hash) == 64
    if text.isprintable() and salt.isprintable():
        assert text not in text_digest(salt, text) or len(text) <= 2


@pytest.mark.parametrize("text", ["\ud800", "\0", "🆘" * 1000])
def test_the_digest_of_storable_text_is_always_made(text: str) -> None:
    assert len(text_digest("s", storable(text))) == 64
