"""👍 and 👎 under an answer, through the real dispatcher."""

import pytest
from aiogram.methods import EditMessageReplyMarkup

from bot.desk.model import Event, numbered
from bot.faq.library import EMERGENCY, Library
from bot.faq.matching.model import DecisionKind
from bot.faq.model import Status
from bot.faq.ratings import Rating, Reason, Verdict
from bot.people.model import Language
from bot.telegram.callbacks import AskPress, PassOnPress, RatePress, TopicPress, Vote
from tests.support.desk import question
from tests.support.people import AIGERIM, LANGUAGES, STAFF_GROUP, SVETLANA
from tests.support.telegram import decided
from tests.support.words import is_in, topics_of_status
from tests.telegram.screens import ANSWER, COURTESY, HANDOVER, URGENT
from tests.telegram.visitor import Heard, Visitor, carried

TOPIC = ANSWER.topics[0]
WHY = {
    Vote.WRONG: Reason.WRONG,
    Vote.UNCLEAR: Reason.UNCLEAR,
    Vote.OUTDATED: Reason.OUTDATED,
    Vote.OTHER_QUESTION: Reason.OTHER_QUESTION,
}


def votes(buttons: list[tuple[str, str]]) -> dict[Vote, RatePress]:
    return {press.vote: press for press in carried(buttons, RatePress)}


async def answered(library: Library, language: Language = Language.RU) -> tuple[Visitor, Heard]:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    return visitor, await visitor.writes("Можно ли работать?", ANSWER)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_answer_asks_whether_it_helped_and_knows_which_version_it_is(
    library: Library, language: Language
) -> None:
    visitor, heard = await answered(library, language)
    asked = votes(heard.buttons)
    assert asked.keys() == {Vote.UP, Vote.DOWN}
    ((_, topic, version, _, number),) = visitor.round.shown
    for press in asked.values():
        assert (press.topic, press.version, press.question) == (topic, version, number)
        assert (press.seen, press.below) == (language, True)


async def test_a_topic_that_was_looked_up_asks_too_without_a_question(library: Library) -> None:
    heard = await Visitor(library, Language.RU).presses(TopicPress(seen=Language.RU, topic=TOPIC))
    assert {press.question for press in votes(heard.buttons).values()} == {0}
    assert {press.below for press in votes(heard.buttons).values()} == {False}


async def test_what_is_no_answer_asks_for_no_vote(library: Library) -> None:
    visitor = Visitor(library, Language.RU)
    for decision in (HANDOVER, COURTESY, URGENT):
        assert not votes((await visitor.writes("?", decision)).buttons)
    for topic in topics_of_status(library, Status.ACTION):
        heard = await visitor.writes("?", decided(DecisionKind.ANSWER, topic))
        assert not votes(heard.buttons)
    assert not votes((await visitor.writes("/sos")).buttons)
    assert not votes((await visitor.presses(TopicPress(seen=Language.RU, topic=EMERGENCY))).buttons)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_good_vote_is_kept_thanked_for_and_asked_for_no_longer(
    library: Library, language: Language
) -> None:
    visitor, heard = await answered(library, language)
    press = votes(heard.buttons)[Vote.UP]
    voted = await visitor.presses(press, message_id=500)
    buttons, _ = voted.methods
    assert isinstance(buttons, EditMessageReplyMarkup)
    assert (buttons.chat_id, buttons.message_id) == (AIGERIM, 500)
    assert not votes(voted.rebuttoned)
    assert voted.rebuttoned == [one for one in heard.buttons if not one[1].startswith("r:")]
    assert voted.flashed == [library.translator_of(language)("Thank you!")]
    assert visitor.round.rated == [
        Rating(AIGERIM, TOPIC, language, press.version, Verdict.UP, Reason.NONE, 1)
    ]


