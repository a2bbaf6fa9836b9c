"""The content of the repository, read once, and a small one of our own."""

from dataclasses import replace
from functools import cache

from bot.faq.matching.matcher import Matcher
from bot.faq.matching.model import DecisionKind, Example, MatchingContent
from bot.files.phrasings import load_matching_content
from bot.files.place import locales_dir

SMALL = MatchingContent(
    phrasings={
        "pets.cat": ("можно ли везти кошку", "мысықты алып баруға бола ма", "провоз кошки в самолёте"),
        "pets.dog": ("можно ли везти собаку", "итті алып баруға бола ма", "провоз собаки в самолёте"),
    },
    bank=(Example("сколько стоит корм для попугая", DecisionKind.HANDOVER),),
)


@cache
def real_matcher() -> Matcher:
    return Matcher.build(load_matching_content(locales_dir()))


@cache
def matcher_without(*families: str) -> Matcher:
    """The real one before the topics of these families (the first parts of ids) had answers: only their examples remain."""
    content = load_matching_content(locales_dir())
    written = {
        topic: ways for topic, ways in content.phrasings.items() if topic.partition(".")[0] not in families
    }
    return Matcher.build(replace(content, phrasings=written))


@cache
def small_matcher() -> Matcher:
    return Matcher.build(SMALL)
