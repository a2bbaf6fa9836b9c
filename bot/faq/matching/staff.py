"""Asking for a person: "operator", "connect me with somebody". A command, not a question."""

from collections.abc import Mapping, Sequence

from bot.faq.matching.alarm import compile_pattern
from bot.faq.matching.courtesy import covers
from bot.faq.matching.wordlists import Reading, WordLists

_PATTERNS = "staff.patterns"
_PERSON = "staff_person"
_FILLER = "staff_filler"
_LONGEST = 25


class StaffCall:
    """Recognises the wish to talk to a person (lists `staff_*`, patterns `staff.patterns`)."""

    def __init__(self, words: Mapping[str, Sequence[str]], lists: WordLists) -> None:
        self._patterns = tuple(compile_pattern(line, lists) for line in words.get(_PATTERNS, ()))

    def is_meant(self, reading: Reading) -> bool:
        if covers(reading, _PERSON, _FILLER):
            return True
        return len(reading.words) <= _LONGEST and any(pattern.find(reading) for pattern in self._patterns)
