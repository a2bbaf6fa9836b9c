"""The row under an answer that asks whether it helped, and what is said to somebody whom it did not help."""

from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache
from types import MappingProxyType

from aiogram.types import InlineKeyboardMarkup

from bot.desk.model import numbered
from bot.faq.library import Library
from bot.faq.ratings import Reason, Verdict
from bot.faq.text import RichText
from bot.people.model import Language
from bot.telegram.callbacks import PassOnPress, RatePress, Vote
from bot.telegram.keyboards import Row, answer_rows, button, way_out
from bot.telegram.turn import Turn
from bot.telegram.views import View

REASONS: Mapping[Vote, Reason] = MappingProxyType(
    {
        Vote.UP: Reason.NONE,
        Vote.DOWN: Reason.NONE,
        Vote.WRONG: Reason.WRONG,
        Vote.UNCLEAR: Reason.UNCLEAR,
        Vote.OUTDATED: Reason.OUTDATED,
        Vote.OTHER_QUESTION: Reason.OTHER_QUESTION,
    }
)


def verdict_of(vote: Vote) -> Verdict:
    """Whether the answer helped."""
    return Verdict.UP if vote is Vote.UP else Verdict.DOWN


class Asked(Enum):
    """What the first row under an answer asks."""

    NOTHING = auto()
    VOTE = auto()
    WHY_NOT = auto()


def answer_buttons(turn: Turn, press: RatePress, asked: Asked) -> InlineKeyboardMarkup:
    """The buttons under the answer that a vote is about."""
    offer_language = turn.offers_language
    key = (press.topic, press.version, press.seen, press.below)
    if press.question:  # nobody else will ever see this keyboard: not worth keeping
        return _buttons.__wrapped__(turn.library, key, asked, press.question, offer_language=offer_language)
    return _buttons(turn.library, key, asked, 0, offer_language=offer_language)


@lru_cache(maxsize=256)
def _buttons(
    library: Library,
    key: tuple[str, str, Language, bool],
    asked: Asked,
    question: int,
    *,
    offer_language: bool,
) -> InlineKeyboardMarkup:
    topic, version, language, keep = key
    press = RatePress(
        seen=language, below=keep, topic=topic, version=version, vote=Vote.UP, question=question
    )
    rows: list[Row] = []
    if asked is Asked.VOTE:
        rows = [_votes(library, press)]
    elif asked is Asked.WHY_NOT:
        rows = _reasons(library, press)
    rows += answer_rows(library, press, offer_language=offer_language)
    return InlineKeyboardMarkup(inline_keyboard=rows)


def thanks(library: Library, language: Language) -> str:
    """For somebody who was helped; it flashes up."""
    _ = library.translator_of(language)
    return _("Thank you!")


def sorry_view(library: Library, language: Language, question: int, *, can_pass_on: bool) -> View:
    """For somebody who was not helped: it is noted, and what they write next goes to a person."""
    _ = library.translator_of(language)
    lines = [_("Thank you, I have noted it. It helps to mend the answer.")]
    rows = [way_out(library, language, below=True, question=question)]
    if can_pass_on:
        lines.append(
            _(
                "I can pass this question on to a person as it is. "
                "Or write it anew: that goes to a person too."
            )
        )
        press = PassOnPress(seen=language, question=question)
        rows.insert(0, [button(_("Pass on my question {number}", number=numbered(question)), press)])
    else:
        lines.append(_("If you want a person to answer, write your question here."))
    return View(RichText("\n\n".join(lines)), InlineKeyboardMarkup(inline_keyboard=rows))


def _votes(library: Library, press: RatePress) -> Row:
    _ = library.translator_of(press.seen)
    return [
        button(_("👍 It helped"), _voting(press, Vote.UP)),
        button(_("👎 It did not help"), _voting(press, Vote.DOWN)),
    ]


def _reasons(library: Library, press: RatePress) -> list[Row]:
    _ = library.translator_of(press.seen)
    return [
        [button(_("Wrong"), _voting(press, Vote.WRONG)), button(_("Unclear"), _voting(press, Vote.UNCLEAR))],
        [
            button(_("Outdated"), _voting(press, Vote.OUTDATED)),
            button(_("I asked something else"), _voting(press, Vote.OTHER_QUESTION)),
        ],
    ]


def _voting(press: RatePress, vote: Vote) -> RatePress:
    return press.model_copy(update={"vote": vote})
