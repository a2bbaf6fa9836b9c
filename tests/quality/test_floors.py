"""
Floors of the decisions on the labelled questions: a change that falls below one is a step back.

They were set anew, to what was measured and a little room, when all topics had got answers: until then most questions
counted as right if a person got them. From here they only rise, and the ceilings only fall.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from bot.faq.evaluation import Report, evaluate
from bot.faq.matching.matcher import Matcher
from bot.files.content import load_catalogue
from bot.files.phrasings import load_matching_content
from bot.files.place import locales_dir

QUESTIONS = Path(__file__).parent / "dev.jsonl"


@cache
def report() -> Report:
    locales = locales_dir()
    lines = QUESTIONS.read_text("utf-8").splitlines()
    matcher = Matcher.build(load_matching_content(locales))
    return evaluate(map(json.loads, lines), matcher.decide, load_catalogue(locales).topics)


@pytest.mark.parametrize(
    ("measure", "floor"),
    [("inside_right", 0.29), ("inside_helped", 0.86), ("urgent_found", 0.99), ("urgent_topic_fits", 0.97)],
)
def test_what_helps_people_stays_above_its_floor(measure: str, floor: float) -> None:
    assert getattr(report(), measure).value >= floor


@pytest.mark.parametrize(
    ("measure", "ceiling"),
    [("wrong_outright", 0.016), ("outside_answered", 0.013), ("false_alarms", 0.002), ("swallowed", 0.001)],
)
def test_what_harms_people_stays_below_its_ceiling(measure: str, ceiling: float) -> None:
    assert getattr(report(), measure).value <= ceiling


@pytest.mark.parametrize(("language", "floor"), [("kk", 0.78), ("ru", 0.8), ("mix", 0.86)])
def test_no_language_is_left_behind(language: str, floor: float) -> None:
    part = dict(report().slices())[f"language {language}"]
    assert sum(one.outcome.value in {"right", "assisted"} for one in part) >= floor * len(part)
