"""What staff read about the content files."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime

from bot.faq.ports import Translator
from bot.faq.renewal import State, Trouble
from bot.faq.text import Entity, RichText, join, utf16_length
from bot.mail.model import Lane, Outgoing

CAUSE = "content:"
"""What the causes of these messages begin with."""

_LONGEST = (
    300  # letters of a place or of what is said: three troubles fit into a message with all their pairs
)


def content_news(state: State, _: Translator) -> RichText:
    """New texts are in force, or have errors: then the first few, and where to find all."""
    if state.is_good:
        text = _.plural(
            "The new texts are in force: {n} topic.", "The new texts are in force: {n} topics.", state.topics
        )
        return RichText(text)
    return join(_bad_news(state, _))


def _bad_news(state: State, _: Translator) -> Iterator[RichText]:
    yield RichText(
        _("The content files have errors. Until they are put right, the bot keeps the texts it has.")
    )
    yield from (_told(trouble) for trouble in state.troubles)
    more = state.count - len(state.troubles)
    if more:
        yield RichText(_.plural("And {n} more error.", "And {n} more errors.", more))
    yield RichText(_("All of them: {command}", command="python -m bot check"))


def _told(trouble: Trouble) -> RichText:
    """Telegram would make links of the names of files, were they not marked as code."""
    place = trouble.place[:_LONGEST]
    mark = Entity("code", 0, utf16_length(place))
    said = trouble.said[:_LONGEST]
    return RichText(place, (mark,)) + RichText(f"\n{said}")


def message_about_content(state: State, text: RichText, chat_id: int, now: datetime) -> Outgoing:
    """The message for staff. The moment is part of its cause: the same may happen again later."""
    marks = [
        {name: value for name, value in asdict(one).items() if value is not None} for one in text.entities
    ]
    params = {
        "chat_id": str(chat_id),
        "text": text.text,
        "entities": json.dumps(marks),
        "link_preview_options": json.dumps({"is_disabled": True}),
    }
    cause = f"{CAUSE}{state.mark}:{int(now.timestamp() * 1000)}"
    return Outgoing(cause, chat_id, Lane.STAFF, "sendMessage", params)


def mark_of(cause: str) -> str:
    """The mark of the state that a message with this cause told."""
    return cause.removeprefix(CAUSE).rpartition(":")[0]
