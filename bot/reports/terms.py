"""What the marks of the content files mean, in words for who signs."""

from bot.faq.freshness import State
from bot.faq.model import Confidence, Show, Status
from bot.reports.labels import Labels, Words


def status_words(status: Status, _: Labels) -> Words:
    """How much of its question a topic answers."""
    return {
        Status.ANSWER: _("answers the question"),
        Status.CAUTION: _("answers with a date and with what is in doubt"),
        Status.PARTIAL: _("says what is known; the rest goes to a person"),
        Status.STAFF: _("nothing is confirmed; a person answers"),
        Status.ACTION: _("opens a question to the ministry's staff"),
    }[status]


def state_words(state: State, _: Labels) -> Words:
    """Where an answer stands on the day of the print."""
    return {
        State.CURRENT: _("holds"),
        State.BEING_CHECKED: _("is being checked: the review date has passed"),
        State.ENDED: _("has ended: the text for afterwards is shown, if there is one"),
        State.NOT_BEGUN: _("does not hold yet"),
    }[state]


def show_words(show: Show, _: Labels) -> Words:
    """How much of a fact a citizen may see."""
    return {
        Show.VALUE: _("may be shown with its values"),
        Show.WORDS: _("may be said in words only, without figures"),
        Show.STAFF: _("for staff: never shown to citizens"),
    }[show]


def confidence_words(confidence: Confidence, _: Labels) -> Words:
    """How well a fact is founded."""
    return {
        Confidence.SEED: _("from the starting data of the project"),
        Confidence.OFFICIAL: _("official source"),
        Confidence.PRESS: _("press only"),
        Confidence.WEAK: _("one weak source"),
        Confidence.UNCONFIRMED: _("not confirmed"),
        Confidence.CONFLICT: _("sources differ"),
    }[confidence]
