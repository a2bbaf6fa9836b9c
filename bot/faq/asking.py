"""One question in, one decision out, as scripts see them (`bot ask --jsonl`)."""

from collections.abc import Callable, Mapping
from time import perf_counter
from typing import Any, Protocol

from bot.faq.matching.model import Decision
from bot.people.model import Language, choose_language


class Decides(Protocol):
    """What answers a text: a Matcher."""

    def decide(self, text: str) -> Decision: ...


def answer_line(
    matcher: Decides, record: Mapping[str, Any], default: Language, timer: Callable[[], float] = perf_counter
) -> dict[str, object]:
    """
    The decision on `{"id": …, "text": …, "language": …}`, with the same id, as a JSON object.

    What is missing or odd in the record counts as not said. `timer` tells seconds.
    """
    started = timer()
    decision = matcher.decide(_text(record.get("text")))
    return {
        "id": record.get("id"),
        "decision": decision.kind.value,
        "topics": list(decision.topics),
        "confidence": round(decision.confidence, 4),
        "language": _language(record.get("language"), decision.language, default).value,
        "ms": round((timer() - started) * 1000, 3),
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _language(said: object, of_text: Language | None, default: Language) -> Language:
    stored = next((language for language in Language if language.value == said), None)
    return choose_language(stored, of_text, said if isinstance(said, str) else None, default)
