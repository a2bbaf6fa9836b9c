"""The control API, as scripts use it."""

from typing import Any

import pytest

from bot.sandbox.stand_in import StandIn
from tests.sandbox.wire import AIGUL, ERLAN, STAFF, Api


async def test_a_script_plays_a_person_from_the_first_word_to_the_pressed_button(api: Api) -> None:
    person = await api.control("people", first_name="Дана", language_code="ru")
    said = await api.control("say", person=person["id"], text="Сколько дней без визы?")
    assert said["ok"] is True
    update = (await api.done("getUpdates"))[0]
    assert update["message"]["message_id"] == said["message_id"]
    markup = {"inline_keyboard": [[{"text": "Ещё", "callback_data": "more"}]]}
    message = await api.done("sendMessage", chat_id=person["id"], text="30 дней", reply_markup=markup)
    pressed = await api.control("press", person=person["id"], message=message["message_id"], row=0)
    assert pressed["button"]["callback_data"] == "more"
    query = (await api.done("getUpdates", offset=update["update_id"] + 1))[0]["callback_query"]
    await api.done("answerCallbackQuery", callback_query_id=query["id"], text="Вот")
    view = await api.look(f"chats/{person['id']}")
    assert [(shown["text"], shown["by_bot"]) for shown in view["messages"]] == [
        ("Сколько дней без визы?", False),
        ("30 дней", True),
    ]
    assert [toast["text"] for toast in view["toasts"]] == ["Вот"]
    assert (await api.look(f"chats/{person['id']}?after={view['number']}"))["toasts"] == []


async def test_every_act_has_its_order(api: Api, stand_in: StandIn) -> None:
    number = stand_in.says(AIGUL, "бір")
    await api.control("edit", person=AIGUL, message=number, text="екі")
    await api.control("send", person=AIGUL, kind="voice", caption="тыңда", reply_to=number)
    await api.control("update", poll={"strange": True})
    await api.control("block", person=AIGUL)
    await api.control("unblock", person=AIGUL)
    await api.control("groups", id=-9, title="Топ", forum=True)
    await api.control("join", person=AIGUL, group=-9, administrator=True)
    await api.control("bot_status", person=AIGUL, group=-9, status="kicked")
    await api.control("leave", person=AIGUL, group=-9)
    await api.control("delete", person=AIGUL, message=number)
    await api.control("deactivate", person=AIGUL)
    kinds = [next(kind for kind in update if kind != "update_id") for update in await api.done("getUpdates")]
    assert kinds == [
        "message",
        "edited_message",
        "message",
        "poll",
        "my_chat_member",
        "my_chat_member",
        "my_chat_member",
    ]
    everybody = await api.look("people")
    assert next(person for person in everybody["people"] if person["id"] == AIGUL)["deactivated"] is True
    assert {group["id"]: group["bot_status"] for group in everybody["groups"]} == {
        STAFF: "administrator",
        -9: "kicked",
    }


async def test_faults_are_ordered_listed_and_cleared(api: Api) -> None:
    await api.control("faults", kind="error", method="getMe", code=502, times=None)
    assert [(await api("getMe"))["error_code"] for _ in range(3)] == [502] * 3
    assert (await api.look("faults"))["faults"][0]["times"] is None
    await api.control("faults/clear")
    assert (await api.done("getMe"))["is_bot"]
    await api.control("faults", kind="drop_after", chat=AIGUL, times=2)
    assert (await api.look("stats"))["faults"] == 1
    await api.control("clear")
    assert (await api.look("stats"))["faults"] == 0


async def test_the_transcript_shows_request_and_answer(api: Api) -> None:
    await api.done("sendMessage", chat_id=AIGUL, text="а")
    await api.refused("sendMessage", chat_id=AIGUL, text="")
    await api.done("getUpdates", timeout=0)
    entries = (await api.look(f"transcript?chat={AIGUL}"))["entries"]
    assert [(entry["method"], entry["status"]) for entry in entries] == [
        ("sendMessage", 200),
        ("sendMessage", 400),
    ]
    assert entries[0]["parameters"] == {"chat_id": AIGUL, "text": "а"}
    assert entries[0]["answer"]["result"]["text"] == "а"
    later = (await api.look(f"transcript?after={entries[1]['number']}"))["entries"]
    assert [entry["answer"] for entry in later] == [{"updates": 0}]
    assert len((await api.look("transcript?limit=1"))["entries"]) == 1


async def test_the_transcript_is_turned_page_by_page_from_the_newest(api: Api) -> None:
    for number in range(5):
        await api.done("sendMessage", chat_id=AIGUL if number % 2 else ERLAN, text=str(number))
        await api.done("getUpdates", timeout=0)
    newest = await api.look("transcript/page?limit=2&hide=getUpdates")
    assert [entry["parameters"]["text"] for entry in newest["entries"]] == ["4", "3"]
    assert newest["older"] is True
    before = newest["entries"][-1]["number"]
    rest = await api.look(f"transcript/page?limit=3&hide=getUpdates&before={before}")
    assert [entry["parameters"]["text"] for entry in rest["entries"]] == ["2", "1", "0"]
    assert rest["older"] is False
    of_chat = await api.look(f"transcript/page?chat={AIGUL}&method=sendMessage")
    assert [entry["parameters"]["text"] for entry in of_chat["entries"]] == ["3", "1"]
    assert len((await api.look("transcript/page?method=getUpdates&hide=getUpdates"))["entries"]) == 5
    assert (await api.look("transcript/page?limit=-3"))["older"] is True


