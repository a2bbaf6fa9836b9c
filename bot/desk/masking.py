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
_PIECE = 800
_TRIES = 40  # candidates that are no numbers, in one piece
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
    r"(?:паспорт|удостоверени|уд\.?\s?л|куәлі|куали|төлқұжат|толкужат|passport|жеке\s?куәлік|ИИН|ЖСН|IIN)"
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
        r"\bKZ\d{2} ?(?:[A-Z0-9]{4} ?){4}\b",  # IBAN
        r"(?<!\w)(?!K-\d)[A-ZА-Я]{1,2}[ №-]{0,2}\d{7,8}(?!\d)",  # passports, but not our own numbers
        rf"{_DOCUMENT}\w{{0,8}}\W{{0,4}}(?:номер\w{{0,4}}|нөмір\w{{0,4}}|номір\w{{0,4}}|no|№)?\W{{0,4}}\d{{6,10}}(?!\d)",
    )
)
_CARD = re.compile(rf"(?<!\d)(\d{{4}})({_GAP})(\d{{4}})\2(\d{{4}})\2(\d{{4}})(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def mask(text: str) -> str:
    """The same text without phones, identity numbers, cards, e-mail addresses and Telegram names."""
    return "".join(_masked_for_good(piece) for piece in _pieces(text))


def storable(text: str) -> str:
    """The same text without what a database refuses: NUL and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _masked_for_good(text: str) -> str:
    """One number may hide another that stands beside it: look again until nothing is found."""
    for _ in range(_TIMES):
        masked = _masked(text)
        if masked == text:
            break
        text = masked
    return text


def _masked(text: str) -> str:
    for pattern in _PATTERNS:
        text = pattern.sub(_MASK, text)
    text = _CARD.sub(_card, text)
    for region in _REGIONS:
        text = _without_phones(text, region)
    return text


def _card(found: re.Match[str]) -> str:
    groups = found.group(1, 3, 4, 5)
    return found[0] if all(map(_YEAR.fullmatch, groups)) else _MASK


def _without_phones(text: str, region: str) -> str:
    found = list(PhoneNumberMatcher(text, region, leniency=phonenumbers.Leniency.VALID, max_tries=_TRIES))
    for match in reversed(found):
        if phonenumbers.number_type(match.number) not in _NOBODYS:
            text = text[: match.start] + _MASK + text[match.end :]
    return text


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that are searched one by one, cut between words and never at a number."""
    start = 0
    while len(text) - start > _PIECE:
        end = start + _PIECE
        cut = max(text.rfind("\n", start, end), _between_words(text, start, end))
        cut = cut if cut > start else end
        yield text[start:cut]
        start = cut
    yield text[start:]


def _between_words(text: str, start: int, end: int) -> int:
    place = text.rfind(" ", start + 1, end)
    while place > start and not (text[place - 1].isalpha() and text[place + 1 : place + 2].isalpha()):
        place = text.rfind(" ", start + 1, place)
    return place
