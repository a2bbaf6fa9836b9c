"""What is not known is said, and who asks it is offered a person in the same message."""

import re

import pytest

from bot.faq.model import Status
from bot.people.model import Language
from tests.quality.claims import normal
from tests.quality.states import Shown, catalogue, everything_shown

LANGUAGES = pytest.mark.parametrize("language", list(Language))
PERSON = {
    Language.RU: re.compile(
        r"специалист|сотрудник\w* министерства|напишите (и )?сюда|пришлите (его )?(сюда|в этот чат)"
    ),
    Language.KK: re.compile(r"маман|министрлік (қызметкер|маман)|осында (да )?жаз|осы чатқа"),
}
UNKNOWN = {
    Language.RU: re.compile(
        r"не подтвержд|подтвержденн\w+ .{0,60}\bнет\b|\bнет .{0,30}подтвержден|официального списка у нас нет"
    ),
    Language.KK: re.compile(
        r"расталмаған|растауы жоқ|расталған .{0,60}\bжоқ\b|ресми тізім бізде жоқ|растаған жоқ"
    ),
}
FACTLESS = {"basics.who_sees"}  # speaks of the bot itself


def shown_as(language: Language, *statuses: Status) -> list[Shown]:
    topics = catalogue().topics
    return [
        one for one in everything_shown() if one.language is language and topics[one.topic].status in statuses
    ]


@LANGUAGES
def test_what_is_answered_in_part_or_not_at_all_offers_a_person(language: Language) -> None:
    found = shown_as(language, Status.PARTIAL, Status.STAFF, Status.ACTION)
    assert len({one.topic for one in found}) > 40
    assert [one.topic for one in found if not PERSON[language].search(normal(one.text))] == []


@LANGUAGES
def test_where_nothing_is_confirmed_the_answer_says_so_before_its_footer(language: Language) -> None:
    found = shown_as(language, Status.STAFF)
    assert {"eps.family", "rights.death_home", "fraud.check_agency"} <= {one.topic for one in found}
    for one in found:
        answer = catalogue().answers[one.topic, language]
        assert UNKNOWN[language].search(normal(answer.at_home or answer.body)), one.topic


@LANGUAGES
def test_what_is_answered_in_part_says_what_is_not_known(language: Language) -> None:
    found = [one for one in shown_as(language, Status.PARTIAL) if one.topic not in FACTLESS]
    assert [one.topic for one in found if not UNKNOWN[language].search(normal(one.text))] == []
