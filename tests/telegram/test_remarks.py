"""What is said under an answer about the message that it answers, whatever the answer is."""

from typing import Any

import pytest

from bot.faq.library import Library
from bot.people.model import Language
from bot.telegram.callbacks import AskPress
from tests.support.people import LANGUAGES, STAFF_GROUP
from tests.support.updates import CONTENTS, text_update
from tests.telegram.screens import ANSWER, CHOOSE, COURTESY, HANDOVER, URGENT
from tests.telegram.visitor import Visitor

HIDDEN = "I have hidden a number or an address in your message; please do not send such data."
UNSEEN = "I cannot see the picture or file itself. If it matters, pass your question on to a person."
ASKING = (ANSWER, CHOOSE, HANDOVER, URGENT, None)
PRIVATE = ("ЖСН 990101300123", "N12345678", "+7 701 123 45 67", "a@b.kz", "@aigerim_k")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("decision", ASKING, ids=str)
async def test_that_something_was_hidden_is_said_once_whatever_the_answer_is(
    library: Library, decision: Any, language: Language
) -> None:
    said = library.translator_of(language)(HIDDEN)
    for words in PRIVATE:
        visitor = Visitor(library, language, staff=STAFF_GROUP)
        heard = await visitor.writes(f"Виза? {words}", decision)
        assert heard.text.count(said) == 1, words
        assert words not in " ".join([heard.text, *heard.to_staff])
        plain = await Visitor(library, language, staff=STAFF_GROUP).writes("Виза?", decision)
        assert heard.text == f"{plain.text}\n\n{said}"


@pytest.mark.parametrize("words", ["Виза E-9?", "2026 жыл", "119", "K-ETA 10 000 вон", "Виза\0?"])
async def test_where_nothing_is_hidden_nothing_is_said_of_it(library: Library, words: str) -> None:
    for decision in ASKING:
        heard = await Visitor(library, Language.RU, staff=STAFF_GROUP).writes(words, decision)
        assert library.translator_of(Language.RU)(HIDDEN) not in heard.text


async def test_under_a_picture_both_remarks_stand_below_the_answer(library: Library) -> None:
    _ = library.translator_of(Language.RU)
    heard = await Visitor(library, Language.RU, staff=STAFF_GROUP).sends(
        "photo", CONTENTS["photo"], ANSWER, caption="Виза? +7 701 123 45 67"
    )
    assert heard.text.endswith(f"\n\n{_(HIDDEN)}\n\n{_(UNSEEN)}")


async def test_who_writes_to_a_person_is_told_it_too_and_the_remark_ends_with_its_answer(
    library: Library,
) -> None:
    visitor = Visitor(library, Language.RU, staff=STAFF_GROUP)
    said = library.translator_of(Language.RU)(HIDDEN)
    await visitor.presses(AskPress(seen=Language.RU))
    assert said in (await visitor.writes("+7 701 123 45 67", ANSWER)).text
    assert said not in (await visitor.writes("Виза?", ANSWER)).text
    assert said not in (await visitor.writes("Рахмет", COURTESY)).text


async def test_a_flood_is_told_after_what_was_hidden(library: Library) -> None:
    visitor = Visitor(library, Language.RU)
    said = library.translator_of(Language.RU)(HIDDEN)
    heard = await visitor.carry(text_update("+7 701 123 45 67"), decision=ANSWER, slowed=True)
    assert heard.text.index(said) < heard.text.index("Вы пишете очень много подряд")
