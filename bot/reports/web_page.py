"""The document as one web page: no script, nothing loaded from elsewhere, readable on paper."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

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
from bot.reports.page_style import STYLE

_FOLLOWED: Final = ("https://", "http://", "tel:", "mailto:", "#")
_NOT_IN_HTML: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_PAGE: Final = """\
<!doctype html>
<html lang="kk-KZ">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def web_page(document: Document) -> str:
    """The page; the same document gives the same text."""
    title = _plain(document.name)
    head = _plain((*document.name, Run(" · "), *document.printed))
    return _PAGE.format(
        title=escape(title),
        style=STYLE.replace("PAGE_HEAD", _css_string(head)),
        body="\n".join(_block(block) for block in document.blocks),
    )


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return _heading(block)
    if isinstance(block, Contents):
        return _contents(block)
    return _table(block) if isinstance(block, Table) else _paragraph(block)


def _heading(heading: Heading) -> str:
    tag = f"h{heading.level + 1}"
    page = ' class="page"' if heading.new_page else ""
    return f'<{tag} id="{escape(heading.anchor)}"{page}{_common(heading.runs)}</{tag}>'


def _contents(contents: Contents) -> str:
    start = f'<nav aria-labelledby="{escape(contents.heading)}">\n<ul class="contents">'
    return "\n".join([start, *(_entry(entry) for entry in contents.entries), "</ul>\n</nav>"])


def _entry(entry: Entry) -> str:
    kind = "chapter" if entry.level == 1 else "topic"
    return f'<li class="{kind}"><a href="#{escape(entry.anchor)}"{_common(entry.runs)}</a></li>'


def _table(table: Table) -> str:
    return "\n".join(
        [
            f"<table>\n<caption{_common(table.caption)}</caption>\n<colgroup>",
            *(f'<col style="width:{width}%">' for width in table.widths),
            "</colgroup>\n<thead>",
            *_row(table.head, "col"),
            "</thead>\n<tbody>",
            *(line for row in table.rows for line in _row(row, "row")),
            "</tbody>\n</table>",
        ]
    )


def _row(cells: Iterable[Cell], scope: str) -> Iterator[str]:
    yield "<tr>"
    for cell in cells:
        start, end = (f'<th scope="{scope}">', "</th>") if cell.is_head else ("<td>", "</td>")
        yield start + "".join(_paragraph(paragraph) for paragraph in cell.paragraphs) + end
    yield "</tr>"


def _paragraph(paragraph: Paragraph) -> str:
    look = "" if paragraph.look is Look.TEXT else f' class="{paragraph.look.value}"'
    return f"<p{look}{_common(paragraph.runs)}</p>"


def _common(runs: tuple[Run, ...]) -> str:
    """The language that most of the runs share, then the runs: what follows the name of a tag."""
    languages = [run.language for run in runs if run.language != NO_LANGUAGE]
    shared = languages[0] if languages else NO_LANGUAGE
    return f' lang="{shared}">' + "".join(_run(run, shared) for run in runs)


def _run(run: Run, shared: str) -> str:
    text = escape(_NOT_IN_HTML.sub("\N{REPLACEMENT CHARACTER}", run.text)).replace("\n", "<br>")
    if run.italic:
        text = f"<em>{text}</em>"
    if run.bold:
        text = f"<strong>{text}</strong>"
    if run.url.startswith(_FOLLOWED):
        text = f'<a href="{escape(run.url)}">{text}</a>'
    return text if run.language == shared else f'<span lang="{run.language}">{text}</span>'


def _plain(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _css_string(text: str) -> str:
    """A text between quotation marks that ends neither the string nor the style sheet."""
    return '"' + re.sub(r"[^\w .,·/-]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'
