"""What people do: they write, edit, press buttons."""

import secrets
from dataclasses import dataclass
from typing import Any

from bot.sandbox.attachments import attachment
from bot.sandbox.chats import Account, Chat, Group
from bot.sandbox.journal import Sort
from bot.sandbox.keyboards import Aim, button_at
from bot.sandbox.membership import Membership
from bot.sandbox.messages import Kept
from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.sending import without_replies
from bot.sandbox.world import Press, text_content


@dataclass(frozen=True)
class Where:
    """Where a person writes, and as what."""

    chat_id: int | None = None  # a group; None: the private chat with the bot
    thread_id: int | None = None
    reply_to: int | None = None  # a message's id
    forwarded: bool = False


class Acts(Membership):
    """The people's side of the stand-in."""

    def add_person(
        self, person_id: int, first_name: str, language_code: str | None = None, *, started: bool = False
    ) -> Account:
        """A person; until they write (or `started`) the bot cannot speak to them."""
        account = Account(person_id, first_name, language_code, started=started)
        self.world.chats.people[person_id] = account
        self.world.tell_everybody()
        return account

    def add_group(self, group_id: int, title: str, **about: Any) -> Group:
        """A group; `about` are fields of Group: forum, kind, bot_status."""
        group = Group(group_id, title, **about)
        self.world.chats.groups[group_id] = group
        self.world.tell_everybody()
        return group

    def says(self, person_id: int, text: str, **where: Any) -> int:
        """
        A person writes a text; the message's id.

        `where` are the fields of Where.
        """
        if not text.strip():
            raise bad_request("message text is empty")
        return self._write(person_id, text_content(text, []), Where(**where))

    def sends(
        self, person_id: int, kind: str, *, caption: str = "", album: str | None = None, **where: Any
    ) -> int:
        """A person sends a photo, voice, document, contact, location, sticker …; the message's id."""
        content = attachment(self.world, person_id, kind)
        content |= text_content(caption, [], "caption")
        if album:
            content["media_group_id"] = album
        return self._write(person_id, content, Where(**where))

    def edits(self, person_id: int, message_id: int, text: str, *, chat_id: int | None = None) -> None:
        """A person changes the text of a message of theirs. Errors: 400 when it is not theirs."""
        chat = self._place(person_id, chat_id)
        kept = self._message(chat, message_id)
        if kept.message["from"]["id"] != person_id:
            raise bad_request("only their own messages can be edited")
        name = "text" if "text" in kept.message else "caption"
        old = {"text", "entities", "caption", "caption_entities"}
        rest = {field: value for field, value in kept.message.items() if field not in old}
        edited = self.world.change(chat, rest | text_content(text, [], name), by_bot=False)
        self.world.updates.put("edited_message", edited)

    def deletes(self, person_id: int, message_id: int, *, chat_id: int | None = None) -> None:
        """A message disappears from the chat; bots are not told."""
        chat = self._place(person_id, chat_id)
        if self.world.messages.remove(chat.id, message_id) is None:
            raise bad_request("message to delete not found")
        self.world.journal.note(chat.id, Sort.DELETED, {"message_id": message_id}, by_bot=False)

    def presses(
        self,
        person_id: int,
        message_id: int,
        *,
        chat_id: int | None = None,
        **aim: Any,
    ) -> Json:
        """A person presses a button; `aim` are the fields of Aim: data, text or place; the button."""
        chat = self._place(person_id, chat_id)
        kept = self._message(chat, message_id)
        button = button_at(kept.message.get("reply_markup"), Aim(**aim))
        if "callback_data" in button:
            self._press(person_id, chat, kept, button["callback_data"])
        return button

    def updates_raw(self, update: Json) -> int:
        """An update of any shape, also one that no library can parse; its id."""
        return self.world.updates.put_raw(update)

    def _write(
        self,
        person_id: int,
        content: Json,
        where: Where,
    ) -> int:
        account = self.world.chats.person(person_id)
        chat = self._place(person_id, where.chat_id)
        if account.deactivated or (chat is account and account.blocked):
            raise bad_request("this person has blocked the bot or is gone")
        content = {**content, **_thread(chat, where.thread_id), **self._reply(chat, where.reply_to)}
        if where.forwarded:
            hidden = {
                "type": "hidden_user",
                "sender_user_name": "Forwarded",
                "date": self.world.now_seconds(),
            }
            content["forward_origin"] = hidden
        message = self.world.post(chat, account.user(), content)
        if chat is account:
            account.started = True
        if self._bot_sees(chat, message):
            self.world.updates.put("message", message)
        message_id: int = message["message_id"]
        return message_id

    def _place(self, person_id: int, chat_id: int | None) -> Chat:
        return self.world.chats.person(person_id) if chat_id is None else self.world.chats.find(chat_id)

    def _message(self, chat: Chat, message_id: int) -> Kept:
        kept = self.world.messages.find(chat.id, message_id)
        if kept is None:
            raise bad_request("there is no such message")
        return kept

    def _reply(self, chat: Chat, message_id: int | None) -> Json:
        if message_id is None:
            return {}
        return {"reply_to_message": without_replies(self._message(chat, message_id).message)}

    def _bot_sees(self, chat: Chat, message: Json) -> bool:
        """In a group a plain member sees only what is meant for it (privacy mode, on for every new bot)."""
        if isinstance(chat, Account) or chat.bot_status == "administrator":
            return True
        if chat.bot_status != "member":
            return False
        answered = message.get("reply_to_message", {}).get("from", {}).get("id")
        text = message.get("text", "")
        return (
            text.startswith("/")
            or f"@{self.world.bot['username']}" in text
            or answered == self.world.bot["id"]
        )

    def _press(self, person_id: int, chat: Chat, kept: Kept, data: str) -> None:
        query_id = str(secrets.randbits(62))
        message_id = kept.message["message_id"]
        self.world.remember_press(Press(query_id, person_id, chat.id, message_id, self.world.clock.now()))
        query = {
            "id": query_id,
            "from": self.world.chats.person(person_id).user(),
            "message": kept.message,
            "chat_instance": str(abs(chat.id)),
            "data": data,
        }
        self.world.updates.put("callback_query", query)


def _thread(chat: Chat, thread_id: int | None) -> Json:
    if thread_id is None:
        return {}
    if isinstance(chat, Account) or thread_id not in chat.topics:
        raise bad_request("message thread not found")
    return {"message_thread_id": thread_id, "is_topic_message": True}
