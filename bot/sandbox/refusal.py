"""What the Bot API answers when it will not do something."""

from typing import Any

Json = dict[str, Any]
"""An object as it goes over the wire."""


class RefusalError(Exception):
    """
    The Bot API says no: an HTTP status, its sentence, and what the bot must know to go on.

    The sentences are the real server's own (tdlib/telegram-bot-api and tdlib/td), because bots tell the cases
    apart by them.
    """

    def __init__(self, code: int, description: str | None, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """The answer's JSON object; without a description when there is none to give."""
        answer: Json = {"ok": False, "error_code": self.code}
        if self.description is not None:
            answer["description"] = self.description
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(sentence: str) -> RefusalError:
    """A 400 with the prefix that the real server puts before the sentence."""
    return RefusalError(400, f"Bad Request: {sentence}")


def forbidden(sentence: str) -> RefusalError:
    """A 403 with the prefix that the real server puts before the sentence."""
    return RefusalError(403, f"Forbidden: {sentence}")


def too_many_requests(seconds: int) -> RefusalError:
    """A 429 that asks to wait so many seconds."""
    return RefusalError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
