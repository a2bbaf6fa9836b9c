"""The lines of `bot doctor`: what was found and, where something is in the way, the cure."""

from collections.abc import Sequence

from bot.doctor import Diagnosis, Level
from bot.errors import BotError
from bot.logs import without_tokens
from bot.sentences import known_codes, sentence

_DIAGNOSES = {
    "settings_read": "Every setting can be read.",
    "setting_unknown": "{setting} is not a setting of this bot and is ignored. Remove it.",
    "setting_misspelt": "{setting} is not a setting of this bot and is ignored. Did you mean {meant}?",
    "token_works": "Telegram knows the bot as {name} (@{username}).",
    "telegram_out_of_reach": (
        "Telegram cannot be reached ({said}). Check the network, and BOT_API_BASE, BOT_PROXY and BOT_CA_FILE "
        "where they are set."
    ),
    "telegram_refuses": "Telegram does not answer as it should ({said}). Try again in a few minutes.",
    "needs_token": "Not looked at: it needs a token that works.",
    "webhook_not_set": "None is set, as polling wants it. Updates that wait: {waiting}.",
    "webhook_unknown": "Could not be learned ({said}). Try again.",
    "staff_not_set": (
        "BOT_STAFF_CHAT_ID is not set: questions wait in the database, and nobody is told. "
        "Set it to the number of the staff group."
    ),
    "staff_unknown": "Could not be learned ({said}). Try again.",
    "staff_not_found": (
        "The group in BOT_STAFF_CHAT_ID cannot be seen ({said}). Correct the number, "
        "and add the bot to the group."
    ),
    "staff_moved": "The group has got a new number. Set BOT_STAFF_CHAT_ID={number}.",
    "staff_no_group": (
        "BOT_STAFF_CHAT_ID names no group (it is: {kind}). Set it to the number of a group, usually negative."
    ),
    "staff_not_member": "The bot is not in the group «{title}». Add it there.",
    "staff_silenced": "The bot may not write in the group «{title}». Make it an administrator there.",
    "staff_no_attachments": (
        "The bot may write in the group «{title}», but not send every kind of file, so pictures and voice "
        "messages of citizens may not arrive. Make it an administrator there."
    ),
    "staff_no_topics": (
        "The group «{title}» has topics, and the bot may not manage them. "
        "Make it an administrator with that right."
    ),
    "staff_plain": "The bot is in the group «{title}» and may write there. The group has no topics.",
    "staff_forum": "The bot is in the group «{title}», may write there and manage its topics.",
    "clock_right": "Right to the minute.",
    "clock_unknown": "Could not be compared: the server of the Bot API did not tell the time.",
    "clock_ahead": (
        "{seconds} seconds ahead, so answers may show a wrong day. "
        "Let the network set it: timedatectl set-ntp true."
    ),
    "clock_behind": (
        "{seconds} seconds behind, so answers may show a wrong day. "
        "Let the network set it: timedatectl set-ntp true."
    ),
    "database_not_there": "Not there yet; the bot makes it when it starts.",
    "database_empty": "Can be written, and is empty; the bot makes its tables when it starts.",
    "database_fine": "Can be written{whole}, and is in its newest form ({revision}).",
    "database_in_use": "The bot runs on it. Can be written{whole}, and is in its newest form ({revision}).",
    "database_older": (
        "Can be written{whole}, and is in an older form ({revision}); the bot brings it to {newest} "
        "when it starts. Keep a copy of it before."
    ),
    "database_older_in_use": (
        "The bot that is running on it is of an older version ({revision}, here {newest}). "
        "Stop it and start it anew."
    ),
    "database_damaged": "Damaged ({said}). Stop the bot, keep a copy of the file, and restore a backup.",
    "database_not_looked_through": "Too large to be looked through for damage in a few seconds.",
    "disk_free": "{free} MB are free in {folder}.",
    "disk_nearly_full": "Only {free} MB are free in {folder}. Free some space soon.",
    "disk_full": "Only {free} MB are free in {folder}, too little for the database. Free some space.",
    "languages_whole": "{codes} are complete: every sentence, and an answer to each of {topics} topics.",
    "catalogues_wrong": "The catalogues of sentences have {count} errors. See: python -m bot check",
    "languages_unknown": "Not looked at, because the content cannot be read. See: python -m bot check",
    "answers_missing": "Answers are missing ({missing}). See: python -m bot check",
    "content_fine": (
        "0 errors, nothing is overdue. Facts that end or fall due within 90 days: {soon}. "
        "See: python -m bot check"
    ),
    "content_overdue": (
        "{overdue} facts are overdue, and their answers say that they are being checked. Confirm or change "
        "them (docs/editing.md). See: python -m bot check"
    ),
    "content_wrong": "{errors} errors, so the bot does not start. See: python -m bot check",
    "model_lexical": "By words alone: this version has no language model. Built in {seconds} s.",
    "model_semantic": "By words and a language model. Built in {seconds} s.",
    "answers_unsigned": (
        "{count} of {all} answers in {language} are not signed and are shown as preliminary. Fill approved "
        "in their files (docs/editing.md)."
    ),
    "facts_awaited": (
        "{count} facts wait for the ministry. When one is filled or confirmed in locales/faq/facts.yaml, "
        "remove its line ministry: true."
    ),
    "fact_awaited": "{id} waits for the ministry ({note}).",
    "ministry_done": "Every answer is signed, and every fact that only the ministry can tell is confirmed.",
    "no_answer": "Does not answer within some seconds. Check that it runs and can be reached.",
}
_NAMED = 12  # the longest name of a part
_LONGEST = 400


def line(diagnosis: Diagnosis, secret: str = "") -> str:
    """One line: how bad, what, and the sentence; the secret is cut out, whoever said it."""
    return without_tokens(f"{diagnosis.level:<5}  {diagnosis.part:<{_NAMED}}  {told(diagnosis)}", secret)


def told(diagnosis: Diagnosis) -> str:
    """The sentence of a diagnosis, on one line whatever a title or an answer held."""
    facts = {name: _plain(value) for name, value in diagnosis.facts.items()}
    form = _DIAGNOSES.get(diagnosis.code)
    return form.format(**facts) if form else sentence(BotError(diagnosis.code, **facts))


def summary(diagnoses: Sequence[Diagnosis]) -> str:
    """The last line."""
    levels = [one.level for one in diagnoses]
    return f"{levels.count(Level.WRONG)} wrong, {levels.count(Level.LOOK)} to look at"


def diagnosis_codes() -> frozenset[str]:
    """The codes that have a sentence, here or among the errors."""
    return frozenset(_DIAGNOSES) | known_codes()


def _plain(value: object) -> object:
    """A text without line breaks, of a length that can be read."""
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else value
