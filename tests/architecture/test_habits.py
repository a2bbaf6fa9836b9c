"""What the rooms have agreed on, read from the source."""

import ast
import re
from collections.abc import Callable, Iterable

from tests.support.source import ROOT, Source, calls, sources

SOURCES = sources()
TASK_STARTERS = {"create_task", "ensure_future", "run_coroutine_threadsafe", "TaskGroup"}
CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
}


def offenders(forbidden: Callable[[Source], Iterable[object]], *allowed: str) -> list[tuple[str, object]]:
    """What files hold that they must not, but for the files that may."""
    return [
        (source.name, found)
        for source in SOURCES
        if source.name not in allowed
        for found in forbidden(source)
    ]


def test_only_background_starts_tasks() -> None:
    def started(source: Source) -> Iterable[object]:
        return [name for name, _ in calls(source) if name in TASK_STARTERS]

    assert offenders(started, "bot/background.py") == []


def test_only_the_clock_tells_the_time() -> None:
    def asked(source: Source) -> Iterable[object]:
        for name, call in calls(source):
            called = call.func
            if (
                isinstance(called, ast.Attribute)
                and isinstance(called.value, ast.Name)
                and (called.value.id, name) in CLOCKS
            ):
                yield name

    assert offenders(asked, "bot/clock.py") == []


def test_only_settings_reads_the_environment() -> None:
    def read(source: Source) -> Iterable[object]:
        attributes = (node.attr for node in ast.walk(source.tree) if isinstance(node, ast.Attribute))
        return [name for name in attributes if name in {"environ", "getenv"}]

    assert offenders(read, "bot/settings.py") == []


def test_names_of_files_say_what_is_inside() -> None:
    assert offenders(lambda source: re.findall(r"util|helper|common|misc|manager", source.name)) == []


def test_no_path_of_a_machine_stands_in_the_code() -> None:
    assert offenders(lambda source: re.findall(r"/(?:work|home|root|Users)/", source.text)) == []


def test_nobody_prints_to_the_console() -> None:
    def printed(source: Source) -> Iterable[object]:
        return [
            call.lineno for name, call in calls(source) if name == "print" and isinstance(call.func, ast.Name)
        ]

    assert offenders(printed) == []


def test_tests_are_sentences() -> None:
    for path in (ROOT / "tests").rglob("test_*.py"):
        for name in re.findall(r"^(?:async )?def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert len(name.split("_")) >= 3, f"{path.name}: {name}"


def test_every_room_says_what_it_is_for() -> None:
    for source in SOURCES:
        if source.path.name == "__init__.py" and source.path.parent.name != "versions":
            assert ast.get_docstring(source.tree), source.name
