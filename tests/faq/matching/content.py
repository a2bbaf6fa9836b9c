"""The content of the repository, read once, and a small one of our own."""

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
def small_matcher() -> Matcher:
    return Matcher.build(SMALL)
