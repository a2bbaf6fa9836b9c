"""What the bot says: texts and keyboards, nothing decided here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity, ReplyParameters

from bot.faq.library import Library
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

    def sent_to(self, chat_id: int, *, reply_to: int | None = None) -> TelegramMethod[Any]:
        """As a new message; where it replies to one that is gone, it comes all the same."""
        reply = ReplyParameters(message_id=reply_to, allow_sending_without_reply=True) if reply_to else None
        return SendMessage(
            chat_id=chat_id,
            text=self.text.text,
            entities=_entities(self.text),
            reply_markup=self.keyboard,
            link_preview_options=_NO_PREVIEW,
            reply_parameters=reply,
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
    welcomes = [
        RichText("\n\n".join([_welcome(library, language), _how_to_begin(library, language)]))
        for language in Language
    ]
    return View(join(welcomes, "\n\n· · ·\n\n"), keyboards.greeting(library, seen))


def welcome(library: Library, language: Language) -> View:
    """The first words again, in the language that was chosen, with the chapters."""
    _ = library.translator_of(language)
    lines = [_welcome(library, language), _("Choose a topic, or write your question in your own words.")]
    return View(RichText("\n\n".join(lines)), keyboards.menu(library, language))


def _welcome(library: Library, language: Language) -> str:
    _ = library.translator_of(language)
    # NOTE: the first words of the bot: what it is, what it is not, and who sees what is written
    return _(
        "Hello! I answer questions about working legally in South Korea. "
        "I am a bot for citizens of Kazakhstan, not the immigration service of any country.\n\n"
        "A program answers. What you write can also be read by the labour ministry's staff, "
        "but they do not see your name. Leave out names, phone numbers and document numbers."
    )


def _how_to_begin(library: Library, language: Language) -> str:
    _ = library.translator_of(language)
    return _("Write your question in your own words, or choose a language and look through the topics.")


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


def courtesy(library: Library, language: Language) -> View:
    """One friendly line."""
    _ = library.translator_of(language)
    text = _(
        "I am a bot and answer questions about working in Korea. Ask in your own words, I will do my best."
    )
    return View(RichText(text), keyboards.plain(library, language))


def contact(library: Library, language: Language) -> View:
    """Somebody shared a phone number."""
    _ = library.translator_of(language)
    text = _(
        "I have not kept this phone number, and nobody will call it. "
        "Write your question here: the answer comes to this chat."
    )
    return View(RichText(text), keyboards.plain(library, language))


def location(library: Library, language: Language) -> View:
    """Somebody sent where they are."""
    _ = library.translator_of(language)
    text = _(
        "I have not kept this place and cannot send anybody there. If you are in danger, press SOS: "
        "there it says whom to call. Otherwise write your question."
    )
    return View(RichText(text), keyboards.plain(library, language))


def slowed_line(library: Library, language: Language) -> str:
    """For somebody who writes very much: what happens to it."""
    _ = library.translator_of(language)
    return _(
        "You are writing a lot at once. I put your messages together and answer less often; none is lost."
    )


def help_text(library: Library, language: Language) -> View:
    """What the bot can do, and its commands."""
    _ = library.translator_of(language)
    text = _(
        "I know answers about working legally in South Korea, each with its source and its date. "
        "If I have no confirmed answer, I say so and give your question a number.\n\n"
        "Just write your question: in Kazakh or in Russian, any way you like. "
        "If somebody is in danger, press /sos. The commands:"
    )
    lines = "\n".join(command_lines(library.translator_of(language)))
    return View(RichText(f"{text}\n\n{lines}"), keyboards.plain(library, language))


def language_choice(library: Library, language: Language) -> View:
    """The question for the language, in both."""
    lines = []
    for each in Language:
        _ = library.translator_of(each)
        lines.append(_("Choose a language."))
    return View(RichText("\n".join(lines)), keyboards.language_choice(library, language))


def gone(library: Library, language: Language) -> View:
    """An old button whose text is no more."""
    _ = library.translator_of(language)
    text = _("This text is not here any more. Choose a topic, or write your question.")
    return View(RichText(text), keyboards.menu(library, language))


def unknown_command(library: Library, language: Language) -> View:
    """A command the bot does not have."""
    _ = library.translator_of(language)
    lines = "\n".join(command_lines(_))
    text = _("There is no such command. There are these:")
    return View(RichText(f"{text}\n\n{lines}"), keyboards.plain(library, language))


def _entities(text: RichText) -> list[MessageEntity] | None:
    return [
        MessageEntity(type=entity.type, offset=entity.offset, length=entity.length, url=entity.url)
        for entity in text.entities
    ] or None
