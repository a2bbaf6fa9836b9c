"""The command line as operators and scripts use it: what comes out where, and the exit code."""

import asyncio
import csv
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from bot import app
from bot.__main__ import main
from bot.doctor import Part
from bot.faq.candidates import Asked, Pressed, chosen
from bot.faq.matching.matcher import Matcher
from bot.files.place import locales_dir
from bot.people.model import Language
from bot.settings import PREFIX
from bot.storage.opening import open_storage
from tests.support.desk import question
from tests.support.people import NOON
from tests.support.source import ROOT

BUILT = ["run", "try", "ask", "evaluate", "check", "doctor", "migrate", "export"]
NOT_BUILT = ["backup", "restore", "verify"]


Ended = subprocess.CompletedProcess[str]


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    """The matcher, built once for all tests."""
    return app.build_matcher(locales_dir())


class Shell:
    """Runs commands in an empty folder, in an environment without any setting but those given."""

    def __init__(self, place: Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.place = place
        self._patch = patch
        self._capsys = capsys

    def here(self, *arguments: str, given: str | bytes = "", **environment: str) -> Ended:
        """In this process: fast."""
        given = given.encode() if isinstance(given, str) else given
        for name, value in environment.items():
            self._patch.setenv(name, value)
        self._patch.setattr("sys.argv", ["bot", *arguments])
        self._patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        try:
            main()
            code: object = 0
        except SystemExit as ended:
            code = ended.code or 0
        said = self._capsys.readouterr()
        return Ended(arguments, int(str(code)), said.out, said.err)

    def apart(self, *arguments: str, **environment: str) -> Ended:
        """In a process of its own."""
        more = {"PYTHONPATH": str(ROOT), "COLUMNS": "200", "NO_COLOR": "1", **environment}
        command = [sys.executable, "-m", "bot", *arguments]
        return subprocess.run(
            command,
            cwd=self.place,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
            env={**os.environ, **more},
        )


@pytest.fixture
def bot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], matcher: Matcher
) -> Shell:
    for name in list(os.environ):
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(app, "build_matcher", lambda _locales: matcher)
    return Shell(tmp_path, monkeypatch, capsys)


def assert_one_sentence(ended: Ended, code: int, *words: str) -> None:
    """It ended with an exit code and one or two sentences on standard error, and no traceback."""
    assert ended.returncode == code, ended.stderr
    assert "Traceback" not in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1, ended.stderr
    for word in words:
        assert word in ended.stderr


def test_help_lists_exactly_what_is_built(bot: Shell) -> None:
    ended = bot.apart("--help")
    assert ended.returncode == 0
    assert re.findall(r"^│ ([a-z]+) +[A-Z]", ended.stdout, re.MULTILINE) == BUILT
    for name in NOT_BUILT:
        assert name not in ended.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["backup"],
        ["nonsense"],
        ["ask"],
        ["ask", "x", "--jsonl"],
        ["try", "--port", "70000"],
        ["evaluate"],
        ["export"],
        ["export", "content"],
        ["export", "content", "--format", "pdf"],
        ["export", "candidates", "--format", "xlsx"],
        ["export", "candidates", "--language", "en"],
        [],
    ],
)
def test_wrong_usage_ends_with_two(bot: Shell, arguments: list[str]) -> None:
    ended = bot.apart(*arguments)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


def test_a_question_is_decided_in_one_line_of_json(bot: Shell) -> None:
    ended = bot.here("ask", "Сәлеметсіз бе")
    assert (ended.returncode, ended.stderr) == (0, "")
    decided = json.loads(ended.stdout)
    assert decided.keys() == {"id", "decision", "topics", "confidence", "language", "ms"}
    assert (decided["decision"], decided["language"]) == ("courtesy", "kk")


