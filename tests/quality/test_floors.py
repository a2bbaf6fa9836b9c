"""Floors of the decisions on the labelled questions. They only rise: a change that falls below one is a step back."""

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
    [("inside_right", 0.43), ("inside_helped", 0.62), ("urgent_found", 0.99), ("urgent_topic_fits", 0.97)],
)
def test_what_helps_people_stays_above_its_floor(measure: str, floor: float) -> None:
    assert getattr(report(), measure).value >= floor


@pytest.mark.parametrize(
    ("measure", "ceiling"),
    [("wrong_outright", 0.02), ("outside_answered", 0.003), ("false_alarms", 0.01), ("swallowed", 0.001)],
)
def test_what_harms_people_stays_below_its_ceiling(measure: str, ceiling: float) -> None:
    assert getattr(report(), measure).value <= ceiling


@pytest.mark.parametrize("language", ["kk", "ru", "mix"])
def test_no_language_is_left_behind(language: str) -> None:
    part = dict(report().slices())[f"language {language}"]
    assert sum(one.outcome.value in {"right", "assisted"} for one in part) >= 0.85 * len(part)
