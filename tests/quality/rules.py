"""What the bot must never say: the rules of never_said/*.yaml, with a sentence that breaks each and one that does not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from bot.people.model import Language
from tests.quality.claims import DENIALS, Sentence, is_claimed

RULES: Final = Path(__file__).parent / "never_said"
_WORD: Final = re.compile(r"<([a-z]+)>")
# Between the words that make up a claim nothing is denied, and the sentence does not turn to something else.
_BETWEEN: Final = {Language.RU: r"(?:(?!\b(?:не|ни|нельзя)\b)[^:;])", Language.KK: "[^:;]"}
_GAP: Final = re.compile(r"(?<!\\)\.(\{0,\d+\})")


@dataclass(frozen=True)
class Rule:
    """One way of saying in one language what must not be said."""

    name: str
    language: Language
    facts: tuple[str, ...]  # that make it untrue, unknown or forbidden
    since: date | None  # from this day on; None: always
    says: re.Pattern[str]
    beside: tuple[re.Pattern[str], ...]  # must stand in the same sentence
    about: tuple[re.Pattern[str], ...]  # must stand in the sentence or in the title above it
    unless: re.Pattern[str] | None
    caught: tuple[str, ...]
    passed: tuple[str, ...]

    def is_broken(self, sentence: Sentence) -> bool:
        """Whether the sentence says it, and not that it is untrue, unknown or asked."""
        text = sentence.text
        if not self.says.search(text) or (self.unless and self.unless.search(text)):
            return False
        whole = f"{text} {sentence.title}"
        if not all(one.search(text) for one in self.beside) or not all(
            one.search(whole) for one in self.about
        ):
            return False
        return any(is_claimed(found, sentence, DENIALS[self.language]) for found in self.says.finditer(text))


@cache
def rules() -> tuple[Rule, ...]:
    return tuple(
        rule for path in sorted(RULES.glob("*.yaml")) if path.stem != "words" for rule in _read(path)
    )


def _read(path: Path) -> Iterator[Rule]:
    for entry in yaml.safe_load(path.read_text("utf-8")):
        for language in Language:
            for one in entry[language.value]:
                yield _rule(entry, one, language)


def _rule(entry: Mapping[str, Any], one: Mapping[str, Any], language: Language) -> Rule:
    def patterns(key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(_pattern(text, language) for text in one.get(key, ()))

    return Rule(
        name=entry["rule"],
        language=language,
        facts=tuple(entry["facts"]),
        since=entry.get("since"),
        says=_pattern(one["says"], language),
        beside=patterns("beside"),
        about=patterns("about"),
        unless=_pattern(one["unless"], language) if "unless" in one else None,
        caught=tuple(one["caught"]),
        passed=tuple(one["passed"]),
    )


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    words: Mapping[str, Mapping[str, str]] = yaml.safe_load((RULES / "words.yaml").read_text("utf-8"))
    return words


def _pattern(text: str, language: Language) -> re.Pattern[str]:
    words = _words()[language.value]
    whole = _WORD.sub(lambda found: words[found[1]], text)
    return re.compile(_GAP.sub(lambda gap: _BETWEEN[language] + gap[1], whole))
