"""What the doctor thinks of what was seen."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.doctor import (
    FULL_DISK,
    NEARLY_FULL_DISK,
    Diagnosis,
    Level,
    Part,
    about_clock,
    about_content,
    about_database,
    about_disk,
    about_languages,
    about_ministry,
    about_model,
    about_settings,
    about_telegram,
    is_sound,
)
from bot.examination import ClockSeen, ContentSeen, DatabaseSeen, DiskSeen, ModelSeen, TelegramSeen
from bot.mail.model import Reply
from bot.people.model import Language
from tests.support.api import NOT_SENT, UNCLEAR, done, refused
from tests.support.people import NOON, STAFF_GROUP

ME = done({"id": 7, "is_bot": True, "first_name": "Bot", "username": "a_bot"})
NO_WEBHOOK = done({"url": "", "pending_update_count": 3})
CONTENT = ContentSeen(
    errors=0,
    errors_of_catalogues=0,
    topics=5,
    overdue=0,
    soon=2,
    answers=dict.fromkeys(Language, 5),
    unsigned=dict.fromkeys(Language, 0),
    awaited=(),
)


def said(diagnoses: list[Diagnosis]) -> list[tuple[Level, Part, str]]:
    return [(one.level, one.part, one.code) for one in diagnoses]


def chat(**more: Any) -> Reply:
    return done({"id": STAFF_GROUP, "type": "supergroup", "title": "Staff", **more})


def member(status: str, **more: Any) -> Reply:
    return done({"status": status, **more})


def staff(group: Reply | None, own: Reply | None) -> Diagnosis:
    """What is said of the staff group when all else is well."""
    [found] = [
        one
        for one in about_telegram(TelegramSeen(ME, NO_WEBHOOK, group, own), staff_is_set=True)
        if one.part is Part.STAFF
    ]
    return found


def test_a_bot_that_telegram_knows_and_that_may_poll_is_well() -> None:
    seen = TelegramSeen(ME, NO_WEBHOOK, chat(), member("administrator"))
    found = about_telegram(seen, staff_is_set=True)
    assert said(found) == [
        (Level.OK, Part.TOKEN, "token_works"),
        (Level.OK, Part.WEBHOOK, "webhook_not_set"),
        (Level.OK, Part.STAFF, "staff_plain"),
    ]
    assert found[0].facts["username"] == "a_bot"
    assert found[1].facts["waiting"] == 3


@pytest.mark.parametrize(
    ("me", "code"),
    [
        (refused(401, "Unauthorized"), "token_refused"),
        (refused(404, "Not Found"), "token_refused"),
        (refused(500, "Internal"), "telegram_refuses"),
        (NOT_SENT, "telegram_out_of_reach"),
        (UNCLEAR, "telegram_out_of_reach"),
    ],
)
def test_without_an_answer_of_telegram_the_bot_cannot_work(me: Reply, code: str) -> None:
    found = about_telegram(TelegramSeen(me), staff_is_set=True)
    assert said(found) == [
        (Level.WRONG, Part.TOKEN, code),
        (Level.LOOK, Part.WEBHOOK, "needs_token"),
        (Level.LOOK, Part.STAFF, "needs_token"),
    ]


@pytest.mark.parametrize(("is_set", "code"), [(True, "needs_token"), (False, "staff_not_set")])
def test_without_a_token_the_bot_cannot_work(is_set: bool, code: str) -> None:
    found = about_telegram(None, staff_is_set=is_set)
    assert said(found)[0] == (Level.WRONG, Part.TOKEN, "token_missing")
    assert found[-1].code == code


def test_without_a_staff_group_the_bot_works_but_somebody_should_know() -> None:
    found = about_telegram(TelegramSeen(ME, NO_WEBHOOK), staff_is_set=False)
    assert found[-1] == Diagnosis(Level.LOOK, Part.STAFF, "staff_not_set")
    assert is_sound(found)


@pytest.mark.parametrize(
    ("webhook", "level", "code"),
    [
        (done({"url": "https://s3cret.example/x"}), Level.WRONG, "webhook_is_set"),
        (UNCLEAR, Level.LOOK, "webhook_unknown"),
        (None, Level.LOOK, "webhook_unknown"),
    ],
)
def test_a_webhook_is_in_the_way_of_polling(webhook: Reply | None, level: Level, code: str) -> None:
    found = about_telegram(TelegramSeen(ME, webhook), staff_is_set=False)
    assert said(found)[1] == (level, Part.WEBHOOK, code)
    assert "s3cret" not in repr(found)


@pytest.mark.parametrize(
    ("group", "own", "level", "code"),
    [
        (refused(400, "Bad Request: chat not found"), None, Level.WRONG, "staff_not_found"),
        (refused(403, "Forbidden: bot was kicked"), None, Level.WRONG, "staff_not_found"),
        (refused(400, "migrated", migrate_to=-100777), None, Level.WRONG, "staff_moved"),
        (refused(429, "Too Many"), None, Level.LOOK, "staff_unknown"),
        (UNCLEAR, None, Level.LOOK, "staff_unknown"),
        (chat(type="private"), member("member"), Level.WRONG, "staff_no_group"),
        (chat(type="channel"), member("administrator"), Level.WRONG, "staff_no_group"),
        (chat(), UNCLEAR, Level.LOOK, "staff_unknown"),
        (chat(), member("left"), Level.WRONG, "staff_not_member"),
        (chat(), member("kicked"), Level.WRONG, "staff_not_member"),
        (chat(), member("restricted", is_member=False), Level.WRONG, "staff_not_member"),
        (
            chat(),
            member("restricted", is_member=True, can_send_messages=False),
            Level.WRONG,
            "staff_silenced",
        ),
        (chat(permissions={"can_send_messages": False}), member("member"), Level.WRONG, "staff_silenced"),
        (
            chat(permissions={"can_send_messages": True, "can_send_voice_notes": False}),
            member("member"),
            Level.LOOK,
            "staff_no_attachments",
        ),
        (chat(permissions={"can_send_messages": False}), member("administrator"), Level.OK, "staff_plain"),
        (chat(type="group"), member("member"), Level.OK, "staff_plain"),
        (chat(is_forum=True), member("member"), Level.LOOK, "staff_no_topics"),
        (
            chat(is_forum=True),
            member("administrator", can_manage_topics=False),
            Level.LOOK,
            "staff_no_topics",
        ),
        (chat(is_forum=True), member("administrator", can_manage_topics=True), Level.OK, "staff_forum"),
    ],
)
def test_the_staff_group_must_be_a_group_in_which_the_bot_may_write(
    group: Reply, own: Reply | None, level: Level, code: str
) -> None:
    found = staff(group, own)
    assert (found.level, found.code) == (level, code)


def test_a_group_that_has_moved_is_told_with_its_new_number() -> None:
    assert staff(refused(400, "migrated", migrate_to=-100777), None).facts == {"number": -100777}


@pytest.mark.parametrize(
    ("seconds", "level", "code"),
    [
        (0, Level.OK, "clock_right"),
        (60, Level.OK, "clock_right"),
        (-60, Level.OK, "clock_right"),
        (61, Level.WRONG, "clock_ahead"),
        (-61, Level.WRONG, "clock_behind"),
    ],
)
def test_a_clock_may_be_off_by_a_minute(seconds: int, level: Level, code: str) -> None:
    (found,) = about_clock(ClockSeen(NOON + timedelta(seconds=seconds), NOON))
    assert (found.level, found.code) == (level, code)
    assert level is Level.OK or found.facts == {"seconds": 61}


def test_a_clock_that_cannot_be_compared_is_no_error() -> None:
    assert said(about_clock(ClockSeen(NOON, None))) == [(Level.LOOK, Part.CLOCK, "clock_unknown")]


@pytest.mark.parametrize(
    ("seen", "level", "code"),
    [
        (DatabaseSeen(exists=False), Level.OK, "database_not_there"),
        (DatabaseSeen(True, "", "b"), Level.OK, "database_empty"),
        (DatabaseSeen(True, "b", "b"), Level.OK, "database_fine"),
        (DatabaseSeen(True, "b", "b", in_use=True), Level.OK, "database_in_use"),
        (DatabaseSeen(True, "a", "b"), Level.OK, "database_older"),
        (DatabaseSeen(True, "a", "b", in_use=True), Level.LOOK, "database_older_in_use"),
        (DatabaseSeen(True, "b", "b", damage="row 5 missing"), Level.WRONG, "database_damaged"),
    ],
)
def test_a_database_may_be_new_old_in_use_or_damaged(seen: DatabaseSeen, level: Level, code: str) -> None:
    (found,) = about_database(seen)
    assert (found.level, found.code) == (level, code)


def test_only_what_was_looked_through_is_called_whole() -> None:
    whole, partly, server = (
        about_database(DatabaseSeen(True, "b", "b", looked_through=looked)) for looked in (True, False, None)
    )
    assert "whole" in str(whole[0].facts["whole"])
    assert partly[0].facts["whole"] == server[0].facts["whole"] == ""
    assert [len(whole), len(partly), len(server)] == [1, 2, 1]
    assert partly[1].level is Level.LOOK


@pytest.mark.parametrize(
    ("is_folder", "writable", "free", "level", "code"),
    [
        (True, True, NEARLY_FULL_DISK, Level.OK, "disk_free"),
        (True, True, NEARLY_FULL_DISK - 1, Level.LOOK, "disk_nearly_full"),
        (True, True, FULL_DISK, Level.LOOK, "disk_nearly_full"),
        (True, True, FULL_DISK - 1, Level.WRONG, "disk_full"),
        (True, False, NEARLY_FULL_DISK, Level.WRONG, "data_dir_read_only"),
        (False, True, NEARLY_FULL_DISK, Level.WRONG, "data_dir_unusable"),
    ],
)
def test_the_folder_must_be_one_that_can_be_written_with_space_left(
    is_folder: bool, writable: bool, free: int, level: Level, code: str
) -> None:
    (found,) = about_disk(DiskSeen(Path("data"), is_folder, writable, free))
    assert (found.level, found.code) == (level, code)


def changed(**changes: Any) -> ContentSeen:
    return ContentSeen(**{**vars(CONTENT), **changes})


@pytest.mark.parametrize(
    ("seen", "level", "code"),
    [
        (CONTENT, Level.OK, "languages_whole"),
        (changed(errors_of_catalogues=1), Level.WRONG, "catalogues_wrong"),
        (changed(answers={Language.KK: 4, Language.RU: 5}), Level.WRONG, "answers_missing"),
        (changed(topics=0, answers={}), Level.LOOK, "languages_unknown"),
    ],
)
def test_both_languages_must_be_whole(seen: ContentSeen, level: Level, code: str) -> None:
    (found,) = about_languages(seen)
    assert (found.level, found.code) == (level, code)


@pytest.mark.parametrize(
    ("seen", "level", "code"),
    [
        (CONTENT, Level.OK, "content_fine"),
        (changed(overdue=2), Level.LOOK, "content_overdue"),
        (changed(errors=1, overdue=2), Level.WRONG, "content_wrong"),
    ],
)
def test_errors_in_the_content_are_worse_than_what_is_overdue(
    seen: ContentSeen, level: Level, code: str
) -> None:
    (found,) = about_content(seen)
    assert (found.level, found.code) == (level, code)


@pytest.mark.parametrize(("semantic", "code"), [(False, "model_lexical"), (True, "model_semantic")])
def test_matching_by_words_alone_is_said_plainly(semantic: bool, code: str) -> None:
    assert said(about_model(ModelSeen(semantic, 1.0))) == [(Level.OK, Part.MODEL, code)]


def test_what_the_ministry_must_fill_is_listed_and_stops_nothing() -> None:
    seen = changed(
        unsigned={Language.KK: 0, Language.RU: 3}, awaited=(("F141", "a line"), ("F152", "a site"))
    )
    found = about_ministry(seen)
    assert [one.code for one in found] == [
        "answers_unsigned",
        "facts_awaited",
        "fact_awaited",
        "fact_awaited",
    ]
    assert found[0].facts == {"language": "ru", "count": 3, "all": 5}
    assert found[1].facts == {"count": 2}
    assert [one.facts["id"] for one in found[2:]] == ["F141", "F152"]
    assert is_sound(found)


def test_a_ministry_that_has_filled_everything_is_done() -> None:
    assert said(about_ministry(CONTENT)) == [(Level.OK, Part.MINISTRY, "ministry_done")]


def test_settings_that_mean_nothing_are_named() -> None:
    assert said(about_settings({})) == [(Level.OK, Part.SETTINGS, "settings_read")]
    found = about_settings({"BOT_X": None, "BOT_TOKNE": "BOT_TOKEN"})
    assert [one.code for one in found] == ["setting_unknown", "setting_misspelt"]
    assert is_sound(found)


def test_one_wrong_thing_is_enough_to_be_unsound() -> None:
    found = [Diagnosis(level, Part.DISK, "x") for level in Level]
    assert not is_sound(found)
    assert is_sound(one for one in found if one.level is not Level.WRONG)
