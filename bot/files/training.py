"""Trains the models on the content: `python -m bot.files.training` prints bot/faq/matching/weights.py."""

import sys
import textwrap
from collections.abc import Iterator, Sequence

from bot.faq.matching.concepts import Concepts
from bot.faq.matching.confidence import FEATURES
from bot.faq.matching.followup import FOLLOW_UP_FEATURES, FollowUps
from bot.faq.matching.followup_training import FollowUpCases
from bot.faq.matching.matcher import Matcher
from bot.faq.matching.model import DecisionKind, MatchingContent
from bot.faq.matching.training import cases, fit_urgency, fit_weights
from bot.faq.matching.urgency import pack
from bot.files.phrasings import load_matching_content
from bot.files.place import locales_dir

_MOST = 2000
_WIDTH = 108


def main() -> None:
    """Print the module with the new weights."""
    content = load_matching_content(locales_dir())
    matcher = Matcher.build(content)
    weights = fit_weights(list(cases(matcher.index)))
    urgency = fit_urgency([(matcher.urgency_features(text), urgent) for text, urgent in _texts(content)])
    follow_ups = FollowUps(content, matcher.index.labels)
    leaning = fit_weights(list(FollowUpCases(matcher.index, Concepts(content.words), follow_ups).all()))
    sys.stdout.write(_module(weights, leaning, pack(urgency, _MOST)))


def _texts(content: MatchingContent) -> Iterator[tuple[str, bool]]:
    """
    Texts known to be urgent or not.

    Phrasings and examples of topics that urgent examples show may be either: left out.
    """
    shown = {topic for example in content.bank for topic in example.gold}
    for topic, ways in content.phrasings.items():
        if topic not in shown:
            yield from ((text, False) for text in ways)
    for example in content.bank:
        if example.topic not in shown:
            yield example.text, example.expect is DecisionKind.URGENT


def _module(weights: tuple[float, ...], leaning: tuple[float, ...], urgency: str) -> str:
    packed = "\n".join(textwrap.wrap(urgency, _WIDTH, break_long_words=False, break_on_hyphens=False))
    return (
        '"""What training found. Made by `python -m bot.files.training`; do not edit by hand."""\n\n'
        f"WEIGHTS = {_tuple(weights, FEATURES)}\n\nFOLLOW_UP = {_tuple(leaning, FOLLOW_UP_FEATURES)}\n\n"
        f'URGENCY = """\n{packed}\n"""\n'
    )


def _tuple(weights: Sequence[float], names: Sequence[str]) -> str:
    lines = (f"    {weight},  # {name}\n" for weight, name in zip(weights, names, strict=True))
    return f"(\n{''.join(lines)})"


if __name__ == "__main__":
    main()
