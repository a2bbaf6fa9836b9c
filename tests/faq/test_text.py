from hypothesis import given
from hypothesis import strategies as st

from bot.faq.marks import fill_marks, mark
from bot.faq.text import Entity, RichText, join, utf16_length

LETTERS = st.text(st.characters(exclude_categories=("Cs", "Co")), min_size=1)


def covered(rich: RichText) -> list[str]:
    raw = rich.text.encode("utf-16-le")
    return [raw[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le") for e in rich.entities]


def bold(text: str) -> RichText:
    return RichText(text, (Entity("bold", 0, utf16_length(text)),))


@given(st.lists(LETTERS))
def test_joined_texts_keep_their_entities_on_their_words(words: list[str]) -> None:
    joined = join([bold(word) for word in words])
    assert covered(joined) == words
    assert joined.text == "\n\n".join(words)


@given(st.lists(st.tuples(LETTERS, LETTERS)))
def test_what_fills_a_mark_keeps_its_entities(pairs: list[tuple[str, str]]) -> None:
    text = "".join(f"{before}{mark(number)}" for number, (before, _) in enumerate(pairs))
    filled = fill_marks(text, [bold(value) for _, value in pairs])
    assert filled.text == "".join(before + value for before, value in pairs)
    assert covered(filled) == [value for _, value in pairs]


def test_empty_parts_leave_no_gap() -> None:
    assert join([RichText(""), RichText("a"), RichText(""), RichText("b")], "\n").text == "a\nb"


def test_lengths_are_counted_in_utf_16_units() -> None:
    assert utf16_length("ә😀") == 3
