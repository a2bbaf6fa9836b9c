"""The chain of the ledger: each link holds the hash of the one before, and never a citizen's words."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.desk.model import Event, LedgerEntry

BEGINNING = "0" * 64
"""What stands in place of the hash before the first link."""


def text_digest(salt: str, text: str) -> str:
    """SHA-256 of salt and text. Once the salt is erased it proves nothing about the text any more."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


def link(
    last: tuple[int, str] | None, question: int, event: Event, at: datetime, facts: Mapping[str, object]
) -> LedgerEntry:
    """The entry that follows `last`, a pair of its position and hash (None: the first entry)."""
    position, previous = (last[0] + 1, last[1]) if last else (1, BEGINNING)
    content = [position, question, event.value, at.astimezone(UTC).isoformat(), written(facts), previous]
    digest = hashlib.sha256(json.dumps(content).encode()).hexdigest()
    return LedgerEntry(position, question, event, at, facts, previous, digest)


def written(facts: Mapping[str, object]) -> str:
    """Facts as they are stored and hashed: JSON with sorted keys."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"))
