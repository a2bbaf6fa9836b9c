import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.mail.model import Kind
from bot.telegram.arrivals import KINDS, arrival_from, words_of, words_together
from tests.support.people import AIGERIM, STAFF_GROUP
from tests.support.updates import (
    DATE,
    edit_update,
    group_update,
    member_update,
    message,
    press_update,
    text_update,
)


def kind_of(raw: object) -> Kind:
    arrival = arrival_from(raw)
    assert arrival is not None
    return arrival.kind


@pytest.mark.parametrize(
    ("raw", "kind", "chat_id"),
    [
        (text_update("Визаны қалай алам?"), Kind.TEXT, AIGERIM),
        (text_update("/start"), Kind.COMMAND, AIGERIM),
        (text_update("/start@korea_work_bot payload"), Kind.COMMAND, AIGERIM),
        (text_update("/MENU"), Kind.COMMAND, AIGERIM),
        (text_update("/start basics-tourist_work"), Kind.COMMAND, AIGERIM),
        (text_update("/sos \n"), Kind.COMMAND, AIGERIM),
        (text_update("/sos баламды ұстап алды"), Kind.TEXT, AIGERIM),
        (text_update("/start ұстап алды"), Kind.TEXT, AIGERIM),
        (text_update("/menu basics-tourist_work"), Kind.TEXT, AIGERIM),
        (text_update("/sosed можно?"), Kind.TEXT, AIGERIM),
        (edit_update("/sos ұстап алды"), Kind.EDIT, AIGERIM),
        (edit_update("/sos"), Kind.COMMAND, AIGERIM),
        (text_update("/"), Kind.TEXT, AIGERIM),
        (text_update("/ как уехать?"), Kind.TEXT, AIGERIM),
        (text_update("/виза керек пе"), Kind.TEXT, AIGERIM),
        (text_update("жаз /start"), Kind.TEXT, AIGERIM),
        (text_update(" /start"), Kind.TEXT, AIGERIM),
        (text_update(""), Kind.OTHER, AIGERIM),
        (text_update(None, photo=[], caption="Мынау не?"), Kind.OTHER, AIGERIM),
        (text_update(None, photo=[], media_group_id="9"), Kind.ALBUM, AIGERIM),
        (edit_update("түзетілді"), Kind.EDIT, AIGERIM),
        (press_update("m:kk"), Kind.PRESS, AIGERIM),
        (press_update("m:kk", at="inaccessible"), Kind.PRESS, AIGERIM),
        (press_update("m:kk", at=None), Kind.PRESS, AIGERIM),
        (member_update("kicked"), Kind.OTHER, AIGERIM),
        (group_update(text="/start"), Kind.OTHER, STAFF_GROUP),
        (group_update(media_group_id="9"), Kind.OTHER, STAFF_GROUP),
        ({"update_id": 1, "poll": {"id": "5"}}, Kind.OTHER, 0),
        ({"update_id": 1, "message": "not an object"}, Kind.OTHER, 0),
        ({"update_id": 1}, Kind.OTHER, 0),
        ({"update_id": 1, "message": {"text": "x", "from": {"id": 7}}}, Kind.TEXT, 7),
        ({"update_id": 1, "message": {"text": "x", "chat": {"id": 7}}}, Kind.TEXT, 7),
        ({"update_id": 1, "message": {"text": 5, "chat": {"id": 7, "type": "private"}}}, Kind.OTHER, 7),
    ],
)
def test_an_update_is_sorted_by_what_carrying_needs(raw: dict[str, Any], kind: Kind, chat_id: int) -> None:
    arrival = arrival_from(raw)
    assert arrival is not None
    assert (arrival.kind, arrival.chat_id) == (kind, chat_id)
    assert json.loads(arrival.body) == raw


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        "x",
        {},
        {"update_id": None},
        {"update_id": "1"},
        {"update_id": True},
        {"update_id": -1},
        {"update_id": 2**63},
        {"update_id": 1.5},
    ],
)
def test_what_has_no_id_cannot_be_stored(raw: object) -> None:
    assert arrival_from(raw) is None


