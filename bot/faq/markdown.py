"""The Markdown of the content files (paragraphs, bold, italic, lists, links) as text with entities."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.faq.marks import fill_marks, mark
from bot.faq.places import Place, find_places, replace_places
from bot.faq.text import Entity, RichText, utf16_length

_INDENT: Final = "   "
_SPANS: Final = {"strong": "bold", "em": "italic"}
_CONTACTS: Final = {"tel:": "phone_number", "mailto:": "email"}


def render_markdown(text: str, print_place: Callable[[Place], RichText]) -> RichText:
    """The text as Telegram shows it. Values are put in after parsing: none is read as Markdown."""
    contents = [print_place(place) for place in find_places(text)]
    writer = _Writer(contents)
    for token in parse(_marked(text)):
        writer.write_block(token)
    return writer.finished()


@lru_cache(maxsize=1024)
def parse(text: str) -> Sequence[Token]:
    """The Markdown tokens of a text. Lists and links are as CommonMark has them; indented text is no code."""
    parser = _LiteralLinks("commonmark").disable("code")
    return tuple(parser.parse(text))


class _LiteralLinks(MarkdownIt):
    """Keeps an address letter by letter. What is a good one is told by is_safe."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


def is_safe(url: str) -> bool:
    """Whether a link may be followed: only https, telephone numbers and e-mail."""
    return url.startswith(("https://", *_CONTACTS))


def _marked(text: str) -> str:
    numbers = iter(range(len(text)))
    return replace_places(text, lambda _place: mark(next(numbers)))


@dataclass
class _List:
    """A list that is being written."""

    number: int | None  # of the next item; None: bullets
    begun: bool = False

    def next_marker(self) -> str:
        self.begun = True
        if self.number is None:
            return "• "
        self.number += 1
        return f"{self.number - 1}. "


@dataclass
class _Span:
    """A marked stretch that is not closed yet."""

    start: int
    index: int  # of the first piece inside it
    url: str = ""


@dataclass
class _Writer:
    """Collects text and entities while walking through the tokens."""

    contents: Sequence[RichText]
    pieces: list[str] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    length: int = 0
    lists: list[_List] = field(default_factory=list)
    spans: list[_Span] = field(default_factory=list)
    after_marker: bool = False

    def finished(self) -> RichText:
        order = sorted(self.entities, key=lambda entity: (entity.offset, -entity.length))
        return RichText("".join(self.pieces), tuple(order))

    def write_block(self, token: Token) -> None:
        if token.type == "bullet_list_open":
            self.lists.append(_List(None))
        elif token.type == "ordered_list_open":
            self.lists.append(_List(int(token.attrs.get("start", 1))))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self.lists.pop()
        elif token.type == "list_item_open":
            self._begin_item()
        elif token.type in {"paragraph_open", "heading_open"}:
            self._begin_paragraph(tight=token.hidden)
        elif token.type == "inline":
            for child in token.children or ():
                self._write_inline(child)
        elif token.content:
            self._begin_paragraph(tight=False)
            self._put(RichText(token.content.rstrip()))

    def _begin_item(self) -> None:
        current = self.lists[-1]
        nested = len(self.lists) > 1
        if self.pieces:
            self._put(RichText("\n" if nested or current.begun else "\n\n"))
        self._put(RichText(_INDENT * (len(self.lists) - 1) + current.next_marker()))
        self.after_marker = True

    def _begin_paragraph(self, *, tight: bool) -> None:
        if self.pieces and not self.after_marker:
            self._put(RichText(("\n" if tight else "\n\n") + _INDENT * len(self.lists)))
        self.after_marker = False

    def _write_inline(self, token: Token) -> None:
        name, _, edge = token.type.rpartition("_")
        if name in _SPANS or name == "link":
            if edge == "open":
                self.spans.append(_Span(self.length, len(self.pieces), str(token.attrs.get("href", ""))))
            else:
                self._close(name, self.spans.pop())
        elif token.type == "softbreak":
            self._put(RichText(" "))
        elif token.type == "hardbreak":
            self._put(RichText("\n"))
        else:
            self._put(fill_marks(token.content, self.contents))

    def _close(self, name: str, span: _Span) -> None:
        if name == "link":
            self._close_link(span)
        elif self.length > span.start:
            self.entities.append(Entity(_SPANS[name], span.start, self.length - span.start))

    def _close_link(self, span: _Span) -> None:
        url = fill_marks(span.url, self.contents).text
        scheme = next((start for start in _CONTACTS if url.startswith(start)), None)
        if scheme:
            self._put_contact(span, url.removeprefix(scheme), _CONTACTS[scheme])
        elif is_safe(url) and self.length > span.start:
            self.entities = [e for e in self.entities if e.offset < span.start or e.type != "url"]
            self.entities.append(Entity("text_link", span.start, self.length - span.start, url))

    def _put_contact(self, span: _Span, address: str, kind: str) -> None:
        """Telegram drops links to numbers and mailboxes, so what they lead to is written out."""
        label = "".join(self.pieces[span.index :])
        if address not in label:
            self._put(RichText(": "))
            self._put(RichText(address, (Entity(kind, 0, utf16_length(address)),)))

    def _put(self, addition: RichText) -> None:
        moved = (Entity(e.type, e.offset + self.length, e.length, e.url) for e in addition.entities)
        self.entities.extend(moved)
        self.pieces.append(addition.text)
        self.length += utf16_length(addition.text)
