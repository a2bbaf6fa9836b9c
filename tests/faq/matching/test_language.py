import pytest

from bot.faq.matching.language import Sounding
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
        ("хозяин забрал паспорт и не отдает", Language.RU),
        ("паспортты тартып алды", Language.KK),
        ("zabrali pasport", Language.RU),
        ("K-ETA", None),
        ("12345", None),
    ],
)
def test_the_language_of_a_text_is_told(text: str, language: Language | None) -> None:
    assert real_matcher().decide(text).language is language


def test_words_that_both_languages_use_tell_nothing() -> None:
    sounding = Sounding({Language.KK: ["viza", "kerek"], Language.RU: ["viza", "nuzhna"]})
    assert sounding.guess(["viza"] * 9) is None


def test_without_samples_no_language_is_guessed() -> None:
    assert Sounding({}).guess(["nuzhna"]) is None
