"""Who is there: private persons, groups, their topics, and whether the bot can reach them."""

from dataclasses import dataclass, field

from bot.sandbox.refusal import Json, RefusalError, bad_request, forbidden


@dataclass
class Account:
    """A private person as Telegram knows them; their chat with the bot has the same id."""

    id: int
    first_name: str
    language_code: str | None = None
    username: str | None = None
    started: bool = False  # whether they ever wrote to the bot: it may not speak first
    blocked: bool = False  # they blocked the bot
    deactivated: bool = False

    def user(self) -> Json:
        """The Telegram User object."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user

    def wire(self) -> Json:
        """The Chat object."""
        chat: Json = {"id": self.id, "type": "private", "first_name": self.first_name}
        if self.username:
            chat["username"] = self.username
        return chat


@dataclass
class ForumTopic:
    """A topic of a forum group."""

    thread_id: int
    name: str
    icon_color: int
    closed: bool = False


@dataclass
class Group:
    """A group or supergroup."""

    id: int
    title: str
    kind: str = "supergroup"  # group or supergroup
    forum: bool = False
    bot_status: str = "administrator"  # creator is never the bot: administrator, member, left or kicked
    members: set[int] = field(default_factory=set)
    administrators: set[int] = field(default_factory=set)
    topics: dict[int, ForumTopic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None  # set when a group became a supergroup

    def wire(self) -> Json:
        """The Chat object."""
        chat: Json = {"id": self.id, "type": self.kind, "title": self.title}
        if self.forum:
            chat["is_forum"] = True
        return chat


Chat = Account | Group


class Chats:
    """Everybody the bot could meet."""

    def __init__(self) -> None:
        self.people: dict[int, Account] = {}
        self.groups: dict[int, Group] = {}

    def find(self, chat_id: int | str | None) -> Chat:
        """The chat with this id or @name. Errors: 400 as the real server."""
        if chat_id is None or chat_id == "":
            raise bad_request("chat_id is empty")
        found = self._named(chat_id) if isinstance(chat_id, str) else self._numbered(chat_id)
        if found is None:
            raise bad_request("chat not found")
        return found

    def reach(self, chat_id: int | str | None) -> Chat:
        """The chat, if the bot may write there. Errors: 400 and 403 as the real server."""
        chat = self.find(chat_id)
        if isinstance(chat, Account):
            _reach_account(chat)
        else:
            _reach_group(chat)
        return chat

    def person(self, person_id: int) -> Account:
        """The person with this id. Errors: 400."""
        if person_id not in self.people:
            raise bad_request("user not found")
        return self.people[person_id]

    def group(self, chat_id: int | str | None) -> Group:
        """The group with this id. Errors: 400 also when it is a private chat."""
        chat = self.find(chat_id)
        if isinstance(chat, Account):
            raise bad_request("method is available only for supergroups")
        return chat

    def _numbered(self, chat_id: int) -> Chat | None:
        return self.people.get(chat_id) or self.groups.get(chat_id)

    def _named(self, name: str) -> Chat | None:
        # only channels and supergroups can be found by name; no group here has one
        return None if name.startswith("@") or not name.lstrip("-").isdigit() else self._numbered(int(name))


def _reach_account(account: Account) -> None:
    if account.deactivated:
        raise forbidden("user is deactivated")
    if account.blocked:
        raise forbidden("bot was blocked by the user")
    if not account.started:
        raise forbidden("bot can't initiate conversation with a user")


def _reach_group(group: Group) -> None:
    if group.migrated_to is not None:
        sentence = "Bad Request: group chat was upgraded to a supergroup chat"
        raise RefusalError(400, sentence, migrate_to_chat_id=group.migrated_to)
    if group.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {group.kind} chat")
    if group.bot_status == "left":
        raise forbidden(f"bot is not a member of the {group.kind} chat")


def chat_number(chat_id: object) -> int | None:
    """The id of a chat as a number, if it is one: for transcript, faults and limits."""
    if isinstance(chat_id, int):
        return chat_id
    if isinstance(chat_id, str) and chat_id.lstrip("-").isdigit():
        return int(chat_id)
    return None