def test_lines_are_answered_in_their_order(bot: Shell) -> None:
    records = [
        {"id": n, "text": text, "language": None}
        for n, text in enumerate(["Рахмет", "?", "", "виза 🆘", "a" * 20_000])
    ]
    ended = bot.here("ask", "--jsonl", given="\n\n".join(json.dumps(record) for record in records))
    assert (ended.returncode, ended.stderr) == (0, "")
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [0, 1, 2, 3, 4]
    assert all(
        answer["decision"] in {"answer", "choose", "handover", "urgent", "courtesy"} for answer in answers
    )
    assert all(0 <= answer["confidence"] <= 1 and answer["ms"] >= 0 for answer in answers)
    assert all(2 <= len(answer["topics"]) <= 3 for answer in answers if answer["decision"] == "choose")


@pytest.mark.parametrize(("default", "said"), [("kk", "kk"), ("ru", "ru")])
def test_what_has_no_language_has_the_default_one(bot: Shell, default: str, said: str) -> None:
    ended = bot.here("ask", "123", BOT_DEFAULT_LANGUAGE=default)
    assert json.loads(ended.stdout)["language"] == said


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_language_of_a_record_is_the_persons_choice(bot: Shell, language: str) -> None:
    ended = bot.here(
        "ask", "--jsonl", given=json.dumps({"id": "1", "text": "Можно ли работать?", "language": language})
    )
    assert json.loads(ended.stdout)["language"] == language


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("x", 1),
        ("[1]", 1),
        ('{"id":1}', 1),
        ('{"text":5}', 1),
        ('{"text":"a"}\n\n\nnull', 4),
        ('{"text":"a"}\n{', 2),
    ],
)
def test_a_line_that_is_no_question_is_named(bot: Shell, given: str, line: int) -> None:
    assert_one_sentence(bot.here("ask", "--jsonl", given=given), 1, f"Line {line} ")


def test_bytes_that_are_no_text_end_in_no_traceback(bot: Shell) -> None:
    ended = bot.here("ask", "--jsonl", given=b'{"text":"a"}\n{"text":"\xff"}')
    assert ended.returncode in {0, 1}
    assert json.loads(ended.stdout.splitlines()[0])["id"] is None


def test_an_odd_id_comes_back_as_it_was(bot: Shell) -> None:
    ended = bot.here("ask", "--jsonl", given='{"id":"\\ud800 \\u0000 ә","text":"сәлем"}')
    assert (ended.returncode, ended.stderr) == (0, "")
    assert json.loads(ended.stdout)["id"] == "\ud800 \0 ә"


def test_nothing_in_nothing_out(bot: Shell) -> None:
    ended = bot.here("ask", "--jsonl", given="\n\n")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_labelled_questions_are_scored(bot: Shell) -> None:
    (bot.place / "q.jsonl").write_text(
        '{"id":"1","text":"Рахмет!","lang":"kk","style":[],"expect":"courtesy","gold":[]}\n', encoding="utf-8"
    )
    ended = bot.here("evaluate", "q.jsonl")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout


@pytest.mark.parametrize(
    "line",
    ["x", "[1]", '{"id":"1"}', '{"text":"a","expect":"nonsense"}', '{"text":"a","expect":"answer","gold":5}'],
)
def test_a_labelled_question_that_cannot_be_used_is_named(bot: Shell, line: str) -> None:
    good = '{"id":"1","text":"Рахмет!","expect":"courtesy","gold":[]}'
    (bot.place / "q.jsonl").write_text(f"{good}\n\n{line}\n", encoding="utf-8")
    ended = bot.here("evaluate", "q.jsonl")
    assert_one_sentence(ended, 1)
    assert "q.jsonl" in ended.stderr or "Line 3 " in ended.stderr


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_named(bot: Shell, content: bytes | None) -> None:
    if content is not None:
        (bot.place / "q.jsonl").write_bytes(content)
    assert_one_sentence(bot.here("evaluate", "q.jsonl"), 1, "q.jsonl")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_content_is_checked(bot: Shell, language: str) -> None:
    ended = bot.here("check", "--language", language)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert re.fullmatch(r"0 errors, \d+ warnings", ended.stdout.splitlines()[-1])