def test_the_moment_is_telegrams_own() -> None:
    arrival = arrival_from(text_update())
    assert arrival is not None
    assert arrival.sent_at == DATE


def test_membership_and_both_kinds_of_messages_are_asked_for() -> None:
    assert set(KINDS) >= {"message", "edited_message", "callback_query", "my_chat_member", "chat_member"}


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (text_update("Сәлем"), "Сәлем"),
        (edit_update("Сәлем"), "Сәлем"),
        (text_update(None, caption="Сурет"), "Сурет"),
        (text_update(None, caption="/sos Сурет"), "Сурет"),
        (text_update("/sos баламды\nұстап алды"), "баламды\nұстап алды"),
        (text_update("/sos@korea_work_bot  баламды"), "баламды"),
        (text_update("/sos "), "/sos "),
        (text_update("жаз /sos деп"), "жаз /sos деп"),
        (text_update(None), ""),
        (press_update("m:kk"), ""),
        ({"message": {"text": ["x"]}}, ""),
        ({"message": None, "edited_message": {"text": "x"}}, "x"),
    ],
)
def test_the_words_of_an_update_are_its_text_or_caption(raw: dict[str, Any], words: str) -> None:
    assert words_of(raw) == words


any_text = st.text(st.characters(codec=None, categories=None), max_size=20)
scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.integers(-(2**64), 2**64), st.floats(), any_text
)
any_json = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(any_text, inner, max_size=4)),
    max_leaves=12,
)
events = st.dictionaries(
    st.sampled_from(["chat", "from", "text", "caption", "date", "media_group_id", "message", "data", "id"]),
    st.one_of(
        any_json,
        st.dictionaries(
            st.sampled_from(["id", "type", "chat", "from"]),
            st.one_of(any_json, st.sampled_from(["private", 5])),
        ),
    ),
)
near_updates = st.fixed_dictionaries(
    {"update_id": st.one_of(st.integers(0, 2**63 - 1), any_json)},
    optional={kind: st.one_of(events, any_json) for kind in (*KINDS, "poll", "channel_post")},
)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=200)
@given(st.one_of(near_updates, any_json))
def test_whatever_telegram_sends_is_stored_or_passed_over_and_never_fails(raw: object) -> None:
    arrival = arrival_from(raw)
    if arrival is None:
        return
    assert arrival.body.isascii()
    assert "\0" not in arrival.body
    arrival.album.encode()
    assert "\0" not in arrival.album
    for number in (arrival.update_id, arrival.chat_id, arrival.sent_at):
        assert -(2**63) <= number < 2**63
    assert isinstance(words_of(json.loads(arrival.body)), str)


@pytest.mark.parametrize("album", ["\ud800", "a\0b", ["\ud800"], {"a": 1}, 5, "9" * 5000])
def test_an_album_can_be_stored_whatever_it_is_called(album: object) -> None:
    raw = {"update_id": 1, "message": message(None, photo=[], media_group_id=album)}
    arrival = arrival_from(raw)
    assert arrival is not None
    arrival.album.encode()
    assert "\0" not in arrival.album
    same = arrival_from({**raw, "update_id": 2})
    assert same is not None
    assert same.album == arrival.album != ""


def test_an_update_is_stored_however_deep_it_is_if_it_can_be_read_at_all() -> None:
    for depth in range(100, 1000, 10):
        text = '{"update_id":1,"message":{"x":' + "[" * depth + "]" * depth + "}}"
        try:
            raw = json.loads(text)
        except RecursionError:
            return
        assert arrival_from(raw) is not None


def test_of_messages_sent_together_a_corrected_one_counts_as_corrected() -> None:
    raws = [text_update("Можно ли раб", 1), text_update("и ещё", 2)]
    raws[1]["message"]["message_id"] = 12
    assert words_together([*raws, edit_update("Можно ли работать", 3)]) == "Можно ли работать\nи ещё"


def test_messages_are_never_taken_for_each_other_whatever_their_numbers_are() -> None:
    assert words_together([text_update("Сәлем", 1), text_update("Виза", 2)]) == "Сәлем\nВиза"
