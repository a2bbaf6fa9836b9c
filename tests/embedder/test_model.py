"""The real model, asked as the bot asks it, with whatever people may send."""

import math
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.embedder.child import Vector
from bot.embedder.client import Limits, ModelClient
from bot.embedder.watching import State
from bot.embedder.wire import plain
from tests.embedder.model import needs_model
from tests.embedder.watching import LONGEST_SECONDS, Witness

pytestmark = needs_model

COMBINING = "\u0301\u0308\u0483\u0489\u064b\u0e34\u20dd\U0001d165"
LETTERS = st.one_of(
    st.characters(codec=None),
    st.characters(codec="utf-8"),
    st.characters(categories=["Mn", "Me", "Cf", "Cc", "Co", "Cs"]),
    st.sampled_from("\0\u200d\u202e\ufeff\ufdfa\ufdfb\u3316\u33af" + COMBINING),
    st.sampled_from("аәбгғкқнңоөұүһіь "),
    st.sampled_from("😀👨‍👩‍👧🇰🇿🏳️‍🌈"),
    st.sampled_from("אבגدهو"),
)
TEXTS = st.one_of(
    st.text(LETTERS, max_size=120),
    st.text(LETTERS, min_size=1, max_size=3).map(lambda piece: piece * 400),
    st.text(st.sampled_from(COMBINING), max_size=60),
)
LIMITS = Limits(patience=LONGEST_SECONDS, hang=LONGEST_SECONDS)


@pytest.fixture(scope="module")
def witness() -> Witness:
    return Witness()


@pytest.fixture(scope="module")
def client(witness: Witness) -> Iterator[ModelClient]:
    client = ModelClient(witness, limits=LIMITS)
    client.start()
    assert client.wait_until_ready(LONGEST_SECONDS)
    yield client
    client.close()


def embedded(client: ModelClient, text: str) -> Vector:
    vector = client.embed_now(text)
    assert vector is not None
    return vector


@example("\ufdfa" * 400)
@example("\0" * 400)
@example("\ud800" * 400)
@example("x" + "\u0301" * 399)
@example("\U0010ffff" * 400)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_every_text_has_a_vector_of_length_one_and_no_text_harms_the_process(
    client: ModelClient, witness: Witness, text: str
) -> None:
    vector = client.embed_now(text)
    if vector is None:
        assert plain(text) == ""
    else:
        assert len(vector) == 384
        assert math.hypot(*vector) == pytest.approx(1, abs=1e-4)
    assert witness.states == [State.READY]


def test_the_same_question_in_both_languages_is_nearer_than_another(client: ModelClient) -> None:
    kazakh = ["визасыз барып жұмыс істеуге бола ма", "төлқұжатымды жоғалтып алдым", "балам ауырып қалды"]
    russian = ["можно ли работать без визы", "я потерял паспорт", "мой ребёнок заболел"]
    for (place, one), (other_place, other) in product(enumerate(kazakh), enumerate(russian)):
        if place != other_place:
            assert near(client, one, russian[place]) > near(client, one, other)


def near(client: ModelClient, one: str, other: str) -> float:
    """The cosine between two texts."""
    return sum(a * b for a, b in zip(embedded(client, one), embedded(client, other), strict=True))


def test_two_processes_give_the_very_same_numbers(client: ModelClient) -> None:
    second = ModelClient(limits=LIMITS)
    second.start()
    assert second.wait_until_ready(LONGEST_SECONDS)
    try:
        assert list(embedded(second, "сәлем")) == list(embedded(client, "сәлем"))
    finally:
        second.close()


def test_nothing_behind_the_four_hundredth_letter_counts(client: ModelClient) -> None:
    long = "виза " * 80
    assert embedded(client, long) is embedded(client, long + "паспорт")
