"""A web page taken apart: a fault in its nesting is an error, as it is for nobody in a browser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "col", "br"}


@dataclass
class Element:
    """A tag with what it holds."""

    tag: str
    attributes: dict[str, str]
    children: "list[Element | str]" = field(default_factory=list)

    def every(self, *tags: str) -> "list[Element]":
        """All elements below with one of the tags, in their order."""
        below = [child for child in self.children if isinstance(child, Element)]
        found: list[Element] = []
        for child in below:
            found += [child] if child.tag in tags or not tags else []
            found += child.every(*tags)
        return found

    @property
    def text(self) -> str:
        if self.tag == "br":
            return "\n"
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names)), f"{tag} has an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"{tag} ends inside {self.open[-1].tag}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def take_apart(page: str) -> Element:
    """The root of the page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert len(reader.open) == 1, f"{reader.open[-1].tag} is never closed"
    return reader.open[0]
