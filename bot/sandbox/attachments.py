"""What people send beside texts."""

from bot.sandbox.media import media_object
from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.schema import Upload
from bot.sandbox.world import World

PLACEHOLDERS = {
    "photo": "photo.jpg",
    "voice": "voice.ogg",
    "document": "document.pdf",
    "video": "video.mp4",
    "video_note": "note.mp4",
    "audio": "audio.mp3",
    "animation": "animation.mp4",
    "sticker": "sticker.webp",
}
"""Kinds of files a person can send, and the name each gets."""


def attachment(world: World, person_id: int, kind: str) -> Json:
    """What a message with such a file, contact or place shows. Errors: 400 for an unknown kind."""
    if kind == "contact":
        return {
            "contact": {
                "phone_number": "+77010000000",
                "first_name": world.chats.person(person_id).first_name,
            }
        }
    if kind == "location":
        return {"location": {"latitude": 37.5665, "longitude": 126.978}}
    if kind not in PLACEHOLDERS:
        raise bad_request(f"kind must be contact, location or one of {', '.join(PLACEHOLDERS)}")
    stored = world.files.add(kind, Upload(PLACEHOLDERS[kind], b"placeholder", "application/octet-stream"))
    return {kind: media_object(kind, stored.size(), stored.name)}
