from hypothesis import given
from hypothesis import strategies as st

from bot.faq.text import Entity, RichText, utf16_length
from bot.people.model import Language
from bot.reports.rich_text import links_of, paragraphs_of_text

TEXT = st.text(st.sampled_from("aқ🆘\n ."), max_size=40)


@st.composite
def rich_texts(draw: st.DrawFn) -> RichText:
    text = draw(TEXT)
    edges = [utf16_length(text[:end]) for end in range(len(text) + 1)]
    entities = []
    for _ in range(draw(st.integers(0, 4)) if text else 0):
        start, end = sorted(draw(st.lists(st.sampled_from(edges), min_size=2, max_size=2, unique=True)))
        entities.append(Entity(draw(st.sampled_from(["bold", "italic", "url"])), start, end - start))
    return RichText(text, tuple(entities))


@given(rich_texts())
def test_no_word_is_lost_or_added(rich: RichText) -> None:
    paragraphs = paragraphs_of_text(rich, Language.KK)
    assert "".join(p.text for p in paragraphs).replace("\n", "") == rich.text.replace("\n", "")
    assert all("\n\n" not in run.text and run.language == "kk-KZ" for p in paragraphs for run in p.runs)


@given(rich_texts())
def test_exactly_what_is_marked_bold_is_bold(rich: RichText) -> None:
    units = rich.text.encode("utf-16-le")
    bold = sorted(
        {n for e in rich.entities if e.type == "bold" for n in range(e.offset, e.offset + e.length)}
    )
    marked = b"".join(units[2 * n : 2 * n + 2] for n in bold).decode("utf-16-le")
    runs = [run for p in paragraphs_of_text(rich, Language.RU) for run in p.runs if run.bold]
    assert "".join(run.text for run in runs).replace("\n", "") == marked.replace("\n", "")


def test_an_empty_line_ends_a_paragraph_and_one_line_feed_does_not() -> None:
    paragraphs = paragraphs_of_text(RichText("a\nb\n\nc"), Language.KK)
    assert [paragraph.text for paragraph in paragraphs] == ["a\nb", "c"]


def test_phones_mailboxes_and_addresses_can_be_followed() -> None:
    rich = RichText(
        "+82 2 1345 a@b.kz https://x.kz тут",
        (
            Entity("phone_number", 0, 10),
            Entity("email", 11, 6),
            Entity("url", 18, 12),
            Entity("text_link", 31, 3, "https://y.kz"),
        ),
    )
    (paragraph,) = paragraphs_of_text(rich, Language.RU)
    urls = [run.url for run in paragraph.runs if run.url]
    assert urls == ["tel:+8221345", "mailto:a@b.kz", "https://x.kz", "https://y.kz"]


def test_each_linked_address_is_told_once_with_the_words_that_lead_there_first() -> None:
    rich = RichText("ал қайта ал", (
        Entity("text_link", 0, 2, "https://x.kz"),
        Entity("text_link", 3, 5, "https://y.kz"),
        Entity("text_link", 9, 2, "https://x.kz"),
    ))  # fmt: skip
    assert links_of(rich) == (("ал", "https://x.kz"), ("қайта", "https://y.kz"))
