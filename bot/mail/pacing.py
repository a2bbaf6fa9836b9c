"""
When the next request to a chat may leave. Pure: the time comes in as seconds of a steady clock.

Chat 0 stands for requests that go to no chat: the bot's own name and commands.
"""

from dataclasses import dataclass, field

PRIVATE_INTERVAL = 1.0  # Telegram: about one message a second to one chat, short bursts tolerated
PRIVATE_CREDIT = 3
"""So many may leave at once to somebody who was quiet: a tap right after an answer must not feel slow."""
GROUP_LIMIT = 20  # Telegram: 20 messages a minute to one group
GROUP_RESERVE = 3
"""So many of them are kept for alarms: who is in danger does not wait behind thirty pictures."""
GROUP_WINDOW = 60.0
PROBE_EVERY = 60.0
"""During a long hold one answer a minute tries whether the hold is still in force."""


@dataclass
class Pacer:
    """
    Remembers what left when, and which lane Telegram told to be silent.

    `rate` is in messages a second over all chats; 0 switches pacing off, not the holds.
    """

    rate: float
    _next_slot: float = 0.0
    _next_in_chat: dict[int, float] = field(default_factory=dict)
    _group_window: dict[int, list[float]] = field(default_factory=dict)
    _held_chats: dict[int, float] = field(default_factory=dict)
    _held_until: float = 0.0
    _held_since: float = 0.0
    _last_probe: float = 0.0

    def wait(self, chat_id: int, now: float, *, alarm: bool = False) -> float:
        """Seconds until a request to this chat may leave; 0 means now."""
        return max(
            self._hold(chat_id, now),
            0.0 if self.rate == 0 else max(self._next_slot - now, self._chat_wait(chat_id, now, alarm=alarm)),
            0.0,
        )

    def took(self, chat_id: int, now: float) -> None:
        """A request to this chat leaves now."""
        if self._held_until > now:
            self._last_probe = now
        if self.rate == 0:
            return
        self._next_slot = max(now, self._next_slot) + 1 / self.rate
        if chat_id < 0:
            window = [sent for sent in self._group_window.get(chat_id, []) if sent > now - GROUP_WINDOW]
            self._group_window[chat_id] = [*window, now]
        elif chat_id > 0:
            self._next_in_chat[chat_id] = max(self._next_in_chat.get(chat_id, 0.0), now) + PRIVATE_INTERVAL
        self._forget_the_past(now)

    def hold(self, chat_id: int, seconds: float, now: float) -> None:
        """
        Telegram asked for silence.

        Everybody's where a private chat was meant. A group has limits of its own, and so has the bot's name,
        for which waits of many hours were seen.
        """
        if chat_id <= 0:
            self._held_chats[chat_id] = max(self._held_chats.get(chat_id, 0.0), now + seconds)
            return
        self._held_until = max(self._held_until, now + seconds)
        self._held_since = self._last_probe = now

    def went_through(self, started: float) -> None:
        """
        A request succeeded.

        Only one that was made during the hold tells that it is over; others were in flight when it began.
        """
        if started > self._held_since:
            self._held_until = 0.0

    def is_held(self, now: float) -> bool:
        """Whether everybody is being held."""
        return self._held_until > now

    def _hold(self, chat_id: int, now: float) -> float:
        own = self._held_chats.get(chat_id, 0.0) - now
        everybody = self._held_until - now
        if everybody <= 0:
            return own
        if chat_id > 0:
            everybody = min(everybody, self._last_probe + PROBE_EVERY - now)
        return max(own, everybody)

    def _chat_wait(self, chat_id: int, now: float, *, alarm: bool) -> float:
        if chat_id == 0:  # what goes to no chat, such as the bot's commands
            return 0.0
        if chat_id > 0:
            return self._next_in_chat.get(chat_id, 0.0) - (PRIVATE_CREDIT - 1) * PRIVATE_INTERVAL - now
        window = [sent for sent in self._group_window.get(chat_id, []) if sent > now - GROUP_WINDOW]
        limit = GROUP_LIMIT if alarm else GROUP_LIMIT - GROUP_RESERVE
        return window[-limit] + GROUP_WINDOW - now if len(window) >= limit else 0.0

    def _forget_the_past(self, now: float) -> None:
        """Keep memory bounded: a chat whose time has come needs no entry."""
        if len(self._next_in_chat) > 4 * max(self.rate, 100):
            self._next_in_chat = {chat: at for chat, at in self._next_in_chat.items() if at > now}
