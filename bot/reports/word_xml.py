"""Paragraphs and tables in the XML of Word: python-docx knows no languages, links and repeated heads."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls

from bot.reports.model import (
    NO_LANGUAGE,
    Block,
    Cell,
    Contents,
    Document,
    Entry,
    Heading,
    Look,
    Paragraph,
    Run,
    Table,
)

WIDTH: Final = 15_250
"""Of the text of a page, in twentieths of a point: A4 across less its margins."""

_TALL: Final = 1500  # characters in a cell: such a row may not fit on a page and has to break
_NAMESPACES: Final = nsdecls("w", "r")
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_BAR: Final = '<w:left w:val="single" w:sz="24" w:space="4" w:color="A40000"/>'
_PARAGRAPHS: Final = {
    Look.TEXT: "",
    Look.SUBTITLE: '<w:pStyle w:val="Subtitle"/>',
    Look.LABEL: '<w:spacing w:after="20"/>',
    Look.WARNING: f"<w:keepLines/><w:pBdr>{_BAR}</w:pBdr><w:ind w:left='120'/>",
}
_TABLE: Final = (
    '<w:tbl {namespaces}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
    '<w:tblLook w:val="04A0" w:firstRow="1" w:firstColumn="1"/><w:tblCaption w:val={caption}/></w:tblPr>'
    "<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
)
_MARGINS: Final = {"top": 28, "left": 85, "bottom": 28, "right": 85}


class WordXml:
    """Writes the blocks of one document; `relate` gives the number under which a file keeps an address."""

    def __init__(self, relate: Callable[[str], str]) -> None:
        self._relate = relate
        self._bookmarks: dict[str, str] = {}

    def blocks(self, document: Document) -> Iterator[str]:
        """One element after another."""
        for block in document.blocks:
            yield from self._block(block)
        yield _paragraph("", "")  # no document may end with a table

    def header(self, document: Document) -> str:
        """The name and the day on the left, the page and the number of pages on the right."""
        old = "".join(f'<w:tab w:val="clear" w:pos="{place}"/>' for place in (4320, 8640))
        tabs = f'<w:tabs>{old}<w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
        left = self._runs((*document.name, Run(" · "), *document.printed))
        pages = f'{_field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{_field("NUMPAGES")}'
        return (
            f'<w:p {_NAMESPACES}><w:pPr><w:pStyle w:val="Header"/>{tabs}</w:pPr>'
            f"{left}<w:r><w:tab/></w:r>{pages}</w:p>"
        )

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            yield self._heading(block)
        elif isinstance(block, Contents):
            yield from (self._entry(entry) for entry in block.entries)
        elif isinstance(block, Table):
            yield _paragraph('<w:pStyle w:val="Caption"/>', self._runs(block.caption))
            yield self._table(block)
        else:
            yield self._paragraph(block)

    def _heading(self, heading: Heading) -> str:
        style = f"Heading{heading.level}" if heading.level else "Title"
        page = "<w:pageBreakBefore/>" if heading.new_page else ""
        name = self._bookmark(heading.anchor)
        number = int(name.removeprefix("a"))
        runs = self._runs(heading.runs)
        marked = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
        return _paragraph(f'<w:pStyle w:val="{style}"/>{page}', marked)

    def _entry(self, entry: Entry) -> str:
        """A link, and the page, which a program for texts works out by itself."""
        name = self._bookmark(entry.anchor)
        chapter = entry.level == 1
        above, indent = (80, 0) if chapter else (0, 360)
        look = (
            f'{"<w:keepNext/>" if chapter else ""}<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
            f'<w:spacing w:before="{above}" w:after="20"/><w:ind w:left="{indent}"/>'
        )
        runs = self._runs(entry.runs, Look.WARNING if chapter else Look.TEXT)
        link = f'<w:hyperlink w:anchor="{name}" w:history="1">{runs}</w:hyperlink>'
        return _paragraph(look, f"{link}<w:r><w:tab/></w:r>{_field(f'PAGEREF {name}', '')}")

    def _table(self, table: Table) -> str:
        widths = [WIDTH * width // 100 for width in table.widths]
        rows = [self._row(table.head, widths, head=True)]
        rows += [self._row(row, widths, head=False) for row in table.rows]
        return _TABLE.format(
            namespaces=_NAMESPACES,
            width=sum(widths),
            margins="".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in _MARGINS.items()),
            caption=quoteattr(_clean(plain(table.caption))),
            columns="".join(f'<w:gridCol w:w="{width}"/>' for width in widths),
            rows="".join(rows),
        )

    def _row(self, cells: Iterable[Cell], widths: list[int], *, head: bool) -> str:
        found = list(cells)
        tall = any(sum(len(p.text) for p in cell.paragraphs) > _TALL for cell in found)
        look = ("" if tall else "<w:cantSplit/>") + ("<w:tblHeader/>" if head else "")
        written = (self._cell(cell, width) for cell, width in zip(found, widths, strict=True))
        return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(written)}</w:tr>"

    def _cell(self, cell: Cell, width: int) -> str:
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F6"/>' if cell.is_head else ""
        paragraphs = "".join(self._paragraph(paragraph) for paragraph in cell.paragraphs) or "<w:p/>"
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{paragraphs}</w:tc>'

    def _paragraph(self, paragraph: Paragraph) -> str:
        return _paragraph(_PARAGRAPHS[paragraph.look], self._runs(paragraph.runs, paragraph.look))

    def _runs(self, runs: Iterable[Run], look: Look = Look.TEXT) -> str:
        return "".join(self._run(run, look) for run in runs)

    def _run(self, run: Run, look: Look) -> str:
        text = "<w:br/>".join(
            f'<w:t xml:space="preserve">{escape(_clean(line))}</w:t>' for line in run.text.split("\n")
        )
        written = f"<w:r><w:rPr>{_look_of(run, look)}</w:rPr>{text}</w:r>"
        return self._link(run.url, written) if run.url else written

    def _link(self, url: str, written: str) -> str:
        if url.startswith("#"):
            return f'<w:hyperlink w:anchor="{self._bookmark(url[1:])}">{written}</w:hyperlink>'
        return f"<w:hyperlink r:id={quoteattr(self._relate(url))}>{written}</w:hyperlink>"

    def _bookmark(self, anchor: str) -> str:
        """Word takes letters and figures only, and no long name."""
        return self._bookmarks.setdefault(anchor, f"a{len(self._bookmarks) + 1}")


def plain(runs: Iterable[Run]) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


def _paragraph(look: str, content: str) -> str:
    return f"<w:p {_NAMESPACES}><w:pPr>{look}</w:pPr>{content}</w:p>"


def _look_of(run: Run, look: Look) -> str:
    """In the order in which Word wants them."""
    looks = {
        "<w:b/>": run.bold or look is Look.WARNING,
        "<w:i/>": run.italic,
        "<w:noProof/>": run.language == NO_LANGUAGE,
        '<w:color w:val="0B3D91"/>': bool(run.url),
        '<w:color w:val="444444"/>': look is Look.LABEL and not run.url,
        '<w:sz w:val="16"/>': look is Look.LABEL,
        '<w:u w:val="single"/>': bool(run.url),
        f'<w:lang w:val="{run.language}"/>': run.language != NO_LANGUAGE,
    }
    return "".join(mark for mark, wanted in looks.items() if wanted)


def _field(instruction: str, result: str = "1") -> str:
    return f'<w:fldSimple w:instr="{instruction}"><w:r><w:t>{result}</w:t></w:r></w:fldSimple>'


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
