"""An answer as a citizen sees it on a day: text and entities, for chat, console and leaflet alike."""

import hashlib
from dataclasses import dataclass
from datetime import date

from bot.faq.footer import Footer
from bot.faq.freshness import State, answer_freshness
from bot.faq.markdown import render_markdown
from bot.faq.model import Catalogue
from bot.faq.places import find_places
from bot.faq.ports import Translator
from bot.faq.printing import print_place
from bot.faq.text import RichText, join
from bot.people.model import Language, Place


@dataclass(frozen=True)
class Rendered:
    """What is shown, and what is kept about it."""

    text: RichText
    title: str
    version: str  # which words and values somebody saw: the revision and a fingerprint of what was printed
    facts: tuple[str, ...]  # the ids of those that were printed or said in words
    state: State


def render_answer(  # noqa: PLR0913, PLR0917  what an answer depends on
    catalogue: Catalogue,
    topic_id: str,
    language: Language,
    today: date,
    translator: Translator,
    place: Place | None = None,
) -> Rendered:
    """
    The answer to a topic as it stands on a day of Kazakhstan, for who is in a place, with sources and dates.

    `translator` speaks `language`.

    Raises KeyError for an unknown topic, ContentError `place_unprintable` for content that was not checked.
    """
    answer = catalogue.answers[topic_id, language]
    freshness = answer_freshness(catalogue, topic_id, language, today, place)
    footer = Footer(catalogue, topic_id, today, translator)
    printed = [print_place(place, catalogue, language).text for place in find_places(freshness.text)]
    fingerprint = _fingerprint(freshness.text, *printed)

    def shown(text: str) -> RichText:
        return render_markdown(text, lambda place: print_place(place, catalogue, language))

    # What to do comes first of all; the age of what it rests on comes before anything that rests on it.
    what_to_do, _, rest = freshness.text.partition("\n\n")
    parts = [
        shown(what_to_do),
        footer.age_line(freshness),
        shown(rest),
        footer.below(freshness),
    ]
    return Rendered(
        text=join(parts),
        title=answer.title,
        version=f"{answer.revision}-{fingerprint}",
        facts=tuple(fact.id for fact in freshness.facts),
        state=freshness.state,
    )


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]
