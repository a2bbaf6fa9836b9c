"""From a message to a decision. Built once from the content; deciding is pure and may run in many threads."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.faq.matching import normal
from bot.faq.matching.alarm import Alarms
from bot.faq.matching.concepts import ABROAD, Concepts
from bot.faq.matching.confidence import confidence
from bot.faq.matching.courtesy import is_courtesy
from bot.faq.matching.followup import (
    UNANSWERED,
    Context,
    FollowUps,
    Lean,
    Leaning,
    follow_bar,
    follow_up_confidence,
)
from bot.faq.matching.index import Document, Index, Match, Query, sounds_of
from bot.faq.matching.language import LanguageGuess
from bot.faq.matching.model import Decision, DecisionKind, Example, MatchingContent
from bot.faq.matching.places import Places
from bot.faq.matching.repair import Vocabulary
from bot.faq.matching.staff import StaffCall
from bot.faq.matching.urgency import unpack, urgency, urgency_features, weigh
from bot.faq.matching.weights import FOLLOW_UP, URGENCY, WEIGHTS
from bot.faq.matching.wordlists import Reading, WordLists
from bot.people.model import Language

ANSWER_AT = 0.7
SENSITIVE_AT = 0.8
DOUBTED_AT = 0.2
ALARM_AT = 0.36
OFFER_AT = 0.1
BESIDE_AT = 0.02
MOST_OFFERED = 3
URGENT_SURE = 0.95
FALLBACK = "contacts.emergency"
STAFF = "basics.talk_to_staff"


FOLLOW_AT = 0.9
SENSITIVE_FOLLOW_AT = 0.95
BESIDE_FOLLOW_AT = 0.05
BESIDE_SURE = (
    0.2  # nobody can say how surely one of the neighbours is meant; it is what an offer needs at least
)

_ALARMING = "!"
_OPEN = frozenset({DecisionKind.CHOOSE, DecisionKind.HANDOVER})


@dataclass(frozen=True)
class Said:
    """A message, read."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    reading: Reading
    language: Language | None


@dataclass(frozen=True)
class Candidate:
    """A label that may fit and how sure we are of it."""

    match: Match
    sure: float


