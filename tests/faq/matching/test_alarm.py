import pytest

from bot.faq.matching.model import DecisionKind
from tests.faq.matching.content import real_matcher

URGENT = [
    "мужа только что увезли полицейские",
    "мені миграция ұстап отыр, не істейін",
    "meni politsiya ustap aldy",
    "хозяин отобрал наши паспорта",
    "паспортымды бермейді қожайын",
    "муж меня избил, боюсь",
    "күйеуім ұрып жатыр",
    "сын пропал в Корее, неделю не звонит",
    "әкем Кореяда қайтыс болды",
    "не хочу больше жить",
    "өмір сүргім келмейді",
    "нас заперли и не выпускают",
    "друг без сознания, что делать",
    "если честно, мужа вчера задержали, помогите",
]
CALM = [
    "если задержат, что делать",
    "ұстап алса не болады",
    "задержали зарплату",
    "айлығымды ұстап қалды",
    "рейс задержали на сутки",
    "мой телефон умер",
    "умираю как хочу в Корею",
    "былтыр ұстап депорт жасаған, енді бара аламын ба",
    "консульство забрало паспорт на визу",
    "паспорт потерял",
    "какой штраф за просрочку",
    "әжем қайтыс болған, ол кәріс еді, маған F-4 бере ме",
    "слышал, что на фермах бьют, это правда?",
    "держат ли долго на границе",
]


@pytest.mark.parametrize("text", URGENT)
def test_a_cry_for_help_is_heard(text: str) -> None:
    assert real_matcher().decide(text).kind is DecisionKind.URGENT


@pytest.mark.parametrize("text", CALM)
def test_an_alarming_word_alone_raises_no_alarm(text: str) -> None:
    assert real_matcher().decide(text).kind is not DecisionKind.URGENT


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("меня задержали", "rights.detained"),
        ("начальник забрал мой паспорт", "rights.passport_taken"),
        ("не хочу жить", "contacts.emergency"),
    ],
)
def test_an_alarm_shows_what_helps(text: str, topic: str) -> None:
    assert topic in real_matcher().decide(text).topics
