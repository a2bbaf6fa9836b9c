"""Places a message names: an answer about Korea must not be given to a question about another country."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.faq.matching.wordlists import Entry, Reading, WordLists

_FOREIGN = "places"
_HOME = "places_home"
_KOREA = "place_korea"
_OFTEN = 0.03
"""A topic is about places that this share of its phrasings names: people also say where they are from."""
_IN_GENERAL = 0.25
"""A topic that names other countries this often speaks of other countries in general."""


class Places:
    """Knows which places each topic itself speaks of (lists `places`, `places_home`, `place_korea`)."""

    def __init__(
        self, words: Mapping[str, Sequence[str]], phrasings: Mapping[str, Iterable[Sequence[str]]]
    ) -> None:
        lists = WordLists({name: words.get(name, ()) for name in (_FOREIGN, _HOME, _KOREA)})
        readings = {topic: [lists.read(sounds) for sounds in ways] for topic, ways in phrasings.items()}
        self._own = {topic: _foreign(ways) for topic, ways in readings.items()}
        self._general = {topic for topic, ways in readings.items() if _share(_is_abroad, ways) >= _IN_GENERAL}
        self._at_home = {topic for topic, ways in readings.items() if _share(_is_at_home, ways) >= _OFTEN}

    def contradict(self, topic: str, reading: Reading, abroad: bool) -> bool:
        """
        Whether a message and a topic speak of different places.

        `abroad`: the phrasing nearest to the message names another country; then the message must as well.
        "In Almaty" and the like count only where Korea is not named: people also say where they are from.
        """
        if abroad and not _is_abroad(reading):
            return True
        own = self._own.get(topic, frozenset())
        if topic not in self._general and reading.entries(_FOREIGN) - own:
            return True
        return topic not in self._at_home and _is_at_home(reading)


def _foreign(readings: Sequence[Reading]) -> frozenset[Entry]:
    """The other countries that a topic is about."""
    named = Counter(entry for reading in readings for entry in reading.entries(_FOREIGN))
    return frozenset(entry for entry, count in named.items() if count >= _OFTEN * len(readings))


def _is_abroad(reading: Reading) -> bool:
    return bool(reading.places(_FOREIGN))


def _is_at_home(reading: Reading) -> bool:
    return bool(reading.places(_HOME)) and not reading.places(_KOREA)


def _share(test: Callable[[Reading], bool], readings: Sequence[Reading]) -> float:
    """In how many of the readings something is so, 0 to 1."""
    return sum(map(test, readings)) / max(1, len(readings))
