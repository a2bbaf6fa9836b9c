"""What buttons carry fits into what Telegram allows, and is read back as what it was."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.faq.library import Library
from bot.files import topics
from bot.people.model import Language, Place
from bot.telegram.callbacks import (
    AboutPress,
    AskPress,
    ChoicePress,
    Danger,
    GroupPress,
    LanguagePress,
    MenuPress,
    MinePress,
    MyPress,
    NonePress,
    PassOnPress,
    Press,
    RatePress,
    SosPress,
    TopicPress,
    Vote,
)

HIGHEST = 9_999_999_999
"""A question's number of ten digits; the first million lasts for years."""
LONGEST_VERSION = "999-0123abcd"
LONGEST_KNOWN_ID = "rights.severance_and_pension"
LONGEST_ID = "a." + "b" * (topics._ID_BYTES - len("a."))  # what the check of the content lets through
KINDS: list[type[Press]] = [
    AboutPress, AskPress, ChoicePress, GroupPress, LanguagePress, MenuPress, MinePress, MyPress, NonePress,
    PassOnPress, RatePress, SosPress, TopicPress,
]  # fmt: skip


def largest(topic: str) -> list[Press]:
    """One of each kind, with the most that it may have to carry."""
    seen, below = Language.KK, True
    return [
        AboutPress(seen=seen, below=below, question=HIGHEST, about=Danger.DETAINED),
        AskPress(seen=seen, below=below, question=HIGHEST),
        ChoicePress(seen=seen, below=below, question=HIGHEST, topic=topic),
        GroupPress(seen=seen, below=below, group=topic),
        LanguagePress(seen=seen, below=below, language=seen, topic=topic),
        MenuPress(seen=seen, below=below),
        MinePress(seen=seen, below=below, question=HIGHEST, page=HIGHEST // 6 % 2**31),
        MyPress(seen=seen, below=below, page=HIGHEST // 6 % 2**31),
        NonePress(seen=seen, below=below, question=HIGHEST),
        PassOnPress(seen=seen, below=below, question=HIGHEST),
        RatePress(
            seen=seen,
            below=below,
            topic=topic,
            version=LONGEST_VERSION,
            vote=Vote.OTHER_QUESTION,
            question=HIGHEST,
        ),
        SosPress(seen=seen, below=below, place=Place.KAZAKHSTAN),
        TopicPress(seen=seen, below=below, topic=topic),
    ]


def test_every_kind_of_button_is_looked_at() -> None:
    assert {type(press) for press in largest("a.b")} == set(KINDS) == set(Press.__subclasses__())


@pytest.mark.parametrize("topic", [LONGEST_KNOWN_ID, LONGEST_ID], ids=["known", "allowed"])
def test_the_largest_of_each_kind_fits_and_comes_back_the_same(topic: str) -> None:
    for press in largest(topic):
        packed = press.pack()
        assert len(packed.encode()) <= 64
        assert type(press).unpack(packed) == press


def test_no_button_is_taken_for_one_of_another_kind() -> None:
    for press in largest("a.b"):
        for kind in KINDS:
            if kind is not type(press):
                with pytest.raises((ValueError, TypeError)):
                    kind.unpack(press.pack())


@given(st.sampled_from(KINDS), st.text(max_size=64) | st.lists(st.text(max_size=5)).map(":".join))
def test_whatever_a_button_says_it_is_read_or_refused(kind: type[Press], data: str) -> None:
    for said in (data, f"{kind.__prefix__}:{data}"):
        try:
            press = kind.unpack(said)
        except (TypeError, ValueError):
            continue
        assert isinstance(press, kind)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (NonePress, {"question": 0}),
        (NonePress, {"question": -1}),
        (NonePress, {"question": 2**62}),
        (AskPress, {"question": -1}),
        (MyPress, {"page": -1}),
        (MyPress, {"page": 2**31}),
        (MinePress, {"question": 0}),
    ],
)
def test_numbers_that_no_database_holds_are_refused(kind: Any, values: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        kind(seen=Language.KK, **values)


def test_every_topic_that_there_is_fits(library: Library) -> None:
    for group in library.groups:
        for topic in library.topics_of(group.id):
            for press in largest(topic.id):
                assert len(press.pack().encode()) <= 64


def test_what_an_earlier_version_did_not_pack_counts_as_not_said() -> None:
    assert AskPress.unpack("a:kk:0") == AskPress(seen=Language.KK)
    assert MenuPress.unpack("m:ru") == MenuPress(seen=Language.RU)


@pytest.mark.parametrize(
    "data", ["", "m", "m:xx", "m:kk:0:1", "c:kk:0", "t:kk:0:", "b:kk:0:1:z", "k:kk:0:-1"]
)
def test_a_button_that_was_never_made_is_refused(data: str) -> None:
    for kind in KINDS:
        with pytest.raises((TypeError, ValueError)):
            kind.unpack(data)
