"""What people type, cleaned: length first, then letters, codes and the wrong keyboard layout."""

import re
import unicodedata

MAX_CHARACTERS = 400
MAX_WORDS = 60

_WORD = re.compile(r"\d+(?=[а-яәғқңөұүһі]{2})|[^\W_]+")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’ʼ`ʹ′ʺ\u00ad\u200b-\u200d]+")
_MIXED = re.compile(r"[^\W\d_]+")
_CYRILLIC_LETTER = re.compile(r"[Ѐ-ӿ]")
_LATIN_LETTER = re.compile(r"[a-z]")
_LOOKALIKE = dict(zip("aeopcyxikmthbuё", "аеорсухікмтнвие", strict=True))
_TO_CYRILLIC = str.maketrans(_LOOKALIKE)

_KETA = re.compile(r"\b(?:[kк][\s-]?[eеэ][\s-]?[tт][aа]|кэта|кито)(?![a-zа-я]{4})", re.IGNORECASE)
_EPS = re.compile(
    r"\b(?:[иi][\s-][пp][иi][\s-][эe][сs]|[eеэ][\s.-][pпр][\s.-][sс]|[eеэ][pп][sс](?=[а-яәғқңөұүһі]{0,4}\b))"
)
_ARRIVAL = re.compile(r"\b[eе][\s-]?arrival")
_VISA_LETTER = {
    "е": "e",
    "э": "e",
    "д": "d",
    "ф": "f",
    "н": "h",
    "х": "h",
    "г": "g",
    "с": "c",
    "б": "b",
    "в": "b",
}
_VISA = re.compile(
    r"\b([cdefgh])[\s-]?(\d{1,2})(?:[\s-](\d)\b)?(?!\d)|\b([едфнхг])[\s-]?(\d)(?:-(\d))?\b|\b([свб])-(\d)\b"
)

_QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN_KEYS = dict(zip(_QWERTY, "йцукенгшщзхъфывапролджэячсмитьбюё", strict=True))
_KAZAKH_KEYS = dict(zip("2345890-=", "әіңғүұқөһ", strict=True))
_LAYOUT_WORD = re.compile(r"[a-z\[\];',.`0-9=-]+")
_LATIN_VOWELS = frozenset("aeiou")
_CYRILLIC_VOWELS = frozenset("аәеёиіоөуұүыэюя")


def cut(text: str) -> str:
    """The part of a message that is looked at. Before everything else, so that a long text costs no more."""
    shown = unicodedata.normalize("NFKC", text[:MAX_CHARACTERS]).lower()[:MAX_CHARACTERS]
    return shown.replace("ё", "е").replace("i̇", "i")


def words(text: str) -> list[str]:
    """The words of a message, its codes joined (K-ETA, E-9, EPS) and its look-alike letters mended."""
    return words_of_cut(cut(text))


def words_of_cut(shown: str) -> list[str]:
    """The same for a text that `cut` has seen."""
    joined = _APOSTROPHE.sub("", _join_codes(shown))
    return [_mend(word) for word in _WORD.findall(joined)[:MAX_WORDS]]


def _join_codes(text: str) -> str:
    text = _KETA.sub(" keta ", text)
    text = _EPS.sub(" eps ", text)
    text = _ARRIVAL.sub("earrival", text)
    return _VISA.sub(_join_visa, text)


def _join_visa(found: re.Match[str]) -> str:
    letter, *digits = [part for part in found.groups() if part]
    return " " + _VISA_LETTER.get(letter, letter) + "".join(digits) + " "


def _mend(word: str) -> str:
    """A word of two scripts: single Latin look-alikes among Cyrillic letters become Cyrillic."""
    cyrillic = len(_CYRILLIC_LETTER.findall(word))
    latin = _LATIN_LETTER.findall(word)
    if not latin or cyrillic < len(latin) or any(letter not in _LOOKALIKE for letter in latin):
        return word
    return word.translate(_TO_CYRILLIC)


def other_layout(shown: str) -> str | None:
    """
    The text had the keyboard been set to Cyrillic ("rfr" → "как"); None where it cannot have been.

    A guess from vowels only: the caller keeps it if the words of the result are known.
    """
    if _CYRILLIC_LETTER.search(shown) or len(_LATIN_LETTER.findall(shown)) < 3:
        return None
    switched = _LAYOUT_WORD.sub(lambda found: _switch(found.group()), shown)
    if _share(switched, _CYRILLIC_VOWELS) < 0.2 or _share(shown, _LATIN_VOWELS) > 0.3:
        return None
    return switched


def _switch(word: str) -> str:
    keys = _RUSSIAN_KEYS | _KAZAKH_KEYS if _LATIN_LETTER.search(word) else {}
    return "".join(keys.get(letter, letter) for letter in word)


def _share(text: str, letters: frozenset[str]) -> float:
    alphabetic = [letter for letter in text if letter.isalpha()]
    return sum(letter in letters for letter in alphabetic) / max(1, len(alphabetic))
