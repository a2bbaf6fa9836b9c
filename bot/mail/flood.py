"""Who sends more texts a minute than anybody can read answers to. Nothing is dropped, it is joined."""

from collections import OrderedDict

from bot.mail.model import JOINED, Arrival

WINDOW = 60
"""Seconds of Telegram's own time: what was written over hours and read at once is no flood."""
PATIENCE = 30
"""So many texts within the window are answered as anybody's."""
MOST_CHATS = 10_000
"""Memory ends here: who has not written for longest is forgotten, and counting begins anew."""


class Flood:
    """
    The last texts of each chat.

    An update that is counted again, because storing it failed, counts once.
    """

    def __init__(self, most_chats: int = MOST_CHATS) -> None:
        self._most_chats = most_chats
        self._chats: OrderedDict[int, dict[int, int]] = OrderedDict()  # chat to update id to second

    def counts(self, arrival: Arrival) -> bool:
        """Count an arrival, in the order of arrival; returns whether its chat sends too much by now."""
        if arrival.kind not in JOINED or not arrival.sent_at:
            return False
        recent = self._chats.setdefault(arrival.chat_id, {})
        self._chats.move_to_end(arrival.chat_id)
        recent[arrival.update_id] = arrival.sent_at
        if len(recent) > PATIENCE + 1:
            del recent[next(iter(recent))]
        if len(self._chats) > self._most_chats:
            self._chats.popitem(last=False)
        return sum(0 <= arrival.sent_at - second < WINDOW for second in recent.values()) > PATIENCE
