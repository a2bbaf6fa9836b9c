"""
Hides what would tell who somebody is, before a message is stored or shown to anybody.

What was found is not reported, only replaced. Hotlines of a few digits stay readable, and so do dates, sums,
codes such as E-9 and years.
"""

import re

import phonenumbers

_MASK = "▒▒▒"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[\w.+-]+@[\w-]+\.[\w.-]+",  # e-mail
        r"(?<![\w@])@[A-Za-z]\w{3,31}",  # Telegram names
        r"(?<!\d)\d{6}[- ][1-8]\d{6}(?!\d)",  # Korean registration numbers
        r"(?<!\d)(?:\d[ -]?){11,18}\d(?!\d)",  # IIN, bank cards, accounts
        r"\bKZ\d{2}[ ]?(?:[A-Z0-9]{4}[ ]?){4}\b",  # IBAN
        r"(?<!\w)[A-ZА-Я]{1,2}[ №-]{0,2}\d{7,8}(?!\d)",  # passports
        r"(?:паспорт\w*|удостоверени\w*|уд\. ?л\w*|куәлі\w*|куали\w*|passport)[ №:#-]{0,4}\d{6,10}(?!\d)",
    )
)
_REGIONS = ("KZ", "KR", "RU")


def mask(text: str) -> str:
    """The same text without phones, identity numbers, cards, e-mail addresses and Telegram names."""
    for pattern in _PATTERNS:
        text = pattern.sub(_MASK, text)
    for region in _REGIONS:
        text = _without_phones(text, region)
    return text


def storable(text: str) -> str:
    """The same text without what a database refuses: NUL and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _without_phones(text: str, region: str) -> str:
    found = list(phonenumbers.PhoneNumberMatcher(text, region, leniency=phonenumbers.Leniency.VALID))
    for match in reversed(found):
        text = text[: match.start] + _MASK + text[match.end :]
    return text
