"""What `bot doctor` thinks of what was seen: fine, worth a look, or in the way of the bot. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

from bot.examination import ClockSeen, ContentSeen, DatabaseSeen, DiskSeen, ModelSeen, TelegramSeen
from bot.mail.model import Reply, ReplyKind
from bot.people.model import Language

CLOCK_MAY_BE_OFF: Final = timedelta(seconds=60)
FULL_DISK: Final = 100 * 2**20
"""With less than this many bytes the database cannot be kept in order."""
NEARLY_FULL_DISK: Final = 2**30

_GROUPS: Final = frozenset({"group", "supergroup"})
_ATTACHMENTS: Final = ("can_send_photos", "can_send_voice_notes", "can_send_documents", "can_send_videos")
_MEGABYTE: Final = 2**20


class Level(StrEnum):
    """How bad something is."""

    OK = "ok"
    LOOK = "look"  # the bot works, but somebody should look at this
    WRONG = "wrong"  # the bot cannot do its work


class Part(StrEnum):
    """What was looked at, in the order of the list."""

    SETTINGS = "settings"
    TOKEN = "token"  # noqa: S105  a word, not a secret
    WEBHOOK = "webhook"
    STAFF = "staff group"
    CLOCK = "clock"
    DATABASE = "database"
    DISK = "disk"
    LANGUAGES = "languages"
    CONTENT = "content"
    MODEL = "model"
    MINISTRY = "ministry"


@dataclass(frozen=True)
class Diagnosis:
    """One line: a code and the facts for its sentence (bot/diagnoses.py, or bot/sentences.py for errors)."""

    level: Level
    part: Part
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def is_sound(diagnoses: Iterable[Diagnosis]) -> bool:
    """Whether the bot can do its work."""
    return all(one.level is not Level.WRONG for one in diagnoses)


def about_settings(unknown: Mapping[str, str | None]) -> list[Diagnosis]:
    """Settings that could be read; names that mean nothing, each with the one that was probably meant."""
    found = [
        Diagnosis(
            Level.LOOK,
            Part.SETTINGS,
            "setting_misspelt" if meant else "setting_unknown",
            {"setting": name, "meant": meant},
        )
        for name, meant in unknown.items()
    ]
    return found or [Diagnosis(Level.OK, Part.SETTINGS, "settings_read")]


def about_telegram(seen: TelegramSeen | None, *, staff_is_set: bool) -> list[Diagnosis]:
    """Token, webhook and staff group. None: there is no token."""
    if seen is None:
        return [
            Diagnosis(Level.WRONG, Part.TOKEN, "token_missing"),
            *_without_telegram(staff_is_set=staff_is_set),
        ]
    token = _about_token(seen.me)
    if token.level is not Level.OK:
        return [token, *_without_telegram(staff_is_set=staff_is_set)]
    staff = _about_staff(seen.chat, seen.member) if staff_is_set else _no_staff()
    return [token, _about_webhook(seen.webhook), staff]


def about_clock(seen: ClockSeen) -> list[Diagnosis]:
    """Dates under answers, reviews and the end of periods depend on the clock."""
    ahead = seen.ahead
    if ahead is None:
        return [Diagnosis(Level.LOOK, Part.CLOCK, "clock_unknown")]
    if abs(ahead) <= CLOCK_MAY_BE_OFF:
        return [Diagnosis(Level.OK, Part.CLOCK, "clock_right")]
    code = "clock_ahead" if ahead > timedelta() else "clock_behind"
    seconds = abs(round(ahead.total_seconds()))
    return [Diagnosis(Level.WRONG, Part.CLOCK, code, {"seconds": seconds})]


def about_database(seen: DatabaseSeen) -> list[Diagnosis]:
    """What can be opened may still be old, damaged, or in use."""
    if not seen.exists:
        return [Diagnosis(Level.OK, Part.DATABASE, "database_not_there")]
    if seen.damage:
        return [Diagnosis(Level.WRONG, Part.DATABASE, "database_damaged", {"said": seen.damage})]
    found = []
    if seen.looked_through is False:
        found.append(Diagnosis(Level.LOOK, Part.DATABASE, "database_not_looked_through"))
    return [_about_revision(seen), *found]


def about_disk(seen: DiskSeen) -> list[Diagnosis]:
    """The bot's folder: can it be used, and for how long."""
    facts = {"folder": str(seen.folder), "free": seen.free // _MEGABYTE}
    if not seen.is_folder:
        return [Diagnosis(Level.WRONG, Part.DISK, "data_dir_unusable", facts)]
    if not seen.writable:
        return [Diagnosis(Level.WRONG, Part.DISK, "data_dir_read_only", facts)]
    if seen.free < FULL_DISK:
        return [Diagnosis(Level.WRONG, Part.DISK, "disk_full", facts)]
    if seen.free < NEARLY_FULL_DISK:
        return [Diagnosis(Level.LOOK, Part.DISK, "disk_nearly_full", facts)]
    return [Diagnosis(Level.OK, Part.DISK, "disk_free", facts)]


def about_languages(seen: ContentSeen) -> list[Diagnosis]:
    """The fixed sentences whole, and an answer to each topic in each language."""
    if seen.errors_of_catalogues:
        facts = {"count": seen.errors_of_catalogues}
        return [Diagnosis(Level.WRONG, Part.LANGUAGES, "catalogues_wrong", facts)]
    if not seen.topics:
        return [Diagnosis(Level.LOOK, Part.LANGUAGES, "languages_unknown")]
    short = [language for language in Language if seen.answers.get(language, 0) < seen.topics]
    if short:
        missing = {language.value: seen.topics - seen.answers.get(language, 0) for language in short}
        told = ", ".join(f"{code} {count}" for code, count in missing.items())
        return [Diagnosis(Level.WRONG, Part.LANGUAGES, "answers_missing", {"missing": told})]
    codes = " and ".join(language.value for language in Language)
    return [Diagnosis(Level.OK, Part.LANGUAGES, "languages_whole", {"codes": codes, "topics": seen.topics})]


def about_content(seen: ContentSeen) -> list[Diagnosis]:
    """With errors in it nothing is started; what is overdue is shown as being checked."""
    facts = {"errors": seen.errors, "overdue": seen.overdue, "soon": seen.soon}
    if seen.errors:
        return [Diagnosis(Level.WRONG, Part.CONTENT, "content_wrong", facts)]
    if seen.overdue:
        return [Diagnosis(Level.LOOK, Part.CONTENT, "content_overdue", facts)]
    return [Diagnosis(Level.OK, Part.CONTENT, "content_fine", facts)]


def about_model(seen: ModelSeen) -> list[Diagnosis]:
    """Matching by words is the whole of it where no language model takes part."""
    code = "model_semantic" if seen.semantic else "model_lexical"
    return [Diagnosis(Level.OK, Part.MODEL, code, {"seconds": f"{seen.seconds:.1f}"})]


def about_ministry(seen: ContentSeen) -> list[Diagnosis]:
    """What nobody else can fill: signatures, and facts that only the ministry can tell."""
    unsigned = [
        Diagnosis(
            Level.LOOK,
            Part.MINISTRY,
            "answers_unsigned",
            {"language": language.value, "count": count, "all": seen.answers.get(language, 0)},
        )
        for language, count in seen.unsigned.items()
        if count
    ]
    awaited = [
        Diagnosis(Level.LOOK, Part.MINISTRY, "fact_awaited", {"id": id_, "note": note})
        for id_, note in seen.awaited
    ]
    if awaited:
        facts = {"count": len(awaited)}
        awaited.insert(0, Diagnosis(Level.LOOK, Part.MINISTRY, "facts_awaited", facts))
    return [*unsigned, *awaited] or [Diagnosis(Level.OK, Part.MINISTRY, "ministry_done")]


def _without_telegram(*, staff_is_set: bool) -> list[Diagnosis]:
    staff = Diagnosis(Level.LOOK, Part.STAFF, "needs_token") if staff_is_set else _no_staff()
    return [Diagnosis(Level.LOOK, Part.WEBHOOK, "needs_token"), staff]


def _no_staff() -> Diagnosis:
    return Diagnosis(Level.LOOK, Part.STAFF, "staff_not_set")


def _about_token(me: Reply) -> Diagnosis:
    if me.kind is ReplyKind.DONE and isinstance(me.result, dict):
        facts = {"name": me.result.get("first_name"), "username": me.result.get("username")}
        return Diagnosis(Level.OK, Part.TOKEN, "token_works", facts)
    if me.code in {401, 404}:
        return Diagnosis(Level.WRONG, Part.TOKEN, "token_refused")
    code = "telegram_refuses" if me.kind is ReplyKind.REFUSED else "telegram_out_of_reach"
    return Diagnosis(Level.WRONG, Part.TOKEN, code, _said(me))


def _about_webhook(reply: Reply | None) -> Diagnosis:
    if reply is None or not isinstance(reply.result, dict):
        return Diagnosis(Level.LOOK, Part.WEBHOOK, "webhook_unknown", _said(reply))
    if reply.result.get("url"):
        return Diagnosis(Level.WRONG, Part.WEBHOOK, "webhook_is_set")
    waiting = reply.result.get("pending_update_count", 0)
    return Diagnosis(Level.OK, Part.WEBHOOK, "webhook_not_set", {"waiting": waiting})


def _about_staff(chat: Reply | None, member: Reply | None) -> Diagnosis:
    """A group that is set and cannot be reached keeps questions from people."""
    if chat is not None and chat.migrate_to is not None:
        facts: dict[str, object] = {"number": chat.migrate_to}
        return Diagnosis(Level.WRONG, Part.STAFF, "staff_moved", facts)
    if chat is None or not isinstance(chat.result, dict):
        refused = chat is not None and chat.kind is ReplyKind.REFUSED and chat.code in {400, 403}
        code, level = ("staff_not_found", Level.WRONG) if refused else ("staff_unknown", Level.LOOK)
        return Diagnosis(level, Part.STAFF, code, _said(chat))
    if chat.result.get("type") not in _GROUPS:
        return Diagnosis(Level.WRONG, Part.STAFF, "staff_no_group", {"kind": chat.result.get("type")})
    if member is None or not isinstance(member.result, dict):
        return Diagnosis(Level.LOOK, Part.STAFF, "staff_unknown", _said(member))
    return _about_rights(chat.result, member.result)


def _about_rights(chat: Mapping[str, Any], member: Mapping[str, Any]) -> Diagnosis:
    """Whether the bot belongs to the group and may do there what it has to."""
    facts = {"title": chat.get("title", "")}
    if member.get("status") in {"left", "kicked"} or member.get("is_member") is False:
        return Diagnosis(Level.WRONG, Part.STAFF, "staff_not_member", facts)
    is_administrator = member.get("status") in {"administrator", "creator"}
    rights = {} if is_administrator else _rights(chat, member)
    if rights.get("can_send_messages") is False:
        return Diagnosis(Level.WRONG, Part.STAFF, "staff_silenced", facts)
    if any(rights.get(right) is False for right in _ATTACHMENTS):
        return Diagnosis(Level.LOOK, Part.STAFF, "staff_no_attachments", facts)
    if not chat.get("is_forum"):
        return Diagnosis(Level.OK, Part.STAFF, "staff_plain", facts)
    may = is_administrator and bool(member.get("can_manage_topics") or member.get("status") == "creator")
    if may:
        return Diagnosis(Level.OK, Part.STAFF, "staff_forum", facts)
    return Diagnosis(Level.LOOK, Part.STAFF, "staff_no_topics", facts)


def _rights(chat: Mapping[str, Any], member: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a plain member may do is said of the group, what a restricted one may do of the member."""
    found = member if member.get("status") == "restricted" else chat.get("permissions")
    return found if isinstance(found, Mapping) else {}


def _about_revision(seen: DatabaseSeen) -> Diagnosis:
    whole = ", is whole" if seen.looked_through else ""
    facts = {"revision": seen.revision, "newest": seen.newest, "whole": whole}
    if not seen.revision:
        return Diagnosis(Level.OK, Part.DATABASE, "database_empty", facts)
    code = "database_in_use" if seen.in_use else "database_fine"
    if seen.revision == seen.newest:
        return Diagnosis(Level.OK, Part.DATABASE, code, facts)
    older = "database_older_in_use" if seen.in_use else "database_older"
    return Diagnosis(Level.LOOK if seen.in_use else Level.OK, Part.DATABASE, older, facts)


def _said(reply: Reply | None) -> dict[str, object]:
    """What Telegram said, or how the request failed."""
    if reply is None:
        return {"said": "no answer"}
    return {"said": f"{reply.code} {reply.description}" if reply.code else reply.description}
