"""The Bot API's own description of what may be sent, and the check of a request against it."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from bot.sandbox.refusal import Json


@dataclass(frozen=True)
class Mismatch:
    """One thing in a request that the Bot API does not know."""

    method: str
    parameter: str  # with its place inside nested objects: reply_markup.inline_keyboard[0][0].text
    what: str

    def wire(self) -> dict[str, str]:
        """The mismatch as the control API shows it."""
        return {"method": self.method, "parameter": self.parameter, "what": self.what}


Problem = tuple[str, str]
"""A place and what is wrong there."""

BOOLEANS = frozenset({"Boolean", "True"})


class Schema:
    """Methods with their parameters, and the objects that can be sent inside them."""

    def __init__(self, description: Json) -> None:
        self.version: str = description["version"]
        self._methods: dict[str, dict[str, str]] = {
            name.lower(): _plain(fields) for name, fields in description["methods"].items()
        }
        self._required = {
            name: _required(fields)
            for group in (description["methods"], description["types"])
            for name, fields in group.items()
        }
        self._names = {name.lower(): name for name in description["methods"]}
        self._types = {name: _plain(fields) for name, fields in description["types"].items()}
        self._unions: dict[str, list[str]] = description["unions"]
        self._answered_true = frozenset(description["answered_true"])

    def method_name(self, name: str) -> str | None:
        """The method as it is spelt; the real server does not look at capitals. None when there is none."""
        return self._names.get(name.lower())

    def parameters(self, method: str) -> dict[str, str]:
        """Parameter names and their types in the notation of the schema file."""
        return self._methods[method.lower()]

    def answers_true(self, method: str) -> bool:
        """Whether the method's only answer is True."""
        return method in self._answered_true

    def check(self, method: str, parameters: Json) -> list[Mismatch]:
        """Everything in the parameters that the schema does not allow, and what is missing."""
        problems = self._check_fields(self._methods[method.lower()], self._required[method], parameters, "")
        return [Mismatch(method, place, what) for place, what in problems]

    def _check_fields(
        self, fields: dict[str, str], required: tuple[str, ...], values: Json, place: str
    ) -> list[Problem]:
        problems = [(f"{place}{name}", "missing") for name in required if values.get(name) is None]
        for name, value in values.items():
            notation = fields.get(name)
            if notation is None:
                problems.append((f"{place}{name}", "unknown"))
            elif value is not None:
                problems.extend(self._check_value(notation, value, f"{place}{name}"))
        return problems

    def _check_value(self, notation: str, value: Any, place: str) -> list[Problem]:
        if notation.startswith("["):
            return self._check_list(notation[1:-1], value, place)
        if notation.startswith("="):
            return [] if value == notation[1:] else [(place, f"must be {notation[1:]}")]
        if "|" in notation:
            return self._check_choice(notation.split("|"), value, place)
        if notation in self._unions:
            return self._check_choice(self._unions[notation], value, place)
        if notation in self._types:
            return self._check_object(notation, value, place)
        return [] if _fits(notation, value) else [(place, f"must be {notation}")]

    def _check_list(self, notation: str, value: Any, place: str) -> list[Problem]:
        if not isinstance(value, list):
            return [(place, "must be Array")]
        problems: list[Problem] = []
        for number, item in enumerate(value):
            problems.extend(self._check_value(notation, item, f"{place}[{number}]"))
        return problems

    def _check_object(self, name: str, value: Any, place: str) -> list[Problem]:
        if not isinstance(value, dict):
            return [(place, f"must be {name}")]
        return self._check_fields(self._types[name], self._required[name], value, f"{place}.")

    def _check_choice(self, choices: list[str], value: Any, place: str) -> list[Problem]:
        """The problems of the alternative that was most likely meant."""
        meant = max(choices, key=lambda choice: self._likeness(choice, value))
        problems = self._check_value(meant, value, place)
        if not problems:
            return []
        return min(
            (self._check_value(choice, value, place) for choice in self._equals(choices, meant, value)),
            key=len,
        )

    def _equals(self, choices: list[str], meant: str, value: Any) -> list[str]:
        likeness = self._likeness(meant, value)
        return [choice for choice in choices if self._likeness(choice, value) == likeness]

    def _likeness(self, choice: str, value: Any) -> int:
        """How many of the object's names an alternative knows; a right literal `type` outweighs them all."""
        fields = self._types.get(choice)
        if fields is None or not isinstance(value, dict):
            return 0 if fields is not None else 1
        known = sum(1 for name in value if name in fields)
        right = sum(100 for name, notation in fields.items() if notation == f"={value.get(name)}")
        return known + right


@cache
def bot_api() -> Schema:
    """The schema that is shipped with the program (README.md of this room tells where it comes from)."""
    text = resources.files("bot.sandbox").joinpath("bot_api_schema.json").read_text(encoding="utf-8")
    return Schema(json.loads(text))


def _plain(fields: dict[str, str]) -> dict[str, str]:
    return {name.removesuffix("!"): notation for name, notation in fields.items()}


def _required(fields: dict[str, str]) -> tuple[str, ...]:
    return tuple(name.removesuffix("!") for name in fields if name.endswith("!"))


def _fits(notation: str, value: Any) -> bool:
    if notation in BOOLEANS:
        return isinstance(value, bool)
    if isinstance(value, bool):
        return False
    kinds: dict[str, type | tuple[type, ...]] = {
        "String": str,
        "Integer": int,
        "Float": (int, float),
        "InputFile": Upload,
    }
    return isinstance(value, kinds[notation])


@dataclass(frozen=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes
    content_type: str
