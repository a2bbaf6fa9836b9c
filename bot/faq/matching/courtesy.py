"""Messages that ask for nothing: greetings, thanks, "who are you", insults, noise of the keyboard."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from bot.faq.matching.wordlists import Reading

_COURTESY = "courtesy"
_FILLER = "courtesy_filler"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "1234567890")
_LAUGH = re.compile(r"а?(?:ха|хи|хе|хы){2,}х?|(?:ах){2,}а?|(?:ha|hi|he|ah){2,}|(?:лол|lol|кек)+")
_VOWELS = frozenset("аәеиіоөуұүыэюяaeiouy")
_NOISE_LENGTH = 5


def covers(reading: Reading, phrases: str, filler: str) -> bool:
    """Whether a message is entries of one list, with nothing between them but entries of the other."""
    total = len(reading.words)
    main = _reach(reading, phrases)
    rest = _reach(reading, filler)
    reached = {(0, False)}
    for place in range(total):
        for state in [one for one in reached if one[0] == place]:
            reached |= {(end, True) for end in main.get(place, ())}
            reached |= {(end, state[1]) for end in rest.get(place, ())}
    return (total, True) in reached


def _reach(reading: Reading, name: str) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for span in reading.places(name):
        found.setdefault(span.start, set()).add(span.end)
    return found


def is_courtesy(words: Sequence[str], reading: Reading) -> bool:
    """Whether there is nothing in the message to answer. A greeting followed by a question is a question."""
    return covers(reading, _COURTESY, _FILLER) or (bool(words) and all(map(is_noise, words)))


def is_noise(word: str) -> bool:
    """
    Whether a word was made by playing with the keyboard.

    Numbers with a meaning (112, 1345) are no noise.
    """
    if word.isdigit():
        return len(word) < 3 or word in "1234567890" or len(set(word)) == 1
    if len(set(word)) == 1 and (len(word) > 2 or not word.isalpha()):
        return True
    if _LAUGH.fullmatch(word):
        return True
    return len(word) >= _NOISE_LENGTH and (_walks_a_row(word) or _has_no_vowels(word) or _repeats(word))


def _walks_a_row(word: str) -> bool:
    """Most neighbours in the word are neighbours on the keyboard too."""
    pairs = list(pairwise(word))
    close = sum(
        any(abs(row.find(a) - row.find(b)) <= 1 for row in _ROWS if a in row and b in row) for a, b in pairs
    )
    return close >= 0.8 * len(pairs)


def _has_no_vowels(word: str) -> bool:
    return word.isalpha() and not _VOWELS & set(word)


def _repeats(word: str) -> bool:
    """Two or three letters over and over: "вфывфывфы"."""
    return len(word) >= 8 and Counter(word).most_common(3)[-1][1] * 3 >= len(word) - 1