class Matcher:
    """Decides what to do with a message."""

    def __init__(self, content: MatchingContent, index: Index) -> None:
        self.index = index
        self._concepts = Concepts(content.words)
        self._vocabulary = Vocabulary(sound for document in index.documents for sound in document.sounds)
        self._topics = frozenset(content.phrasings)
        self._sensitive = content.sensitive
        self._lists = WordLists({name: entries for name, entries in content.words.items() if _is_list(name)})
        self._alarms = Alarms(content.words, self._lists)
        self._urgency_weights = unpack(URGENCY)
        self._staff = StaffCall(content.words, self._lists)
        self._language = LanguageGuess(content.words, _sounds_of_samples(content))
        self._places = Places(content.words, _ways(index, self._topics))
        self._follow_ups = FollowUps(content, index.labels)

    @classmethod
    def build(cls, content: MatchingContent) -> "Matcher":
        """A matcher for this content. Raises ContentError where the word lists contradict themselves."""
        return cls(content, Index.build(documents_of(content)))

    def decide(self, text: str, after: str | None = None) -> Decision:
        """
        What to do with a message. Never raises, whatever the text is.

        `after`: the topic shown last. It only helps a short message that is not understood by itself.
        """
        shown = normal.cut(text)
        typed = self._read(normal.words_of_cut(shown))
        switched = normal.other_layout(shown)
        if switched is not None:
            other = self._read(normal.words_of_cut(switched))
            typed = max(typed, other, key=self._familiarity)
        decision = self._decide(typed)
        if after is None or after not in self._topics or decision.kind not in _OPEN:
            return decision
        return self._follow(typed, after, decision)

    def _read(self, words: Sequence[str]) -> Said:
        kept = [(word, sound) for word in words for sound in sounds_of([word])]
        sounds = tuple(sound for _, sound in kept)
        words = tuple(word for word, _ in kept)
        return Said(words, sounds, self._lists.read(sounds), self._language.guess(words, sounds))

    def _familiarity(self, said: Said) -> int:
        return sum(
            self._vocabulary.knows(sound) or bool(parts)
            for sound, parts in zip(said.sounds, said.reading.words, strict=True)
        )

    def _decide(self, said: Said) -> Decision:
        heard = urgency(self._heard(said), self._urgency_weights)
        alarm = self._alarms.find(said.reading)
        if alarm is not None and heard >= DOUBTED_AT:
            return self._urgent(alarm.topics, URGENT_SURE, said)
        if not said.words or is_courtesy(said.words, said.reading):
            return Decision(DecisionKind.COURTESY, (), 1.0, said.language)
        if STAFF in self._topics and self._staff.is_meant(said.reading):
            return Decision(DecisionKind.ANSWER, (STAFF,), 1.0, said.language)
        return self._by_likeness(said, heard)

    def _urgent(self, shown: tuple[str, ...], sure: float, said: Said) -> Decision:
        topics = tuple(topic for topic in shown if topic in self._topics)
        if not topics and FALLBACK in self._topics:
            topics = (FALLBACK,)
        return Decision(DecisionKind.URGENT, topics, sure, said.language)

    def _by_likeness(self, said: Said, heard: float) -> Decision:
        candidates = self._candidates(said)
        if (urgent := self._urgency(said, candidates, heard)) > 0:
            alike = (one.match.label for one in candidates if one.match.label.startswith(_ALARMING))
            return self._urgent(tuple(next(alike, "").removeprefix(_ALARMING).split()), urgent, said)
        known = [candidate for candidate in candidates if candidate.match.label in self._topics]
        if known and known[0] is candidates[0] and self._is_sure(known[0], said):
            return Decision(DecisionKind.ANSWER, (known[0].match.label,), known[0].sure, said.language)
        if known and known[0].sure >= OFFER_AT:
            offered = [one for one in known[:MOST_OFFERED] if one is known[0] or one.sure >= BESIDE_AT]
            if len(offered) > 1:
                topics = tuple(one.match.label for one in offered)
                return Decision(
                    DecisionKind.CHOOSE, topics, min(1.0, sum(one.sure for one in offered)), said.language
                )
        return Decision(DecisionKind.HANDOVER, (), 1 - known[0].sure if known else 1.0, said.language)

    def _follow(self, said: Said, after: str, own: Decision) -> Decision:
        """The decision on a message that may lean on the topic shown last; `own` is the one without it."""
        lean = self._follow_ups.lean(said.sounds)
        if lean.kind is Leaning.MORE:
            return _offered(self._follow_ups.beside(after), BESIDE_SURE, said) or own
        if lean.kind is Leaning.ASKS:
            return self._in_context(said, lean, Context(after, self._follow_ups.kin(after)), own)
        return own

    def _in_context(self, said: Said, lean: Lean, context: Context, own: Decision) -> Decision:
        candidates = self._that_follow(lean, context)
        known = [one for one in candidates if self._may_follow(one, context.after, said)]
        if not known or candidates[0].match.label.startswith(UNANSWERED):
            return own
        first = known[0]
        if first.sure < follow_bar(lean, own.kind, kin=first.match.label in context.kin):
            return own
        bar = self._bar(first.match.label, FOLLOW_AT, SENSITIVE_FOLLOW_AT)
        if lean.signed and first is candidates[0] and first.sure >= bar:
            return Decision(DecisionKind.ANSWER, (first.match.label,), first.sure, said.language)
        if first.match.label in own.topics[:1] and context.after not in own.topics:
            return own
        return self._offer(known, context.after, said, own)

    def _that_follow(self, lean: Lean, context: Context) -> list[Candidate]:
        query = self._query(lean.own, context.kin)
        candidates = [
            Candidate(match, follow_up_confidence(query, match, context, FOLLOW_UP))
            for match in query.matches
        ]
        return sorted(candidates, key=lambda candidate: candidate.sure, reverse=True)

    def _offer(self, known: Sequence[Candidate], after: str, said: Said, own: Decision) -> Decision:
        """What fits the last topic, then what fits by itself; a lonely one gets a neighbour."""
        likely = [one for one in known[:MOST_OFFERED] if one is known[0] or one.sure >= BESIDE_FOLLOW_AT]
        fitting = dict.fromkeys([*(one.match.label for one in likely), *own.topics])
        fitting.pop(after, None)
        beside = [topic for topic in self._follow_ups.beside(after) if topic not in fitting]
        topics = [*fitting, *beside[: max(0, 2 - len(fitting))]]
        return _offered(topics, min(1.0, sum(one.sure for one in likely)), said) or own

    def _may_follow(self, candidate: Candidate, after: str, said: Said) -> bool:
        label = candidate.match.label
        return label in self._topics and label != after and not self._contradicts(candidate, said)

    def urgency_features(self, text: str) -> frozenset[str]:
        """What the urgency model sees of a text, for training it."""
        said = self._read(normal.words(text))
        return self._heard(said)

    def _heard(self, said: Said) -> frozenset[str]:
        return urgency_features(said.sounds, said.reading, self._alarms.signs(said.reading))

    def _urgency(self, said: Said, candidates: Sequence[Candidate], heard: float) -> float:
        """How surely a message that no pattern foresaw is urgent; 0 where it is not."""
        alarming = sum(one.sure for one in candidates if one.match.label.startswith(_ALARMING))
        calm = max((one.sure for one in candidates if not one.match.label.startswith(_ALARMING)), default=0.0)
        supposed = not self._alarms.may_be_likened(said.reading)
        sure = weigh(heard, alarming, calm, supposed=supposed)
        return sure if sure >= ALARM_AT else 0.0

    def _candidates(self, said: Said) -> list[Candidate]:
        query = self._query(said.sounds)
        candidates = [Candidate(match, confidence(query, match, WEIGHTS)) for match in query.matches]
        return sorted(candidates, key=lambda candidate: candidate.sure, reverse=True)

    def _query(self, sounds: Sequence[str], kin: frozenset[str] = frozenset()) -> Query:
        mended = self._vocabulary.mend(sounds)
        return self.index.query(mended, self._concepts.marks(mended), kin=kin)

    def _is_sure(self, candidate: Candidate, said: Said) -> bool:
        bar = self._bar(candidate.match.label, ANSWER_AT, SENSITIVE_AT)
        return candidate.sure >= bar and not self._contradicts(candidate, said)

    def _bar(self, topic: str, usual: float, sensitive: float) -> float:
        return sensitive if topic in self._sensitive else usual

    def _contradicts(self, candidate: Candidate, said: Said) -> bool:
        """Whether a topic speaks of another place than the message."""
        near = self.index.documents[candidate.match.document]
        return self._places.contradict(candidate.match.label, said.reading, ABROAD in near.marks)


