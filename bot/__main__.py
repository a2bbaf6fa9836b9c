"""The command line. Heavy imports wait inside the commands, so that each starts as fast as it can."""

import asyncio
import json
import os
import sys
import time
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.errors import BotError, UsageError
from bot.people.model import Language
from bot.reports.model import Format, ListFormat

app = typer.Typer(
    help="A Telegram bot about working legally in South Korea, in Kazakh and in Russian.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
exports = typer.Typer(help="What leaves the bot as a file.", no_args_is_help=True)
app.add_typer(exports, name="export")


def _say(line: str) -> None:
    typer.echo(line)
    sys.stdout.flush()


def _complain(line: str) -> None:
    typer.echo(line, err=True)


def _serve(work: Callable[[Any], Coroutine[Any, Any, None]]) -> None:
    """Read the settings, start logging and run a service to its end."""
    from bot.logs import configure_logs  # noqa: PLC0415
    from bot.settings import read_settings, unknown_settings  # noqa: PLC0415

    for name, meant in unknown_settings().items():
        hint = f" Did you mean {meant}?" if meant else ""
        _complain(f"{name} is not a setting of this bot and is ignored.{hint}")
    settings = read_settings()
    configure_logs(settings.log_format, settings.token.get_secret_value() if settings.token else "")
    with asyncio.Runner(loop_factory=_faster_loop()) as runner:
        runner.run(work(settings))


def _faster_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The loop of the `fast` extra where that is installed."""
    try:
        import uvloop  # noqa: PLC0415
    except ImportError:
        return None
    faster: Callable[[], asyncio.AbstractEventLoop] = uvloop.new_event_loop
    return faster


@app.command()
def run() -> None:
    """The service: receive, answer, send. Needs BOT_TOKEN."""
    from bot import app as house  # noqa: PLC0415

    _serve(lambda settings: house.run(settings, _say))


@app.command("try")
def try_it(
    port: Annotated[int, typer.Option(help="Port of the page; 0 means any free one.", min=0, max=65535)] = 0,
) -> None:
    """The same service against a built-in stand-in for Telegram: no token, no network."""
    from bot import app as house  # noqa: PLC0415

    _serve(lambda settings: house.play(settings, port, _say))


@app.command()
def ask(
    text: Annotated[str | None, typer.Argument(help="What a citizen might write.")] = None,
    *,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="JSON lines in, JSON lines out.")] = False,
) -> None:
    """What the bot would decide about a text, without Telegram."""
    from bot.app import build_matcher  # noqa: PLC0415
    from bot.faq.asking import answer_line  # noqa: PLC0415
    from bot.files.place import locales_dir  # noqa: PLC0415

    if jsonl == (text is not None):
        raise typer.BadParameter("give a text, or --jsonl with lines on standard input")
    matcher = build_matcher(locales_dir())
    default = _default_language()
    if text is not None:
        _say(_json(answer_line(matcher, {"text": text}, default, time.perf_counter)))
        return
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for record in _records(sys.stdin):
        _say(_json(answer_line(matcher, record, default, time.perf_counter)))


@app.command()
def evaluate(
    file: Annotated[Path, typer.Argument(help="Labelled questions, one JSON object a line.")],
) -> None:
    """How well the bot decides on labelled questions."""
    from bot.app import build_matcher  # noqa: PLC0415
    from bot.faq.evaluation import Labelled  # noqa: PLC0415
    from bot.faq.evaluation import evaluate as score  # noqa: PLC0415
    from bot.files.content import load_catalogue  # noqa: PLC0415
    from bot.files.place import locales_dir  # noqa: PLC0415

    try:
        with file.open(encoding="utf-8") as lines:
            records = list(_records(lines))
    except (OSError, UnicodeDecodeError):
        raise BotError("file_unreadable", file=str(file)) from None
    topics = load_catalogue(locales_dir()).topics
    if not records:
        raise BotError("labels_missing", file=str(file))
    try:
        for record in records:
            Labelled.read(record)
    except (KeyError, ValueError, TypeError, AttributeError):
        raise BotError("labels_wrong", file=str(file)) from None
    for line in score(records, build_matcher(locales_dir()).decide, topics).lines():
        _say(line)


@app.command()
def check(
    language: Annotated[Language, typer.Option(help="The language to be told in.")] = Language.RU,
) -> None:
    """Read all content, catalogues and settings, and say what is wrong and where."""
    from bot.clock import SystemClock, day_in_kazakhstan  # noqa: PLC0415
    from bot.files.check import check_content  # noqa: PLC0415
    from bot.files.countdown import countdown_lines  # noqa: PLC0415
    from bot.files.place import locales_dir  # noqa: PLC0415
    from bot.settings import read_settings  # noqa: PLC0415

    read_settings()
    today = day_in_kazakhstan(SystemClock().now())
    checked = check_content(locales_dir(), today, language)
    for finding in checked.findings:
        place = f"{finding.file}:{finding.line}" if finding.line else finding.file
        _say(f"{place}: {finding.level}: {finding.message}")
    if checked.catalogue:
        for line in ("", *countdown_lines(checked.catalogue, today, language), ""):
            _say(line)
    errors = sum(finding.level == "error" for finding in checked.findings)
    _say(f"{errors} errors, {len(checked.findings) - errors} warnings")
    if errors:
        raise typer.Exit(1)


@app.command()
def doctor() -> None:
    """The surroundings: token, staff group, clock, database, disk, languages, content, model."""
    from bot import app as house  # noqa: PLC0415
    from bot.diagnoses import line, summary  # noqa: PLC0415
    from bot.doctor import is_sound  # noqa: PLC0415
    from bot.settings import read_settings, unknown_settings  # noqa: PLC0415

    settings = read_settings()
    secret = settings.token.get_secret_value() if settings.token else ""
    diagnoses = asyncio.run(house.examine(settings, unknown_settings()))
    for diagnosis in diagnoses:
        _say(line(diagnosis, secret))
    _say(summary(diagnoses))
    if not is_sound(diagnoses):
        raise typer.Exit(1)


@app.command()
def migrate() -> None:
    """Bring the database to its newest form."""
    from bot.settings import read_settings  # noqa: PLC0415
    from bot.storage.opening import open_storage  # noqa: PLC0415

    async def work() -> None:
        async with open_storage(read_settings().database()):
            _say("The database is in its newest form.")

    asyncio.run(work())


@exports.command("content")
def export_content(
    form: Annotated[Format, typer.Option("--format", help="For Word, or as a web page.")],
    output: Annotated[
        Path | None, typer.Option(help="The file to write; without it the web page is printed.")
    ] = None,
) -> None:
    """All answers in both languages with facts, sources and doubts: a document for the ministry to sign."""
    from bot import exports as papers  # noqa: PLC0415
    from bot.clock import SystemClock, day_in_kazakhstan  # noqa: PLC0415
    from bot.files.place import locales_dir  # noqa: PLC0415

    if form is Format.DOCX and output is None:
        raise UsageError("docx_needs_file")
    content = papers.print_content(locales_dir(), form, day_in_kazakhstan(SystemClock().now()))
    _hand_out(content, output)


@exports.command("candidates")
def export_candidates(
    form: Annotated[
        ListFormat, typer.Option("--format", help="For a spreadsheet, or an object a line.")
    ] = ListFormat.CSV,
    output: Annotated[Path | None, typer.Option(help="The file to write; without it all is printed.")] = None,
    language: Annotated[Language, typer.Option(help="The language of the editor.")] = Language.RU,
) -> None:
    """What people asked, with what they and staff pressed then: what to add to the ways of asking."""
    from bot import exports as papers  # noqa: PLC0415
    from bot.files.place import locales_dir  # noqa: PLC0415
    from bot.settings import read_settings  # noqa: PLC0415

    database = read_settings().database()
    _hand_out(asyncio.run(papers.list_candidates(database, locales_dir(), form, language)), output)


def _hand_out(content: bytes, output: Path | None) -> None:
    if output is None:
        typer.echo(content, nl=False)
        return
    try:
        output.write_bytes(content)
    except OSError:
        raise BotError("file_unwritable", file=str(output)) from None
    _say(f"Written: {output}")


def _default_language() -> Language:
    from bot.settings import read_settings  # noqa: PLC0415

    return Language(read_settings().default_language)


def _records(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The JSON objects of lines, empty lines left out. Raises BotError("record_wrong")."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            record = None
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            raise BotError("record_wrong", line=number)
        yield record


def _json(record: Mapping[str, Any]) -> str:
    """One line of JSON; halves of surrogate pairs, which no terminal takes, are escaped."""
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


def main() -> None:
    """Run a command; what went wrong is said in a sentence, and the exit code says whose fault it was."""
    try:
        app()
    except BotError as error:
        from bot.sentences import sentence  # noqa: PLC0415

        _complain(sentence(error))
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
