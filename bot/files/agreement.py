"""Whether the content files agree: topics and facts, the two languages, texts and periods."""

from collections.abc import Iterator

from bot.faq.freshness import basis
from bot.faq.model import Catalogue, Show, Status
from bot.faq.places import ALL, facts_in, find_places
from bot.files.answers import AT_HOME, ENDED, AnswerFile
from bot.files.reading import Content
from bot.people.model import Language


def check_agreement(content: Content) -> None:
    """Report where the files do not fit together."""
    _check_second_texts(content)
    _check_facts_of_answers(content)
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
    used = set(_used_facts(content.catalogue))
    for fact in content.catalogue.facts.values():
        if fact.id not in used and fact.show is not Show.STAFF:
            content.facts_sheet.warn(content.fact_lines[fact.id], "fact_unused", id=fact.id)


def _used_facts(catalogue: Catalogue) -> Iterator[str]:
    for topic in catalogue.topics.values():
        yield from topic.facts
    for answer in catalogue.answers.values():
        yield from facts_in("\n".join(filter(None, (answer.body, answer.at_home, answer.ended))))


def _files_of(content: Content, topic: str) -> list[AnswerFile]:
    found = (content.files.get((topic, language)) for language in Language)
    return [file for file in found if file]
