import re
from itertools import pairwise

import pytest

from bot.i18n import Translations
from bot.reports.approval import approval_document
from bot.reports.model import Document, Paragraph, Run, paragraphs_of
from bot.reports.web_page import web_page
from tests.reports.contents import TODAY, odd, real
from tests.reports.page import Element, take_apart


@pytest.fixture(scope="module")
def documents(translations: Translations) -> list[Document]:
    return [approval_document(made, translations.of, TODAY) for made in (real(), odd())]


@pytest.fixture(scope="module")
def pages(documents: list[Document]) -> list[Element]:
    return [take_apart(web_page(document)) for document in documents]


def page_of(*runs: Run) -> Element:
    return take_apart(web_page(Document((Run("n"),), (Run("p"),), (Paragraph(runs),))))


def test_every_paragraph_is_on_the_page_in_its_order(documents: list[Document], pages: list[Element]) -> None:
    for document, page in zip(documents, pages, strict=True):
        (main,) = page.every("main")
        assert [p.text for p in main.every("p")] == [p.text for p in paragraphs_of(document)]


def test_headings_follow_each_other_without_a_gap(pages: list[Element]) -> None:
    for page in pages:
        levels = [int(heading.tag[1]) for heading in page.every("h1", "h2", "h3")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_inside_the_page_leads_somewhere(pages: list[Element]) -> None:
    for page in pages:
        ids = [e.attributes["id"] for e in page.every() if "id" in e.attributes]
        assert len(ids) == len(set(ids))
        inner = {a.attributes["href"][1:] for a in page.every("a") if a.attributes["href"].startswith("#")}
        assert inner
        assert inner <= set(ids)
        assert page.every("nav")[0].attributes["aria-labelledby"] in ids


def test_the_page_loads_and_runs_nothing(pages: list[Element]) -> None:
    for page in pages:
        assert page.every("script", "link", "img", "iframe", "object", "form") == []
        assert {
            name for e in page.every() for name in e.attributes if name.startswith(("on", "src"))
        } == set()
        assert not re.search(r"url\(|@import", page.every("style")[0].text)


def test_tables_can_be_read_aloud(pages: list[Element]) -> None:
    for table in (table for page in pages for table in page.every("table")):
        assert table.every("caption")[0].text
        heads = [th.attributes["scope"] for th in table.every("thead")[0].every("th", "td")]
        assert set(heads) == {"col"}
        for row in table.every("tbody")[0].every("tr"):
            cells = row.every("th", "td")
            assert len(cells) == len(heads) == len(table.every("col"))
            assert [cell.attributes.get("scope") for cell in cells] == ["row"] + [None] * (len(cells) - 1)


def test_every_paragraph_says_its_language(pages: list[Element]) -> None:
    for page in pages:
        languages = {p.attributes["lang"] for p in page.every("p")}
        assert languages == {"kk-KZ", "ru-RU", "en-GB", "zxx"}


def test_the_same_document_is_the_same_page(documents: list[Document]) -> None:
    assert web_page(documents[0]) == web_page(documents[0])


def test_no_text_becomes_a_tag() -> None:
    page = page_of(Run("<script>alert(1)</script> & \"x\" 'y'", url='https://x.kz/?a="><b>'))
    assert page.every("script", "b") == []
    assert page.every("p")[0].text == "<script>alert(1)</script> & \"x\" 'y'"
    assert page.every("a")[0].attributes == {"href": 'https://x.kz/?a="><b>'}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://x", " https://x"])
def test_a_strange_address_is_no_link(url: str) -> None:
    page = page_of(Run("x", url=url))
    assert page.every("a") == []
    assert page.every("p")[0].text == "x"


def test_looks_lines_and_languages_are_kept() -> None:
    page = page_of(Run("a\nб", "ru-RU", bold=True, italic=True), Run("ә", "kk-KZ"), Run("\x00\x0b"))
    (paragraph,) = page.every("p")
    assert paragraph.attributes["lang"] == "ru-RU"
    assert [e.tag for e in paragraph.every()] == ["strong", "em", "br", "span", "span"]
    assert paragraph.text == "a\nбә\ufffd\ufffd"


def test_no_name_breaks_out_of_the_style_sheet() -> None:
    name = (Run('a"; } </style><b>\\'),)
    page = take_apart(web_page(Document(name, name, (Paragraph((Run("x"),)),))))
    assert page.every("b") == []
    assert page.every("title")[0].text == name[0].text
    content = re.findall(r'@top-left \{ content: "([^"]*)"', page.every("style")[0].text)
    assert len(content) == 1