async def test_a_long_chat_is_read_from_its_end(api: Api) -> None:
    for number in range(5):
        await api.done("sendMessage", chat_id=AIGUL, text=str(number))
    view = await api.look(f"chats/{AIGUL}?limit=2")
    assert ([shown["text"] for shown in view["messages"]], view["more"]) == (["3", "4"], True)
    whole = await api.look(f"chats/{AIGUL}?limit=5")
    assert (len(whole["messages"]), whole["more"]) == (5, False)


async def test_the_bot_is_seen_typing_until_it_has_spoken(api: Api) -> None:
    assert (await api.look(f"chats/{AIGUL}"))["typing"] is False
    await api.done("sendChatAction", chat_id=AIGUL, action="typing")
    view = await api.look(f"chats/{AIGUL}")
    assert view["typing"] is True
    assert (await api.look(f"chats/{AIGUL}?after={view['number']}"))["typing"] is False
    await api.done("sendMessage", chat_id=AIGUL, text="міне")
    assert (await api.look(f"chats/{AIGUL}"))["typing"] is False


async def test_a_person_changes_the_language_of_their_telegram(api: Api, stand_in: StandIn) -> None:
    await api.control("language", person=AIGUL, language_code="ru")
    stand_in.says(AIGUL, "привет")
    await api.control("language", person=AIGUL)
    stand_in.says(AIGUL, "сәлем")
    first, second = [update["message"]["from"] for update in await api.done("getUpdates")]
    assert first["language_code"] == "ru"
    assert "language_code" not in second
    assert "must be a text" in (await api.control("language", person=AIGUL, language_code=1))["error"]


@pytest.mark.parametrize(("path", "order"), [("deactivate", {}), ("language", {"language_code": "en"})])
async def test_pages_hear_of_changed_people(
    api: Api, stand_in: StandIn, path: str, order: dict[str, str]
) -> None:
    before = stand_in.world.journal.number
    await api.control(path, person=AIGUL, **order)
    assert stand_in.world.journal.changed_chats(before) == [0]


async def test_the_list_of_people_tells_what_is_newest_and_what_each_sees_of_the_bot(api: Api) -> None:
    await api.done("setMyName", name="Работа в Корее", language_code="ru")
    await api.done("setMyDescription", description="Сипаттама")
    await api.done("sendMessage", chat_id=AIGUL, text="бір")
    await api.control("say", person=AIGUL, text="екі")
    people = {person["id"]: person for person in (await api.look("people"))["people"]}
    assert (people[AIGUL]["newest"]["text"], people[AIGUL]["newest"]["by_bot"]) == ("екі", False)
    assert people[AIGUL]["said_by_bot"] == 1
    assert (people[ERLAN]["newest"], people[ERLAN]["said_by_bot"]) == (None, 0)
    assert people[AIGUL]["bot"]["name"] == "Sandbox bot"
    assert people[ERLAN]["bot"]["name"] == "Работа в Корее"
    assert people[ERLAN]["bot"]["description"] == "Сипаттама"


async def test_stats_count_what_waits(api: Api, stand_in: StandIn) -> None:
    stand_in.says(AIGUL, "а")
    stats = await api.look("stats")
    assert (stats["pending_updates"], stats["schema_errors"], stats["flood_violations"]) == (1, [], [])


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("say", {"text": "а"}, '"person" is missing'),
    ("say", {"person": "1001", "text": "а"}, '"person" must be a whole number'),
    ("say", {"person": AIGUL}, '"text" is missing'),
    ("say", {"person": 5, "text": "а"}, "user not found"),
    ("say", {"person": AIGUL, "text": " "}, "message text is empty"),
    ("say", {"person": AIGUL, "text": "а", "forwarded": 1}, '"forwarded" must be true or false'),
    ("press", {"person": AIGUL, "message": 1}, "no such message"),
    ("faults", {"kind": "earthquake"}, '"kind" must be one of'),
    ("faults", {"kind": "slow", "seconds": "long"}, '"seconds" must be a number'),
]


@pytest.mark.parametrize(("path", "order", "sentence"), WRONG)
async def test_a_wrong_order_is_explained(api: Api, path: str, order: dict[str, Any], sentence: str) -> None:
    assert sentence in (await api.control(path, **order))["error"]


async def test_an_order_must_be_a_json_object(api: Api) -> None:
    for body in ("{", "[]"):
        async with api.session.post(f"{api.running.base}/_control/say", data=body) as response:
            assert response.status == 400


async def test_the_event_stream_names_changed_chats(api: Api, stand_in: StandIn) -> None:
    async with api.session.get(f"{api.running.base}/_control/events") as response:
        assert response.content_type == "text/event-stream"
        assert "Content-Security-Policy" in response.headers
        await response.content.readuntil(b"\n\n")
        stand_in.says(AIGUL, "а")
        assert await response.content.readuntil(b"\n\n") == f"data: [{AIGUL}]\n\n".encode()
