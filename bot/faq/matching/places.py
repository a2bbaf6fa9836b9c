"""Places a message names: an answer about Korea must not be given to a question about another country."""

from collections.abc import Iterable, Mapping, Sequence

from bot.faq.matching.wordlists import Entry, Reading, WordLists

_FOREIGN = "places"
_HOME = "places_home"
_KOREA = "place_korea"
_MANY = 2


class Places:
    """Knows which places each topic itself speaks of (lists `places`, `places_home`, `place_korea`)."""

    def __init__(
        self, words: Mapping[str, Sequence[str]], phrasings: Mapping[str, Iterable[Sequence[str]]]
    ) -> None:
        lists = WordLists({name: words.get(name, ()) for name in (_FOREIGN, _HOME, _KOREA)})
        readings = {topic: [lists.read(sounds) for sounds in ways] for topic, ways in phrasings.items()}
        self._own = {topic: _foreign(ways) for topic, ways in readings.items()}
        self._at_home = {topic for topic, ways in readings.items() if any(way.places(_HOME) for way in ways)}

    def contradict(self, topic: str, reading: Reading, abroad: bool) -> bool:
        """
        Whether a message and a topic speak of different places.

        `abroad`: the phrasing nearest to the message names another country; then the message must as well.
        A topic that names several other countries speaks of other countries in general. "In Almaty" and the
        like count only where Korea is not named: people also say where they are from.
        """
        if abroad and not reading.places(_FOREIGN):
            return True
        own = self._own.get(topic, frozenset())
        if len(own) < _MANY and reading.entries(_FOREIGN) - own:
            return True
        return topic not in self._at_home and bool(reading.places(_HOME)) and not reading.places(_KOREA)


def _foreign(readings: Iterable[Reading]) -> frozenset[Entry]:
    return frozenset().union(*(reading.entries(_FOREIGN) for reading in readings))
