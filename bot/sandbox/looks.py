"""What the control API shows: people, chats, the transcript, numbers."""

from collections.abc import Callable
from dataclasses import asdict

from aiohttp import web

from bot.sandbox.chats import Account, Group
from bot.sandbox.clocks import show_clock
from bot.sandbox.journal import Journal, Sort
from bot.sandbox.messages import MessageStore
from bot.sandbox.profile import commands_for, presented_to
from bot.sandbox.refusal import Json
from bot.sandbox.stand_in import StandIn
from bot.sandbox.transcript import Entry
from bot.sandbox.world import World

MOST_ENTRIES = 1000
PAGE = 40
"""Entries of the transcript on one page."""


def everybody(stand_in: StandIn, _: web.Request) -> Json:
    """The persons with what each sees of the bot, the groups with topics, and what is newest in each chat."""
    world = stand_in.world
    return {
        "bot": world.bot,
        "people": [_person(world, account) for account in world.chats.people.values()],
        "groups": [_group(world, group) for group in world.chats.groups.values()],
    }


def _person(world: World, account: Account) -> Json:
    return {
        **account.user(),
        "started": account.started,
        "blocked": account.blocked,
        "deactivated": account.deactivated,
        "commands": commands_for(world, account),
        "bot": presented_to(world, account),
        **_newest(world.messages, account.id),
    }


def _group(world: World, group: Group) -> Json:
    return {
        **group.wire(),
        "bot_status": group.bot_status,
        "people": sorted(group.members | group.administrators),
        "topics": [asdict(topic) for topic in group.topics.values()],
        **_newest(world.messages, group.id),
    }


def _newest(messages: MessageStore, chat_id: int) -> Json:
    """The newest message, and how many of the bot there are: what a list of chats shows."""
    kept = list(messages.of(chat_id))
    newest = {**kept[-1].message, "by_bot": kept[-1].by_bot} if kept else None
    return {"newest": newest, "said_by_bot": sum(one.by_bot for one in kept)}


def chat_messages(stand_in: StandIn, request: web.Request) -> Json:
    """The last messages of a chat as they look now, and what passed by since the number asked for."""
    world = stand_in.world
    chat = world.chats.find(_query_number(request.match_info["chat"]))
    after = _query_number(request.query.get("after")) or 0
    kept = list(world.messages.of(chat.id))
    limit = max(_query_number(request.query.get("limit")) or len(kept), 1)
    return {
        "messages": [{**one.message, "by_bot": one.by_bot} for one in kept[-limit:]],
        "more": len(kept) > limit,
        "toasts": [event.body for event in world.journal.since(chat.id, after) if event.sort is Sort.TOAST],
        "typing": _is_typing(world.journal, chat.id, after),
        "number": world.journal.number,
    }


def _is_typing(journal: Journal, chat_id: int, after: int) -> bool:
    """Whether the bot said that it is at work and has sent nothing since."""
    sorts = [event.sort for event in journal.since(chat_id, after) if event.by_bot]
    return bool(sorts) and sorts[-1] is Sort.TYPING


def transcript(stand_in: StandIn, request: web.Request) -> Json:
    """The requests in the order of their answers."""
    query = request.query
    entries = stand_in.transcript.entries(
        query.get("method"), _query_number(query.get("chat")), _query_number(query.get("after")) or 0
    )
    return {"entries": [entry.wire() for entry in entries[-_limit(request, MOST_ENTRIES) :]]}


def transcript_page(stand_in: StandIn, request: web.Request) -> Json:
    """Some requests, newest first: `before` a number, of a `method` or `chat`, without those of `hide`."""
    query = request.query
    method, hidden, chat = query.get("method"), query.get("hide"), _query_number(query.get("chat"))

    def wanted(entry: Entry) -> bool:
        of_method = entry.method == method if method else entry.method != hidden
        return of_method and (chat is None or entry.chat_id == chat)

    limit = _limit(request, PAGE)
    found = stand_in.transcript.page(wanted, _query_number(query.get("before")), limit + 1)
    return {"entries": [entry.wire() for entry in found[:limit]], "older": len(found) > limit}


def _limit(request: web.Request, usual: int) -> int:
    return min(max(_query_number(request.query.get("limit")) or usual, 1), MOST_ENTRIES)


def _query_number(value: str | None) -> int | None:
    return int(value) if value is not None and value.lstrip("-").isdigit() else None


READS: dict[str, Callable[[StandIn, web.Request], Json]] = {
    "people": everybody,
    "chats/{chat}": chat_messages,
    "transcript": transcript,
    "transcript/page": transcript_page,
    "clock": show_clock,
    "stats": lambda stand_in, _: stand_in.stats(),
    "faults": lambda stand_in, _: {"faults": [asdict(fault) for fault in stand_in.faults.pending()]},
}
