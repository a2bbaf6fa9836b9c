"""Reading all content files, each checked by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.faq.model import Answer, Catalogue, Fact
from bot.files.answers import AnswerFile, read_answer
from bot.files.bodies import BodyCheck
from bot.files.facts import read_facts
from bot.files.findings import Inspection, Sheet
from bot.files.topics import Contents, read_topics
from bot.people.model import Language


@dataclass(frozen=True)
class Content:
    """A catalogue and where its parts stand, so that a check can point at them."""

    catalogue: Catalogue
    facts_sheet: Sheet
    topics_sheet: Sheet
    fact_lines: dict[str, int]
    topic_lines: dict[str, int]
    files: dict[tuple[str, Language], AnswerFile]


def read_files(inspection: Inspection) -> Content | None:
    """The content of a folder; None where the list of facts or of topics cannot be read."""
    locales = inspection.locales
    facts_sheet = inspection.sheet(locales / "faq" / "facts.yaml")
    topics_sheet = inspection.sheet(locales / "faq" / "topics.yaml")
    facts = read_facts(facts_sheet)
    contents = read_topics(topics_sheet, set(facts or ()))
    if facts is None or contents is None:
        return None
    files = dict(_read_answers(inspection, contents))
    catalogue = _catalogue(contents, files, {id_: fact for id_, (fact, _) in facts.items()})
    for (topic, _), file in files.items():
        _check_text(file, catalogue, frozenset(catalogue.topics[topic].facts))
    return Content(
        catalogue=catalogue,
        facts_sheet=facts_sheet,
        topics_sheet=topics_sheet,
        fact_lines={id_: line for id_, (_, line) in facts.items()},
        topic_lines=contents.lines,
        files=files,
    )


def _read_answers(
    inspection: Inspection, contents: Contents
) -> Iterator[tuple[tuple[str, Language], AnswerFile]]:
    for language in Language:
        folder = inspection.locales / language / "faq"
        for topic in contents.topics:
            file = read_answer(inspection.sheet(folder / f"{topic}.md"), topic, language)
            if file:
                yield (topic, language), file
        for path in sorted(folder.glob("*.md")):
            if path.stem not in contents.topics:
                sheet = inspection.sheet(path)
                guess = sheet.guess(path.stem, contents.topics)
                sheet.error(None, "topic_unknown", id=path.stem, guess=guess)


def _catalogue(
    contents: Contents, files: dict[tuple[str, Language], AnswerFile], facts: dict[str, Fact]
) -> Catalogue:
    answers: dict[tuple[str, Language], Answer] = {key: file.answer for key, file in files.items()}
    return Catalogue(contents.groups, contents.topics, answers, facts)


def _check_text(file: AnswerFile, catalogue: Catalogue, listed: frozenset[str]) -> None:
    for section in file.sections:
        BodyCheck(section, file.sheet, catalogue.facts, listed).run()
