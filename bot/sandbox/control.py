"""The control API under /_control/: playing people, ordering faults, reading what happened."""

import json
from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.sandbox.clocks import move_clock
from bot.sandbox.guard import Handler
from bot.sandbox.live import events
from bot.sandbox.looks import READS
from bot.sandbox.orders import Order, place_or_none, read_fault
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.schema import Upload
from bot.sandbox.stand_in import StandIn

ROOT = "/_control"

Act = Callable[[StandIn, Order], Any]


def add_person(stand_in: StandIn, order: Order) -> Json:
    """Without an id the next free one is given."""
    people = stand_in.world.chats.people
    person_id = order.number_or_none("id") or max(people, default=1000) + 1
    account = stand_in.add_person(
        person_id,
        order.text("first_name"),
        order.text_or_none("language_code"),
        started=order.flag("started"),
    )
    return account.user()


def add_group(stand_in: StandIn, order: Order) -> Json:
    return stand_in.add_group(
        order.number("id"),
        order.text("title"),
        kind=order.text_or_none("kind") or "supergroup",
        forum=order.flag("forum"),
        bot_status=order.text_or_none("bot_status") or "administrator",
    ).wire()


def say(stand_in: StandIn, order: Order) -> Json:
    return {"message_id": stand_in.says(order.number("person"), order.text("text"), **order.where())}


def send(stand_in: StandIn, order: Order) -> Json:
    message_id = stand_in.sends(
        order.number("person"),
        order.text("kind"),
        caption=order.text_or_none("caption") or "",
        album=order.text_or_none("album"),
        **order.where(),
    )
    return {"message_id": message_id}


def edit(stand_in: StandIn, order: Order) -> None:
    chat_id = order.number_or_none("chat")
    stand_in.edits(order.number("person"), order.number("message"), order.text("text"), chat_id=chat_id)


def delete(stand_in: StandIn, order: Order) -> None:
    stand_in.deletes(order.number("person"), order.number("message"), chat_id=order.number_or_none("chat"))


def press(stand_in: StandIn, order: Order) -> Json:
    button = stand_in.presses(
        order.number("person"),
        order.number("message"),
        chat_id=order.number_or_none("chat"),
        data=order.text_or_none("data"),
        text=order.text_or_none("text"),
        place=place_or_none(order),
    )
    return {"button": button}


def send_update(stand_in: StandIn, order: Order) -> Json:
    return {"update_id": stand_in.updates_raw(order.values)}


def set_language(stand_in: StandIn, order: Order) -> None:
    """Without a code the person's Telegram does not tell its language."""
    stand_in.changes_language(order.number("person"), order.text_or_none("language_code"))


def set_bot_status(stand_in: StandIn, order: Order) -> None:
    stand_in.sets_bot_status(order.number("person"), order.number("group"), order.text("status"))


def join(stand_in: StandIn, order: Order) -> None:
    stand_in.joins(order.number("person"), order.number("group"), administrator=order.flag("administrator"))


def clear(stand_in: StandIn, _: Order) -> None:
    """Faults, holds, recorded mistakes and the transcript; people and messages stay."""
    stand_in.faults.clear()
    stand_in.flood.clear()
    stand_in.schema_errors.clear()
    stand_in.transcript.clear()


ACTS: dict[str, Act] = {
    "people": add_person,
    "groups": add_group,
    "say": say,
    "send": send,
    "edit": edit,
    "delete": delete,
    "press": press,
    "update": send_update,
    "block": lambda stand_in, order: stand_in.blocks(order.number("person")),
    "unblock": lambda stand_in, order: stand_in.unblocks(order.number("person")),
    "deactivate": lambda stand_in, order: stand_in.deactivates(order.number("person")),
    "language": set_language,
    "bot_status": set_bot_status,
    "join": join,
    "leave": lambda stand_in, order: stand_in.leaves(order.number("person"), order.number("group")),
    "faults": lambda stand_in, order: stand_in.faults.add(read_fault(order)),
    "faults/clear": lambda stand_in, _: stand_in.faults.clear(),
    "clear": clear,
    "clock": move_clock,
}


def control_routes(stand_in: StandIn) -> list[web.RouteDef]:
    """Everything under /_control/."""
    acts = [web.post(f"{ROOT}/{path}", _act(stand_in, act)) for path, act in ACTS.items()]
    reads = [web.get(f"{ROOT}/{path}", _read(stand_in, read)) for path, read in READS.items()]
    return [*acts, *reads, web.get(f"{ROOT}/events", events(stand_in.world.journal))]


def _act(stand_in: StandIn, act: Act) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        try:
            result = act(stand_in, await Order.read(request))
        except RefusalError as refusal:
            return _json({"error": refusal.description}, refusal.code)
        return _json({"ok": True, **(result or {})})

    return handle


def _read(stand_in: StandIn, read: Callable[[StandIn, web.Request], Json]) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        try:
            return _json(read(stand_in, request))
        except RefusalError as refusal:
            return _json({"error": refusal.description}, 400)

    return handle


def _json(content: Json, status: int = 200) -> web.Response:
    body = json.dumps(content, ensure_ascii=False, default=_describe)
    return web.Response(text=body, status=status, content_type="application/json")


def _describe(value: object) -> object:
    """What JSON has no words for: an upload in a transcript."""
    if isinstance(value, Upload):
        return {"file": value.name, "bytes": len(value.content)}
    raise TypeError(type(value).__name__)
