"""The clock of the stand-in, as the control API shows it and puts it forward."""

from datetime import UTC, datetime, timedelta

from aiohttp import web

from bot.clock import MovableClock
from bot.sandbox.orders import Order
from bot.sandbox.refusal import Json, RefusalError, bad_request
from bot.sandbox.stand_in import StandIn

LATEST = datetime(2100, 1, 1, tzinfo=UTC)
"""Further no clock is moved: dates in messages are seconds that must fit where programs keep them."""

EXAMPLE = "2027-01-31T09:00+05:00"
CANNOT_BE_MOVED = "this stand-in runs on a clock that cannot be moved; start it with a MovableClock"


def show_clock(stand_in: StandIn, _: web.Request) -> Json:
    """The moment it is in the stand-in, whether it can be moved, and how far it was."""
    clock = stand_in.world.clock
    ahead = clock.ahead if isinstance(clock, MovableClock) else timedelta()
    return {
        "now": clock.now().isoformat(),
        "movable": isinstance(clock, MovableClock),
        "ahead_seconds": ahead.total_seconds(),
    }


def move_clock(stand_in: StandIn, order: Order) -> Json:
    """
    Put the clock forward by `forward_seconds` or to the moment `to`, never back; where it stands now.

    Errors: 409 when the clock cannot be moved, 400 for a moment that makes no sense.
    """
    clock = stand_in.world.clock
    if not isinstance(clock, MovableClock):
        raise RefusalError(409, CANNOT_BE_MOVED)
    now = clock.now()
    by = _distance(order, now)
    if by > LATEST - now:
        raise bad_request(f"the clock goes no further than {LATEST:%Y-%m-%d}")
    clock.forward(by)
    stand_in.world.tell_everybody()
    return {"now": (now + by).isoformat(), "ahead_seconds": clock.ahead.total_seconds()}


def _distance(order: Order, now: datetime) -> timedelta:
    text = order.text_or_none("to")
    if (text is None) is ("forward_seconds" not in order.values):
        raise bad_request('give either "forward_seconds" or "to"')
    if text is None:
        return timedelta(seconds=order.seconds("forward_seconds"))
    moment = _moment(text)
    if moment < now:
        raise bad_request(f"the clock is never put back: it is {now.isoformat(timespec='seconds')} already")
    return moment - now


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise bad_request(f'"to" must be a moment with its zone, such as {EXAMPLE}') from None
    if moment.tzinfo is None:
        raise bad_request(f'"to" must name its zone, such as {EXAMPLE}')
    return moment
