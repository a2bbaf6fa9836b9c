"""
Rows of buttons. Kept in a cache: a menu's keyboard is the same object for everybody.

Under everything stands the way out: the menu, whom to call in danger, a person.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.faq.library import Library
from bot.faq.model import Status, Topic
from bot.people.model import Language
from bot.telegram.callbacks import (
    AskPress,
    ChoicePress,
    GroupPress,
    LanguagePress,
    MenuPress,
    MyPress,
    NonePress,
    Press,
    RatePress,
    SosPress,
    TopicPress,
)

LANGUAGE_NAMES = {Language.KK: "Қазақша", Language.RU: "Русский"}
SOS = "🆘 SOS"
_MOST_RELATED = 3
Row = list[InlineKeyboardButton]


def button(text: str, press: Press) -> InlineKeyboardButton:
    """One button."""
    return InlineKeyboardButton(text=text, callback_data=press.pack())


def way_out(library: Library, language: Language, *, below: bool = False, question: int = 0) -> Row:
    """From everywhere one tap to the menu, to whom to call in danger, to a person."""
    _ = library.translator_of(language)
    return [
        button(_("Menu"), MenuPress(seen=language, below=below)),
        button(SOS, SosPress(seen=language, below=True)),
        button(_("A person"), AskPress(seen=language, question=question)),
    ]


def greeting(library: Library, seen: Language) -> InlineKeyboardMarkup:
    """The choice of the language, each in its own name; the rest in both, as the text above."""
    menu, person = (
        " · ".join(library.translator_of(language)(text) for language in Language)
        for text in ("Menu", "A person")
    )
    return InlineKeyboardMarkup(
        inline_keyboard=[
            _languages(seen, tuple(Language), first=True),
            [button(menu, MenuPress(seen=seen)), button(SOS, SosPress(seen=seen, below=True))],
            [button(person, AskPress(seen=seen))],
        ]
    )


@lru_cache(maxsize=64)
def menu(library: Library, language: Language) -> InlineKeyboardMarkup:
    """The chapters, and under them danger, a person, one's own questions, the other language."""
    _ = library.translator_of(language)
    rows = [
        [button(group.titles[language], GroupPress(seen=language, group=group.id))]
        for group in library.groups
    ]
    rows.append(
        [button(_("Ask a person"), AskPress(seen=language)), button(SOS, SosPress(seen=language, below=True))]
    )
    rows.append([button(_("My questions"), MyPress(seen=language)), *other_language(language)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


@lru_cache(maxsize=256)
def group(library: Library, group_id: str, language: Language) -> InlineKeyboardMarkup:
    """The topics of a chapter."""
    topics = [topic.id for topic in library.topics_of(group_id)]
    return InlineKeyboardMarkup(
        inline_keyboard=[*topic_rows(library, topics, language), way_out(library, language)]
    )


def answer_rows(library: Library, press: RatePress, *, offer_language: bool) -> list[Row]:
    """
    Under the answer that a vote is about: related topics, the chapter, the way out.

    `press.below`: somebody asked for it, so that what the buttons open comes below it.
    """
    language, keep = press.seen, press.below
    topic = library.topic(press.topic)
    rows = topic_rows(library, _worth_reading(library, topic.related), language, keep=keep)
    out = way_out(library, language, below=keep, question=press.question)
    if topic.status in {Status.ACTION, Status.STAFF}:
        rows.insert(0, ask_row(library, language, press.question))
        out = out[:-1]  # the person stands above already
    rows += [[back] for back in _chapter(library, topic, language, keep=keep)]
    rows.append(out)
    if offer_language:
        rows.append(other_language(language, topic.id, keep=keep))
    return rows


def choices(
    library: Library, topics: Sequence[str], question: int, language: Language
) -> InlineKeyboardMarkup:
    """The topics offered for a question, and a way out."""
    _ = library.translator_of(language)
    rows = choice_rows(library, topics, question, language)
    rows.append([button(_("None of these"), NonePress(seen=language, question=question))])
    rows.append(way_out(library, language, below=True, question=question))
    return InlineKeyboardMarkup(inline_keyboard=rows)


def choice_rows(library: Library, topics: Sequence[str], question: int, language: Language) -> list[Row]:
    """A row for each of the topics offered for a question."""
    return [
        [button(library.title(topic, language), ChoicePress(seen=language, question=question, topic=topic))]
        for topic in topics
    ]


@lru_cache(maxsize=64)
def plain(library: Library, language: Language) -> InlineKeyboardMarkup:
    """Under a message that is no answer: the way out."""
    return InlineKeyboardMarkup(inline_keyboard=[way_out(library, language)])


def language_choice(library: Library, seen: Language) -> InlineKeyboardMarkup:
    """The languages, and the way out."""
    return InlineKeyboardMarkup(inline_keyboard=[_languages(seen, tuple(Language)), way_out(library, seen)])


def ask_row(library: Library, language: Language, question: int = 0) -> Row:
    """A person, where that is what should be done."""
    _ = library.translator_of(language)
    return [button(_("Ask a person"), AskPress(seen=language, question=question))]


def my_row(library: Library, language: Language, *, below: bool) -> Row:
    """One's own questions."""
    _ = library.translator_of(language)
    return [button(_("My questions"), MyPress(seen=language, below=below))]


def topic_rows(
    library: Library, topics: Sequence[str], language: Language, *, keep: bool = False
) -> list[Row]:
    """A row for each topic."""
    return [
        [button(library.title(topic, language), TopicPress(seen=language, below=keep, topic=topic))]
        for topic in topics
    ]


def _worth_reading(library: Library, topics: tuple[str, ...]) -> list[str]:
    """Related topics, without those that only say how to reach a person: that button is there anyway."""
    present = library.present(topics)
    return [one for one in present if library.topic(one).status is not Status.ACTION][:_MOST_RELATED]


def _chapter(library: Library, topic: Topic, language: Language, *, keep: bool) -> Row:
    chapter = library.group(topic.group)
    if chapter is None:
        return []
    return [button("← " + chapter.titles[language], GroupPress(seen=language, below=keep, group=chapter.id))]


def other_language(language: Language, topic: str = "", *, question: int = 0, keep: bool = False) -> Row:
    """The languages that the text above is not in."""
    others = tuple(other for other in Language if other is not language)
    return _languages(language, others, topic=topic, question=question, below=keep)


def _languages(seen: Language, offered: tuple[Language, ...], **more: Any) -> Row:
    return [button(LANGUAGE_NAMES[one], LanguagePress(seen=seen, language=one, **more)) for one in offered]
