"""What citizens may write, picked by what the bot decides about it today, so that new content breaks no test here."""

from collections.abc import Iterator
from itertools import combinations

from bot.faq.library import Library
from bot.faq.matching.matcher import Matcher
from bot.faq.matching.model import DecisionKind, MatchingContent
from bot.faq.model import Status
from bot.people.model import Language

_UNHEARD_OF = {
    Language.RU: ("сколько стоит учёба в политехе", "где купить билет на автобус до Астаны"),
    Language.KK: ("политехте оқу қанша тұрады", "Астанаға автобус билетін қайдан аламын"),
}
_DANGER = {
    Language.RU: ("мужа забрала полиция помогите", "меня бьют спасите"),
    Language.KK: ("күйеуімді полиция ұстап кетті көмектесіңдер", "мені ұрып жатыр құтқарыңыз"),
}
_COURTESY = {Language.RU: ("привет", "здравствуйте"), Language.KK: ("сәлем", "сәлеметсіз бе")}


class Phrases:
    """Texts by the decision about them."""

    def __init__(self, content: MatchingContent, library: Library) -> None:
        self._matcher = Matcher.build(content)
        self._phrasings = content.phrasings
        self._library = library

    def answered(self, language: Language) -> tuple[str, str]:
        """A text that is answered, and with which topic."""
        for text in self._known():
            decision = self._matcher.decide(text)
            if decision.kind is not DecisionKind.ANSWER or decision.language is not language:
                continue
            if self._library.topic(decision.topics[0]).status in {Status.ANSWER, Status.CAUTION}:
                return text, decision.topics[0]
        raise AssertionError(f"nothing is answered in {language}")

    def answered_openly(self, language: Language) -> tuple[str, str]:
        """A text whose answer tells nothing about who asked, and its topic."""
        for text in self._known():
            decision = self._matcher.decide(text)
            if decision.kind is not DecisionKind.ANSWER or decision.language is not language:
                continue
            topic = self._library.topic(decision.topics[0])
            if topic.status is Status.ANSWER and not topic.sensitive:
                return text, topic.id
        raise AssertionError(f"nothing is answered openly in {language}")

    def with_choices(self, language: Language) -> str:
        """A text to which topics are offered."""
        titles = list(self._titles(language))
        pairs = (f"{one}, {other}" for one, other in combinations(titles, 2))
        return self._first(DecisionKind.CHOOSE, language, (*self._known(), *pairs))

    def unheard_of(self, language: Language) -> str:
        """A text that goes to people."""
        return self._first(DecisionKind.HANDOVER, language, _UNHEARD_OF[language])

    def of_danger(self, language: Language) -> str:
        """A text of somebody in danger."""
        return self._first(DecisionKind.URGENT, language, _DANGER[language])

    def courtesy(self, language: Language) -> str:
        """A greeting."""
        return self._first(DecisionKind.COURTESY, language, _COURTESY[language])

    def _first(self, kind: DecisionKind, language: Language, texts: tuple[str, ...]) -> str:
        for text in texts:
            decision = self._matcher.decide(text)
            if decision.kind is kind and decision.language is language:
                return text
        raise AssertionError(f"nothing of these is decided as {kind} in {language}")

    def _titles(self, language: Language) -> Iterator[str]:
        for group in self._library.groups:
            for topic in self._library.topics_of(group.id):
                yield self._library.title(topic.id, language)

    def _known(self) -> list[str]:
        """The phrasings of the content, in their order; with and without a part of their words."""
        whole = [text for topic in sorted(self._phrasings) for text in self._phrasings[topic]]
        return [*whole, *(" ".join(text.split()[:3]) for text in whole)]
