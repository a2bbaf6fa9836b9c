"""Error families: a code and facts, never a sentence. The edges turn them into words."""


class BotError(Exception):
    """
    Something the program understands went wrong.

    `code` names the sentence to show (bot/sentences.py for operators, the catalogues for citizens), `facts`
    fill its places. No fact may hold a secret or a citizen's words.
    """

    exit_code = 1

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code} ({shown})" if shown else self.code


class UsageError(BotError):
    """A setting or an argument is wrong: the operator must change it first."""

    exit_code = 2


class ContentError(BotError):
    """A content file cannot be used."""


class StorageError(BotError):
    """The database cannot be used now (locked, full, newer than the program, read only)."""


class TelegramError(BotError):
    """Telegram will not work with us (token revoked, another instance polls)."""
