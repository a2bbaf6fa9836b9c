"""What somebody edits after it was answered, through the real dispatcher."""

import dataclasses

import pytest
from aiogram.methods import SendMessage

from bot.desk.model import Event, numbered
from bot.faq.library import Library
from bot.faq.matching.model import Decision, DecisionKind
from bot.people.model import Language
from tests.support.people import LANGUAGES, STAFF_GROUP
from tests.support.telegram import decided
from tests.support.updates import CONTENTS, edit_update, text_update
from tests.support.words import is_in
from tests.telegram.screens import ANSWER, CHOOSE, COURTESY, HANDOVER, URGENT
from tests.telegram.visitor import Heard, Visitor

FOR_PEOPLE = decided(DecisionKind.ANSWER, "basics.other_countries")
OTHER_ANSWER = decided(DecisionKind.ANSWER, "basics.can_i_work_now")


@pytest.fixture
def visitor(library: Library) -> Visitor:
    return Visitor(library, Language.RU, staff=STAFF_GROUP)


def replied_to(heard: Heard) -> int | None:
    assert isinstance(heard.screen, SendMessage)
    reply = heard.screen.reply_parameters
    assert reply is None or reply.allow_sending_without_reply
    return reply.message_id if reply else None


async def test_an_edited_message_that_nobody_knows_is_a_question(visitor: Visitor) -> None:
    heard = await visitor.corrects(999, "Можно ли работать?", ANSWER)
    assert visitor.round.asked[0].text == "Можно ли работать?"
    assert visitor.round.asked[0].message_id == 999
    assert visitor.round.events() == [Event.SHOWN]
    again = await visitor.corrects(999, "Можно ли там работать?", HANDOVER)
    assert numbered(1) in again.text
    assert len(visitor.round.asked) == 1
    assert heard.text != again.text


async def test_a_greeting_that_becomes_a_question_is_answered(visitor: Visitor) -> None:
    await visitor.writes("Здравствуйте", COURTESY)
    await visitor.corrects(visitor.last_message, "Можно ли работать?", ANSWER)
    assert [one.text for one in visitor.round.asked] == ["Можно ли работать?"]


@pytest.mark.parametrize("decision", [ANSWER, CHOOSE, HANDOVER, URGENT])
async def test_where_the_words_stay_the_same_nothing_is_said(visitor: Visitor, decision: Decision) -> None:
    """Telegram also calls it an edit when a link gets its preview."""
    words = "Паспорт N12345678? https://a.kz"
    await visitor.writes(words, decision)
    before = list(visitor.round.noted)
    heard = await visitor.corrects(visitor.last_message, words, decision)
    assert heard.methods == []
    assert visitor.round.noted == before


async def test_a_part_of_a_burst_that_stays_the_same_is_no_correction(visitor: Visitor) -> None:
    raws = [text_update(words, n, message_id=20 + n) for n, words in enumerate(("Виза", "керек пе?"), 1)]
    await visitor.carry(*raws, decision=HANDOVER)
    assert (await visitor.corrects(22, "керек пе?", HANDOVER)).methods == []


async def test_of_a_burst_the_other_messages_stay_when_one_is_corrected(visitor: Visitor) -> None:
    raws = [text_update(words, n, message_id=20 + n) for n, words in enumerate(("Виза", "керек пе?"), 1)]
    await visitor.carry(*raws, decision=HANDOVER)
    await visitor.corrects(21, "E-9 визасы", HANDOVER)
    assert visitor.round.questions[1].text == "Виза\nкерек пе?\nE-9 визасы"
    alone = await visitor.writes("Виза", HANDOVER)
    assert numbered(2) in alone.text
    await visitor.corrects(visitor.last_message, "E-9 визасы", HANDOVER)
    assert visitor.round.questions[2].text == "E-9 визасы"


@pytest.mark.parametrize("decision", [ANSWER, HANDOVER, URGENT])
@pytest.mark.parametrize("blanks", ["{} ", " {}", "{}\n\n", "\t{}\u00a0"])
async def test_blanks_at_the_ends_are_no_correction(
    visitor: Visitor, blanks: str, decision: Decision
) -> None:
    for before, after in (("{}", blanks), (blanks, "{}")):
        await visitor.writes(before.format("Можно ли работать?"), decision)
        noted = list(visitor.round.noted)
        heard = await visitor.corrects(visitor.last_message, after.format("Можно ли работать?"), decision)
        assert (heard.methods, visitor.round.noted) == ([], noted)
    raws = [text_update(words, 90 + n, message_id=90 + n) for n, words in enumerate(("Виза ", "керек пе?"))]
    await visitor.carry(*raws, decision=HANDOVER)
    assert (await visitor.corrects(90, blanks.format("Виза"), HANDOVER)).methods == []


