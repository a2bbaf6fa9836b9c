"""What the bot says: texts and keyboards, nothing decided here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity

from bot.desk.model import numbered
from bot.faq.library import EMERGENCY, Library
from bot.faq.text import Entity, RichText, join, utf16_length
from bot.people.model import Language
from bot.telegram import keyboards
from bot.telegram.commands import command_lines

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_HIGHEST = 4096


@dataclass(frozen=True)
class View:
    """One message as it will look."""

    text: RichText
    keyboard: InlineKeyboardMarkup

    def sent_to(self, chat_id: int) -> TelegramMethod[Any]:
        """As a new message."""
        return SendMessage(
            chat_id=chat_id,
            text=self.text.text,
            entities=_entities(self.text),
            reply_markup=self.keyboard,
            link_preview_options=_NO_PREVIEW,
        )

    def in_place_of(self, chat_id: int, message_id: int) -> TelegramMethod[Any]:
        """In place of an earlier message; the sender sends it anew where that one is gone."""
        return EditMessageText(
            chat_id=chat_id,
            message_id=message_id,
            text=self.text.text,
            entities=_entities(self.text),
            reply_markup=self.keyboard,
            link_preview_options=_NO_PREVIEW,
        )


def greeting(library: Library, seen: Language) -> View:
    """The first words, in both languages, Kazakh first."""
    return View(
        join([_welcome(library, language) for language in Language], "\n\n· · ·\n\n"),
        keyboards.languages(seen),
    )


def _welcome(library: Library, language: Language) -> RichText:
    _ = library.translator_of(language)
    return RichText(
        # NOTE: the first words of the bot; it must say what it is and what it is not
        _(
            "Hello! I answer questions about working legally in South Korea. "
            "I am a bot for citizens of Kazakhstan, not the immigration service of any country.\n\n"
            "Write your question in your own words, or choose a language and look through the topics."
        )
    )


def menu(library: Library, language: Language) -> View:
    """The chapters."""
    _ = library.translator_of(language)
    text = _("Choose a topic, or write your question in your own words.")
    return View(RichText(text), keyboards.menu(library, language))


def group(library: Library, group_id: str, language: Language) -> View | None:
    """The topics of a chapter; None where it has none any more."""
    chapter = library.group(group_id)
    if chapter is None:
        return None
    title = chapter.titles[language]
    text = RichText(title, (Entity("bold", 0, utf16_length(title)),))
    return View(text, keyboards.group(library, group_id, language))


def with_lines(first: str, text: RichText, last: str) -> RichText:
    """An answer between lines of the program, as far as all of it fits into one message."""
    whole = join([RichText(first), text, RichText(last)])
    return whole if utf16_length(whole.text) <= _HIGHEST else text


def choices(library: Library, topics: Sequence[str], question: int, language: Language) -> View:
    """The question back: which of these?"""
    _ = library.translator_of(language)
    text = _("Which of these is closest to your question?")
    return View(RichText(text), keyboards.choices(library, topics, question, language))


def receipt(
    library: Library, number: int, language: Language, *, has_staff: bool, offer_language: bool = False
) -> View:
    """The question is safe. Promises a person only where there is one."""
    text = RichText(receipt_line(library, number, language, has_staff=has_staff, unanswered=True))
    return View(text, keyboards.receipt(library, language, offer_language=offer_language))


def receipt_line(
    library: Library, number: int, language: Language, *, has_staff: bool, unanswered: bool = False
) -> str:
    """The words about a question that was handed over."""
    _ = library.translator_of(language)
    lines = [_("I have no confirmed answer to this question.")] if unanswered else []
    if has_staff:
        lines.append(
            _(
                "Your question has been passed to the ministry's staff. Its number: {number}.",
                number=numbered(number),
            )
        )
    else:
        lines.append(
            _(
                "Your question has been saved. Its number: {number}. "
                "Nobody is on duty here now, so I cannot promise that a person will answer.",
                number=numbered(number),
            )
        )
    return "\n\n".join(lines)


def urgent_line(library: Library, number: int, language: Language, *, has_staff: bool) -> str:
    """What somebody in danger reads first."""
    _ = library.translator_of(language)
    if has_staff:
        return _(
            "Your message has gone to the ministry's staff as urgent. Its number: {number}. "
            "Do not wait for them: call first.",
            number=numbered(number),
        )
    return _(
        "I am a program and cannot call for help. Call yourself, the numbers are below. "
        "Your message has been saved, its number: {number}.",
        number=numbered(number),
    )


def courtesy(library: Library, language: Language, *, offer_language: bool) -> View:
    """One friendly line."""
    _ = library.translator_of(language)
    text = _("I am here to help. Write your question about working in Korea in your own words.")
    return View(RichText(text), keyboards.way_out(library, language, offer_language=offer_language))


def help_text(library: Library, language: Language) -> View:
    """What the bot can do, and its commands."""
    _ = library.translator_of(language)
    text = _(
        "I know answers about working legally in South Korea, each with its source and its date. "
        "If I have no confirmed answer, I say so and give your question a number.\n\n"
        "Just write your question: in Kazakh or in Russian, any way you like. Or use the commands:"
    )
    lines = "\n".join(command_lines(library.translator_of(language)))
    return View(RichText(f"{text}\n\n{lines}"), keyboards.way_out(library, language, (EMERGENCY,)))


def language_choice(library: Library, language: Language) -> View:
    """The question for the language, in both."""
    lines = []
    for each in Language:
        _ = library.translator_of(each)
        lines.append(_("Choose a language."))
    return View(RichText("\n".join(lines)), keyboards.languages(language))


def ask_staff(library: Library, language: Language, *, has_staff: bool) -> View:
    """The next text goes to a person."""
    _ = library.translator_of(language)
    lines = [_("Write your question in one message. It gets a number and is kept.")]
    if not has_staff:
        lines.append(_("Nobody is on duty here now, so I cannot promise that a person will answer."))
    return View(RichText("\n\n".join(lines)), keyboards.way_out(library, language, (EMERGENCY,)))


def gone(library: Library, language: Language) -> View:
    """An old button whose text is no more."""
    _ = library.translator_of(language)
    text = _("This text is not here any more. Choose a topic, or write your question.")
    return View(RichText(text), keyboards.menu(library, language))


def unknown_command(library: Library, language: Language) -> View:
    """A command the bot does not have."""
    _ = library.translator_of(language)
    lines = "\n".join(command_lines(_))
    text = _("I do not know this command. These I know:")
    return View(RichText(f"{text}\n\n{lines}"), keyboards.way_out(library, language))


def _entities(text: RichText) -> list[MessageEntity] | None:
    return [
        MessageEntity(type=entity.type, offset=entity.offset, length=entity.length, url=entity.url)
        for entity in text.entities
    ] or None
