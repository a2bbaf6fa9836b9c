"""The facts behind a topic, and what citizens get to see of each."""

from dataclasses import dataclass
from enum import StrEnum

from bot.faq.freshness import basis
from bot.faq.model import Catalogue, Fact, Show
from bot.faq.places import facts_in
from bot.people.model import Language
from bot.reports.texts import written_texts


class Use(StrEnum):
    """What a topic does with a fact."""

    PRINTED = "printed"  # a text holds a value of it
    IN_WORDS = "in_words"  # the answer rests on it without printing a value
    UNSAID = "unsaid"  # the topic lists it, the answer does not rest on it
    NEVER = "never"  # for staff only


@dataclass(frozen=True)
class UsedFact:
    """A fact of a topic."""

    fact: Fact
    use: Use


def facts_of(catalogue: Catalogue, topic_id: str) -> tuple[UsedFact, ...]:
    """What the texts print in their order, then what else the topic lists; what is shown comes first."""
    topic = catalogue.topics[topic_id]
    answers = [catalogue.answers.get((topic_id, language)) for language in Language]
    texts = [text for answer in answers if answer for text in written_texts(answer)]
    printed = [fact for text in texts for fact in facts_in(text)]
    told = {fact.id for text in texts for fact in basis(topic, text, catalogue)}
    ids = [id_ for id_ in dict.fromkeys([*printed, *topic.facts]) if id_ in catalogue.facts]
    found = [UsedFact(fact, _use(fact, printed, told)) for fact in (catalogue.facts[one] for one in ids)]
    return tuple(sorted(found, key=lambda one: list(Use).index(one.use)))


def _use(fact: Fact, printed: list[str], told: set[str]) -> Use:
    if fact.show is Show.STAFF:
        return Use.NEVER
    if fact.id in printed:
        return Use.PRINTED
    return Use.IN_WORDS if fact.id in told else Use.UNSAID