def test_the_check_ends_with_a_countdown_in_the_language_of_the_editor(bot: Shell) -> None:
    titles = {
        language: next(line for line in ended.stdout.splitlines() if re.search(r"\b90\b.*[.:]", line))
        for language in ("kk", "ru")
        if (ended := bot.here("check", "--language", language)).returncode == 0
    }
    assert titles["kk"].startswith("Алдағы")
    assert titles["ru"].startswith("Ближайшие")


def test_without_token_and_network_the_doctor_says_what_is_missing(bot: Shell) -> None:
    ended = bot.apart("doctor", BOT_API_BASE="http://127.0.0.1:9", BOT_DATA_DIR="деректер")
    assert (ended.returncode, ended.stderr) == (1, "")
    parts = [re.split(r"  +", line)[:2] for line in ended.stdout.splitlines()[:-1]]
    assert [part for level, part in parts if level == "wrong"] == ["token"]
    assert {part for _, part in parts} == {part.value for part in Part}
    assert re.fullmatch(r"1 wrong, \d+ to look at", ended.stdout.splitlines()[-1])
    assert list(bot.place.iterdir()) == [], "nothing was made"


def test_the_doctor_names_a_misspelt_setting(bot: Shell) -> None:
    ended = bot.apart("doctor", BOT_API_BASE="http://127.0.0.1:9", BOT_TOKNE="s3cr3t")
    assert "look   settings" in ended.stdout
    assert "BOT_TOKEN?" in ended.stdout
    assert "s3cr3t" not in ended.stdout + ended.stderr


@pytest.mark.parametrize("command", [["check"], ["run"], ["migrate"], ["try"], ["doctor"]])
def test_a_wrong_setting_is_named_and_never_its_value(bot: Shell, command: list[str]) -> None:
    ended = bot.apart(*command, BOT_LOG_FORMAT="s3cr3t-value")
    assert_one_sentence(ended, 2, "BOT_LOG_FORMAT", "console or json")
    assert "s3cr3t" not in ended.stderr + ended.stdout


def test_the_content_is_printed_as_a_web_page(bot: Shell) -> None:
    ended = bot.here("export", "content", "--format", "html")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("<!doctype html>")
    assert all(topic in ended.stdout for topic in app.build_library(locales_dir()).urgent_topics)
    written = bot.here("export", "content", "--format", "html", "--output", "мәтін.html")
    assert (written.returncode, written.stderr, written.stdout) == (0, "", "Written: мәтін.html\n")
    assert (bot.place / "мәтін.html").read_bytes() == ended.stdout.encode()


def test_the_content_is_written_for_word(bot: Shell) -> None:
    ended = bot.here("export", "content", "--format", "docx", "--output", "a.docx")
    assert (ended.returncode, ended.stderr, ended.stdout) == (0, "", "Written: a.docx\n")
    assert zipfile.is_zipfile(bot.place / "a.docx")


def test_a_file_for_word_needs_a_place(bot: Shell) -> None:
    assert_one_sentence(bot.here("export", "content", "--format", "docx"), 2, "--output")


def test_without_python_docx_the_cure_is_said_and_nothing_is_written(
    bot: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "bot.reports.word", raising=False)
    monkeypatch.delitem(sys.modules, "bot.reports.word_xml", raising=False)
    monkeypatch.setitem(sys.modules, "docx", None)
    ended = bot.here("export", "content", "--format", "docx", "--output", "a.docx")
    assert_one_sentence(ended, 2, "python-docx", "pip install", "--format html")
    assert not (bot.place / "a.docx").exists()
    assert bot.here("export", "content", "--format", "html").returncode == 0


@pytest.mark.parametrize("output", [".", "no such folder/a.html"])
def test_a_file_that_cannot_be_written_is_named(bot: Shell, output: str) -> None:
    ended = bot.here("export", "content", "--format", "html", "--output", output)
    assert_one_sentence(ended, 1, output, "cannot be written")


def fill(database: Path) -> None:
    """One question, for which the person chose a topic of those offered."""

    async def work() -> None:
        async with (
            open_storage(f"sqlite+aiosqlite:///{database}") as storage,
            storage.rounds.open(NOON) as round_,
        ):
            number = await round_.open_question(question(text="=қайда жұмыс бар екен"))
            asked = Asked(number, "=қайда жұмыс бар екен", Language.KK, NOON)
            round_.learn(chosen(asked, "basics.tourist_work", Pressed(NOON, "d")))

    asyncio.run(work())


