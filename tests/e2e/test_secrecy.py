"""Neither the token nor a word of a citizen is ever in the log."""

import json
import secrets

import pytest

from bot.people.model import Language
from bot.sandbox.faults import Fault, FaultKind
from tests.e2e.house import House
from tests.e2e.phrases import Phrases
from tests.e2e.test_strange_updates import POISONED_WITHIN, TOO_LARGE, message_of, present, unparsable

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def live_through(house: House, phrases: Phrases, mark: str) -> None:
    """Everything that a citizen's words can meet, failures above all."""
    known, broken, odd, refused = (present(house) for _ in range(4))
    await known.says(f"{phrases.answered(Language.RU)[0]} {mark}")
    await known.reads()
    await known.sends("photo", caption=mark)
    await known.reads()
    house.stand_in.updates_raw(message_of(broken, mark, message_id=TOO_LARGE))
    house.stand_in.updates_raw(unparsable(odd, mark))
    house.stand_in.updates_raw({"callback_query": {"id": "1", "data": mark}})
    house.stand_in.updates_raw({"message": None, "unheard_of": {"text": mark}})
    house.stand_in.faults.add(
        Fault(
            FaultKind.ERROR, "sendMessage", refused.chat_id, times=2, code=400, description="Bad Request: no"
        )
    )
    house.stand_in.faults.add(Fault(FaultKind.GARBLED, "getUpdates"))
    await refused.says(mark)
    await odd.reads()
    await broken.reads(POISONED_WITHIN)
    house.stand_in.faults.add(Fault(FaultKind.DROP_AFTER, "sendMessage", known.chat_id))
    await known.says(f"{phrases.unheard_of(Language.RU)} {mark}")
    await house.settled()


def keeps_the_secret(house: House, mark: str) -> None:
    """The log tells of the failures, but not of whom and of what."""
    said = house.whole_output()
    assert "an update failed" in said, "there were failures to be logged"
    assert mark not in said
    assert mark.encode("unicode_escape").decode() not in said
    assert house.running.token not in said
    assert house.running.token.partition(":")[2] not in said
    assert "Traceback" not in said


async def test_the_log_holds_neither_the_token_nor_anybodys_words(office: House, phrases: Phrases) -> None:
    mark = f"мөлдір{secrets.token_hex(4)}"
    await live_through(office, phrases, mark)
    keeps_the_secret(office, mark)


async def test_a_log_in_json_holds_them_neither_and_is_json(lone: House, phrases: Phrases) -> None:
    mark = f"мөлдір{secrets.token_hex(4)}"
    await live_through(lone, phrases, mark)
    keeps_the_secret(lone, mark)
    lines = [json.loads(line) for line in lone.bot.complaints.splitlines()]
    assert all(line["event"] and line["level"] and line["timestamp"] for line in lines)
