"""What presses tell about the words of questions, through the real dispatcher."""

import dataclasses
from datetime import timedelta

import pytest

from bot.faq.candidates import Candidate, Key, Kind, Source
from bot.faq.library import Library
from bot.faq.matching.model import DecisionKind
from bot.faq.model import Status
from bot.faq.ratings import Reason
from bot.people.model import Language
from bot.telegram.callbacks import ChoicePress, LanguagePress, NonePress, RatePress, TopicPress, Vote
from tests.support.desk import question
from tests.support.people import STAFF_GROUP, SVETLANA
from tests.support.telegram import decided
from tests.support.words import topics_of_status
from tests.telegram.screens import ANSWER, CHOOSE, HANDOVER
from tests.telegram.visitor import Heard, Visitor, carried

KK, RU = Language.KK, Language.RU
WORDS = "Звоните 87011234567, можно ли работать?"
MASKED = "Звоните ▒▒▒, можно ли работать?"
TOPIC, OTHER = CHOOSE.topics
ELSEWHERE = "eps.cost"


def learnt(visitor: Visitor) -> dict[Key, Candidate]:
    """What is known after all presses."""
    known: dict[Key, Candidate] = {}
    for lesson in visitor.round.learnt:
        for key in lesson.dropped:
            known.pop(key, None)
        known.update((one.key, one) for one in lesson.kept)
    return known


def told(visitor: Visitor) -> list[tuple[Kind, Source, tuple[str, ...]]]:
    return [(key.kind, key.source, one.topics) for key, one in learnt(visitor).items()]


async def offered(library: Library, language: Language | None = RU) -> tuple[Visitor, Heard]:
    visitor = Visitor(library, language, staff=STAFF_GROUP)
    return visitor, await visitor.writes(WORDS, CHOOSE)


async def misread(library: Library) -> Visitor:
    """Answered with something else, and said so."""
    visitor = Visitor(library, RU)
    await visitor.writes(WORDS, ANSWER)
    await visitor.presses(vote(Vote.OTHER_QUESTION))
    return visitor


def vote(sign: Vote, topic: str = TOPIC, question: int = 1) -> RatePress:
    return RatePress(seen=RU, topic=topic, version="1-a", vote=sign, question=question)


def opens(topic: str) -> TopicPress:
    return TopicPress(seen=RU, topic=topic)


def looked_for(visitor: Visitor) -> list[str]:
    """What the person opened in search of what they had asked."""
    return [one.topics[0] for key, one in learnt(visitor).items() if key.source is Source.LOOKED_UP]


async def test_none_of_these_keeps_the_masked_words_with_what_was_offered(library: Library) -> None:
    visitor, _ = await offered(library)
    for _ in range(2):
        await visitor.presses(NonePress(seen=RU, question=1))
    (kept,) = learnt(visitor).values()
    assert library.digest
    assert kept == Candidate(
        Key(1, Kind.NONE_OF_THESE, Source.PERSON, ""), MASKED, RU, CHOOSE.topics, library.digest
    )


async def test_a_choice_keeps_the_masked_words_with_the_chosen_topic(library: Library) -> None:
    visitor, heard = await offered(library)
    press = next(one for one in carried(heard.buttons, ChoicePress) if one.topic == OTHER)
    for _ in range(2):
        await visitor.presses(press)
    (kept,) = learnt(visitor).values()
    assert kept == Candidate(
        Key(1, Kind.CONFIRMED, Source.PERSON, OTHER), MASKED, RU, (OTHER,), library.digest
    )


async def test_who_takes_none_after_a_choice_did_not_mean_it(library: Library) -> None:
    visitor, _ = await offered(library)
    await visitor.presses(ChoicePress(seen=RU, question=1, topic=TOPIC))
    await visitor.presses(NonePress(seen=RU, question=1))
    assert told(visitor) == [(Kind.NONE_OF_THESE, Source.PERSON, CHOOSE.topics)]
    await visitor.presses(ChoicePress(seen=RU, question=1, topic=OTHER))
    assert told(visitor) == [(Kind.CONFIRMED, Source.PERSON, (OTHER,))]


async def test_what_was_offered_last_is_what_none_fits(library: Library) -> None:
    """A corrected question is offered other topics."""
    visitor, _ = await offered(library)
    anew = decided(DecisionKind.CHOOSE, ELSEWHERE, OTHER)
    await visitor.corrects(visitor.last_message, "А сколько стоит?", anew)
    await visitor.presses(NonePress(seen=RU, question=1))
    (kept,) = learnt(visitor).values()
    assert (kept.text, kept.topics) == ("А сколько стоит?", anew.topics)


@pytest.mark.parametrize("words_in", [KK, RU, None])
@pytest.mark.parametrize("chosen", [KK, RU])
async def test_the_language_is_that_of_the_words_where_it_is_known(
    library: Library, chosen: Language, words_in: Language | None
) -> None:
    visitor = Visitor(library, chosen)
    await visitor.writes(WORDS, dataclasses.replace(CHOOSE, language=words_in))
    await visitor.presses(NonePress(seen=chosen, question=1))
    (kept,) = learnt(visitor).values()
    assert kept.language is (words_in or chosen)


