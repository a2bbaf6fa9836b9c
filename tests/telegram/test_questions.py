"""Free texts and everything else that a person can send, through the real dispatcher."""

from typing import Any

import pytest
from aiogram.methods import EditMessageText, SendMessage

from bot.clock import day_in_kazakhstan
from bot.desk.masking import mask
from bot.desk.model import Event, numbered
from bot.faq.library import EMERGENCY, Library
from bot.faq.matching.model import Decision, DecisionKind
from bot.faq.model import Status
from bot.faq.text import utf16_length
from bot.people.model import STILL_ASKING, Expecting, Language, wants_a_person
from bot.telegram.callbacks import ChoicePress, LanguagePress, NonePress
from tests.support.people import AIGERIM, LANGUAGES, NOON, STAFF_GROUP, person
from tests.support.telegram import Desk, buttons, decided, messages_to
from tests.support.updates import text_update
from tests.support.words import every_topic, is_in, topics_of_status

KINDS = DecisionKind


async def only_message(desk: Desk, decision: Decision, text: str = "Сұрақ?", **changes: Any) -> SendMessage:
    """A text gets exactly one message in its own chat."""
    methods = await desk.carry(text_update(text), decision=decision, person=person(**changes))
    (message,) = messages_to(AIGERIM, methods)
    assert utf16_length(message.text) <= 4096
    return message


