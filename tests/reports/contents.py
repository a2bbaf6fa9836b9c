"""Contents to print: the real one, and one that has every oddity at once."""

from dataclasses import replace
from datetime import date

from bot.faq.model import Catalogue, Confidence, Show, Source
from bot.files.content import load_catalogue
from bot.files.place import locales_dir
from bot.people.model import Language
from tests.faq.catalogues import HIDDEN_SOURCE, OFFICIAL_SOURCE, UNSIGNED, catalogue, fact

TODAY = date(2026, 11, 25)


def real() -> Catalogue:
    """The content that citizens read."""
    return load_catalogue(locales_dir())


def odd() -> Catalogue:
    """One topic: printed, said, unsaid and hidden facts; something ends, is being checked, is in doubt."""
    facts = [
        fact("F001", {"days": 30}, note="days <of> & one visit", valid_to=date(2027, 1, 31)),
        fact(
            "F002",
            {"phone": "+82 2 1345", "fee": {"amount": 10_000, "currency": "KRW"}},
            review_by=date(2026, 11, 25),
            doubt={Language.KK: "Күмән бар.", Language.RU: "Есть сомнение."},
        ),
        fact("F003", show=Show.WORDS, confidence=Confidence.WEAK, sources=(HIDDEN_SOURCE,)),
        fact("F004", {"unused": 77}),
        fact("F005", {"secret": "4815162342"}, show=Show.STAFF, sources=(OFFICIAL_SOURCE,), ministry=True),
        fact("F006", {"other": "F-4"}, valid_from=date(2027, 1, 1), sources=(Source("A & B", "", "", True),)),
    ]
    body = "**{F001.days} күн**, [сайт](https://gov.kz/?a=1&b=2): {F002.phone}\n\n- {F002.fee}\n- {F006.other} <b>"
    made = catalogue(body, facts, ended="Бітті: {F001.days}.", approved=UNSIGNED)
    answers = {
        key: replace(answer, at_home="Үйде: {F002.phone}", title=f"Атауы {key[1]} & <i>")
        for key, answer in made.answers.items()
    }
    return replace(made, answers=answers)
