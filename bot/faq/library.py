"""The content as the edges use it: titles for buttons, answers for a day, both languages."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from bot.faq.model import Catalogue, Group, Topic
from bot.faq.ports import Translator
from bot.faq.rendering import Rendered, render_answer
from bot.people.model import Language, Place

EMERGENCY = "contacts.emergency"
"""The topic that is shown to somebody in danger where no other fits better."""

_KEPT_ANSWERS = 1000


class Library:
    """Read-only and shared by everybody; what it renders is kept for the day."""

    def __init__(
        self, catalogue: Catalogue, translator_of: Callable[[Language], Translator], digest: str = ""
    ) -> None:
        self._catalogue = catalogue
        self.translator_of = translator_of
        self.digest = digest  # names the content files that it was read from; empty where nobody asks
        self._rendered = lru_cache(maxsize=_KEPT_ANSWERS)(self._render)

    def __contains__(self, topic_id: str) -> bool:
        return topic_id in self._catalogue.topics

    def topic(self, topic_id: str) -> Topic:
        """A topic. Raises KeyError."""
        return self._catalogue.topics[topic_id]

    def answer(self, topic_id: str, language: Language, today: date, place: Place | None = None) -> Rendered:
        """The answer as it stands on a day of Kazakhstan, for who is in a place. Raises KeyError."""
        at_home = (
            place is Place.KAZAKHSTAN and self._catalogue.answers[topic_id, language].at_home is not None
        )
        return self._rendered(topic_id, language, today, Place.KAZAKHSTAN if at_home else None)

    def title(self, topic_id: str, language: Language) -> str:
        """The title for a button."""
        return self._catalogue.answers[topic_id, language].title

    @property
    def groups(self) -> tuple[Group, ...]:
        """The chapters that have something to read."""
        return tuple(group for group in self._catalogue.groups if self._catalogue.in_group(group.id))

    def group(self, group_id: str) -> Group | None:
        """A chapter that has something to read."""
        return next((group for group in self.groups if group.id == group_id), None)

    def topics_of(self, group_id: str) -> tuple[Topic, ...]:
        """The topics of a chapter, in the order of the menu."""
        return self._catalogue.in_group(group_id)

    @property
    def urgent_topics(self) -> tuple[str, ...]:
        """What somebody in danger may look for, in the order of the menu."""
        return tuple(topic.id for topic in self._catalogue.topics.values() if topic.urgent)

    def present(self, topic_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the topics that exist."""
        return tuple(topic_id for topic_id in topic_ids if topic_id in self)

    def _render(self, topic_id: str, language: Language, today: date, place: Place | None) -> Rendered:
        return render_answer(self._catalogue, topic_id, language, today, self.translator_of(language), place)
