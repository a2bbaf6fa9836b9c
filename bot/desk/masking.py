"""
Hides what would tell who somebody is, before a message is stored or shown to anybody.

What was found is not reported, only replaced. Hotlines stay readable, and so do dates, sums, years and codes
such as E-9. Every step takes time in proportion to the text, however it was made.
"""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumberMatcher, PhoneNumberType

_MASK = "▒▒▒"
_WINDOW = 800
_OVERLAP = 64  # no number with its blanks is longer
_TRIES = 40  # candidates that are no numbers, in one window
_TIMES = 3
_REGIONS = ("KZ", "KR", "RU")
_NOBODYS = frozenset(
    {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.UAN,
    }
)
"""Kinds of numbers that belong to services, not to persons: 1577-1366, 8 800 …"""

_DASH = r"(?:\s{0,2}[-–—‑]\s{0,2}|\s)"
_GAP = r"[ \u00a0-]"
_DOCUMENT = (
    r"(?:паспорт|удостоверени|уд\.?\s?л|куәлі|куали|төлқұжат|толкужат|passport"
    r"|ИИН|ЖСН|IIN)\w{0,8}\W{0,4}(?:(?:номер|нөмір|номір|number|no|№)\w{0,4})?\W{0,4}"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",  # e-mail
        r"(?<![\w.@])@[A-Za-z]\w{3,31}",  # Telegram names
        r"(?:t|telegram)\.me/\+?\w{4,64}",
        rf"(?<!\d)\d{{6}}{_DASH}[1-8]\d{{6}}(?!\d)",  # Korean registration numbers
        r"\d{12,}",  # IIN, bank cards, accounts
        rf"(?<!\d)\d{{6}}{_GAP}\d{{6}}(?!\d)",  # IIN in two groups
        rf"(?<!\d)\d{{3}}({_GAP})\d{{3}}\1\d{{3}}\1\d{{3}}(?!\d)",
        r"\bKZ[ -]?\d{2}(?:[ -]?[A-Z0-9]{4}){4}\b",  # IBAN
        r"(?<!\w)(?!K-\d)[A-ZА-Я]{1,2}[ №-]{0,2}\d{7,8}(?!\d)",  # passports, but not our own numbers
        rf"{_DOCUMENT}\d{{6,10}}(?!\d)",
    )
)
_CARD = re.compile(rf"(?<!\d)(\d{{4}})({_GAP})(\d{{4}})\2(\d{{4}})\2(\d{{4}})(?!\d)")
_ACCOUNT = re.compile(r"(?<![\d-])\d{2,6}(?:-\d{2,6}){2,4}(?![\d-])")
_SHORTEST_ACCOUNT = 10  # digits; a date has eight
_YEAR = re.compile(r"(?:19|20)\d\d")


def mask(text: str) -> str:
    """The same text without phones, identity numbers, cards, e-mail addresses and Telegram names."""
    # One number may hide another that stands beside it: look again until nothing is found.
    for _ in range(_TIMES):
        masked = _masked(text)
        if masked == text:
            break
        text = masked
    return text


def storable(text: str) -> str:
    """The same text without what a database refuses: NUL and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _masked(text: str) -> str:
    for pattern in _PATTERNS:
        text = pattern.sub(_MASK, text)
    text = _CARD.sub(_card, text)
    text = _ACCOUNT.sub(_account, text)
    return _without_phones(text)


def _card(found: re.Match[str]) -> str:
    groups = found.group(1, 3, 4, 5)
    return found[0] if all(map(_YEAR.fullmatch, groups)) else _MASK


def _account(found: re.Match[str]) -> str:
    digits = sum(letter.isdigit() for letter in found[0])
    return _MASK if digits >= _SHORTEST_ACCOUNT else found[0]


def _without_phones(text: str) -> str:
    """The text without persons' phones; those that overlap, as read in several countries, are one."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(_phones(text)):
        if end <= done:
            continue
        pieces += [text[done : max(start, done)], _MASK] if start >= done else []
        done = end
    return "".join([*pieces, text[done:]])


def _phones(text: str) -> set[tuple[int, int]]:
    return {
        (start + match.start, start + match.end)
        for start in range(0, max(len(text), 1), _WINDOW)
        for match in _matches(text[start : start + _WINDOW + _OVERLAP])
        if phonenumbers.number_type(match.number) not in _NOBODYS
    }


def _matches(window: str) -> Iterator[phonenumbers.PhoneNumberMatch]:
    for region in _REGIONS:
        yield from PhoneNumberMatcher(window, region, leniency=phonenumbers.Leniency.VALID, max_tries=_TRIES)
