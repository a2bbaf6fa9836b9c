"""Kazakh case endings, by the last vowel and the last sound of a word; numbers as they are read aloud."""

from decimal import Decimal
from enum import StrEnum
from typing import Final


class Case(StrEnum):
    """A case an editor may ask for: {F092.end:dative}."""

    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    LOCATIVE = "locative"
    ABLATIVE = "ablative"


_BACK: Final = frozenset("аоұыёя")
_FRONT: Final = frozenset("әеөүіэ")
_VOWELS: Final = _BACK | _FRONT
_NASAL: Final = frozenset("мнң")
_SONOROUS: Final = frozenset("рлйуиюжз")  # у and и close a syllable like consonants: елудің

_OPEN: Final = {"genitive": "ның", "dative": "ға", "accusative": "ны", "locative": "да", "ablative": "дан"}
_AFTER_NASAL: Final = {
    "genitive": "ның",
    "dative": "ға",
    "accusative": "ды",
    "locative": "да",
    "ablative": "нан",
}
_AFTER_SONOROUS: Final = {
    "genitive": "дың",
    "dative": "ға",
    "accusative": "ды",
    "locative": "да",
    "ablative": "дан",
}
_AFTER_VOICELESS: Final = {
    "genitive": "тың",
    "dative": "қа",
    "accusative": "ты",
    "locative": "та",
    "ablative": "тан",
}
_TO_FRONT: Final = str.maketrans("аығқ", "еігк")

_UNITS: Final = ("нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS: Final = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_LARGE: Final = (
    (10**12, "триллион"),
    (10**9, "миллиард"),
    (10**6, "миллион"),
    (1000, "мың"),
    (100, "жүз"),
)


def with_case(word: str, case: Case) -> str:
    """The word with the ending of a case: ақпан, dative: ақпанға."""
    return word + ending(word, case)


def ending(word: str, case: Case) -> str:
    """The ending that a lower-case Kazakh word takes in a case."""
    back = _endings_after(word[-1])[case]
    return back.translate(_TO_FRONT) if is_front(word) else back


def is_front(word: str) -> bool:
    """Whether the word takes front vowels after it: шілде-ге, қаңтар-ға. у and и follow what is before."""
    for letter in reversed(word):
        if letter in _VOWELS:
            return letter in _FRONT
    return "и" in word


def number_ending(number: int | Decimal, case: Case) -> str:
    """The ending of a number written in figures: 30, dative: ға (as in отызға)."""
    return ending(last_word_of(number), case)


def last_word_of(number: int | Decimal) -> str:
    """The last word of a number read aloud; of a fraction, the last word of the figures after the comma."""
    whole, _, fraction = f"{abs(number):f}".partition(".")
    figures = int(fraction.rstrip("0") or whole)
    if figures % 10 or not figures:
        return _UNITS[figures % 10]
    if figures % 100:
        return _TENS[figures % 100 // 10]
    return next(name for size, name in _LARGE if not figures % size)


def _endings_after(letter: str) -> dict[str, str]:
    if letter in _VOWELS:
        return _OPEN
    if letter in _NASAL:
        return _AFTER_NASAL
    return _AFTER_SONOROUS if letter in _SONOROUS else _AFTER_VOICELESS