async def test_a_bad_vote_counts_at_once_and_asks_why_in_its_own_row(library: Library) -> None:
    visitor, heard = await answered(library)
    voted = await visitor.presses(votes(heard.buttons)[Vote.DOWN])
    assert votes(voted.rebuttoned).keys() == WHY.keys()
    assert voted.flashed == [None]
    assert [one for one in voted.rebuttoned if not one[1].startswith("r:")] == [
        one for one in heard.buttons if not one[1].startswith("r:")
    ]
    assert [(one.verdict, one.reason) for one in visitor.round.rated] == [(Verdict.DOWN, Reason.NONE)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("vote", WHY)
async def test_the_reason_is_kept_and_a_person_is_offered(
    library: Library, vote: Vote, language: Language
) -> None:
    visitor, heard = await answered(library, language)
    why = await visitor.presses(votes(heard.buttons)[Vote.DOWN])
    told = await visitor.presses(votes(why.rebuttoned)[vote])
    assert [(one.verdict, one.reason, one.question) for one in visitor.round.rated] == [
        (Verdict.DOWN, Reason.NONE, 1),
        (Verdict.DOWN, WHY[vote], 1),
    ]
    assert not votes(told.rebuttoned)
    assert is_in(language, told.text)
    assert [press.question for press in carried(told.buttons, PassOnPress)] == [1]
    assert numbered(1) in " ".join(label for label, _ in told.buttons)
    assert carried(told.buttons, AskPress)


async def test_a_vote_about_a_question_stands_in_its_ledger(library: Library) -> None:
    visitor, heard = await answered(library)
    press = votes(heard.buttons)[Vote.DOWN]
    await visitor.presses(press)
    await visitor.presses(press.model_copy(update={"vote": Vote.OUTDATED}))
    rated = [(number, facts) for number, event, facts in visitor.round.noted if event is Event.RATED]
    known = {"topic": TOPIC, "version": press.version, "verdict": "down"}
    assert rated == [(1, {**known, "reason": ""}), (1, {**known, "reason": "outdated"})]


async def test_a_vote_without_a_question_is_kept_and_stands_in_no_ledger(library: Library) -> None:
    visitor = Visitor(library, Language.RU)
    heard = await visitor.presses(TopicPress(seen=Language.RU, topic=TOPIC))
    voted = await visitor.presses(votes(heard.buttons)[Vote.DOWN])
    told = await visitor.presses(votes(voted.rebuttoned)[Vote.WRONG])
    assert [one.question for one in visitor.round.rated] == [None, None]
    assert visitor.round.noted == []
    assert not carried(told.buttons, PassOnPress)
    assert carried(told.buttons, AskPress)


@pytest.mark.parametrize("vote", Vote)
async def test_the_number_of_somebody_elses_question_is_not_believed(library: Library, vote: Vote) -> None:
    visitor = Visitor(library, Language.RU, staff=STAFF_GROUP)
    number = await visitor.round.open_question(question(chat_id=SVETLANA))
    press = RatePress(seen=Language.RU, topic=TOPIC, version="1-a", vote=vote, question=number)
    voted = await visitor.presses(press)
    assert [one.question for one in visitor.round.rated] == [None]
    assert visitor.round.noted == []
    for label, data in [button for one in voted.methods for button in _buttons(one)]:
        assert numbered(number) not in label
        assert not data.startswith("p:")


def _buttons(method: object) -> list[tuple[str, str]]:
    keyboard = getattr(method, "reply_markup", None)
    rows = keyboard.inline_keyboard if keyboard else []
    return [(one.text, one.callback_data) for row in rows for one in row]


async def test_what_people_have_already_is_not_offered_to_be_passed_on(library: Library) -> None:
    visitor, heard = await answered(library)
    await visitor.presses(PassOnPress(seen=Language.RU, question=1))
    told = await visitor.presses(votes(heard.buttons)[Vote.UP].model_copy(update={"vote": Vote.WRONG}))
    assert not carried(told.buttons, PassOnPress)
    assert carried(told.buttons, AskPress)


async def test_a_vote_in_the_other_language_is_a_vote_on_the_text_that_was_read(library: Library) -> None:
    visitor = Visitor(library, Language.KK)
    press = RatePress(seen=Language.RU, topic=TOPIC, version="1-a", vote=Vote.DOWN)
    voted = await visitor.presses(press)
    assert [one.language for one in visitor.round.rated] == [Language.RU]
    assert {data.split(":")[1] for _, data in voted.rebuttoned} == {"ru"}


async def test_a_vote_under_a_message_that_telegram_does_not_name_still_counts(library: Library) -> None:
    visitor, heard = await answered(library)
    voted = await visitor.presses(votes(heard.buttons)[Vote.UP], at=None)
    assert not [one for one in voted.methods if isinstance(one, EditMessageReplyMarkup)]
    assert len(visitor.round.rated) == 1
