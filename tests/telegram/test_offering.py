"""The other language under what the bot says, through the real dispatcher."""

import pytest
from aiogram.methods import EditMessageText, SendMessage

from bot.desk.model import numbered
from bot.faq.library import Library
from bot.faq.matching.model import DecisionKind
from bot.people.model import Language, Place
from bot.telegram import views
from bot.telegram.callbacks import (
    AboutPress,
    AskPress,
    ChoicePress,
    Danger,
    GroupPress,
    LanguagePress,
    MenuPress,
    MyPress,
    NonePress,
    RatePress,
    SosPress,
    TopicPress,
    Vote,
)
from tests.support.desk import question
from tests.support.people import LANGUAGES, OTHER_GROUP, STAFF_GROUP, SVETLANA
from tests.support.telegram import buttons, decided
from tests.support.updates import CONTENTS, ME, group_update, named
from tests.support.words import foreign_sentences, is_in, other_than
from tests.telegram.screens import ANSWER, CHOOSE, COURTESY, HANDOVER, URGENT, WORDS, Way
from tests.telegram.visitor import Heard, Visitor, carried

KK, RU = LANGUAGES
DECISIONS = (ANSWER, CHOOSE, HANDOVER, URGENT, COURTESY)


def writing(text: str, decision: object = None) -> Way:
    return lambda visitor, seen: visitor.writes(text, decision, hint=seen.value)  # type: ignore[arg-type]


def sending(kind: str) -> Way:
    return lambda visitor, seen: visitor.sends(kind, CONTENTS[kind], hint=seen.value)


async def after_choices(visitor: Visitor, seen: Language, press: type[ChoicePress | NonePress]) -> Heard:
    heard = await visitor.writes(WORDS, CHOOSE, hint=seen.value)
    return await visitor.presses(carried(heard.buttons, press)[0], hint=seen.value)


async def in_danger(visitor: Visitor, seen: Language) -> Heard:
    heard = await visitor.sends("voice", CONTENTS["voice"], hint=seen.value)
    (press,) = [one for one in carried(heard.buttons, AboutPress) if one.about is Danger.DETAINED]
    return await visitor.presses(press, hint=seen.value)


WAYS: dict[str, Way] = {
    **{
        f"/{command}": writing(f"/{command}") for command in ("menu", "help", "language", "my", "sos", "nope")
    },
    **{f"decided {one.kind}": writing(WORDS, one) for one in DECISIONS},
    "an answer for people": writing(WORDS, decided(DecisionKind.ANSWER, "basics.other_countries")),
    "masked": writing("E-9? 990101300123", HANDOVER),
    **{kind: sending(kind) for kind in ("photo", "voice", "sticker", "contact", "location")},
    "menu": lambda visitor, seen: visitor.presses(MenuPress(seen=seen)),
    "chapter": lambda visitor, seen: visitor.presses(GroupPress(seen=seen, group="basics")),
    "topic": lambda visitor, seen: visitor.presses(TopicPress(seen=seen, topic=ANSWER.topics[0])),
    "sos": lambda visitor, seen: visitor.presses(SosPress(seen=seen)),
    "sos with a place": lambda visitor, seen: visitor.presses(SosPress(seen=seen, place=Place.KOREA)),
    "ask": lambda visitor, seen: visitor.presses(AskPress(seen=seen)),
    "my": lambda visitor, seen: visitor.presses(MyPress(seen=seen)),
    "chosen": lambda visitor, seen: after_choices(visitor, seen, ChoicePress),
    "none of these": lambda visitor, seen: after_choices(visitor, seen, NonePress),
    "danger": in_danger,
}


def offered(heard: Heard) -> list[LanguagePress]:
    return carried(heard.buttons, LanguagePress)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
