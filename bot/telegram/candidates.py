"""What a press tells about the words of a question: kept for editors, in the transaction of the press."""

from bot.desk.model import Question
from bot.faq import candidates
from bot.faq.candidates import Asked, Pressed
from bot.faq.model import Status
from bot.faq.ratings import Rating, Reason
from bot.people.model import misread_question
from bot.telegram.pressing import own_question
from bot.telegram.turn import Turn


def learn_none_of_these(turn: Turn, question: Question) -> None:
    """None of the offered topics is meant."""
    offered = question.offered or question.topics
    turn.round.learn(candidates.none_of_these(_asked(question), offered, _pressed(turn)))


def learn_choice(turn: Turn, question: Question, topic: str) -> None:
    """One of the offered topics is meant, where it still says something."""
    if _can_be_meant(turn, topic):
        turn.round.learn(candidates.chosen(_asked(question), topic, _pressed(turn)))
    turn.remember(misread_question=None, misread_at=None)


def learn_vote(turn: Turn, question: Question, rating: Rating) -> None:
    """Whether an answer helped. After "I asked something else" the topic read next may be what was meant."""
    turn.round.learn(candidates.rated(_asked(question), rating, _pressed(turn)))
    if rating.reason is Reason.OTHER_QUESTION:
        turn.remember(misread_question=question.number, misread_at=turn.now)
    elif turn.person.misread_question == question.number:
        turn.remember(misread_question=None, misread_at=None)


async def learn_what_is_read(turn: Turn, topic: str) -> None:
    """A topic opened by who was just answered with something else."""
    number = misread_question(turn.person, turn.received_at)
    if number is None or not _can_be_meant(turn, topic):
        return
    question = await own_question(turn, number)
    if question is not None and topic != question.shown_topic:
        turn.round.learn(candidates.looked_up(_asked(question), topic, _pressed(turn)))


def _asked(question: Question) -> Asked:
    language = question.words_in or question.language
    return Asked(question.number, question.text, language, question.asked_at)


def _pressed(turn: Turn) -> Pressed:
    return Pressed(turn.now, turn.library.digest)


def _can_be_meant(turn: Turn, topic: str) -> bool:
    """Whether it is there, and more than a way to a person."""
    return topic in turn.library and turn.library.topic(topic).status is not Status.ACTION
