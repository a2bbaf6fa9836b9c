import pytest

from bot.people.model import Language
from tests.faq.matching.content import real_matcher


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Кореяда қалай жұмыс істеуге болады", Language.KK),
        ("кореяда калай жумыс истеуге болады", Language.KK),
        ("koreyada qalai jumys isteuge bolady", Language.KK),
        ("как поехать работать в Корею", Language.RU),
        ("kak poehat rabotat v koreyu", Language.RU),
        ("скажите пожалуйста что делать", Language.RU),
        ("K-ETA", None),
        ("12345", None),
    ],
)
def test_the_language_of_a_text_is_told(text: str, language: Language | None) -> None:
    assert real_matcher().decide(text).language is language
