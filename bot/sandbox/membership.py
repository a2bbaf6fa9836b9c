"""Who is with the bot and who is not: blocking, groups."""

from bot.sandbox.chats import Account, Chat
from bot.sandbox.groups import member, status_of
from bot.sandbox.journal import Sort
from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.world import World


class Membership:
    """Blocking, unblocking, entering and leaving, as people do it."""

    def __init__(self, world: World) -> None:
        self.world = world

    def blocks(self, person_id: int) -> None:
        """A person blocks the bot."""
        self._set_blocked(person_id, blocked=True)

    def unblocks(self, person_id: int) -> None:
        """A person lets the bot in again."""
        self._set_blocked(person_id, blocked=False)

    def deactivates(self, person_id: int) -> None:
        """A person deletes their account; bots are not told."""
        self.world.chats.person(person_id).deactivated = True
        self.world.tell_everybody()

    def changes_language(self, person_id: int, language_code: str | None) -> None:
        """A person sets another language in their Telegram; bots see it in whatever comes next."""
        self.world.chats.person(person_id).language_code = language_code or None
        self.world.tell_everybody()

    def sets_bot_status(self, person_id: int, group_id: int, status: str) -> None:
        """A person makes the bot administrator or member of a group, or kicks it; `left` is possible too."""
        group = self.world.chats.group(group_id)
        if status not in {"administrator", "member", "left", "kicked"}:
            raise bad_request("status must be administrator, member, left or kicked")
        old, group.bot_status = group.bot_status, status
        self._tell_status(self.world.chats.person(person_id), group, old, status)

    def joins(self, person_id: int, group_id: int, *, administrator: bool = False) -> None:
        """A person enters a group."""
        self._move(person_id, group_id, "administrator" if administrator else "member")

    def leaves(self, person_id: int, group_id: int) -> None:
        """A person leaves a group."""
        self._move(person_id, group_id, "left")

    def _set_blocked(self, person_id: int, *, blocked: bool) -> None:
        account = self.world.chats.person(person_id)
        if account.blocked is blocked:
            return
        account.blocked = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        self._tell_status(account, account, old, new)

    def _tell_status(self, account: Account, chat: Chat, old: str, new: str) -> None:
        self.world.updates.put("my_chat_member", self._status_change(account, chat, self.world.bot, old, new))
        self.world.journal.note(chat.id, Sort.CHANGED, {"bot_status": new}, by_bot=False)

    def _status_change(self, author: Account, chat: Chat, subject: Json, old: str, new: str) -> Json:
        return {
            "chat": chat.wire(),
            "from": author.user(),
            "date": self.world.now_seconds(),
            "old_chat_member": member(subject, old),
            "new_chat_member": member(subject, new),
        }

    def _move(self, person_id: int, group_id: int, status: str) -> None:
        account, group = self.world.chats.person(person_id), self.world.chats.group(group_id)
        old = status_of(group, person_id)
        group.members.discard(person_id)
        group.administrators.discard(person_id)
        if status != "left":
            (group.administrators if status == "administrator" else group.members).add(person_id)
        change = self._status_change(account, group, account.user(), old, status)
        self.world.updates.put("chat_member", change)
        self.world.journal.note(group.id, Sort.CHANGED, {"member": person_id, "status": status}, by_bot=False)
