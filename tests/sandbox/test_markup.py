"""parse_mode HTML."""

from typing import Any

import pytest

from bot.sandbox.markup import read_markup
from bot.sandbox.refusal import RefusalError


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, **more, "offset": offset, "length": length}


READ: list[tuple[str, str, list[dict[str, Any]]]] = [
    ("<b>Сә<i>лем</i></b>!", "Сәлем!", [entity("italic", 2, 3), entity("bold", 0, 5)]),
    ("a & b &amp; &lt;c&gt; &#1178; &#x49A; &nbsp;", "a & b & <c> Қ Қ &nbsp;", []),
    (
        '<a href="https://a.kz?x=1&amp;y">сілтеме</a>',
        "сілтеме",
        [entity("text_link", 0, 7, url="https://a.kz?x=1&amp;y")],
    ),
    ("<a>сілтеме</a>", "сілтеме", []),
    ("😀<code>x</code>", "😀x", [entity("code", 2, 1)]),
    ("<blockquote expandable>к</blockquote>", "к", [entity("expandable_blockquote", 0, 1)]),
    ('<span class="tg-spoiler">к</span>', "к", [entity("spoiler", 0, 1)]),
    ("<b></b>к", "к", []),
    ("5 > 3", "5 > 3", []),
]


@pytest.mark.parametrize(("marked", "text", "entities"), READ)
def test_html_becomes_text_and_entities(marked: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert read_markup(marked, "HTML") == (text, entities)


WRONG = [
    ("<b>к", "HTML", "can't find end tag"),
    ("<b><i>к</b></i>", "HTML", "unexpected end tag"),
    ("<h1>к</h1>", "html", 'unsupported start tag "h1"'),
    ("3 < 5", "HTML", 'unexpected "<"'),
    ("<span>к</span>", "HTML", "tg-spoiler"),
    ("*к*", "MarkdownV2", "does not read MarkdownV2"),
    ("к", "BBCode", "unsupported parse_mode"),
]


@pytest.mark.parametrize(("marked", "mode", "sentence"), WRONG)
def test_what_cannot_be_read_is_refused(marked: str, mode: str, sentence: str) -> None:
    with pytest.raises(RefusalError) as caught:
        read_markup(marked, mode)
    assert caught.value.code == 400
    assert sentence in str(caught.value.description)


def test_without_a_mode_nothing_is_parsed() -> None:
    assert read_markup("<b>к</b>", None) == ("<b>к</b>", [])
