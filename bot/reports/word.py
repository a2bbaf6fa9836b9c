"""The document for Word: A4 across, headings to move about by, the head of each table on every page."""

import io
import zipfile
from datetime import date, datetime, time
from typing import Final, cast

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from bot.people.model import Language
from bot.reports.model import TAGS, Document
from bot.reports.word_xml import WordXml, plain

_FONT: Final = "Arial"
_MARGIN: Final = Mm(14)
_STYLES: Final = {
    "Normal": (9.5, False, "111111", 0, 3),
    "Title": (24, True, "1F3864", 0, 4),
    "Subtitle": (18, True, "444444", 0, 12),
    "Heading 1": (16, True, "1F3864", 12, 6),
    "Heading 2": (12, True, "111111", 10, 4),
    "Caption": (9.5, True, "111111", 8, 3),
    "Header": (8, False, "444444", 0, 0),
}
"""Size in points, bold, colour, points above and below."""

_KEPT_WITH_NEXT: Final = {"Heading 1", "Heading 2", "Caption"}
_FIRST_DAY_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)


def word_file(document: Document, today: date) -> bytes:
    """The file; the same document on the same day gives the same bytes."""
    word = docx.Document()
    _set_page(word)
    _set_styles(word)
    _set_properties(word, document, today)
    xml = WordXml(lambda url: word.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    _set_header(word, document, xml)
    body = word.element.body
    end = body.sectPr
    for element in xml.blocks(document):
        end.addprevious(parse_xml(element))
    return _without_times(word)


def _set_page(word: WordDocument) -> None:
    page = word.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.bottom_margin = _MARGIN
    page.top_margin, page.header_distance = Mm(18), Mm(8)


def _set_styles(word: WordDocument) -> None:
    for name, (size, bold, colour, above, below) in _STYLES.items():
        style = cast("ParagraphStyle", word.styles[name])
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        style.font.color.rgb = RGBColor.from_string(colour)
        style.paragraph_format.space_before = Pt(above)
        style.paragraph_format.space_after = Pt(below)
        _set_font(style)
        style.paragraph_format.keep_with_next = name in _KEPT_WITH_NEXT
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), TAGS[Language.RU])


def _set_font(style: ParagraphStyle) -> None:
    """The template names the fonts of its theme, which go before any name."""
    style.font.name = _FONT
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), _FONT)


def _set_properties(word: WordDocument, document: Document, today: date) -> None:
    properties = word.core_properties
    properties.title = plain(document.name)
    properties.subject = plain(document.printed)
    properties.author = properties.last_modified_by = ""
    properties.comments = ""
    properties.language = TAGS[Language.KK]
    properties.created = properties.modified = datetime.combine(today, time())
    properties.revision = 1


def _set_header(word: WordDocument, document: Document, xml: WordXml) -> None:
    header = word.sections[0].header
    header.is_linked_to_previous = False
    for paragraph in list(header.part.element):
        header.part.element.remove(paragraph)
    header.part.element.append(parse_xml(xml.header(document)))


def _without_times(word: WordDocument) -> bytes:
    """A package holds the time at which each of its parts was written."""
    saved, result = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return result.getvalue()
