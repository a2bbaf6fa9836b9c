"""What of an update is decided about, and after which topic."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.mail.model import Kind, WaitingUpdate
from bot.telegram.answering import NO_DECISION
from tests.support.mail import waiting
from tests.support.people import AIGERIM, NOON, OTHER_GROUP, person
from tests.support.updates import CONTENTS, Raw, edit_update, press_update, text_update
from tests.telegram.test_carrier import Works

PICTURE = text_update(None, photo=CONTENTS["photo"])
CAPTIONED = text_update(None, photo=CONTENTS["photo"], caption="Рас па?")


def row(raw: Raw, kind: Kind, **changes: Any) -> WaitingUpdate:
    return waiting(raw["update_id"], AIGERIM, kind, body=json.dumps(raw), **changes)


@pytest.mark.parametrize(
    ("raw", "kind", "words"),
    [
        (text_update("Виза?"), Kind.TEXT, "Виза?"),
        (edit_update("Виза?"), Kind.EDIT, "Виза?"),
        (CAPTIONED, Kind.OTHER, "Рас па?"),
        (CAPTIONED, Kind.ALBUM, "Рас па?"),
    ],
)
async def test_words_are_decided_about_wherever_they_stand(raw: Raw, kind: Kind, words: str) -> None:
    works = Works(row(raw, kind))
    await works.carry_all()
    assert works.ranking.words == {(1,): words}
    assert works.dispatch.decisions == {(1,): NO_DECISION}


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (PICTURE, Kind.OTHER),
        (PICTURE, Kind.ALBUM),
        (text_update("/menu"), Kind.COMMAND),
        (press_update("m:kk:0"), Kind.PRESS),
    ],
)
async def test_where_there_are_no_words_nothing_is_decided(raw: Raw, kind: Kind) -> None:
    works = Works(row(raw, kind))
    await works.carry_all()
    assert works.ranking.words == {}
    assert works.dispatch.decisions == {(1,): None}


async def test_in_a_group_nothing_is_decided_unless_the_bot_is_meant() -> None:
    body = json.dumps(text_update("Визасыз?"))
    works = Works(waiting(1, OTHER_GROUP, Kind.OTHER, body=body))
    await works.carry_all()
    assert works.ranking.words == {}


@pytest.mark.parametrize(("minutes", "after"), [(5, "a.b"), (31, None)])
async def test_what_the_person_has_just_read_goes_along_as_of_when_they_wrote(
    minutes: int, after: str | None
) -> None:
    reader = person(last_topic="a.b", last_topic_at=NOON)
    asked_at = NOON + timedelta(minutes=minutes)
    works = Works(row(text_update("ал құжат ше?"), Kind.TEXT, person=reader, received_at=asked_at))
    works.clock.moment = asked_at + timedelta(hours=5)  # carried late, after a crash
    await works.carry_all()
    assert works.ranking.after == {(1,): after}
