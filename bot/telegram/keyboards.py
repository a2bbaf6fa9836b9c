"""Rows of buttons. Kept in a cache: a menu's keyboard is the same object for everybody."""

from collections.abc import Sequence
from functools import lru_cache

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.faq.library import EMERGENCY, Library
from bot.faq.model import Status, Topic
from bot.people.model import Language
from bot.telegram.callbacks import (
    AskPress,
    ChoicePress,
    GroupPress,
    LanguagePress,
    MenuPress,
    NonePress,
    Press,
    TopicPress,
)

LANGUAGE_NAMES = {Language.KK: "Қазақша", Language.RU: "Русский"}
_MOST_RELATED = 3
Row = list[InlineKeyboardButton]


def button(text: str, press: Press) -> InlineKeyboardButton:
    """One button."""
    return InlineKeyboardButton(text=text, callback_data=press.pack())


def languages(seen: Language) -> InlineKeyboardMarkup:
    """The choice of the language, each in its own name."""
    return InlineKeyboardMarkup(inline_keyboard=[_languages(seen, tuple(Language))])


@lru_cache(maxsize=64)
def menu(library: Library, language: Language) -> InlineKeyboardMarkup:
    """The chapters, and under them a person and the other language."""
    _ = library.translator_of(language)
    rows = [
        [button(group.titles[language], GroupPress(seen=language, group=group.id))]
        for group in library.groups
    ]
    rows.append([button(_("Ask a person"), AskPress(seen=language)), *_other_language(language)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


@lru_cache(maxsize=256)
def group(library: Library, group_id: str, language: Language) -> InlineKeyboardMarkup:
    """The topics of a chapter."""
    topics = [topic.id for topic in library.topics_of(group_id)]
    return InlineKeyboardMarkup(
        inline_keyboard=[*_topics(library, topics, language), [_menu(library, language)]]
    )


@lru_cache(maxsize=1024)
def answer(
    library: Library, topic_id: str, language: Language, *, offer_language: bool, keep: bool
) -> InlineKeyboardMarkup:
    """
    Under an answer: related topics, the chapter, the menu, a person.

    `keep`: somebody asked for it, so that what the buttons open comes below it.
    """
    _ = library.translator_of(language)
    topic = library.topic(topic_id)
    rows = _topics(library, _worth_reading(library, topic.related), language, keep=keep)
    ask = button(_("Ask a person"), AskPress(seen=language))
    wants_a_person = topic.status in {Status.ACTION, Status.STAFF}
    if wants_a_person:
        rows.insert(0, [ask])
    rows += [[back] for back in _chapter(library, topic, language, keep=keep)]
    rows.append([*([] if wants_a_person else [ask]), _menu(library, language, keep=keep)])
    if offer_language:
        rows.append(_other_language(language, topic_id, keep=keep))
    return InlineKeyboardMarkup(inline_keyboard=rows)


def choices(
    library: Library, topics: Sequence[str], question: int, language: Language
) -> InlineKeyboardMarkup:
    """The topics offered for a question, and a way out."""
    _ = library.translator_of(language)
    rows = []
    for topic in topics:
        press = ChoicePress(seen=language, question=question, topic=topic)
        rows.append([button(library.title(topic, language), press)])
    rows.append([button(_("None of these"), NonePress(seen=language, question=question))])
    rows.append([_menu(library, language, keep=True)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


@lru_cache(maxsize=64)
def receipt(library: Library, language: Language, *, offer_language: bool) -> InlineKeyboardMarkup:
    """Under a receipt: whom to call, the menu. The number stays readable."""
    rows = _topics(library, library.present((EMERGENCY,)), language, keep=True)
    rows.append([_menu(library, language, keep=True)])
    if offer_language:
        rows.append(_other_language(language, keep=True))
    return InlineKeyboardMarkup(inline_keyboard=rows)


@lru_cache(maxsize=64)
def way_out(
    library: Library, language: Language, topics: tuple[str, ...] = (), *, offer_language: bool = False
) -> InlineKeyboardMarkup:
    """Under a message that is no answer: some topics and the menu."""
    rows = [*_topics(library, library.present(topics), language), [_menu(library, language)]]
    if offer_language:
        rows.append(_other_language(language))
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _worth_reading(library: Library, topics: tuple[str, ...]) -> list[str]:
    """Related topics, without those that only say how to reach a person: that button is there anyway."""
    present = library.present(topics)
    return [one for one in present if library.topic(one).status is not Status.ACTION][:_MOST_RELATED]


def _topics(library: Library, topics: Sequence[str], language: Language, *, keep: bool = False) -> list[Row]:
    return [
        [button(library.title(topic, language), TopicPress(seen=language, below=keep, topic=topic))]
        for topic in topics
    ]


def _chapter(library: Library, topic: Topic, language: Language, *, keep: bool) -> Row:
    chapter = library.group(topic.group)
    if chapter is None:
        return []
    return [button("← " + chapter.titles[language], GroupPress(seen=language, below=keep, group=chapter.id))]


def _menu(library: Library, language: Language, *, keep: bool = False) -> InlineKeyboardButton:
    _ = library.translator_of(language)
    return button(_("Menu"), MenuPress(seen=language, below=keep))


def _other_language(language: Language, topic: str = "", *, keep: bool = False) -> Row:
    others = tuple(other for other in Language if other is not language)
    return _languages(language, others, topic, keep=keep)


def _languages(seen: Language, offered: tuple[Language, ...], topic: str = "", *, keep: bool = False) -> Row:
    return [
        button(LANGUAGE_NAMES[one], LanguagePress(seen=seen, below=keep, language=one, topic=topic))
        for one in offered
    ]
