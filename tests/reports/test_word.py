"""The file for Word is opened again with python-docx, and its XML is looked at where python-docx sees nothing."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime

import docx
import pytest
import time_machine
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table as WordTable

from bot.i18n import Translations
from bot.people.model import Language
from bot.reports.approval import approval_document
from bot.reports.fact_use import facts_of
from bot.reports.model import Cell, Document, Heading, Look, Paragraph, Run, Table, paragraphs_of
from bot.reports.word import word_file
from tests.reports.contents import TODAY, odd, real

REAL = real()


@pytest.fixture(scope="module")
def documents(translations: Translations) -> list[Document]:
    return [approval_document(made, translations.of, TODAY) for made in (REAL, odd())]


@pytest.fixture(scope="module")
def opened(documents: list[Document]) -> list[WordDocument]:
    return [open_again(document) for document in documents]


def open_again(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(word_file(document, TODAY)))


def written(*paragraphs: Paragraph) -> WordDocument:
    return open_again(Document((Run("n"),), (Run("p"),), paragraphs))


def texts(table: WordTable) -> Iterator[str]:
    for row in table.rows:
        for cell in row.cells:
            yield from (paragraph.text for paragraph in cell.paragraphs)


def test_every_paragraph_of_every_table_is_read_back(
    documents: list[Document], opened: list[WordDocument]
) -> None:
    for document, word in zip(documents, opened, strict=True):
        tables = [block for block in document.blocks if isinstance(block, Table)]
        assert len(word.tables) == len(tables)
        for expected, table in zip(tables, word.tables, strict=True):
            cells = (cell for row in (expected.head, *expected.rows) for cell in row)
            wanted = [text for cell in cells for text in ([p.text for p in cell.paragraphs] or [""])]
            assert list(texts(table)) == wanted


def test_every_topic_with_its_texts_and_facts_is_in_the_file(opened: list[WordDocument]) -> None:
    whole = "\n".join(text for table in opened[0].tables for text in texts(table))
    headings = [p.text for p in opened[0].paragraphs if p.style and p.style.name == "Heading 2"]
    for number, topic in enumerate(REAL.topics):
        assert f" {topic} — " in headings[number]
        for language in Language:
            assert REAL.answers[topic, language].question in whole
        assert [one.fact.id for one in facts_of(REAL, topic) if f"{one.fact.id} — " not in whole] == []


def test_headings_are_headings(documents: list[Document], opened: list[WordDocument]) -> None:
    styles = {0: "Title", 1: "Heading 1", 2: "Heading 2"}
    for document, word in zip(documents, opened, strict=True):
        expected = [
            (styles[b.level], "".join(run.text for run in b.runs))
            for b in document.blocks
            if isinstance(b, Heading)
        ]
        found = [
            (p.style.name, p.text) for p in word.paragraphs if p.style and p.style.name in styles.values()
        ]
        assert found == expected


def test_the_page_lies_across_and_has_a_head_with_its_number(opened: list[WordDocument]) -> None:
    (section,) = opened[0].sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)  # type: ignore[union-attr]
    (head,) = section.header.paragraphs
    assert "Ответы бота: тексты на согласование" in head.text
    fields = [f.get(qn("w:instr")) for f in section.header.part.element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_heads_of_tables_are_repeated_and_rows_are_not_cut(opened: list[WordDocument]) -> None:
    for table in opened[0].element.body.iter(qn("w:tbl")):
        first, *others = table.iter(qn("w:tr"))
        assert first.find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:tblHeader')}") is None for row in others)
        short = [row for row in others if sum(len(t.text or "") for t in row.iter(qn("w:t"))) < 1500]
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in short)


def test_a_row_that_fills_a_page_may_be_cut() -> None:
    cell = Cell((Paragraph((Run("ә" * 3000),)),))
    table = Table((Run("c"),), (100,), (cell,), ((cell,),))
    word = open_again(Document((Run("n"),), (Run("p"),), (table,)))
    assert list(word.element.body.iter(qn("w:cantSplit"))) == []


def test_every_word_has_its_language_or_is_not_spelt(opened: list[WordDocument]) -> None:
    for run in opened[0].element.body.iter(qn("w:r")):
        look = run.find(qn("w:rPr"))
        if any(text.text and text.text.strip() for text in run.iter(qn("w:t"))) and look is not None:
            languages = [tag.get(qn("w:val")) for tag in look.iter(qn("w:lang"))]
            assert languages in (["kk-KZ"], ["ru-RU"], ["en-GB"]) or look.find(qn("w:noProof")) is not None
    kazakh = REAL.answers[next(iter(REAL.topics)), Language.KK].question
    (run,) = [r for r in opened[0].element.body.iter(qn("w:r")) if "".join(t.text or "" for t in r) == kazakh]
    assert run.find(qn("w:rPr")).find(qn("w:lang")).get(qn("w:val")) == "kk-KZ"


def test_links_lead_where_they_led(documents: list[Document], opened: list[WordDocument]) -> None:
    for document, word in zip(documents, opened, strict=True):
        wanted = {run.url for p in paragraphs_of(document) for run in p.runs if run.url[:1] not in {"", "#"}}
        numbers = {link.get(qn("r:id")) for link in word.element.body.iter(qn("w:hyperlink"))} - {None}
        assert {word.part.rels[number].target_ref for number in numbers} == wanted


def test_the_contents_lead_to_bookmarks_with_names_that_word_takes(opened: list[WordDocument]) -> None:
    for word in opened:
        names = [mark.get(qn("w:name")) for mark in word.element.body.iter(qn("w:bookmarkStart"))]
        assert len(names) == len(set(names))
        assert all(name.isalnum() and len(name) <= 40 for name in names)
        anchors = {link.get(qn("w:anchor")) for link in word.element.body.iter(qn("w:hyperlink"))} - {None}
        assert anchors <= set(names)
        fields = {f.get(qn("w:instr")) for f in word.element.body.iter(qn("w:fldSimple"))}
        assert fields <= {f"PAGEREF {name}" for name in names}


def test_the_same_content_is_the_same_file_at_any_hour(translations: Translations) -> None:
    files = []
    for hour in (datetime(2026, 11, 25, 1), datetime(2027, 3, 4, 5)):  # noqa: DTZ001
        with time_machine.travel(hour, tick=False):
            files.append(word_file(approval_document(odd(), translations.of, TODAY), TODAY))
    assert files[0] == files[1]
    with zipfile.ZipFile(io.BytesIO(files[0])) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_is_dated_with_the_day_of_the_print_and_names_nobody(opened: list[WordDocument]) -> None:
    properties = opened[0].core_properties
    assert {day.date() for day in (properties.created, properties.modified) if day} == {date(2026, 11, 25)}
    assert properties.author == ""
    assert properties.title.startswith("Боттың жауаптары")


def test_strange_letters_do_not_break_the_file() -> None:
    word = written(Paragraph((Run('<&> "🆘" \x00\x0b\ud800 a\nb', "ru-RU", url='https://x.kz/?a=1&b="2"'),)))
    assert word.paragraphs[0].text == '<&> "🆘" \ufffd\ufffd\ufffd a\nb'
    assert 'https://x.kz/?a=1&b="2"' in {rel.target_ref for rel in word.part.rels.values()}


def test_bold_italic_and_warnings_are_kept() -> None:
    word = written(
        Paragraph((Run("a", bold=True), Run("b", italic=True), Run("c"))),
        Paragraph((Run("d"),), Look.WARNING),
    )
    first, second, *_ = word.paragraphs
    assert [(r.text, bool(r.bold), bool(r.italic)) for r in first.runs] == [
        ("a", True, False),
        ("b", False, True),
        ("c", False, False),
    ]
    assert second.runs[0].bold
    assert second.paragraph_format.keep_together