@pytest.mark.parametrize(("language", "said"), [("kk", "Тақырып"), ("ru", "Тема")])
def test_what_presses_have_told_is_written_for_an_editor(bot: Shell, language: str, said: str) -> None:
    fill(bot.place / "data" / "bot.sqlite3")
    ended = bot.here("export", "candidates", "--language", language, "--output", "a.csv")
    assert (ended.returncode, ended.stderr, ended.stdout) == (0, "", "Written: a.csv\n")
    head, row = csv.reader(io.StringIO((bot.place / "a.csv").read_text(encoding="utf-8-sig"), newline=""))
    assert head[0] == said
    assert row[0] == "basics.tourist_work"
    assert row[4] == "'=қайда жұмыс бар екен"
    printed = bot.here("export", "candidates", "--language", language).stdout
    assert (bot.place / "a.csv").read_bytes() == printed.encode()


def test_what_presses_have_told_is_written_for_programs(bot: Shell) -> None:
    fill(bot.place / "data" / "bot.sqlite3")
    ended = bot.here("export", "candidates", "--format", "jsonl")
    assert (ended.returncode, ended.stderr) == (0, "")
    (record,) = map(json.loads, ended.stdout.splitlines())
    assert (record["text"], record["kind"], record["source"]) == (
        "=қайда жұмыс бар екен",
        "confirmed",
        "person",
    )


def test_without_a_database_nothing_is_written_and_none_is_made(bot: Shell) -> None:
    ended = bot.here("export", "candidates", "--output", "a.csv")
    assert_one_sentence(ended, 1, "data/bot.sqlite3", "BOT_DATA_DIR")
    assert list(bot.place.iterdir()) == []


def test_a_database_is_brought_to_its_newest_form(bot: Shell) -> None:
    for _ in range(2):
        ended = bot.apart("migrate", BOT_DATA_DIR="деректер")
        assert (ended.returncode, ended.stderr) == (0, "")
    assert (bot.place / "деректер" / "bot.sqlite3").is_file()


def test_a_file_that_is_no_database_is_said_in_one_sentence(bot: Shell) -> None:
    (bot.place / "data").mkdir()
    (bot.place / "data" / "bot.sqlite3").write_bytes(b"not a database " * 500)
    assert_one_sentence(bot.apart("migrate"), 1, "no database")


def test_a_file_in_place_of_the_data_folder_is_said_in_one_sentence(bot: Shell) -> None:
    (bot.place / "data").write_text("", encoding="utf-8")
    assert_one_sentence(bot.apart("migrate"), 1, "BOT_DATA_DIR")


def test_without_a_token_the_service_says_where_to_get_one(bot: Shell) -> None:
    assert_one_sentence(bot.apart("run"), 2, "BOT_TOKEN", "BotFather")


@pytest.mark.parametrize("name", ["BOT_WEBHOOK_URL", "BOT_ADMIN_IDS"])
def test_what_is_not_built_yet_is_refused(bot: Shell, name: str) -> None:
    assert_one_sentence(bot.apart("run", **{name: "https://example.org"}), 2, name)


def test_a_misspelt_setting_is_told_with_the_right_one(bot: Shell) -> None:
    ended = bot.apart("run", BOT_TOKNE="x")
    assert ended.returncode == 2
    assert (
        ended.stderr.splitlines()[0]
        == "BOT_TOKNE is not a setting of this bot and is ignored. Did you mean BOT_TOKEN?"
    )


def test_a_reader_that_goes_away_is_no_error(bot: Shell) -> None:
    lines = "\n".join(json.dumps({"text": "сәлем"}) for _ in range(5000))
    (bot.place / "lines").write_text(lines, encoding="utf-8")
    ended = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m bot ask --jsonl < lines | head -1"],
        cwd=bot.place, capture_output=True, text=True, timeout=30, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ended.stderr == ""
    assert json.loads(ended.stdout)["decision"] == "courtesy"