async def test_a_choice_made_in_the_other_language_counts_too(library: Library) -> None:
    """There the question is shown anew, with what was offered for it."""
    visitor, heard = await offered(library, None)
    (press,) = carried(heard.buttons, LanguagePress)
    anew = await visitor.presses(press)
    choices = {one.topic: one for one in carried(anew.buttons, ChoicePress)}
    assert tuple(choices) == CHOOSE.topics
    await visitor.presses(choices[OTHER])
    assert told(visitor) == [(Kind.CONFIRMED, Source.PERSON, (OTHER,))]


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        (Vote.DOWN, Reason.NONE),
        (Vote.WRONG, Reason.WRONG),
        (Vote.UNCLEAR, Reason.UNCLEAR),
        (Vote.OUTDATED, Reason.OUTDATED),
        (Vote.OTHER_QUESTION, Reason.OTHER_QUESTION),
    ],
)
async def test_a_bad_vote_keeps_the_words_with_topic_and_reason(
    library: Library, sign: Vote, reason: Reason
) -> None:
    visitor = Visitor(library, RU)
    await visitor.writes(WORDS, ANSWER)
    await visitor.presses(vote(Vote.DOWN))
    await visitor.presses(vote(sign))
    (kept,) = learnt(visitor).values()
    assert kept == Candidate(
        Key(1, Kind.UNHELPFUL, Source.PERSON, TOPIC), MASKED, RU, (TOPIC,), library.digest, reason
    )
    await visitor.presses(vote(Vote.UP))
    assert learnt(visitor) == {}


async def test_a_choice_that_was_something_else_is_no_longer_confirmed(library: Library) -> None:
    visitor, _ = await offered(library)
    await visitor.presses(ChoicePress(seen=RU, question=1, topic=TOPIC))
    await visitor.presses(vote(Vote.WRONG))
    assert (Kind.CONFIRMED, Source.PERSON, (TOPIC,)) in told(visitor)
    await visitor.presses(vote(Vote.OTHER_QUESTION))
    assert told(visitor) == [(Kind.UNHELPFUL, Source.PERSON, (TOPIC,))]


async def test_the_topic_opened_last_after_an_answer_to_something_else_is_what_was_meant(
    library: Library,
) -> None:
    visitor = await misread(library)
    for topic in (OTHER, ELSEWHERE):
        await visitor.presses(opens(topic))
        assert looked_for(visitor) == [topic]
    assert (Kind.UNHELPFUL, Source.PERSON, (TOPIC,)) in told(visitor)


async def test_reading_the_same_answer_again_or_the_way_to_a_person_confirms_nothing(
    library: Library,
) -> None:
    visitor = await misread(library)
    for topic in (TOPIC, "gone.topic", *topics_of_status(library, Status.ACTION)):
        await visitor.presses(opens(topic))
    assert looked_for(visitor) == []


async def test_half_an_hour_later_nobody_looks_for_it_any_more(library: Library) -> None:
    visitor = await misread(library)
    visitor.now += timedelta(minutes=31)
    await visitor.presses(opens(OTHER))
    assert looked_for(visitor) == []


@pytest.mark.parametrize("sign", [Vote.UP, Vote.DOWN, Vote.WRONG, Vote.UNCLEAR, Vote.OUTDATED])
async def test_without_having_been_misread_a_topic_that_is_opened_tells_nothing(
    library: Library, sign: Vote
) -> None:
    visitor = Visitor(library, RU)
    await visitor.writes(WORDS, ANSWER)
    await visitor.presses(vote(sign))
    await visitor.presses(opens(OTHER))
    assert looked_for(visitor) == []


async def test_a_new_question_a_correction_and_another_vote_end_the_search(library: Library) -> None:
    for ends in ("question", "correction", "vote", "choice"):
        visitor = await misread(library)
        if ends == "question":
            await visitor.writes("А сколько стоит?", HANDOVER)
        elif ends == "correction":
            await visitor.corrects(1, "А сколько стоит?", HANDOVER)
        elif ends == "vote":
            await visitor.presses(vote(Vote.UP))
        else:
            await visitor.presses(ChoicePress(seen=RU, question=1, topic=OTHER))
        await visitor.presses(opens(ELSEWHERE))
        assert looked_for(visitor) == [], ends


async def test_a_vote_on_another_question_does_not_end_the_search(library: Library) -> None:
    visitor = await misread(library)
    other = await visitor.round.open_question(question(text="Басқа сұрақ"))
    await visitor.presses(vote(Vote.UP, question=other))
    await visitor.presses(opens(OTHER))
    assert looked_for(visitor) == [OTHER]


async def test_nothing_is_learnt_from_the_question_of_somebody_else(library: Library) -> None:
    visitor = Visitor(library, RU, staff=STAFF_GROUP)
    number = await visitor.round.open_question(question(chat_id=SVETLANA))
    await visitor.presses(NonePress(seen=RU, question=number))
    await visitor.presses(ChoicePress(seen=RU, question=number, topic=TOPIC))
    await visitor.presses(vote(Vote.OTHER_QUESTION, question=number))
    await visitor.presses(opens(OTHER))
    assert learnt(visitor) == {}


async def test_nothing_is_learnt_without_words(library: Library) -> None:
    visitor, _ = await offered(library)
    visitor.round.questions[1] = dataclasses.replace(visitor.round.questions[1], text="")
    await visitor.presses(ChoicePress(seen=RU, question=1, topic=TOPIC))
    await visitor.presses(NonePress(seen=RU, question=1))
    await visitor.presses(vote(Vote.OTHER_QUESTION))
    await visitor.presses(opens(OTHER))
    assert learnt(visitor) == {}


@pytest.mark.parametrize("topic", ["gone.topic"])
async def test_a_topic_that_is_gone_is_not_confirmed(library: Library, topic: str) -> None:
    visitor, _ = await offered(library)
    await visitor.presses(ChoicePress(seen=RU, question=1, topic=topic))
    assert learnt(visitor) == {}


async def test_a_topic_read_by_itself_costs_no_look_into_the_store(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Visitor(library, RU)
    asked: list[int] = []

    async def note(number: int) -> None:
        asked.append(number)

    monkeypatch.setattr(visitor.round, "question", note)
    await visitor.presses(opens(OTHER))
    assert asked == []