def decisions(library: Library) -> dict[KINDS, Decision]:
    """One decision of each kind."""
    first, second, *_ = topics_of_status(library, Status.ANSWER, Status.CAUTION, Status.PARTIAL)
    return {
        KINDS.ANSWER: decided(KINDS.ANSWER, first),
        KINDS.CHOOSE: decided(KINDS.CHOOSE, first, second),
        KINDS.HANDOVER: decided(KINDS.HANDOVER, first),
        KINDS.URGENT: decided(KINDS.URGENT, EMERGENCY),
        KINDS.COURTESY: decided(KINDS.COURTESY),
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_a_text_gets_exactly_one_message_in_the_chosen_language(
    desk: Desk, library: Library, kind: DecisionKind, language: Language
) -> None:
    said = await only_message(desk, decisions(library)[kind], language=language)
    if kind is KINDS.ANSWER:
        topic = decisions(library)[kind].topics[0]
        assert said.text == library.answer(topic, language, day_in_kazakhstan(NOON)).text.text
    else:
        assert is_in(language, said.text.split("\n\n")[0])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_answer_is_kept_with_what_was_shown(
    desk: Desk, library: Library, language: Language
) -> None:
    decision = decisions(library)[KINDS.ANSWER]
    await only_message(desk, decision, language=language)
    ((shown_to, topic, version, cause, question),) = desk.round.shown
    assert (topic, question, shown_to.language) == (decision.topics[0], 1, language)
    assert version == library.answer(topic, language, day_in_kazakhstan(NOON)).version
    assert cause.startswith("update:1-")
    assert desk.round.events() == [Event.SHOWN]
    assert desk.round.persons[AIGERIM].last_topic == topic


async def test_the_entities_of_an_answer_go_along(desk: Desk, library: Library) -> None:
    calm = topics_of_status(library, Status.ANSWER, Status.CAUTION, Status.PARTIAL)
    for topic in (one for one in calm if not library.topic(one).urgent):  # in danger more stands around it
        said = await only_message(desk, decided(KINDS.ANSWER, topic), language=Language.KK)
        rendered = library.answer(topic, Language.KK, day_in_kazakhstan(NOON)).text
        ours = [(e.type, e.offset, e.length, e.url) for e in said.entities or []]
        assert ours == [(e.type, e.offset, e.length, e.url) for e in rendered.entities]
        assert said.parse_mode is None or not isinstance(said.parse_mode, str)


async def test_choices_carry_the_question_and_a_way_out(desk: Desk, library: Library) -> None:
    decision = decisions(library)[KINDS.CHOOSE]
    said = await only_message(desk, decision, language=Language.RU)
    pressed = buttons(said)
    offered = [(text, ChoicePress.unpack(data)) for text, data in pressed if data.startswith("c:")]
    assert [(text, press.topic) for text, press in offered] == [
        (library.title(t, Language.RU), t) for t in decision.topics
    ]
    assert {press.question for _, press in offered} == {1}
    (none,) = [NonePress.unpack(data) for _, data in pressed if data.startswith("n:")]
    assert none.question == 1
    assert desk.round.noted == [(1, Event.SHOWN, {"offered": list(decision.topics)})]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_handover_gives_the_number_and_the_question_goes_to_staff(
    staffed: Desk, library: Library, language: Language
) -> None:
    decision = decisions(library)[KINDS.HANDOVER]
    said = await staffed.said(
        text_update("Қай жерде? +7 701 123 45 67"), decision=decision, person=person(language=language)
    )
    receipt, notice = (one.method for one in said)
    assert isinstance(receipt, SendMessage)
    assert isinstance(notice, SendMessage)
    assert numbered(1) in receipt.text
    assert (notice.chat_id, said[1].result_for) == (STAFF_GROUP, "question:1")
    assert numbered(1) in notice.text
    assert "Қай жерде? ▒▒▒" in notice.text
    assert "701" not in notice.text
    assert str(AIGERIM) not in notice.text.replace(f"pseudonym-{AIGERIM}", "")
    assert library.title(decision.topics[0], Language.KK) in notice.text
    assert staffed.round.events() == [Event.HANDED_OVER]


async def test_without_a_staff_group_the_receipt_promises_nobody(
    desk: Desk, staffed: Desk, library: Library
) -> None:
    handover = decisions(library)[KINDS.HANDOVER]
    alone = await only_message(desk, handover, language=Language.RU)
    attended = await only_message(staffed, handover, language=Language.RU)
    assert alone.text != attended.text
    assert numbered(1) in alone.text
    assert "не могу обещать" in alone.text
    assert "не могу обещать" not in attended.text
    assert desk.round.events() == [Event.HANDED_OVER]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_urgent_message_says_whom_to_call_and_alarms_staff(
    staffed: Desk, library: Library, language: Language
) -> None:
    methods = await staffed.carry(
        text_update("Мені ұрып жатыр"), decision=decided(KINDS.URGENT), person=person(language=language)
    )
    (said,) = messages_to(AIGERIM, methods)
    (alarm,) = messages_to(STAFF_GROUP, methods)
    assert numbered(1) in said.text.split("\n\n")[0]
    assert library.answer(EMERGENCY, language, day_in_kazakhstan(NOON)).text.text in said.text
    assert alarm.text.startswith("🆘")
    assert (1, Event.HANDED_OVER, {"urgent": True}) in staffed.round.noted


async def test_an_urgent_message_without_staff_says_to_call_oneself(desk: Desk, library: Library) -> None:
    said = await only_message(desk, decided(KINDS.URGENT, "not.there", EMERGENCY), language=Language.RU)
    assert said.text.startswith("Сразу позвоните сами")
    assert Event.HANDED_OVER in desk.round.events()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_urgent_line_and_every_receipt_fits_above_its_answer(
    staffed: Desk, library: Library, language: Language
) -> None:
    for topic in every_topic(library):
        urgent = await only_message(staffed, decided(KINDS.URGENT, topic), language=language)
        assert numbered(len(staffed.round.questions)) in urgent.text, topic
    for topic in topics_of_status(library, Status.STAFF):
        answer = await only_message(staffed, decided(KINDS.ANSWER, topic), language=language)
        assert numbered(len(staffed.round.questions)) in answer.text, topic
        assert staffed.round.events()[-1] is Event.HANDED_OVER


async def test_a_courtesy_opens_no_question_and_bothers_nobody(staffed: Desk, library: Library) -> None:
    methods = await staffed.carry(text_update("Рахмет!"), decision=decided(KINDS.COURTESY), person=person())
    assert len(methods) == 1
    assert (staffed.round.asked, staffed.round.noted) == ([], [])


async def test_what_is_stored_of_a_question_is_masked(desk: Desk, library: Library) -> None:
    words = "Мен N12345678, +7 701 123 45 67\0\ud800, E-9 ала аламын ба?"
    await only_message(desk, decisions(library)[KINDS.ANSWER], words, language=Language.KK)
    (asked,) = desk.round.asked
    assert asked.text == mask("Мен N12345678, +7 701 123 45 67?, E-9 ала аламын ба?")
    assert "▒▒▒" in asked.text
    assert (asked.chat_id, asked.message_id, asked.pseudonym) == (AIGERIM, 11, f"pseudonym-{AIGERIM}")
    assert (asked.language, asked.decision) == (Language.KK, "answer")
    assert asked.cause == f"update:1-{int(NOON.timestamp())}"


@pytest.mark.parametrize("kind", [KINDS.ANSWER, KINDS.CHOOSE, KINDS.HANDOVER])
async def test_who_asked_for_a_person_gets_one_whatever_was_decided(
    staffed: Desk, library: Library, kind: DecisionKind
) -> None:
    asking = person(language=Language.KK, expecting=Expecting.STAFF_QUESTION)
    methods = await staffed.carry(text_update("Сәлем"), decision=decisions(library)[kind], person=asking)
    (receipt,) = messages_to(AIGERIM, methods)
    assert numbered(1) in receipt.text
    assert len(messages_to(STAFF_GROUP, methods)) == 1
    assert staffed.round.persons[AIGERIM].expecting_until == NOON + STILL_ASKING


async def test_a_text_that_could_not_be_ranked_goes_to_people(staffed: Desk) -> None:
    methods = await staffed.carry(text_update("Сұрақ"), decision=None, person=person(language=Language.KK))
    assert [type(one) for one in methods] == [SendMessage, SendMessage]
    assert staffed.round.asked[0].decision == "handover"


async def test_a_burst_is_one_question_with_all_its_words(staffed: Desk, library: Library) -> None:
    raws = [
        text_update(words, number) for number, words in enumerate(("Сәлем", "Виза", "керек пе?"), start=1)
    ]
    methods = await staffed.carry(*raws, decision=decisions(library)[KINDS.HANDOVER], person=person())
    assert len(messages_to(AIGERIM, methods)) == 1
    assert [one.text for one in staffed.round.asked] == ["Сәлем\nВиза\nкерек пе?"]


async def test_who_greets_before_asking_a_person_is_still_waited_for(staffed: Desk, library: Library) -> None:
    asking = person(language=Language.RU, expecting=Expecting.STAFF_QUESTION)
    hello = await staffed.carry(text_update("Здравствуйте"), decision=decided(KINDS.COURTESY), person=asking)
    assert (len(hello), staffed.round.asked) == (1, [])
    asking = staffed.round.persons.get(AIGERIM, asking)
    methods = await staffed.carry(
        text_update("Можно ли?", 2), decision=decisions(library)[KINDS.ANSWER], person=asking
    )
    assert len(messages_to(STAFF_GROUP, methods)) == 1


async def test_danger_comes_before_the_wish_for_a_person(staffed: Desk) -> None:
    asking = person(language=Language.RU, expecting=Expecting.STAFF_QUESTION)
    methods = await staffed.carry(text_update("Меня бьют"), decision=decided(KINDS.URGENT), person=asking)
    assert messages_to(STAFF_GROUP, methods)[0].text.startswith("🆘")
    assert wants_a_person(staffed.round.persons[AIGERIM], NOON)


@pytest.mark.parametrize("length", [4096, 40_960])
async def test_of_a_long_text_staff_get_every_word(staffed: Desk, length: int) -> None:
    words = ("сөз " * length)[: length - 1] + "!"
    raws = [text_update(words[start : start + 4096], 1 + start) for start in range(0, length, 4096)]
    methods = await staffed.carry(
        *raws, decision=decided(KINDS.HANDOVER), person=person(language=Language.KK)
    )
    notices = messages_to(STAFF_GROUP, methods)
    assert all(len(one.text) <= 4096 for one in notices)
    assert all(numbered(1) in one.text for one in notices)
    pieces = "".join(one.text.split("\n\n", 1)[1] for one in notices)
    assert pieces == "\n".join(raw["message"]["text"] for raw in raws)


@pytest.mark.parametrize(
    ("stored", "of_text", "hint", "language"),
    [
        (Language.RU, Language.KK, "kk", Language.RU),
        (None, Language.RU, "kk", Language.RU),
        (None, Language.KK, "ru", Language.KK),
        (None, None, "ru", Language.RU),
        (None, None, "en", Language.KK),
    ],
)
async def test_the_choice_the_text_and_the_hint_decide_the_language_in_this_order(
    desk: Desk, stored: Language | None, of_text: Language | None, hint: str, language: Language
) -> None:
    decision = decided(KINDS.HANDOVER, language=of_text)
    (said,) = await desk.carry(text_update("x", hint=hint), decision=decision, person=person(language=stored))
    assert isinstance(said, SendMessage)
    assert is_in(language, said.text)
    assert desk.round.asked[0].language is language


@pytest.mark.parametrize("kind", [KINDS.ANSWER, KINDS.HANDOVER, KINDS.COURTESY])
async def test_who_chose_no_language_is_offered_the_other_one(
    desk: Desk, library: Library, kind: DecisionKind
) -> None:
    asked = await only_message(desk, decisions(library)[kind])
    (offer,) = [LanguagePress.unpack(data) for _, data in buttons(asked) if data.startswith("l:")]
    assert offer.language is not offer.seen
    chosen = await only_message(desk, decisions(library)[kind], language=offer.seen)
    assert not [data for _, data in buttons(chosen) if data.startswith("l:")]


async def test_somebody_new_is_remembered_under_a_random_name(desk: Desk, library: Library) -> None:
    await desk.carry(text_update("Сәлем"), decision=decisions(library)[KINDS.COURTESY])
    known = desk.round.persons[AIGERIM]
    assert (known.language, known.created_at) == (None, NOON)
    assert str(AIGERIM) not in known.pseudonym
    other = Desk(library)
    await other.carry(text_update("Сәлем"), decision=decisions(library)[KINDS.COURTESY])
    assert other.round.persons[AIGERIM].pseudonym != known.pseudonym


async def test_who_writes_again_has_not_blocked_the_bot(desk: Desk, library: Library) -> None:
    await desk.carry(
        text_update("x"), decision=decisions(library)[KINDS.COURTESY], person=person(blocked_at=NOON)
    )
    assert desk.round.persons[AIGERIM].blocked_at is None


async def test_nothing_that_is_said_to_a_person_is_an_edit(desk: Desk, library: Library) -> None:
    for decision in decisions(library).values():
        assert not isinstance(await only_message(desk, decision), EditMessageText)