async def test_whoever_chose_no_language_can_have_the_other_one_everywhere_and_is_offered_it_once(
    library: Library, way: Way, language: Language
) -> None:
    heard = await way(Visitor(library, staff=STAFF_GROUP), language)
    others = [press for press in offered(heard) if press.language is not language]
    assert [press.language for press in others] == [other_than(language)]
    assert {press.seen for press in others} == {language}
    assert not any(press.first for press in others)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "way", [way for name, way in WAYS.items() if "menu" not in name and "lang" not in name]
)
async def test_whoever_chose_one_is_not_asked_again(library: Library, way: Way, language: Language) -> None:
    assert offered(await way(Visitor(library, language, staff=STAFF_GROUP), language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("decision", DECISIONS, ids=str)
async def test_whoever_writes_in_the_other_language_is_offered_it_though_one_was_chosen(
    library: Library, decision: object, language: Language
) -> None:
    other = other_than(language)
    kind, topics = decision.kind, decision.topics  # type: ignore[attr-defined]
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    heard = await visitor.writes(WORDS, decided(kind, *topics, language=other))
    assert [press.language for press in offered(heard)] == [other]
    same = await visitor.writes(WORDS, decided(kind, *topics, language=language))
    assert offered(same) == []
    assert {data.split(":")[1] for _, data in heard.buttons} == {language.value}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("decision", [HANDOVER, CHOOSE], ids=str)
async def test_under_a_receipt_it_shows_that_question_in_the_other_language_below(
    library: Library, decision: object, language: Language
) -> None:
    other = other_than(language)
    visitor = Visitor(library, staff=STAFF_GROUP)
    await visitor.writes("Первый", HANDOVER, hint=language.value)
    receipt = await visitor.writes("Второй", decision, hint=language.value)  # type: ignore[arg-type]
    (press,) = offered(receipt)
    assert press.question == 2
    heard = await visitor.presses(press)
    assert isinstance(heard.screen, SendMessage)
    assert heard.text.startswith(numbered(2))
    assert "«Второй»" in heard.text
    assert is_in(other, heard.text.rsplit("\n\n", 1)[1])
    assert visitor.known.language is other
    assert heard.to_staff == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_under_an_answer_it_shows_the_answer_below_and_under_a_topic_looked_up_in_its_place(
    library: Library, language: Language
) -> None:
    topic = ANSWER.topics[0]
    asked = await Visitor(library).writes(WORDS, ANSWER, hint=language.value)
    looked_up = await Visitor(library).presses(TopicPress(seen=language, topic=topic))
    for heard, kind in ((asked, SendMessage), (looked_up, EditMessageText)):
        (press,) = offered(heard)
        shown = await Visitor(library).presses(press)
        assert isinstance(shown.screen, kind)
        assert shown.text == (await Visitor(library, other_than(language)).writes(WORDS, ANSWER)).text


async def test_the_number_of_somebody_elses_question_shows_no_question(library: Library) -> None:
    visitor = Visitor(library)
    number = await visitor.round.open_question(question(chat_id=SVETLANA, text="құпия"))
    heard = await visitor.presses(LanguagePress(seen=KK, language=RU, question=number, below=True))
    assert "құпия" not in heard.text
    assert heard.text == views.menu(library, RU).text.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_only_the_languages_of_the_greeting_lead_to_the_welcome(
    library: Library, language: Language
) -> None:
    greeting = await Visitor(library).writes("/start")
    assert [(press.language, press.first) for press in offered(greeting)] == [(KK, True), (RU, True)]
    (press,) = [one for one in offered(greeting) if one.language is language]
    welcomed = await Visitor(library).presses(press)
    assert welcomed.text == views.welcome(library, language).text.text
    for name in ("/language", "/help", "menu"):
        heard = await WAYS[name](Visitor(library), other_than(language))
        (press,) = [one for one in offered(heard) if one.language is language]
        switched = await Visitor(library).presses(press)
        assert switched.text == views.menu(library, language).text.text
        assert foreign_sentences(language, switched.text) == []


async def test_nothing_is_offered_in_groups_or_to_staff(library: Library) -> None:
    visitor = Visitor(library, staff=STAFF_GROUP)
    heard = await visitor.writes(WORDS, URGENT)
    for method in heard.methods:
        assert method is heard.screen or getattr(method, "reply_markup", None) is None
    words = named(f"@{ME['username']} E-9?")
    in_group = await visitor.desk.carry(group_update(chat_id=OTHER_GROUP, **words), decision=ANSWER)
    assert len(in_group) == 1
    assert all(data is None for _, data in buttons(in_group[0]))


async def test_under_a_vote_the_offer_stays_one(library: Library) -> None:
    visitor = Visitor(library)
    heard = await visitor.writes(WORDS, ANSWER)
    (press,) = [one for one in carried(heard.buttons, RatePress) if one.vote is Vote.DOWN]
    voted = await visitor.presses(press)
    assert len(carried(voted.rebuttoned, LanguagePress)) == 1
