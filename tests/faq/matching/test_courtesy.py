import pytest

from bot.faq.matching.courtesy import is_noise
from bot.faq.matching.model import DecisionKind
from tests.faq.matching.content import real_matcher


@pytest.mark.parametrize(
    "text",
    ["Сәлеметсіз бе", "салем калайсын", "Привет, как дела?", "спасибо большое", "рахмет сізге", "сен роботсың ба", "кто ты?",
     "ты дурак", "asdfgh", "ааааа", "???", "👍", "", "   ", "ок", "ghbdtn", "хахаха", "123"],
)  # fmt: skip
def test_a_message_that_asks_nothing_is_courtesy(text: str) -> None:
    assert real_matcher().decide(text).kind is DecisionKind.COURTESY


@pytest.mark.parametrize(
    "text",
    ["Привет, нужна ли виза?", "сәлем, қазір амнистия бар ма", "спасибо, а сколько стоит?", "1345", "112", "дурак, где мои деньги",
     "помогите", "виза", "rfr gjgfcnm d rjht.", "нет ответа", "жоқ, ол емес, айыппұл туралы"],
)  # fmt: skip
def test_a_question_is_never_swallowed(text: str) -> None:
    assert real_matcher().decide(text).kind is not DecisionKind.COURTESY


@pytest.mark.parametrize(
    "word", ["112", "119", "1345", "1414", "апа", "виза", "опрос", "eps", "keta", "вопрос"]
)
def test_a_word_with_a_meaning_is_no_noise(word: str) -> None:
    assert not is_noise(word)
