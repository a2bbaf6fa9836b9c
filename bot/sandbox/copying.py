"""Methods that copy and forward."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.calls import Call, read_caption
from bot.sandbox.media import MEDIA
from bot.sandbox.messages import Kept
from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.sending import post_message
from bot.sandbox.world import World

CONTENT = ("text", "entities", "caption", "caption_entities", *MEDIA.values(), "location", "contact", "venue")
"""Fields of a message that a copy takes over."""


def copy_message(world: World, call: Call) -> Json:
    """The same content as a message of the bot's own. Errors: 400 when it is gone or protected."""
    chat = call.reach(world)
    kept = _source(world, call.get("from_chat_id"), call.need("message_id"), "copy")
    content = {name: kept.message[name] for name in CONTENT if name in kept.message}
    if not content:
        raise bad_request("message can't be copied")
    if call.get("caption") is not None and "text" not in content:
        content = {name: value for name, value in content.items() if not name.startswith("caption")}
        content |= read_caption(call)
    return {"message_id": post_message(world, call, chat, content)["message_id"]}


def forward_message(world: World, call: Call) -> Json:
    """The message with its origin; a forwarded message can never be edited."""
    chat = call.reach(world)
    kept = _source(world, call.get("from_chat_id"), call.need("message_id"), "forward")
    content = {name: kept.message[name] for name in CONTENT if name in kept.message}
    origin = {"type": "user", "sender_user": kept.message["from"], "date": kept.message["date"]}
    return post_message(world, call, chat, {**content, "forward_origin": origin}, frozen=True)


def copy_messages(world: World, call: Call) -> list[Json]:
    return _one_by_one(world, call, copy_message)


def forward_messages(world: World, call: Call) -> list[Json]:
    return [{"message_id": message["message_id"]} for message in _one_by_one(world, call, forward_message)]


def _one_by_one(world: World, call: Call, one: Callable[[World, Call], Json]) -> list[Json]:
    """Several messages at once: those that are gone are left out, as on the real server."""
    rest = {name: value for name, value in call.parameters.items() if name != "message_ids"}
    source = world.chats.find(call.get("from_chat_id")).id
    there = [number for number in call.need("message_ids") if world.messages.find(source, number) is not None]
    done = [one(world, Call(call.method, {**rest, "message_id": number}, {})) for number in there]
    if not done:
        raise bad_request("there are no messages to forward")
    return done


def _source(world: World, chat_id: int | str | None, message_id: int, verb: str) -> Kept:
    kept = world.messages.find(world.chats.find(chat_id).id, message_id)
    if kept is None:
        raise bad_request(f"message to {verb} not found")
    if kept.protected:
        raise bad_request("message can't be copied" if verb == "copy" else "message can't be forwarded")
    return kept


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
}
