import string

import pytest

from bot.files.wording import WORDING, say
from bot.people.model import Language


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", sorted(WORDING))
def test_both_languages_say_the_same_things(code: str) -> None:
    russian, kazakh = WORDING[code]
    assert russian.strip()
    assert kazakh.strip()
    assert places(russian) == places(kazakh)


def test_a_finding_is_told_in_the_language_of_the_editor() -> None:
    assert say("did_you_mean", Language.RU, word="x") == "Может быть, «x»?"
    assert say("did_you_mean", Language.KK, word="x") == "Мүмкін «x» шығар?"
