"""Methods that send files, places and contacts."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.calls import Call, read_caption
from bot.sandbox.refusal import Json
from bot.sandbox.sending import post_message
from bot.sandbox.world import World

MEDIA = {
    "sendPhoto": "photo",
    "sendDocument": "document",
    "sendVoice": "voice",
    "sendVideo": "video",
    "sendAudio": "audio",
    "sendAnimation": "animation",
    "sendVideoNote": "video_note",
    "sendSticker": "sticker",
}


def send_media(world: World, call: Call) -> Json:
    """Photo, document, voice and the like: the file becomes a placeholder under a new id."""
    chat = call.reach(world)
    kind = MEDIA[call.method]
    value = call.need(kind)
    stored = world.files.sent(kind, value)
    return post_message(
        world, call, chat, {kind: media_object(kind, stored.size(), stored.name), **read_caption(call)}
    )


def send_place(world: World, call: Call) -> Json:
    """A location or a venue."""
    chat = call.reach(world)
    location = {"latitude": call.need("latitude"), "longitude": call.need("longitude")}
    content: Json = {"location": location}
    if call.method == "sendVenue":
        content["venue"] = {
            "location": location,
            "title": call.need("title"),
            "address": call.need("address"),
        }
    return post_message(world, call, chat, content)


def send_contact(world: World, call: Call) -> Json:
    chat = call.reach(world)
    names = ("phone_number", "first_name", "last_name", "vcard")
    call.need("phone_number"), call.need("first_name")
    return post_message(
        world, call, chat, {"contact": {name: call.get(name) for name in names if call.get(name)}}
    )


def media_object(kind: str, size: Json, name: str) -> Any:
    """What a message shows of a file; sizes and lengths are made up."""
    if kind == "photo":
        return [{**size, "width": 640, "height": 480}]
    kinds: dict[str, Json] = {
        "voice": {"duration": 3, "mime_type": "audio/ogg"},
        "audio": {"duration": 3},
        "video": {"width": 640, "height": 480, "duration": 3},
        "animation": {"width": 640, "height": 480, "duration": 3},
        "video_note": {"length": 240, "duration": 3},
        "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
    }
    return {**size, **kinds.get(kind, {"file_name": name})}


METHODS: dict[str, Callable[[World, Call], Any]] = {
    **dict.fromkeys(MEDIA, send_media),
    "sendLocation": send_place,
    "sendVenue": send_place,
    "sendContact": send_contact,
}
