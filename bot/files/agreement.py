"""Whether the content files agree: topics and facts, the two languages, texts and periods."""

from typing import Final

from bot.faq.deadlines import is_verified, topics_of_facts
from bot.faq.freshness import basis
from bot.faq.model import Show, Status, Topic
from bot.faq.places import ALL, facts_in, find_places
from bot.files.answers import AT_HOME, ENDED, AnswerFile
from bot.files.reading import Content
from bot.people.model import Language

_NAMED: Final = 10


def check_agreement(content: Content) -> None:
    """Report where the files do not fit together."""
    _check_second_texts(content)
    _check_facts_of_answers(content)
    _check_verified(content)
    _check_titles(content)
    _check_pairs(content)
    _check_unused(content)


def _check_second_texts(content: Content) -> None:
    """Where a fact can end there is a text for the day after."""
    catalogue = content.catalogue
    for (topic, _), file in content.files.items():
        texts = filter(None, (file.answer.body, file.answer.at_home))
        told = [fact for text in texts for fact in basis(catalogue.topics[topic], text, catalogue)]
        ending = [fact for fact in told if fact.valid_to]
        ended = file.others.get(ENDED)
        if ending and ended is None:
            fact = min(ending, key=lambda one: str(one.valid_to))
            file.sheet.error(file.body.line, "ended_missing", id=fact.id, day=fact.valid_to)
        if ended and not ending:
            file.sheet.warn(ended.line, "ended_unneeded")


def _check_facts_of_answers(content: Content) -> None:
    """What claims to be answered rests on facts."""
    for topic in content.catalogue.topics.values():
        claims = topic.status in {Status.ANSWER, Status.CAUTION}
        if claims and not topic.facts and not _speaks_of_all(content, topic.id):
            content.topics_sheet.error(
                content.topic_lines[topic.id], "answer_without_facts", id=topic.id, status=topic.status.value
            )


def _check_verified(content: Content) -> None:
    """Where nothing is confirmed, editors must know; what people answer anyway is one line."""
    unverified = [topic for topic in content.catalogue.topics.values() if _is_unverified(content, topic)]
    for topic in unverified:
        if topic.status is not Status.STAFF:
            content.topics_sheet.warn(content.topic_lines[topic.id], "topic_unverified", id=topic.id)
    waiting = [topic.id for topic in unverified if topic.status is Status.STAFF]
    if waiting:
        named = ", ".join(waiting[:_NAMED]) + ("" if len(waiting) <= _NAMED else " …")
        content.topics_sheet.warn(None, "topics_unanswered", count=len(waiting), ids=named)


def _is_unverified(content: Content, topic: Topic) -> bool:
    """What opens a question to staff, and what speaks of the content itself, needs no fact."""
    if topic.status is Status.ACTION or _speaks_of_all(content, topic.id):
        return False
    facts = content.catalogue.facts
    return not any(id_ in facts and is_verified(facts[id_]) for id_ in topic.facts)


def _speaks_of_all(content: Content, topic: str) -> bool:
    texts = [section.text for file in _files_of(content, topic) for section in file.sections]
    return any(place.fact == ALL for text in texts for place in find_places(text))


def _check_titles(content: Content) -> None:
    """Two buttons with the same words lead people to the wrong answer."""
    seen: dict[tuple[Language, str], AnswerFile] = {}
    for (_, language), file in content.files.items():
        title = file.answer.title.casefold()
        first = seen.setdefault((language, title), file)
        if title and first is not file:
            file.sheet.error(file.title_line, "title_twice", title=file.answer.title, other=first.sheet.name)


def _check_pairs(content: Content) -> None:
    """The language that lags says so to citizens; equal revisions claim that both texts print the same."""
    for topic in content.catalogue.topics:
        files = _files_of(content, topic)
        newest = max((file.answer.revision for file in files), default=0)
        for file in files:
            if file.answer.revision < newest:
                file.sheet.warn(file.revision_line, "lagging", revision=file.answer.revision, newest=newest)
        _check_same_facts(files)
        _check_same_sections(files)


def _check_same_sections(files: list[AnswerFile]) -> None:
    """A text for who is at home in one language alone would leave the other with foreign phones."""
    for file in files:
        missing = next(
            (other for other in files if AT_HOME in other.others and AT_HOME not in file.others), None
        )
        if missing is not None:
            file.sheet.error(file.body.line, "at_home_missing", heading=AT_HOME, other=missing.sheet.name)


def _check_same_facts(files: list[AnswerFile]) -> None:
    if len({file.answer.revision for file in files}) != 1:
        return
    used = [set(facts_in("\n".join(section.text for section in file.sections))) for file in files]
    for file, own in zip(files, used, strict=True):
        if missing := sorted(set().union(*used) - own):
            file.sheet.warn(file.body.line, "pair_differs", ids=", ".join(missing))


def _check_unused(content: Content) -> None:
    used = topics_of_facts(content.catalogue)
    for fact in content.catalogue.facts.values():
        if fact.id not in used and fact.show is not Show.STAFF:
            content.facts_sheet.warn(content.fact_lines[fact.id], "fact_unused", id=fact.id)


def _files_of(content: Content, topic: str) -> list[AnswerFile]:
    found = (content.files.get((topic, language)) for language in Language)
    return [file for file in found if file]
