import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.embedder.wire import MOST_CHARACTERS, MOST_TEXTS, REQUEST, pack_request, plain, unpack_texts

ANY_TEXT = st.text(st.characters(codec=None), max_size=500)


@given(ANY_TEXT)
def test_what_the_model_reads_is_normal_and_does_not_change_again(text: str) -> None:
    words = plain(text)
    assert unicodedata.is_normalized("NFKC", words)
    assert plain(words) == words
    assert all(unicodedata.category(one) not in {"Cc", "Cs"} for one in words)
    words.encode()


@given(ANY_TEXT, st.integers(0, 50))
def test_a_text_is_cut_also_when_its_letters_grow(text: str, most: int) -> None:
    assert len(plain(text, most)) <= most
    assert len(plain("\ufdfa" * 400, 400)) == 400


@given(st.lists(ANY_TEXT, min_size=1, max_size=MOST_TEXTS))
def test_texts_come_out_of_a_request_as_they_went_in(texts: list[str]) -> None:
    words = [plain(text) for text in texts]
    request = pack_request(7, words, are_questions=True)
    number, are_questions, size = REQUEST.unpack(request[: REQUEST.size])
    assert (number, are_questions, size) == (7, 1, len(request) - REQUEST.size)
    assert unpack_texts(request[REQUEST.size :]) == words


@given(st.binary(max_size=2000))
def test_whatever_bytes_come_the_texts_are_plain(body: bytes) -> None:
    for text in unpack_texts(body.replace(b"\0", b" ")):
        assert plain(text) == text


def test_the_process_cuts_a_text_that_was_sent_whole() -> None:
    [text] = unpack_texts(b"a" * (MOST_CHARACTERS + 1))
    assert len(text) == MOST_CHARACTERS


def test_too_many_texts_at_once_are_an_error() -> None:
    with pytest.raises(ValueError):
        unpack_texts(b"\0" * MOST_TEXTS)