def _offered(topics: Sequence[str], sure: float, said: Said) -> Decision | None:
    """A choice between the first few; None where there is nothing to choose from."""
    if len(topics) < 2:
        return None
    return Decision(DecisionKind.CHOOSE, tuple(topics[:MOST_OFFERED]), sure, said.language)


def _sounds_of_samples(content: MatchingContent) -> dict[Language, list[str]]:
    return {
        language: [sound for text in texts for sound in sounds_of(normal.words(text))]
        for language, texts in content.samples.items()
    }


def documents_of(content: MatchingContent) -> list[Document]:
    """Everything a message is compared with; what has no answer yet carries a name of its own."""
    texts = [(topic, text) for topic, ways in content.phrasings.items() for text in ways]
    texts += [
        (_example_label(number, one, content), one.text)
        for number, one in enumerate(content.bank)
        if one.compared
    ]
    sounds = [sounds_of(normal.words(text)) for _, text in texts]
    concepts = Concepts(content.words)
    concepts.learn(frozenset(sound for one in sounds for sound in one))
    return [Document(label, one, concepts.marks(one)) for (label, _), one in zip(texts, sounds, strict=True)]


def _example_label(number: int, example: Example, content: MatchingContent) -> str:
    """Urgent examples stand together by what is shown with them, others by the topic to come."""
    if example.expect is DecisionKind.URGENT:
        return _ALARMING + " ".join(example.gold)
    if example.topic in content.phrasings:
        return example.topic
    return UNANSWERED + (example.topic or str(number))


def _is_list(name: str) -> bool:
    return "." not in name or name in {"before.any", "inside.any", "after.any"}


def _ways(index: Index, topics: frozenset[str]) -> dict[str, list[Sequence[str]]]:
    ways: dict[str, list[Sequence[str]]] = {}
    for document in index.documents:
        if document.label in topics:
            ways.setdefault(document.label, []).append(document.sounds)
    return ways
