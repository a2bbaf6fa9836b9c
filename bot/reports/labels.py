"""The fixed words of the document, in both languages at once: its readers use either."""

from collections.abc import Callable, Mapping

from bot.faq.ports import Translator
from bot.people.model import Language
from bot.reports.model import TAGS, Cell, Look, Paragraph, Run


class Words(tuple[Run, ...]):
    """The same words in each language, in the order of the languages."""

    __slots__ = ()

    def of(self, language: Language) -> Run:
        """The words in one language."""
        return self[list(Language).index(language)]

    @property
    def in_a_line(self) -> tuple[Run, ...]:
        """Kazakh, a stroke, Russian; once where they are alike."""
        first, *others = self
        if all(other.text == first.text for other in others):
            return (Run(first.text),)
        return (first, *(part for other in others for part in (Run(" / "), other)))

    def cell(self, *, is_head: bool = False) -> Cell:
        """One language below the other."""
        return Cell(tuple(Paragraph((run,), Look.LABEL) for run in self), is_head=is_head)


class Labels:
    """By habit it is called `_`: that is what the extraction of the fixed sentences looks for."""

    def __init__(self, translator_of: Callable[[Language], Translator]) -> None:
        self.translator_of = translator_of

    def __call__(self, message: str, /, **values: str | Mapping[Language, str]) -> Words:
        """The sentence in each language, its places filled with a text or with one for each language."""
        return Words(Run(self._say(message, language, values), TAGS[language]) for language in Language)

    def _say(
        self, message: str, language: Language, values: Mapping[str, str | Mapping[Language, str]]
    ) -> str:
        own = {name: v if isinstance(v, str) else v[language] for name, v in values.items()}
        return self.translator_of(language)(message, **own)


def side_by_side(label: Words, cells: Mapping[Language, tuple[Paragraph, ...]]) -> tuple[Cell, ...]:
    """A row: what it is, in Kazakh, in Russian."""
    return (label.cell(is_head=True), *(Cell(cells[language]) for language in Language))


def said(*sentences: Words) -> dict[Language, tuple[Paragraph, ...]]:
    """Words for the two columns, each sentence in a paragraph."""
    return {language: tuple(Paragraph((words.of(language),)) for words in sentences) for language in Language}
