"""Every method of the Bot API: carried out for real, or answered plausibly, or refused in clear words."""

from typing import Any

from bot.sandbox import copying, editing, groups, media, polling, profile, sending, topics
from bot.sandbox.calls import Call
from bot.sandbox.refusal import bad_request
from bot.sandbox.schema import Schema
from bot.sandbox.world import World

CARRIED_OUT = {
    **polling.METHODS,
    **sending.METHODS,
    **media.METHODS,
    **copying.METHODS,
    **editing.METHODS,
    **profile.METHODS,
    **groups.METHODS,
    **topics.METHODS,
}


async def carry_out(world: World, schema: Schema, call: Call) -> Any:
    """
    The result of a method; of getUpdates a list of JSON texts.

    Errors: whatever the method refuses; 400 for a method that the stand-in cannot play and whose result
    cannot be guessed.
    """
    if call.method == "getUpdates":
        return await polling.get_updates(world, call)
    method = CARRIED_OUT.get(call.method)
    if method is not None:
        return method(world, call)
    if call.get("chat_id") is not None:
        call.reach(world)
    if schema.answers_true(call.method):
        return True
    raise bad_request(f"the stand-in does not carry out {call.method}")
