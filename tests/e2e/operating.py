"""What an operator does: set the bot up, start it, read the one sentence that it ends with."""

from pathlib import Path

from tests.e2e.bot_process import BotProcess

TOKEN = "123456789:AbcdefAbcdefAbcdefAbcdefAbcdefAbcde"
NOWHERE = "http://127.0.0.1:9"
MARK = "zq7wrong"
"""Stands in every wrong value: no value may be printed."""


def settings_in(folder: Path, **more: str) -> dict[str, str]:
    """Settings with which the bot would start, were there a Telegram."""
    return {
        "BOT_TOKEN": TOKEN,
        "BOT_API_BASE": NOWHERE,
        "BOT_DATA_DIR": str(folder / "data"),
        "BOT_LISTEN": "127.0.0.1:0",
        **more,
    }


async def complaint(
    lives: list[BotProcess],
    folder: Path,
    settings: dict[str, str],
    code: int,
    command: tuple[str, ...] = ("run",),
) -> str:
    """Run the bot to its end; the one line that it said on standard error, apart from its log."""
    life = BotProcess(folder, settings, command)
    lives.append(life)
    assert await life.ended(40) == code, life.complaints
    assert "Traceback" not in life.complaints + life.output
    assert TOKEN.partition(":")[2] not in life.complaints + life.output
    lines = [line for line in life.complaints.splitlines() if line and not line.startswith("20")]
    assert len(lines) == 1, life.complaints
    assert 1 <= lines[0].count(". ") + 1 <= 2, lines[0]
    assert lines[0].endswith("."), lines[0]
    return lines[0]