@pytest.mark.parametrize("words", ["", "  ", "\n"])
async def test_a_correction_into_nothing_is_none(visitor: Visitor, words: str) -> None:
    await visitor.sends("photo", CONTENTS["photo"], HANDOVER, caption="Правда?")
    heard = await visitor.corrects(
        visitor.last_message, None, HANDOVER, photo=CONTENTS["photo"], caption=words
    )
    assert heard.methods == []
    assert visitor.round.questions[1].text == "Правда?"


async def test_a_line_taken_out_is_a_correction(visitor: Visitor) -> None:
    await visitor.writes("Можно?\nСрочно в среду", HANDOVER)
    assert (await visitor.corrects(visitor.last_message, "Можно?", HANDOVER)).to_staff


@pytest.mark.parametrize("decision", [OTHER_ANSWER, CHOOSE, HANDOVER])
async def test_a_corrected_question_gets_a_new_answer_under_its_old_number(
    visitor: Visitor, decision: Decision
) -> None:
    await visitor.writes("Можна ли работат?", ANSWER)
    message = visitor.last_message
    heard = await visitor.corrects(message, "Отобрали паспорт +7 701 123 45 67", decision)
    assert replied_to(heard) == message
    assert len(visitor.round.asked) == 1
    assert visitor.round.questions[1].text == "Отобрали паспорт ▒▒▒"
    assert visitor.round.events()[1:3] == [Event.CORRECTED, Event.DECIDED]
    facts = visitor.round.noted[2][2]
    assert (facts["decision"], facts["topics"]) == (decision.kind.value, list(decision.topics))
    assert {number for number, _, _ in visitor.round.noted} == {1}
    assert (len(heard.to_staff) == 1) == (decision is HANDOVER)


async def test_a_correction_that_leads_to_the_same_answer_is_kept_in_silence(visitor: Visitor) -> None:
    await visitor.writes("Можна ли работат?", ANSWER)
    heard = await visitor.corrects(visitor.last_message, "Можно ли работать?", ANSWER)
    assert heard.methods == []
    assert visitor.round.questions[1].text == "Можно ли работать?"
    assert visitor.round.events() == [Event.SHOWN, Event.CORRECTED, Event.DECIDED]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("decision", [HANDOVER, FOR_PEOPLE, None], ids=["handover", "for people", "unranked"])
async def test_whoever_has_the_question_gets_the_correction_and_the_citizen_is_told(
    library: Library, decision: Decision | None, language: Language
) -> None:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    await visitor.writes("?", HANDOVER)
    message = visitor.last_message
    heard = await visitor.corrects(message, "Точнее: +7 701 123 45 67", decision)
    assert is_in(language, heard.text)
    assert numbered(1) in heard.text
    assert replied_to(heard) == message
    (notice,) = heard.to_staff
    assert numbered(1) in notice
    assert "Точнее: ▒▒▒" in notice
    assert visitor.round.events().count(Event.HANDED_OVER) == 1


@pytest.mark.parametrize("decision", [ANSWER, CHOOSE])
async def test_what_can_be_answered_now_is_answered_and_people_get_the_correction_all_the_same(
    visitor: Visitor, decision: Decision
) -> None:
    await visitor.writes("?", HANDOVER)
    message = visitor.last_message
    heard = await visitor.corrects(message, "Точнее", decision)
    assert replied_to(heard) == message
    assert visitor.round.events()[-1] is Event.SHOWN
    (notice,) = heard.to_staff
    assert "Точнее" in notice


async def test_a_correction_into_nothing_but_thanks_reaches_those_who_have_the_question(
    visitor: Visitor,
) -> None:
    await visitor.writes("?", HANDOVER)
    heard = await visitor.corrects(visitor.last_message, "Спасибо, не надо", COURTESY)
    (notice,) = heard.to_staff
    assert "Спасибо, не надо" in notice
    assert visitor.round.questions[1].text == "Спасибо, не надо"
    assert heard.text == "Исправление передал сотрудникам. Номер вопроса прежний: K-000001."


async def test_a_correction_into_nothing_but_thanks_of_what_nobody_has_is_kept_in_silence(
    visitor: Visitor,
) -> None:
    await visitor.writes("?", ANSWER)
    heard = await visitor.corrects(visitor.last_message, "Спасибо", COURTESY)
    assert heard.methods == []
    assert visitor.round.questions[1].text == "Спасибо"


