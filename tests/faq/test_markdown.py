import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.faq.markdown import render_markdown
from bot.faq.places import Place
from bot.faq.text import Entity, RichText, utf16_length


def render(text: str, value: str = "30") -> RichText:
    return render_markdown(text, lambda _place: RichText(value))


def marked(rich: RichText, kind: str) -> list[str]:
    raw = rich.text.encode("utf-16-le")
    return [
        raw[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le")
        for e in rich.entities
        if e.type == kind
    ]


def test_bold_and_italic_become_entities() -> None:
    rich = render("Бір **қалың *екі*** үш _көлбеу_")
    assert rich.text == "Бір қалың екі үш көлбеу"
    assert marked(rich, "bold") == ["қалың екі"]
    assert marked(rich, "italic") == ["екі", "көлбеу"]


def test_offsets_count_utf_16_units() -> None:
    rich = render("😀😀 **сөз**")
    assert rich.entities == (Entity("bold", 5, 3),)


def test_bold_may_end_right_after_a_value() -> None:
    rich = render("**{F002.days}**ға дейін, **{F002.days} күн**нен")
    assert rich.text == "30ға дейін, 30 күннен"
    assert marked(rich, "bold") == ["30", "30 күн"]


@pytest.mark.parametrize(
    "value", ["**жуан**", "[x](https://evil.example)", "# а", "1. б", "<b>", "_a_", "{F002.days}"]
)
def test_a_value_is_never_read_as_markdown(value: str) -> None:
    rich = render("- мән {F002.days}\n", value)
    assert rich == RichText(f"• мән {value}")


def test_lists_are_bulleted_and_numbered_from_where_they_begin() -> None:
    rich = render("Алдымен:\n- бір\n- екі\n   - ішкі\n\nСосын:\n\n3. үш\n4. төрт\n\nСоңы")
    assert rich.text == "Алдымен:\n\n• бір\n• екі\n   • ішкі\n\nСосын:\n\n3. үш\n4. төрт\n\nСоңы"


def test_a_list_item_may_have_two_paragraphs() -> None:
    assert render("- бір\n\n  тағы\n- екі").text == "• бір\n\n   тағы\n• екі"


def test_a_line_end_inside_a_paragraph_is_a_space_and_a_backslash_makes_a_new_line() -> None:
    assert render("бір\nекі\\\nүш").text == "бір екі\nүш"


def test_a_link_keeps_its_address_letter_by_letter() -> None:
    rich = render("[порталда](https://www.eps.go.kr/қ?a=1&b=2)")
    assert rich.entities == (Entity("text_link", 0, 8, "https://www.eps.go.kr/қ?a=1&b=2"),)


def test_a_value_may_be_the_address_of_a_link() -> None:
    rich = render("[сайт]({F023.site})", "https://www.k-eta.go.kr")
    assert rich.entities == (Entity("text_link", 0, 4, "https://www.k-eta.go.kr"),)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "http://a.example", "tg://user?id=1", "data:text/html,x"]
)
def test_a_link_with_another_scheme_is_only_its_words(url: str) -> None:
    assert render(f"[сөз]({url})") == RichText("сөз")


def test_a_telephone_link_is_written_out_because_telegram_drops_it() -> None:
    rich = render("[Қоңырау шалыңыз](tel:+821345), [+82-1345](tel:+82-1345)")
    assert rich.text == "Қоңырау шалыңыз: +821345, +82-1345"
    assert marked(rich, "phone_number") == ["+821345"]


def test_a_mailbox_is_written_out() -> None:
    rich = render("[жазыңыз](mailto:a@enbek.gov.kz)")
    assert rich.text == "жазыңыз: a@enbek.gov.kz"
    assert marked(rich, "email") == ["a@enbek.gov.kz"]


def test_a_web_address_inside_a_link_is_no_second_link() -> None:
    site = RichText("https://a.kz", (Entity("url", 0, 12),))
    rich = render_markdown("{F023.site} [{F023.site}](https://a.kz)", lambda _place: site)
    assert [(e.type, e.offset) for e in rich.entities] == [("url", 0), ("text_link", 13)]


def test_entities_of_a_value_move_with_it() -> None:
    phone = RichText("1345", (Entity("phone_number", 0, 4),))
    rich = render_markdown("😀 **Нөмір {F143.phone}**", lambda _place: phone)
    assert marked(rich, "phone_number") == ["1345"]
    assert marked(rich, "bold") == ["Нөмір 1345"]


def test_each_place_gets_its_own_value() -> None:
    def named(place: Place) -> RichText:
        return RichText(place.value)

    assert render_markdown("{F003.total} / {F003.window}", named).text == "total / window"


WORDS = st.text(st.sampled_from("аәқ жz0😀😁́"), min_size=1).filter(lambda word: word.strip() == word)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["**", "*", ""]), WORDS), min_size=1))
def test_every_entity_covers_what_was_marked(parts: list[tuple[str, str, str]]) -> None:
    source = " ".join(f"{sign}ә{word}ә{sign}" for word, sign, _value in parts)
    rich = render(source)
    expected = {
        kind: [f"ә{w}ә" for w, s, _ in parts if s == sign] for kind, sign in (("bold", "**"), ("italic", "*"))
    }
    for kind, words in expected.items():
        assert marked(rich, kind) == words


@given(st.text("абв *_[]()#-1.\n>`😀{}", max_size=80), st.text(max_size=20))
def test_no_text_breaks_rendering_and_entities_stay_inside(source: str, value: str) -> None:
    rich = render(source + "{F002.days}", value)
    assert all(e.offset >= 0 and e.length > 0 for e in rich.entities)
    assert all(e.offset + e.length <= utf16_length(rich.text) for e in rich.entities)
