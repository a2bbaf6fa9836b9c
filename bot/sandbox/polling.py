"""Methods with which a bot gets its updates, its own name and its files."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.refusal import Json, RefusalError, bad_request
from bot.sandbox.world import World

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
SET_WEBHOOK = "Conflict: terminated by setWebhook request"


async def get_updates(world: World, call: Call) -> list[str]:
    """The waiting updates as JSON texts. Errors: 409 for a second poll and while a webhook is set."""
    if world.webhook_url:
        raise RefusalError(409, WEBHOOK_ACTIVE)
    world.updates.allow(call.get("allowed_updates"))
    return await world.updates.take(call.get("offset", 0), call.get("limit", 100), call.get("timeout", 0))


def get_me(world: World, _: Call) -> Json:
    flags = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return {**world.bot, **flags, "can_connect_to_business": False, "has_main_web_app": False}


def set_webhook(world: World, call: Call) -> bool:
    """Remember the address; nothing is ever delivered there. Errors: 400 when it is not https."""
    url = call.get("url", "")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    world.updates.allow(call.get("allowed_updates"))
    if url:
        world.updates.end_poll(RefusalError(409, SET_WEBHOOK))
    return _use_webhook(world, call, url)


def delete_webhook(world: World, call: Call) -> bool:
    return _use_webhook(world, call, "")


def get_webhook_info(world: World, _: Call) -> Json:
    info: Json = {
        "url": world.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if world.updates.allowed:
        info["allowed_updates"] = list(world.updates.allowed)
    return info


def get_file(world: World, call: Call) -> Json:
    return world.files.named(call.need("file_id")).wire()


def _use_webhook(world: World, call: Call, url: str) -> bool:
    world.webhook_url = url
    if call.get("drop_pending_updates", False):
        world.updates.forget_all()
    return True


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "getMe": get_me,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "getFile": get_file,
}
