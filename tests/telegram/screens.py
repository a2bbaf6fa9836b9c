"""Every screen that a person can come to."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.faq.library import EMERGENCY, Library
from bot.faq.matching.model import DecisionKind
from bot.faq.model import Status
from bot.people.model import Language, Place
from bot.telegram.callbacks import (
    AboutPress,
    AskPress,
    ChoicePress,
    Danger,
    GroupPress,
    LanguagePress,
    MenuPress,
    MinePress,
    MyPress,
    NonePress,
    PassOnPress,
    RatePress,
    SosPress,
    TopicPress,
    Vote,
)
from tests.support.telegram import decided
from tests.support.updates import CONTENTS, text_update
from tests.support.words import every_topic, topics_of_status
from tests.telegram.visitor import Heard, Visitor, carried

WORDS = "E-9?"
"""What is asked, without a letter of either language."""
ANSWER, CHOOSE, HANDOVER, URGENT, COURTESY = (
    decided(DecisionKind.ANSWER, "basics.tourist_work"),
    decided(DecisionKind.CHOOSE, "basics.tourist_work", "basics.can_i_work_now"),
    decided(DecisionKind.HANDOVER),
    decided(DecisionKind.URGENT, "rights.detained"),
    decided(DecisionKind.COURTESY),
)
Way = Callable[[Visitor, Language], Awaitable[Heard]]


@dataclass(frozen=True)
class Screen:
    """What stands on it, who sees it, and what they can press."""

    name: str
    visitor: Visitor
    text: str
    buttons: list[tuple[str, str]]


async def every_screen(library: Library, language: Language, staff: int | None = None) -> list[Screen]:
    """All of them, each reached by somebody of its own who speaks this language."""
    screens = []
    for name, way in {**WAYS, **_ways_through_the_content(library)}.items():
        visitor = Visitor(library, language, staff=staff)
        heard = await way(visitor, language)
        screens.append(Screen(name, visitor, heard.text, heard.buttons))
    return [*screens, *await _buttons_after_a_vote(library, language, staff)]


async def _buttons_after_a_vote(library: Library, language: Language, staff: int | None) -> list[Screen]:
    """The answer stays, its buttons change."""
    screens = []
    for vote in Vote:
        visitor = Visitor(library, language, staff=staff)
        shown = await visitor.writes(WORDS, ANSWER)
        heard = await visitor.presses(_vote(shown, vote))
        screens.append(Screen(f"voted {vote.name}", visitor, shown.text, heard.rebuttoned))
    return screens


def _vote(shown: Heard, vote: Vote) -> RatePress:
    first: RatePress = carried(shown.buttons, RatePress)[0]
    return first.model_copy(update={"vote": vote})


def _writing(text: str) -> Way:
    return lambda visitor, _: visitor.writes(text)


async def _urgent(visitor: Visitor, _: Language) -> Heard:
    return await visitor.writes(WORDS, URGENT)


async def _chosen(visitor: Visitor, seen: Language) -> Heard:
    await visitor.writes(WORDS, CHOOSE)
    return await visitor.presses(ChoicePress(seen=seen, question=1, topic=CHOOSE.topics[0]))


async def _none_of_these(visitor: Visitor, seen: Language) -> Heard:
    await visitor.writes(WORDS, CHOOSE)
    return await visitor.presses(NonePress(seen=seen, question=1))


async def _passed_on(visitor: Visitor, seen: Language) -> Heard:
    await visitor.writes(WORDS, ANSWER)
    return await visitor.presses(PassOnPress(seen=seen, question=1))


async def _written_anew(visitor: Visitor, seen: Language) -> Heard:
    await visitor.presses(AskPress(seen=seen))
    return await visitor.writes(WORDS, ANSWER)


async def _asking_after_an_answer(visitor: Visitor, seen: Language) -> Heard:
    await visitor.writes(WORDS, ANSWER)
    return await visitor.presses(AskPress(seen=seen, question=1))


async def _asked_in_words(visitor: Visitor, _: Language) -> Heard:
    topic = topics_of_status(visitor.library, Status.ACTION)[0]
    return await visitor.writes(WORDS, decided(DecisionKind.ANSWER, topic))


async def _greeting_a_person(visitor: Visitor, seen: Language) -> Heard:
    await visitor.presses(AskPress(seen=seen))
    return await visitor.writes(WORDS, COURTESY)


async def _asking_about_what_staff_have(visitor: Visitor, seen: Language) -> Heard:
    await visitor.writes(WORDS, HANDOVER)
    return await visitor.presses(AskPress(seen=seen, question=1))


async def _own_by_number(visitor: Visitor, _: Language) -> Heard:
    await visitor.writes(WORDS, HANDOVER)
    return await visitor.writes("K-1", HANDOVER)


async def _after_a_danger(visitor: Visitor, _: Language) -> Heard:
    await visitor.writes(WORDS, URGENT)
    return await visitor.writes(WORDS, HANDOVER)


async def _corrected_into_thanks(visitor: Visitor, _: Language) -> Heard:
    await visitor.writes(WORDS, HANDOVER)
    return await visitor.corrects(visitor.last_message, "E-7?", COURTESY)


async def _corrected(visitor: Visitor, _: Language) -> Heard:
    await visitor.writes(WORDS, HANDOVER)
    return await visitor.corrects(visitor.last_message, "E-7?", HANDOVER)


async def _slowed(visitor: Visitor, _: Language) -> Heard:
    return await visitor.carry(text_update(WORDS, 1), decision=HANDOVER, slowed=True)


async def _spoken(visitor: Visitor, _: Language) -> Heard:
    return await visitor.sends("voice", CONTENTS["voice"])


def _about(danger: Danger) -> Way:
    async def way(visitor: Visitor, seen: Language) -> Heard:
        await visitor.sends("voice", CONTENTS["voice"])
        return await visitor.presses(AboutPress(seen=seen, question=1, about=danger))

    return way


def _sending(kind: str) -> Way:
    return lambda visitor, _: visitor.sends(kind, CONTENTS[kind])


def _sorry(*, question: int, handed_over: bool) -> Way:
    async def way(visitor: Visitor, seen: Language) -> Heard:
        await visitor.writes(WORDS, HANDOVER if handed_over else ANSWER)
        press = RatePress(
            seen=seen, topic="basics.tourist_work", version="1-a", vote=Vote.WRONG, question=question
        )
        return await visitor.presses(press)

    return way


def _placed(place: Place | None) -> Way:
    async def way(visitor: Visitor, seen: Language) -> Heard:
        if place is not None:
            await visitor.presses(SosPress(seen=seen, place=place))
        return await visitor.writes("/sos")

    return way


def _own(page: int, number: int) -> Way:
    """Of eight questions of every fate: a page of the list, or one of them."""

    async def way(visitor: Visitor, seen: Language) -> Heard:
        for decision in (ANSWER, CHOOSE, HANDOVER, URGENT) * 2:
            await visitor.writes(WORDS, decision)
        if number:
            return await visitor.presses(MinePress(seen=seen, question=number, page=page))
        return await visitor.presses(MyPress(seen=seen, page=page))

    return way


def _pressing(kind: type[MenuPress | AskPress | SosPress | MyPress]) -> Way:
    return lambda visitor, seen: visitor.presses(kind(seen=seen))


WAYS: dict[str, Way] = {
    **{f"/{command}": _writing(f"/{command}") for command in ("start", "menu", "help", "language", "my")},
    **{f"/sos {place}": _placed(place) for place in (None, *Place)},
    "/nope": _writing("/nope"),
    "menu": _pressing(MenuPress),
    "sos": _pressing(SosPress),
    "ask": _pressing(AskPress),
    "ask after an answer": _asking_after_an_answer,
    "my": _pressing(MyPress),
    "my page 0": _own(0, 0),
    "my page 1": _own(1, 0),
    **{f"my question {number}": _own(0, number) for number in (1, 2, 3, 4)},
    "gone": lambda visitor, _: visitor.presses("nonsense"),
    "language": lambda visitor, seen: visitor.presses(LanguagePress(seen=seen, language=seen)),
    "answer": lambda visitor, _: visitor.writes(WORDS, ANSWER),
    "choices": lambda visitor, _: visitor.writes(WORDS, CHOOSE),
    "chosen": _chosen,
    "none of these": _none_of_these,
    "handover": lambda visitor, _: visitor.writes(WORDS, HANDOVER),
    "urgent": _urgent,
    "courtesy": lambda visitor, _: visitor.writes(WORDS, COURTESY),
    "passed on": _passed_on,
    "written anew": _written_anew,
    "corrected": _corrected,
    "corrected into thanks": _corrected_into_thanks,
    "ask in words": _writing("оператор"),
    "asked in words": _asked_in_words,
    "ask, with a greeting": _greeting_a_person,
    "ask about what staff have": _asking_about_what_staff_have,
    "sos in words": _writing("көмек"),
    "my question by its number": _own_by_number,
    "after a danger": _after_a_danger,
    "masked": lambda visitor, _: visitor.writes("E-9? +7 701 123 45 67", ANSWER),
    "picture with an answer": lambda visitor, _: visitor.sends(
        "photo", CONTENTS["photo"], ANSWER, caption=WORDS
    ),
    "slowed": _slowed,
    "spoken": _spoken,
    **{f"spoken about {danger.name}": _about(danger) for danger in Danger},
    **{kind: _sending(kind) for kind in ("photo", "sticker", "contact", "location")},
    "sorry": _sorry(question=0, handed_over=False),
    "sorry, with a question": _sorry(question=1, handed_over=False),
    "sorry, already passed on": _sorry(question=1, handed_over=True),
    "sorry, somebody else's": _sorry(question=99, handed_over=False),
}


def _ways_through_the_content(library: Library) -> dict[str, Way]:
    ways: dict[str, Way] = {}
    for group in library.groups:
        ways[f"chapter {group.id}"] = _opening_chapter(group.id)
    for topic in every_topic(library):
        ways[f"topic {topic}"] = _opening_topic(topic)
        ways[f"answer {topic}"] = _answered(topic)
    for topic in (*topics_of_status(library, Status.STAFF), EMERGENCY):
        ways[f"danger {topic}"] = _in_danger(topic)
    return ways


def _opening_chapter(group: str) -> Way:
    return lambda visitor, seen: visitor.presses(GroupPress(seen=seen, group=group))


def _opening_topic(topic: str) -> Way:
    return lambda visitor, seen: visitor.presses(TopicPress(seen=seen, topic=topic))


def _answered(topic: str) -> Way:
    return lambda visitor, _: visitor.writes(WORDS, decided(DecisionKind.ANSWER, topic))


def _in_danger(topic: str) -> Way:
    return lambda visitor, _: visitor.writes(WORDS, decided(DecisionKind.URGENT, topic))