async def test_a_question_whose_text_was_erased_is_asked_anew(visitor: Visitor) -> None:
    await visitor.writes("?", HANDOVER)
    visitor.round.questions[1] = dataclasses.replace(visitor.round.questions[1], text="")
    heard = await visitor.corrects(visitor.last_message, "Точнее", HANDOVER)
    assert numbered(2) in heard.text
    assert visitor.round.questions[1].text == ""


async def test_without_staff_a_correction_is_said_to_be_kept(library: Library) -> None:
    visitor = Visitor(library, Language.RU)
    await visitor.writes("?", HANDOVER)
    heard = await visitor.corrects(visitor.last_message, "Точнее", HANDOVER)
    assert heard.methods == [heard.screen]
    assert heard.text == "Исправление сохранил. Номер вопроса прежний: K-000001."


@pytest.mark.parametrize("before", [ANSWER, CHOOSE, HANDOVER])
async def test_danger_in_a_correction_alarms_whatever_was_said_before(
    visitor: Visitor, before: Decision
) -> None:
    await visitor.writes("?", before)
    message = visitor.last_message
    heard = await visitor.corrects(message, "Меня задержали", URGENT)
    assert replied_to(heard) == message
    assert numbered(1) in heard.text.split("\n\n")[0]
    (alarm,) = heard.to_staff
    assert alarm.startswith("🆘")
    assert "Меня задержали" in alarm
    assert heard.alarms == [alarm], "it goes out once, not as a correction besides"


async def test_an_edit_that_comes_together_with_a_new_text_is_asked_with_it(visitor: Visitor) -> None:
    await visitor.writes("Первый вопрос", ANSWER)
    old = visitor.last_message
    raws = [text_update("Новый вопрос", 50, message_id=50), edit_update("Первый иначе", 51, message_id=old)]
    heard = await visitor.carry(*raws, decision=HANDOVER)
    assert numbered(2) in heard.text
    assert visitor.round.asked[1].text == "Новый вопрос\nПервый иначе"
    assert visitor.round.asked[1].messages == (50,)
    assert "Первый иначе" in heard.to_staff[0]


async def test_an_edit_of_what_still_waits_counts_as_corrected(visitor: Visitor) -> None:
    raws = [text_update("Можна?", 50, message_id=50), edit_update("Можно?", 51, message_id=50)]
    await visitor.carry(*raws, decision=ANSWER)
    assert [(one.text, one.messages) for one in visitor.round.asked] == [("Можно?", (50,))]
    later = await visitor.corrects(50, "Можно ли?", HANDOVER)
    assert numbered(1) in later.text


async def test_a_corrected_caption_is_a_correction_too(visitor: Visitor) -> None:
    await visitor.sends("photo", CONTENTS["photo"], ANSWER, caption="Правда?")
    message = visitor.last_message
    heard = await visitor.corrects(message, None, HANDOVER, photo=CONTENTS["photo"], caption="Ложь?")
    assert visitor.round.questions[1].text == "Ложь?"
    assert replied_to(heard) == message
    assert len(visitor.round.asked) == 1


async def test_words_added_to_a_picture_reach_those_who_have_it(visitor: Visitor) -> None:
    await visitor.sends("photo", CONTENTS["photo"])
    heard = await visitor.corrects(
        visitor.last_message, None, ANSWER, photo=CONTENTS["photo"], caption="Это правда?"
    )
    assert "Это правда?" in heard.to_staff[0]
    assert visitor.round.questions[1].text == "Это правда?"


@pytest.mark.parametrize("command", ["/menu", "/sos"])
async def test_a_mistyped_command_may_be_corrected(visitor: Visitor, command: str) -> None:
    await visitor.writes("menu", COURTESY)
    expected = await visitor.writes(command)
    heard = await visitor.corrects(1, command)
    assert heard.screen == expected.screen


async def test_nobody_corrects_the_question_of_somebody_else(visitor: Visitor) -> None:
    """Message ids are counted anew in every chat."""
    other = Visitor(visitor.library, Language.RU)
    await other.writes("Чужой", ANSWER)
    visitor.round.questions.update(other.round.questions)
    visitor.round.asked_by[555, 1] = 1
    await visitor.corrects(1, "Мой", ANSWER)
    assert visitor.round.questions[1].text == "Чужой"
    assert visitor.round.asked[0].text == "Мой"
