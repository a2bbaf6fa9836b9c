"""Rows of buttons. Kept in a cache: a menu's keyboard is the same object for everybody."""

from collections.abc import Sequence
from functools import lru_cache

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.faq.library import Library
from bot.faq.model import Status
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


def languages(seen: Language, topic: str = "") -> InlineKeyboardMarkup:
    """The choice of the language, each in its own name."""
    return InlineKeyboardMarkup(inline_keyboard=[_language_row(seen, tuple(Language), topic)])


@lru_cache(maxsize=64)
def menu(library: Library, language: Language) -> InlineKeyboardMarkup:
    """The chapters, and under them a person and the other language."""
    _ = library.translator_of(language)
    rows = [
        [button(group.titles[language], GroupPress(seen=language, group=group.id))]
        for group in library.groups
    ]
    rows.append([button(_("Ask a person"), AskPress(seen=language)), *_other_language(language, "")])
    return InlineKeyboardMarkup(inline_keyboard=rows)


@lru_cache(maxsize=256)
def group(library: Library, group_id: str, language: Language) -> InlineKeyboardMarkup:
    """The topics of a chapter."""
    topics = [topic.id for topic in library.topics_of(group_id)]
    return InlineKeyboardMarkup(
        inline_keyboard=[*_topic_rows(library, topics, language), [_menu_button(library, language)]]
    )


@lru_cache(maxsize=1024)
def answer(
    library: Library, topic_id: str, language: Language, *, offer_language: bool
) -> InlineKeyboardMarkup:
    """Under an answer: related topics, the chapter, the menu, a person."""
    _ = library.translator_of(language)
    topic = library.topic(topic_id)
    rows = _topic_rows(library, _worth_reading(library, topic.related), language)
    ask = button(_("Ask a person"), AskPress(seen=language))
    if topic.status in {Status.ACTION, Status.STAFF}:
        rows.insert(0, [ask])
        ask_row: Row = []
    else:
        ask_row = [ask]
    chapter = library.group(topic.group)
    if chapter is not None:
        back = button("← " + chapter.titles[language], GroupPress(seen=language, group=chapter.id))
        rows.append([back])
    rows.append([*ask_row, _menu_button(library, language)])
    if offer_language:
        rows.append(_other_language(language, topic_id))
    return InlineKeyboardMarkup(inline_keyboard=rows)


def choices(
    library: Library, topics: Sequence[str], question: int, language: Language
) -> InlineKeyboardMarkup:
    """The topics offered for a question, and a way out."""
    _ = library.translator_of(language)
    rows = [
        [
            button(
                library.title(topic, language),
                ChoicePress(seen=language, question=question, topic=topic),
            )
        ]
        for topic in topics
    ]
    rows.append([button(_("None of these"), NonePress(seen=language, question=question))])
    rows.append([_menu_button(library, language)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


@lru_cache(maxsize=64)
def way_out(
    library: Library, language: Language, topics: tuple[str, ...] = (), *, offer_language: bool = False
) -> InlineKeyboardMarkup:
    """Under a message that is no answer: some topics and the menu."""
    rows = [*_topic_rows(library, library.present(topics), language), [_menu_button(library, language)]]
    if offer_language:
        rows.append(_other_language(language, ""))
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _worth_reading(library: Library, topics: tuple[str, ...]) -> list[str]:
    """Related topics, without those that only say how to reach a person: that button is there anyway."""
    present = library.present(topics)
    return [one for one in present if library.topic(one).status is not Status.ACTION][:_MOST_RELATED]


def _topic_rows(library: Library, topics: Sequence[str], language: Language) -> list[Row]:
    return [
        [button(library.title(topic, language), TopicPress(seen=language, topic=topic))] for topic in topics
    ]


def _menu_button(library: Library, language: Language) -> InlineKeyboardButton:
    _ = library.translator_of(language)
    return button(_("Menu"), MenuPress(seen=language))


def _other_language(language: Language, topic: str) -> Row:
    return _language_row(language, tuple(other for other in Language if other is not language), topic)


def _language_row(seen: Language, offered: tuple[Language, ...], topic: str) -> Row:
    return [
        button(LANGUAGE_NAMES[language], LanguagePress(seen=seen, language=language, topic=topic))
        for language in offered
    ]
