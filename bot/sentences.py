"""What operators read when something is wrong: one or two sentences that say what it is and what to do."""

from bot.errors import BotError

_SENTENCES = {
    "setting_wrong": "{setting} is wrong: it must be {expected}. Correct it in the environment or in .env.",
    "setting_not_built": "{setting} is set, but this version cannot do that yet. Remove it and start again.",
    "env_file_unreadable": "The file {file} cannot be read. Check that it is a text file (UTF-8) and may be read.",
    "token_missing": (
        "BOT_TOKEN is not set. Put the token from BotFather into .env or the environment, "
        "or try the bot without one: make run, or python -m bot try."
    ),
    "token_refused": "Telegram refuses the token in BOT_TOKEN. Get a valid one from BotFather and start again.",
    "polled_elsewhere": (
        "Another program is receiving the messages of this bot with the same token. "
        "Stop it, or revoke the token at BotFather, and start again."
    ),
    "webhook_is_set": (
        "A webhook is set for this bot, so it cannot be polled. Remove it with the Bot API method deleteWebhook."
    ),
    "data_dir_unusable": (
        "The folder {folder} cannot be made or is not a folder. Set BOT_DATA_DIR to one that can be written."
    ),
    "data_dir_read_only": "The folder {folder} is read-only. Set BOT_DATA_DIR to one that can be written.",
    "already_running": (
        "Another bot is already running on the folder {folder}. Stop it, or set BOT_DATA_DIR to another folder."
    ),
    "database_locked": "The database is locked by another program. Stop that program and start again.",
    "database_read_only": "The database is read-only. Make its file and folder writable and start again.",
    "database_unreachable": "The database file cannot be opened. Check BOT_DATABASE_URL and the folder's rights.",
    "database_missing": (
        "There is no database {file}. Run this in the folder of the bot, or set BOT_DATA_DIR or BOT_DATABASE_URL."
    ),
    "database_not_one": "The database file is damaged or is no database. Restore a backup, or move it away.",
    "database_full": "The database cannot be written: the disk is full or failing. Free some space.",
    "database_newer": (
        "The database was changed by a newer version of this program (revision {revision}). "
        "Start that version, or restore a backup made before."
    ),
    "driver_missing": "The driver for PostgreSQL is not installed. Install it: pip install asyncpg.",
    "database_failed": "The database does not work ({kind}). Check BOT_DATABASE_URL and that the server runs.",
    "port_busy": "The address {address} is taken by another program. Set {setting} to a free port.",
    "host_unusable": "Nothing can listen on {address}. Set {setting} to an address of this machine.",
    "sandbox_not_loopback": "The page of bot try is for this machine alone and cannot listen on {host}.",
    "content_broken": "The content has {count} errors, so nothing was started. The first is in {file}, line {line}: {problem} See: python -m bot check",
    "content_copy_used": "The content has {count} errors, so the bot starts with its copy of the last good one. The first is in {file}, line {line}: {problem} See: python -m bot check",
    "stopped": "The bot is being stopped, so the content was not checked to the end.",
    "copy_unwritable": "No copy of the content can be kept in {folder}. Make that folder writable.",
    "locales_missing": "The folder locales with the content files is missing beside {looked_in}.",
    "bank_line_unusable": "Line {line} of {file} cannot be used: it must be a JSON object with text and expect.",
    "catalogue_unreadable": "The catalogue {file} cannot be read ({reason}). See: python -m bot check",
    "docx_missing": (
        "Writing DOCX needs python-docx, which is not installed. Install it: python -m pip install "
        "'python-docx==1.2.*', or use --format html, which needs nothing more."
    ),
    "docx_needs_file": "A DOCX cannot be written to the screen. Name a file with --output.",
    "file_unwritable": "The file {file} cannot be written. Check the folder, its rights and that no other program has the file open.",
    "file_unreadable": "The file {file} cannot be read.",
    "yaml_unusable": "The file {file} is not the YAML it should be. See: python -m bot check",
    "empty_pattern": "A pattern in words.yaml is empty: {line}. Write its words or remove the line.",
    "unknown_word_list": "A pattern in words.yaml names the list {name}, which is not there. See: python -m bot check",
    "place_unprintable": "The answer text has a place that cannot be printed: {place}. See: python -m bot check",
    "labels_missing": "{file} holds no labelled questions, so there is nothing to score.",
    "labels_wrong": "{file} holds a line whose labels are not those of the format: id, text, lang, expect, gold, also_ok.",
    "record_wrong": "Line {line} is not a JSON object with a text. Correct it and try again.",
}


def sentence(error: BotError) -> str:
    """What an operator reads about an error; an unknown code is said as it is."""
    form = _SENTENCES.get(error.code)
    return form.format(**error.facts) if form else f"Something went wrong: {error}"


def known_codes() -> frozenset[str]:
    """The codes that have a sentence."""
    return frozenset(_SENTENCES)
