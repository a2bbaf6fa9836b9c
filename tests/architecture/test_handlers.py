"""Every parameter that a handler asks for is handed in by aiogram, a filter or the turn."""

import inspect
from collections.abc import Iterator
from typing import Any

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.methods import TelegramMethod

from bot.telegram.arrivals import KINDS
from bot.telegram.dispatch import build_dispatcher
from bot.telegram.filters import IsCommand, Pressed

HANDED_IN = {
    "bot",
    "turn",
    "event_update",
    "event_router",
    "event_from_user",
    "event_chat",
    "event_context",
    "handler",
}
OF_FILTERS: dict[type, set[str]] = {Pressed: {"callback_data"}, IsCommand: set()}


def routers(router: Router) -> Iterator[Router]:
    yield router
    for one in router.sub_routers:
        yield from routers(one)


def handlers() -> list[tuple[str, HandlerObject]]:
    """Every handler with the kind of event that it is for."""
    return [
        (name, handler)
        for router in routers(build_dispatcher())
        for name, observer in router.observers.items()
        if name not in {"update", "error"}
        for handler in observer.handlers
    ]


HANDLERS = handlers()
IDS = [handler.callback.__name__ for _, handler in HANDLERS]


def filters_of(handler: HandlerObject) -> list[Any]:
    return [one.callback for one in handler.filters or []]


@pytest.mark.parametrize("handler", [handler for _, handler in HANDLERS], ids=IDS)
def test_every_parameter_of_a_handler_is_handed_in(handler: HandlerObject) -> None:
    parameters = list(inspect.signature(handler.callback).parameters.values())[1:]
    needed = {one.name for one in parameters if one.default is one.empty and one.kind is not one.VAR_KEYWORD}
    given = set().union(*(OF_FILTERS.get(type(one), set()) for one in filters_of(handler)))
    assert needed <= HANDED_IN | given


@pytest.mark.parametrize("handler", [handler for _, handler in HANDLERS], ids=IDS)
def test_a_handler_says_that_it_returns_methods(handler: HandlerObject) -> None:
    assert inspect.signature(handler.callback).return_annotation == list[TelegramMethod[Any]]
    assert inspect.iscoroutinefunction(handler.callback)


@pytest.mark.parametrize("handler", [handler for _, handler in HANDLERS], ids=IDS)
def test_no_filter_runs_in_a_thread(handler: HandlerObject) -> None:
    assert all(one.awaitable for one in handler.filters or [])


def test_every_kind_that_is_asked_for_has_handlers() -> None:
    assert {name for name, _ in HANDLERS} == set(KINDS)
