"""One line of the table that a benchmark prints."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """What was measured, how much it is, and how much it may be."""

    what: str
    found: float
    unit: str
    allowed: str = ""
    is_well: bool = True

    def __str__(self) -> str:
        judged = "" if not self.allowed else f"  {self.allowed:<12}{'ok' if self.is_well else 'MISSED'}"
        return f"{self.what:<58}{self.found:>10,.2f} {self.unit:<6}{judged}".rstrip()


def at_most(what: str, found: float, unit: str, limit: float) -> Line:
    return Line(what, found, unit, f"<= {limit:,g}", found <= limit)


def at_least(what: str, found: float, unit: str, limit: float) -> Line:
    return Line(what, found, unit, f">= {limit:,g}", found >= limit)
