"""The texts of one answer: what citizens see today, and what they see at another time or place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.faq.freshness import answer_freshness
from bot.faq.markdown import render_markdown
from bot.faq.model import Answer, Catalogue
from bot.faq.ports import Translator
from bot.faq.printing import print_place
from bot.faq.rendering import render_answer
from bot.faq.text import RichText
from bot.people.model import Language, Place


class Part(StrEnum):
    """Which text it is. A text that is not shown today is printed without the lines of the program."""

    TODAY = "today"
    TODAY_AT_HOME = "today_at_home"
    BODY = "body"
    AT_HOME = "at_home"
    ENDED = "ended"


@dataclass(frozen=True)
class AnswerText:
    """One of the texts, its values filled in."""

    part: Part
    text: RichText


def texts_of(
    catalogue: Catalogue, topic_id: str, language: Language, today: date, translator: Translator
) -> tuple[AnswerText, ...]:
    """Every text that the file of an answer holds: first those that are shown today, as they are shown."""
    answer = catalogue.answers[topic_id, language]
    found: list[AnswerText] = []
    shown: set[str] = set()
    for part, place in ((Part.TODAY, None), (Part.TODAY_AT_HOME, Place.KAZAKHSTAN)):
        text = answer_freshness(catalogue, topic_id, language, today, place).text
        if text not in shown:
            rendered = render_answer(catalogue, topic_id, language, today, translator, place)
            found.append(AnswerText(part, rendered.text))
            shown.add(text)
    others = ((part, text) for part, text in _written(answer) if text not in shown)
    return (*found, *(AnswerText(part, _filled(text, catalogue, language)) for part, text in others))


def written_texts(answer: Answer) -> tuple[str, ...]:
    """The texts of an answer as their file holds them."""
    return tuple(text for _part, text in _written(answer))


def _written(answer: Answer) -> Iterator[tuple[Part, str]]:
    yield Part.BODY, answer.body
    if answer.at_home is not None:
        yield Part.AT_HOME, answer.at_home
    if answer.ended is not None:
        yield Part.ENDED, answer.ended


def _filled(text: str, catalogue: Catalogue, language: Language) -> RichText:
    return render_markdown(text, lambda place: print_place(place, catalogue, language))
