"""What goes back over the wire."""

import json
from dataclasses import dataclass
from typing import Any

from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.refusal import RefusalError

HTML_PAGE = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
    "<body><h1>502 Bad Gateway</h1></body>\r\n</html>"
)


@dataclass(frozen=True)
class Reply:
    """What goes back over the wire; status None means that the connection is cut."""

    status: int | None
    body: str = ""
    content_type: str = "application/json"
    retry_after: int | None = None  # seconds, for the Retry-After header


def done(result: Any) -> Reply:
    """The answer to a request that was carried out."""
    return Reply(200, json.dumps({"ok": True, "result": result}, ensure_ascii=False))


def refused(refusal: RefusalError) -> Reply:
    """The answer to a request that was refused."""
    body = json.dumps(refusal.body(), ensure_ascii=False)
    return Reply(refusal.code, body, retry_after=refusal.parameters.get("retry_after"))


def failed(fault: Fault) -> Reply:
    """The answer, or the cut connection, that a fault asks for."""
    if fault.kind in {FaultKind.DROP_BEFORE, FaultKind.DROP_AFTER, FaultKind.HANG}:
        return Reply(None)
    if fault.kind is FaultKind.HTML:
        return Reply(502, HTML_PAGE, "text/html")
    if fault.kind is FaultKind.GARBLED:
        return Reply(200, '{"ok":true,"result":{"message_id":')
    if fault.kind is FaultKind.NO_RESULT:
        return Reply(200, '{"ok":true}')
    asked = {} if fault.retry_after is None else {"retry_after": fault.retry_after}
    return refused(RefusalError(fault.code, fault.description, **asked))
