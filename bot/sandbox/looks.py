"""What the control API shows: people, chats, the transcript, numbers."""

from collections.abc import Callable
from dataclasses import asdict

from aiohttp import web

from bot.sandbox.profile import commands_for
from bot.sandbox.refusal import Json
from bot.sandbox.stand_in import StandIn


def everybody(stand_in: StandIn, _: web.Request) -> Json:
    """The persons with the commands each sees, and the groups with their topics."""
    chats = stand_in.world.chats
    return {
        "bot": stand_in.world.bot,
        "people": [
            {
                **account.user(),
                "started": account.started,
                "blocked": account.blocked,
                "deactivated": account.deactivated,
                "commands": commands_for(stand_in.world, account),
            }
            for account in chats.people.values()
        ],
        "groups": [
            {
                **group.wire(),
                "bot_status": group.bot_status,
                "people": sorted(group.members | group.administrators),
                "topics": [asdict(topic) for topic in group.topics.values()],
            }
            for group in chats.groups.values()
        ],
    }


def chat_messages(stand_in: StandIn, request: web.Request) -> Json:
    """The messages of a chat as they look now, and the toasts since the number asked for."""
    chat = stand_in.world.chats.find(_query_number(request.match_info["chat"]))
    after = _query_number(request.query.get("after")) or 0
    toasts = [event.body for event in stand_in.world.journal.since(chat.id, after) if event.sort == "toast"]
    messages = [{**kept.message, "by_bot": kept.by_bot} for kept in stand_in.world.messages.of(chat.id)]
    return {"messages": messages, "toasts": toasts, "number": stand_in.world.journal.number}


def transcript(stand_in: StandIn, request: web.Request) -> Json:
    query = request.query
    entries = stand_in.transcript.entries(
        query.get("method"), _query_number(query.get("chat")), _query_number(query.get("after")) or 0
    )
    return {"entries": [entry.wire() for entry in entries[-(_query_number(query.get("limit")) or 1000) :]]}


def _query_number(value: str | None) -> int | None:
    return int(value) if value is not None and value.lstrip("-").isdigit() else None


READS: dict[str, Callable[[StandIn, web.Request], Json]] = {
    "people": everybody,
    "chats/{chat}": chat_messages,
    "transcript": transcript,
    "stats": lambda stand_in, _: stand_in.stats(),
    "faults": lambda stand_in, _: {"faults": [asdict(fault) for fault in stand_in.faults.pending()]},
}
