"""Small catalogues for tests: one topic, its two answers and a few facts."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bot.faq.model import (
    Answer,
    Approval,
    Catalogue,
    Confidence,
    Fact,
    Group,
    Show,
    Source,
    Status,
    Topic,
)
from bot.people.model import Language

TOPIC = "visa_free.length_of_stay"
SIGNED = Approval("Министр", date(2026, 11, 20), "№ 7")
UNSIGNED = Approval("", None, "")
OFFICIAL_SOURCE = Source("СІМ / МИД", "https://gov.kz/a", "2026-10-01", public=True)
HIDDEN_SOURCE = Source("Visa agent", "https://agent.example", "2026", public=False)


def fact(id_: str, values: Mapping[str, Any] | None = None, **changes: Any) -> Fact:
    """A good fact: official, current all through 2026, to be printed."""
    fields: dict[str, Any] = {
        "id": id_,
        "note": "",
        "values": values or {},
        "as_of": "2026-10-01",
        "valid_from": None,
        "valid_to": None,
        "confirmed": date(2026, 11, 1),
        "confirmed_by": "editor",
        "review_by": date(2030, 1, 1),
        "confidence": Confidence.OFFICIAL,
        "show": Show.VALUE,
        "sources": (OFFICIAL_SOURCE,),
        "doubt": {},
    }
    return Fact(**{**fields, **changes})


def catalogue(
    body: str, facts: Iterable[Fact] = (), *, ended: str | None = None, **changes: Any
) -> Catalogue:
    """A topic that lists all the facts, with the same text in both languages."""
    known = {one.id: one for one in facts}
    topic = Topic(TOPIC, "visa_free", Status.ANSWER, tuple(known), False, changes.pop("urgent", False), ())
    revisions = changes.pop("revisions", {Language.KK: 3, Language.RU: 3})
    approved = changes.pop("approved", SIGNED)
    answers = {
        (TOPIC, language): Answer(
            TOPIC, language, "Неше күн", "Неше күн?", revisions[language], approved, body, ended
        )
        for language in Language
    }
    group = Group("visa_free", {Language.KK: "Визасыз", Language.RU: "Без визы"})
    return Catalogue((group,), {TOPIC: topic}, answers, known)
