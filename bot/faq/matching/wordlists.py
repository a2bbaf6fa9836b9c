"""
Word lists that editors own, made ready to be looked up.

An entry is the beginning of a word (`задержал` also finds «задержали»), or, with `=`, a whole word; `_`
joins words that stand side by side (`ұстап_алд`). Entries are compared by sound, so one spelling serves
every alphabet. From five letters on, vowels that Russian speech confuses count as equal (not in entries
with Kazakh letters, where they tell words apart: өлгім, алғым); from nine on, one wrong letter is forgiven,
but not the last one of the entry: endings carry the sense («задержали» happened, «задержат» did not).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from bot.errors import ContentError
from bot.faq.matching.skeleton import neutral, skeleton

_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_NEUTRAL_FROM = 5
_FUZZY_FROM = 9
_SMALL = 2
_LONGEST = 24  # no entry is longer, only noise is
_VOICED = {"k": "g", "p": "b"}  # before a vowel of the ending: толғақ, толғағы; кітап, кітабы

Part = str
"""One word of an entry as a skeleton; `=` in front: a whole word, `+`: written with Kazakh letters."""

Entry = tuple[Part, ...]


def entry_parts(entry: str) -> Entry:
    """The words of an entry, ready to be compared. Beside others a small word is meant whole: «в кому»."""
    words = entry.lower().replace("_", " ").split()
    return tuple(_part("=" + word if len(words) > 1 and len(word) <= _SMALL else word) for word in words)


def _part(word: str) -> Part:
    if word.startswith("="):
        return "=" + skeleton(word[1:])
    return ("+" if _KAZAKH_LETTERS & set(word) else "") + skeleton(word)


@dataclass
class Stems:
    """Beginnings of words, found by all words that begin so or nearly so."""

    starts: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    near: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, form: str, part: Part) -> None:
        # Tuples: nearly all of them hold one, and a set of one takes five times the room.
        self.starts[form] = _with(self.starts.get(form, ()), part)
        if len(form) >= _FUZZY_FROM:
            for variant in _with_one_left_out(form):
                self.near[variant] = _with(self.near.get(variant, ()), form)

    def find(self, form: str) -> set[Part]:
        """The parts that a word is, given in the form they were added in."""
        found = {part for head in _heads(form) for part in self.starts.get(head, ())}
        return found if found or len(form) < _FUZZY_FROM - 1 else self._nearly(form)

    def _nearly(self, form: str) -> set[Part]:
        heads = [head for head in _heads(form) if len(head) >= _FUZZY_FROM - 1]
        close = {
            (head, one)
            for head in heads
            for variant in _with_one_left_out(head)
            for one in self.near.get(variant, ())
        }
        return {
            part
            for head, one in close
            if head[-1] == one[-1] and OSA.distance(head, one) <= 1
            for part in self.starts[one]
        }


@dataclass
class PartIndex:
    """All distinct parts of all lists, and which of them a word is."""

    whole: dict[str, Part] = field(default_factory=dict)
    exact: Stems = field(default_factory=Stems)
    vague: Stems = field(default_factory=Stems)

    def add(self, part: Part) -> None:
        sounds = part.lstrip("=+")
        if part.startswith("="):
            self.whole[sounds] = part
        elif part.startswith("+") or len(sounds) < _NEUTRAL_FROM:
            self.exact.add(sounds, part)
        else:
            self.vague.add(neutral(sounds), part)
        if sounds[-1:] in _VOICED and not part.startswith("="):
            self.exact.add(sounds[:-1] + _VOICED[sounds[-1]], part)

    known: dict[str, set[Part]] = field(default_factory=dict)

    def learn(self, words: Iterable[str]) -> None:
        """Look words up beforehand: those of the content come again and again."""
        self.known = {word: self._parts_of(word) for word in set(words)}

    def parts_of(self, sounds: str) -> set[Part]:
        """Every part that this word is."""
        known = self.known.get(sounds)
        return self._parts_of(sounds) if known is None else known

    def _parts_of(self, sounds: str) -> set[Part]:
        """The same, looked up. A Latin j may be й or ж."""
        found: set[Part] = set()
        for reading in {sounds, sounds.replace("j", "i")}:
            found |= self.exact.find(reading) | self.vague.find(neutral(reading))
            if reading in self.whole:
                found.add(self.whole[reading])
        return found


def _heads(word: str) -> Iterator[str]:
    return (word[:length] for length in range(1, min(len(word), _LONGEST) + 1))


def _with(found: tuple[str, ...], one: str) -> tuple[str, ...]:
    return found if one in found else (*found, one)


def _with_one_left_out(word: str) -> Iterator[str]:
    """The word, and the word without one of its letters: two words one mistake apart share one of these."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


@dataclass(frozen=True)
class Span:
    """Where an entry stands: its first word and the one after its last."""

    start: int
    end: int


class WordLists:
    """Named lists, looked up by where their entries stand in a message."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._names = frozenset(lists)
        self._index = PartIndex()
        self._by_first: dict[Part, list[tuple[str, Entry]]] = {}
        for name, entries in lists.items():
            for entry in entries:
                self._add(name, entry_parts(entry))

    def _add(self, name: str, entry: Entry) -> None:
        if not entry:
            return
        for part in entry:
            self._index.add(part)
        self._by_first.setdefault(entry[0], []).append((name, entry))

    def require(self, item: str) -> str:
        """
        The name under which an item of a pattern is found: `@list` or an entry of its own.

        Raises ContentError where there is no such list.
        """
        if item.startswith("@"):
            if item[1:] not in self._names:
                raise ContentError("unknown_word_list", name=item[1:])
            return item[1:]
        self._add(item, entry_parts(item))
        return item

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def learn(self, words: Iterable[str]) -> None:
        """Look the words of the content up beforehand, once no more entries are added."""
        self._index.learn(words)

    def read(self, sounds: Sequence[str]) -> "Reading":
        """A message read against the lists."""
        words = tuple(self._index.parts_of(sound) for sound in sounds)
        found: dict[str, dict[Span, Entry]] = {}
        for start, parts in enumerate(words):
            for part in parts:
                for name, entry in self._by_first.get(part, ()):
                    if _stands(entry, words, start):
                        found.setdefault(name, {})[Span(start, start + len(entry))] = entry
        return Reading(self, words, found)


def _stands(entry: Entry, words: Sequence[set[Part]], start: int) -> bool:
    if start + len(entry) > len(words):
        return False
    return all(part in words[start + shift] for shift, part in enumerate(entry))


@dataclass(frozen=True)
class Reading:
    """A message and where the entries of the lists stand in it."""

    lists: WordLists
    words: tuple[set[Part], ...]
    found: Mapping[str, Mapping[Span, Entry]]

    def places(self, name: str) -> list[Span]:
        """Every place where some entry of a list stands, in order."""
        return sorted(self.found.get(name, ()), key=lambda span: (span.start, span.end))

    def entries(self, name: str) -> frozenset[Entry]:
        """The entries of a list that stand in the message."""
        return frozenset(self.found.get(name, {}).values())
