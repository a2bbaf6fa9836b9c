import pytest

from bot.faq.asking import answer_line
from bot.faq.matching.model import Decision, DecisionKind
from bot.people.model import Language


class Fixed:
    """Decides always the same and remembers what it was asked."""

    def __init__(self, language: Language | None = None) -> None:
        self.language = language
        self.asked: list[str] = []

    def decide(self, text: str) -> Decision:
        self.asked.append(text)
        return Decision(DecisionKind.CHOOSE, ("a", "b"), 0.123456, self.language)


def test_a_line_says_everything_that_scripts_rely_on() -> None:
    ticks = iter([1.0, 1.0025])
    line = answer_line(Fixed(Language.RU), {"id": 7, "text": "виза"}, Language.KK, lambda: next(ticks))
    assert line == {
        "id": 7,
        "decision": "choose",
        "topics": ["a", "b"],
        "confidence": 0.1235,
        "language": "ru",
        "ms": 2.5,
    }


@pytest.mark.parametrize(
    ("said", "of_text", "expected"),
    [
        ("kk", Language.RU, "kk"),
        (None, Language.RU, "ru"),
        (None, None, "kk"),
        ("ru-KZ", None, "ru"),
        ("en", None, "kk"),
        (5, Language.RU, "ru"),
        ([], None, "kk"),
    ],
)
def test_the_language_is_always_one_of_ours(said: object, of_text: Language | None, expected: str) -> None:
    assert answer_line(Fixed(of_text), {"language": said}, Language.KK)["language"] == expected


@pytest.mark.parametrize(
    ("record", "text"),
    [({}, ""), ({"text": None}, ""), ({"text": 1345}, "1345"), ({"text": "а", "more": {}}, "а")],
)
def test_an_odd_record_is_answered_all_the_same(record: dict[str, object], text: str) -> None:
    matcher = Fixed()
    assert answer_line(matcher, record, Language.RU)["decision"] == "choose"
    assert matcher.asked == [text]
